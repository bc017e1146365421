"""The claims of a sentence about who has what, with what a clause leaves out filled in from those before."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from writer.check.clause_sides import Sides, sides_of
from writer.check.clauses import Clause, clauses
from writer.check.ellipsis import about_last, names_other
from writer.check.index import SIDES
from writer.check.items import Item, Sort
from writer.check.polarity import DENIALS, Said, is_exclusive, said_in, says_something
from writer.check.possession import NOTHING, Claim, Memory
from writer.check.standing import hangs
from writer.sayings.clause_words import Role
from writer.sayings.words import Sense

_SHORT = 6  # items of "for Opus, …"
_VERBS = frozenset(
    (
        "takes",
        "take",
        "sees",
        "see",
        "hears",
        "hear",
        "reads",
        "read",
        "watches",
        "watch",
        "listens",
        "listen",
        "calls",
        "call",
        "use",
        "uses",
        "reasons",
        "reason",
        "calling",
    )
)
_NOTHING = frozenset(("nothing", "little", "no", "neither", "not"))
_SUPPOSING = frozenset(("if", "where", "when", "wherever", "whenever"))


def claims_of(
    items: Sequence[Item], things: Container[int], before: Memory = NOTHING, plain: Container[int] = ()
) -> tuple[list[Claim], Memory]:
    """The claims of a sentence in order, and what its last clause leaves for the next sentence."""
    found: list[Claim] = []
    memory, outer = replace(before, carried=not before.topic, topic=False), None
    for clause in clauses(items, things, plain):
        inner = clause.aside or clause.which
        if inner and outer is None:
            outer, memory = memory, _before_aside(clause, memory) if clause.aside else memory
        elif not inner and outer is not None:
            memory, outer = replace(outer, things=memory.things or outer.things), None
        claims, memory = _read(clause, memory)
        found += [replace(claim, span=clause.span()) for claim in claims]
    return found, memory


def _before_aside(clause: Clause, memory: Memory) -> Memory:
    """In brackets: of the model, or the things, right before them."""
    last = clause.start - 2
    while last >= 0 and (clause.items[last].sort is Sort.OWNER or clause.items[last].low == ")"):
        last -= 1
    if last >= 0 and clause.items[last].side in SIDES:
        return replace(memory, sides=(clause.items[last].side,), firm=True, things=(), open=False, said=Said.YES)
    return replace(memory, said=Said.YES)


def _read(clause: Clause, memory: Memory) -> tuple[list[Claim], Memory]:
    own = sides_of(clause)
    things = tuple(clause.items[at] for at in clause.things)
    if things:
        return _with_things(clause, own, things, memory)
    if memory.things and any(names_other(item) for item in clause.items[clause.start : clause.end]):
        memory = replace(memory, things=(), open=False)
    if memory.things and (claims := about_last(clause, own, memory)):
        bare = claims[0].said in DENIALS and not clause.has(Role.VERB, Role.LACK, Role.UNKNOWN)  # "… and not by B"
        said = memory.said if bare or clause.has(Role.NEITHER, Role.NONE) else claims[0].said
        kept = replace(
            memory,
            said=said,
            open=False,
            wanted=False,
            fronted=False,
            carried=False,
            recorded=memory.recorded or claims[0].recorded,
        )
        return claims, replace(kept, sides=own.sides, firm=own.firm) if own.sides else kept
    return [], _passed(clause, own, memory)


def _passed(clause: Clause, own: Sides, memory: Memory) -> Memory:
    """A clause that says nothing of any thing leaves its subject, and before a colon what it says of it."""
    named = [at for at in clause.places(Role.SIDE) if clause.items[at].side in SIDES]
    subjects = tuple(dict.fromkeys(clause.items[at].side for at in named if not hangs(clause.items, at)))
    aside = (
        clause.roles[clause.start] is Role.COMMA
        and clause.head() not in named
        and not clause.has(Role.VERB, Role.RECORD)
    )
    if aside and memory.sides or not subjects and any(_is_measure(clause, at) for at in named):
        return memory  # "…, double the other's two": only compared with
    fronted = (
        clause.head() < clause.end and clause.roles[clause.head()] is Role.LINK and clause.end - clause.start <= _SHORT
    )
    subjects = subjects or (own.sides if fronted or clause.topic or not memory.sides else ())
    if clause.topic and not memory.open and (own.sides or clause.has(Role.SHARED, Role.DIFFER, Role.UNKNOWN)):
        shared = SIDES if clause.has(Role.SHARED) and not own.sides else subjects
        return replace(
            memory,
            sides=shared or memory.sides,
            firm=len(shared) < len(SIDES) or own.firm,
            said=Said.DIFFERS if clause.has(Role.DIFFER) and not own.sides else said_in(clause),
            only=is_exclusive(clause),
            recorded=clause.has(Role.RECORD),
            open=False,
            carried=False,
        )
    chosen = None
    if clause.has(Role.CHOOSE) and len(own.sides) == 1:
        chosen = Said.NOT_ON_RECORD if clause.has(Role.NOT) or "avoid" in clause.words() else Said.YES
    goes_on = memory.supposing and clause.start > 0 and clause.items[clause.start - 1].low != ";"
    supposing = (_is_supposed(clause) or goes_on) and not own.sides
    memory = replace(memory, chosen=chosen, doubted=said_in(clause) is Said.UNKNOWN, supposing=supposing)
    if chosen is not None:
        subjects = own.sides
    memory = replace(memory, recorded=clause.has(Role.RECORD))
    if not subjects:
        return memory
    firm = len(subjects) == 1 or own.firm
    return replace(
        memory, sides=subjects, firm=firm, said=Said.YES if len(subjects) == 1 else memory.said, fronted=fronted
    )


def _is_measure(clause: Clause, at: int) -> bool:
    """ "one more than B", "five to B's four": a model that is only compared with."""
    before = at - 1
    while before > clause.start and clause.roles[before] in (Role.PLAIN, Role.REST):
        before -= 1
    return before >= clause.start and clause.items[before].low in (
        "than",
        "to",
        "over",
        "against",
        "versus",
        "vs",
        "beside",
        "from",
    )


def _with_things(clause: Clause, own: Sides, things: tuple[Item, ...], memory: Memory) -> tuple[list[Claim], Memory]:
    told = says_something(clause) or any(thing.low.split()[0] in _VERBS for thing in things)
    recorded = clause.has(Role.RECORD) or (memory.recorded and not told)
    if not told and not own.sides and (clause.topic or clause.start > 0 and clause.items[clause.start - 1].low == ";"):
        return [], Memory(
            things, memory.sides if clause.topic else (), memory.firm, open=True
        )  # more is said of them later
    if _supposes(clause):
        return _supposed(own, things, memory)
    sides, firm = (SIDES, True) if clause.has(Role.SHARED) and not own.sides else _of_whom(clause, own, memory)
    said = _said_with(clause, own, memory, told=told)
    if (
        clause.has(Role.DIFFER)
        and len(own.sides) != 1
        and (said in (Said.YES, Said.DIFFERS) or clause.words() & _NOTHING)
    ):
        claims = [] if clause.words() & _NOTHING else [Claim(SIDES, Said.DIFFERS, things)]
        return claims, Memory(things, (), recorded=recorded, open=not claims)
    if said is Said.DIFFERS:
        return [Claim(SIDES, said, things)], Memory(things, (), recorded=recorded)
    wanted = (
        not own.sides
        and said is Said.YES
        and (memory.supposing or _is_wanted(clause) or not told and _leads_to_choice(clause))
    )
    if wanted and memory.chosen is not None and memory.sides and clause.items[clause.start - 1].low != ";":
        return [Claim(memory.sides, memory.chosen, things)], Memory(things, memory.sides)
    if not sides or wanted and (memory.supposing or not told or clause.has(Role.NEED, Role.TURN)):
        return [], replace(
            memory, things=things, open=True, wanted=wanted or memory.wanted, said=said, recorded=recorded
        )
    only = said is Said.YES and len(sides) == 1 and (is_exclusive(clause) or (memory.only and not own.sides))
    claim = Claim(sides, said, things, firm, only, recorded)
    bare = not own.sides and said in DENIALS and not clause.has(Role.VERB, Role.LACK)  # "… but not y"
    left = Said.YES if clause.has(Role.NEITHER) else memory.said if bare and not memory.carried else said
    return [claim, *_besides(claim, own)], Memory(
        things, sides, firm, left if not clause.topic else said, memory.only and not own.sides, recorded
    )


def _supposed(own: Sides, things: tuple[Item, ...], memory: Memory) -> tuple[list[Claim], Memory]:
    """ "whether A supports x": unknown, where that was said before; else nothing yet."""
    if memory.doubted and own.sides:
        return [Claim(own.sides, Said.UNKNOWN, things, own.firm)], Memory(things, own.sides, own.firm, Said.UNKNOWN)
    return [], replace(memory, things=things, sides=own.sides or memory.sides, firm=own.firm, open=True, wanted=False)


def _said_with(clause: Clause, own: Sides, memory: Memory, *, told: bool) -> Said:
    """What it says of its things; where it has no predicate, what the clause before it said."""
    if clause.head() < clause.end and clause.roles[clause.head()] is Role.UNLIKE and not own.opposite:
        return Said.NO  # "rather than x"
    said = said_in(clause, recorded=memory.recorded)
    if not told and not clause.has(Role.NEITHER) and not memory.carried:
        return memory.said
    return memory.said if clause.has(Role.SO) and said is Said.YES else said  # "as is y for B"


def _besides(claim: Claim, own: Sides) -> list[Claim]:
    """What a clause says of the other model besides: "lacks A's vision", "unlike B"."""
    found = []
    if own.owner in SIDES and claim.said in DENIALS:
        found.append(Claim((own.owner,), Said.YES, claim.things))
    if own.opposite in SIDES:
        found.append(Claim((own.opposite,), Said.NOT_ON_RECORD if claim.said is Said.YES else Said.YES, claim.things))
    return found


def _is_wanted(clause: Clause) -> bool:
    """ "if you need x", "where x decides", "for x"."""
    head = clause.head()
    return _is_supposed(clause) or clause.has(Role.NEED) or head < clause.end and clause.items[head].low == "for"


def _leads_to_choice(clause: Clause) -> bool:
    """ "vision, long output or a later cutoff would point to A": the list belongs to a choice that follows."""
    for at in range(clause.end, len(clause.items)):
        if clause.roles[at] in (Role.HARD, Role.CHOOSE):
            return clause.roles[at] is Role.CHOOSE
    return False


def _is_supposed(clause: Clause) -> bool:
    return any(clause.items[at].low in _SUPPOSING for at in clause.places(Role.TURN))


def _supposes(clause: Clause) -> bool:
    """ "whether A supports x", "if A supports x": nothing is said yet."""
    first = next(
        (
            at
            for at in range(clause.start, clause.end)
            if clause.roles[at] not in (Role.REST, Role.PLAIN, Role.JOIN, Role.COMMA)
        ),
        clause.start,
    )
    low = clause.items[first].low
    return (
        low in ("whether", "unless")
        and not clause.has(Role.UNKNOWN)
        and said_in(clause) is not Said.UNKNOWN
        or (low == "if" and bool(sides_of(clause).sides))
    )


def _of_whom(clause: Clause, own: Sides, memory: Memory) -> tuple[tuple[str, ...], bool]:
    if own.sides:
        pronoun = all(clause.items[at].means(Sense.IT) for at in clause.places(Role.SIDE))
        return own.sides, own.firm and not (pronoun and len(own.sides) == 1)
    head = clause.head()
    if head < clause.end and clause.items[head].low in ("against", "versus", "vs", "compared with", "compared to"):
        return (), True  # told of the other one, which is not named
    if clause.which:
        last = clause.start - 1
        while last > 0 and clause.roles[last] in (Role.COMMA, Role.REST):
            last -= 1
        if clause.items[last].side in SIDES:
            return (clause.items[last].side,), True
    return memory.sides, memory.firm and not clause.which
