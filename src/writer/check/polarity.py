"""What a clause says of its things: had, not had, unknown; and whether of one model alone."""

from __future__ import annotations

from enum import StrEnum

from writer.check.clauses import Clause
from writer.check.items import Sort
from writer.sayings.clause_words import Role


class Said(StrEnum):
    """What is said of a model and a thing."""

    YES = "has"
    NO = "lacks"
    UNKNOWN = "undocumented"
    NOT_ON_RECORD = "not documented to have"  # unknown or no: "documented for A, not for B"
    DIFFERS = "only one has"


DENIALS = frozenset((Said.NO, Said.UNKNOWN, Said.NOT_ON_RECORD))
_NEAR = 4
_WHOLLY = frozenset(
    (
        "exclusive",
        "exclusively",
        "unique",
        "uniquely",
        "peculiar to",
        "peculiar",
        "to itself",
        "reserved",
        "the preserve of",
        "for itself",
        "all its own",
        "exclusive to",
        "the only one",
        "the only one of the two",
        "the only one of the pair",
        "the only model",
        "the only model of the two",
        "alone in",
    )
)
_NOT_EXCLUDING = frozenset(("just", "nothing but"))
_LEAVING = frozenset(("left with", "the only choice", "the only option"))
_SKIPPED = frozenset((Role.PLAIN, Role.REST, Role.LINK))


def says_something(clause: Clause) -> bool:
    """Whether the clause has a predicate of its own; without one it goes on with that of the clause before."""
    return clause.has(
        Role.VERB, Role.NOT, Role.LACK, Role.UNKNOWN, Role.NONE, Role.RECORD, Role.SO, Role.YES, Role.NO, Role.SHARED
    )


def said_in(clause: Clause, *, recorded: bool = False) -> Said:
    """What the clause says; ``recorded`` where what it denies is that something is on record."""
    nots = [at for at in clause.places(Role.NOT) if not _is_void(clause, at)]
    records = clause.places(Role.RECORD)
    if clause.has(Role.UNKNOWN) or any(
        0 < record - at <= _NEAR and not _is_of_only(clause, at, record) for at in nots for record in records
    ):
        return Said.UNKNOWN
    lacking = clause.places(Role.LACK, Role.NO)
    whole = clause.places(Role.NEITHER, Role.NONE)
    denials = len(lacking) + (1 if nots else 0) + (1 if whole else 0)
    if not denials:
        return Said.YES
    if lacking and (nots or whole) and min([*nots, *whole]) < lacking[0] and denials % 2 == 0:
        return Said.YES
    if not lacking and (records or recorded and not _says_more(clause)):
        late = nots and records and nots[0] > records[-1]
        return Said.NO if late and not recorded else Said.NOT_ON_RECORD
    return Said.NO


def _says_more(clause: Clause) -> bool:
    """A verb that denies the thing itself, not that it is on record: "cannot do it", "does not support it"."""
    return any(clause.items[at].low not in _BARE for at in clause.places(Role.VERB))


_BARE = frozenset(("is", "are", "'s", "was", "were", "does", "do", "did", "been", "be", "being"))


def _is_void(clause: Clause, at: int) -> bool:
    """ "not only", "no doubt"."""
    after = clause.items[at + 1].low if at + 1 < len(clause.items) else ""
    return after in ("only", "just", "merely", "doubt", "matter", "surprise", "wonder", "least", "less", "more")


def _is_of_only(clause: Clause, at: int, record: int) -> bool:
    """A model or a thing between "not" and "documented": the word is not denied."""
    return any(clause.roles[index] in (Role.THING, Role.SIDE) for index in range(at, record))


def is_exclusive(clause: Clause) -> bool:
    """ "only A", "A alone", "exclusive to A"; not "A only x"."""
    if any(clause.phrase(at) in _LEAVING for at in clause.places(Role.CHOOSE)):
        return True
    for at in clause.places(Role.ONLY):
        low = clause.phrase(at)
        if low in _NOT_EXCLUDING:
            continue
        if low in _WHOLLY:
            return True
        if low != "alone" and (_next(clause, at) is Role.SIDE or _hung_after(clause, at)):
            return True
        if _previous(clause, at) is Role.SIDE and (low != "only" or _ends_after(clause, at)):
            return True
    return False


def _hung_after(clause: Clause, at: int) -> bool:
    """ "only works on A", "is only documented for A"."""
    ahead = [index for index in range(at + 1, clause.end) if clause.roles[index] not in (Role.PLAIN, Role.REST)][:3]
    roles = [clause.roles[index] for index in ahead]
    return roles in ([Role.VERB, Role.LINK, Role.SIDE], [Role.RECORD, Role.LINK, Role.SIDE])


def _next(clause: Clause, at: int) -> Role:
    return next(
        (clause.roles[index] for index in range(at + 1, clause.end) if clause.roles[index] not in _SKIPPED), Role.HARD
    )


def _previous(clause: Clause, at: int) -> Role:
    return next(
        (
            clause.roles[index]
            for index in range(at - 1, clause.start - 1, -1)
            if clause.roles[index] not in (Role.PLAIN, Role.REST) and clause.items[index].sort is not Sort.OWNER
        ),
        Role.HARD,
    )


def _ends_after(clause: Clause, at: int) -> bool:
    """Nothing that "only" could narrow follows it."""
    return at + 1 >= clause.end or clause.roles[at + 1] in (Role.HARD, Role.COMMA, Role.JOIN)
