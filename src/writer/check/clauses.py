"""A sentence cut into the clauses in which something is said to be had, sold or open, and what each of them holds.

The judges of capabilities, sellers and weights share this one reading: whom a clause is about, what it says of them, of which things.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from writer.check.items import Item, Sort
from writer.check.roles import roles_of
from writer.check.standing import hangs
from writer.sayings.clause_words import Role

FILLERS = frozenset((Role.PLAIN, Role.REST))
_DENIES = frozenset((Role.NOT, Role.LACK, Role.UNKNOWN, Role.NONE))
_PREDICATES = _DENIES | {Role.VERB, Role.RECORD, Role.SO, Role.YES, Role.NO}
_EXCEPTING = frozenset(("without", "rather than", "instead of", "minus", "except", "except for", "save"))
_ADDING = frozenset(("to", "beside", "besides", "alongside", "beyond", "over", "against"))
_OPENERS = frozenset(("(", "["))
_COPULAS = frozenset(
    (
        "is",
        "are",
        "'s",
        "being",
        "remains",
        "remain",
        "was",
        "were",
        "stays",
        "stay",
        "belongs",
        "belong",
        "does",
        "do",
        "works",
        "work",
        "comes",
        "come",
    )
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Items ``start`` to ``end`` (exclusive). ``aside``: in brackets; ``topic``: before a colon; ``which``: begins with a relative."""

    items: Sequence[Item]
    roles: Sequence[Role]
    start: int
    end: int
    aside: bool = False
    topic: bool = False
    which: bool = False

    def places(self, *roles: Role) -> list[int]:
        """Indexes of the items that have one of the roles."""
        return [at for at in range(self.start, self.end) if self.roles[at] in roles]

    def has(self, *roles: Role) -> bool:
        """Whether an item has one of the roles."""
        return any(self.roles[at] in roles for at in range(self.start, self.end))

    @property
    def things(self) -> tuple[int, ...]:
        """Of what it speaks."""
        return tuple(self.places(Role.THING))

    def head(self) -> int:
        """The first item that is no filler, comma, or word that joins; ``end`` where there is none."""
        skipped = FILLERS | {Role.JOIN, Role.COMMA, Role.TURN, Role.WHICH}
        return next((at for at in range(self.start, self.end) if self.roles[at] not in skipped), self.end)

    def phrase(self, at: int) -> str:
        """The words that bear the role at ``at``."""
        end = at + 1
        while end < self.end and self.roles[end] is Role.REST and self.items[end].sort is not Sort.SIGN:
            end += 1
        return " ".join(item.low for item in self.items[at:end])

    def span(self) -> tuple[int, int]:
        """Its first and last offset, without the signs around it."""
        inner = [item for item in self.items[self.start : self.end] if item.sort is not Sort.SIGN] or [
            self.items[self.start]
        ]
        return inner[0].start, inner[-1].end

    def words(self) -> set[str]:
        """Its words."""
        return {self.items[at].low for at in range(self.start, self.end)}


def clauses(items: Sequence[Item], things: Container[int], plain: Container[int] = ()) -> list[Clause]:
    """The clauses of a sentence, in order."""
    roles = roles_of(items, things, plain)
    _set_aside(items, roles)
    cuts = [0]
    for at in range(len(items)):
        cut = _cut(items, roles, at, cuts[-1])
        if cut is not None and cuts[-1] < cut < len(items):
            cuts.append(cut)
    cuts.append(len(items))
    depth, found = 0, []
    for start, end in pairwise(cuts):
        depth += sum(items[at].low in _OPENERS for at in range(max(0, start - 1), start))
        depth = max(0, depth - sum(items[at].low in (")", "]") for at in range(max(0, start - 1), start)))
        first = next((at for at in range(start, end) if roles[at] not in FILLERS), start)
        found.append(
            Clause(
                items,
                roles,
                start,
                end,
                aside=depth > 0,
                topic=items[end - 1].low in (":", "→", "?", "|"),
                which=roles[first] is Role.WHICH
                or roles[first] is Role.NONE
                and any(items[at].low.endswith("which") for at in range(first, min(first + 3, end))),
            )
        )
    return found


def _set_aside(items: Sequence[Item], roles: list[Role]) -> None:
    """ "A, unlike B, supports x", "A, but not B, supports x": words about the other model that do not part the clause, in place."""
    for at, role in enumerate(roles):
        if role not in (Role.UNLIKE, Role.LIKE, Role.NOT):
            continue
        side = next(
            (ahead for ahead in range(at + 1, min(at + 4, len(roles))) if roles[ahead] not in (*FILLERS, Role.LINK)),
            at,
        )
        if roles[side] is not Role.SIDE:
            continue
        first = at
        while first > 0 and roles[first - 1] in (Role.TURN, Role.JOIN, Role.COMMA, Role.REST):
            first -= 1
        last = side + 1 + (side + 1 < len(roles) and items[side + 1].sort is Sort.OWNER)
        closed = last < len(roles) and roles[last] is Role.COMMA
        follows = last + closed
        if role is Role.NOT and not (
            first > 0 and roles[first - 1] is Role.SIDE and follows < len(roles) and roles[follows] is Role.VERB
        ):
            continue
        for each in (*range(first, at), *range(last, follows)):
            roles[each] = Role.REST
        roles[at] = Role.UNLIKE if role is Role.NOT else role


def _cut(items: Sequence[Item], roles: Sequence[Role], at: int, start: int) -> int | None:
    """Where a clause begins at, or right after, the item at ``at``; ``start`` is where the clause before it began."""
    role = roles[at]
    if role is Role.HARD:
        return at + 1
    if role in (Role.TURN, Role.WHICH, Role.SO):
        if role is Role.SO and _before(roles, at) is Role.SIDE:
            return None  # "B does too"
        return None if role is Role.WHICH and at and items[at].low != "that" and items[at - 1].low == "of" else at
    if role is Role.NONE and at and roles[at - 1] is Role.COMMA:
        return at
    if (
        role in (Role.LACK, Role.UNLIKE)
        and at
        and items[at].low in _EXCEPTING
        and (
            _before(roles, at) is Role.THING
            or role is Role.UNLIKE
            and at + 1 < len(items)
            and roles[at + 1] is Role.THING
        )
    ):
        return at
    if (
        role is Role.LINK
        and items[at].low in _ADDING
        and _before(roles, at) is Role.THING
        and _after(roles, at) is Role.THING
    ):
        return at
    if role in (Role.COMMA, Role.JOIN) and not _joins_alike(items, roles, at, start):
        return at
    return None


def _before(roles: Sequence[Role], at: int) -> Role:
    """The role that stands before ``at``, fillers left out."""
    return next((roles[back] for back in range(at - 1, -1, -1) if roles[back] not in FILLERS), Role.HARD)


def _after(roles: Sequence[Role], at: int) -> Role:
    """The role that stands after ``at``, fillers left out."""
    return next((roles[ahead] for ahead in range(at + 1, len(roles)) if roles[ahead] not in FILLERS), Role.HARD)


def _joins_alike(items: Sequence[Item], roles: Sequence[Role], at: int, start: int) -> bool:
    """Whether a comma or "and" joins two things, or two models, of one list."""
    ahead = at + 1
    linked = False
    while ahead < len(items) and (roles[ahead] in (Role.PLAIN, Role.REST, Role.JOIN, Role.LINK)):
        linked = linked or roles[ahead] is Role.LINK
        ahead += 1
    if ahead >= len(items):
        return True
    before, after = _before(roles, at), roles[ahead]
    if before in (Role.JOIN, Role.COMMA):
        return True
    if after is Role.THING:
        if items[at].low == "nor" and before is Role.THING:
            return True
        return before is Role.THING and not linked and not _begins_anew(items, roles, range(start, at), ahead)
    if after is Role.SIDE:
        return before is Role.SIDE and _is_second(items, roles, at, ahead)
    return False


def _begins_anew(items: Sequence[Item], roles: Sequence[Role], before: range, ahead: int) -> bool:
    """ "supports x and y is documented …", "x for A, y (none)": the things after the comma have a predicate of their own."""
    told = any(roles[back] in (Role.SIDE, Role.VERB, Role.LACK, Role.NOT, Role.RECORD, Role.UNKNOWN) for back in before)
    if not told:
        return False
    after = ahead
    while after < len(items) and (roles[after] in (Role.THING, Role.JOIN, Role.COMMA, Role.PLAIN, Role.REST)):
        after += 1
    if any(roles[index] is Role.COMMA for index in range(ahead, after)):
        return False  # a comma further on parts them better
    return after < len(items) and (
        items[after].low in _COPULAS
        or roles[after] in (Role.UNKNOWN, Role.RECORD)
        or roles[after] is Role.NOT
        and items[after].low == "n't"
    )


def _is_second(items: Sequence[Item], roles: Sequence[Role], at: int, ahead: int) -> bool:
    """ "A and B", "for A and for B": two models side by side; not "… by A, B lacks it"."""
    first = next((back for back in range(at - 1, -1, -1) if roles[back] is Role.SIDE), None)
    if first is None or any(
        roles[back] not in (*FILLERS, Role.JOIN, Role.COMMA, Role.LINK, Role.SIDE) for back in range(first, ahead)
    ):
        return False
    if any(items[back].sort is Sort.OWNER for back in (first + 1, ahead + 1) if back < len(items)):
        return any(items[back].sort is Sort.OWNER for back in (first + 1,)) and items[at].low != ","
    if items[at].low == ",":
        return False
    hung = hangs(items, first)
    if hung and not hangs(items, ahead):
        after = next((roles[index] for index in range(ahead + 1, len(items)) if roles[index] not in FILLERS), Role.HARD)
        return after not in (Role.VERB, Role.LACK, Role.NOT, Role.THING)
    return True
