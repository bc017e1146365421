"""Clauses that name no thing but speak of those named before: "B takes neither", "not on B", "so does B"."""

from __future__ import annotations

from writer.check.clause_sides import Sides
from writer.check.clauses import Clause
from writer.check.index import SIDES
from writer.check.items import BOTH, Item, Sort
from writer.check.polarity import DENIALS, Said, is_exclusive, said_in, says_something
from writer.check.possession import Claim, Memory
from writer.check.roles import AUXILIARIES
from writer.check.standing import hangs
from writer.sayings.clause_words import Role
from writer.sayings.words import Sense

_SHORT = 12
_ELSE = frozenset(
    (
        "score",
        "scores",
        "benchmark",
        "benchmarks",
        "weights",
        "weight",
        "provider",
        "providers",
        "limit",
        "limits",
        "license",
        "licence",
        "price",
        "prices",
        "result",
        "results",
        "test",
        "tests",
        "figure",
        "figures",
        "release",
        "cutoff",
        "date",
        "window",
        "open",
        "closed",
        "cost",
        "costs",
        "sold",
        "marketplace",
        "seller",
        "sellers",
        "vendor",
        "count",
        "counts",
        "size",
    )
)
_SINGULAR = frozenset(
    (
        "it",
        "that",
        "such",
        "something",
        "a thing",
        "a capability",
        "a feature",
        "which",
        "the first",
        "the last",
        "the second",
    )
)
_SOME = {"the first": 0, "the second": 1, "the last": -1}
_EMPTY = frozenset((Role.REST, Role.PLAIN, Role.HARD, Role.COMMA, Role.TURN, Role.JOIN, Role.WHICH))
_ANSWERS = frozenset((Role.YES, Role.NO, Role.NOT, Role.UNKNOWN))
_ENDING = _ANSWERS | {Role.LACK, Role.NONE}
_BEGINNING = _ANSWERS | {Role.LACK, Role.RECORD, Role.ONLY}
_TELLING = frozenset((Role.VERB, Role.LACK, Role.NOT, Role.UNKNOWN, Role.RECORD, Role.LINK))


def about_last(clause: Clause, own: Sides, memory: Memory) -> list[Claim]:
    """What the clause claims of the things before; empty where it does not speak of them."""
    if clause.end - clause.start > _SHORT or _speaks_of_else(clause):
        return []
    if memory.wanted and len(own.sides) == 1 and not clause.has(Role.THOSE):
        return _of_wanted(clause, own, memory)
    said = _said_of_last(clause, own, memory)
    sides, firm = (own.sides, own.firm) if own.sides else (memory.sides, memory.firm)
    if said is None or not sides:
        return []
    things, any_thing = _which_things(clause, memory.things)
    recorded = memory.recorded or clause.has(Role.RECORD)
    only = said is Said.YES and len(sides) == 1 and is_exclusive(clause)
    return [Claim(sides, said, things, firm, only, recorded, any_thing)]


def _of_wanted(clause: Clause, own: Sides, memory: Memory) -> list[Claim]:
    """ "if you need vision, take A", "… B is out"."""
    said = said_in(clause)
    if clause.has(Role.CHOOSE) and said is Said.YES:
        return [Claim(own.sides, Said.YES, memory.things, own.firm, is_exclusive(clause))]
    return (
        [Claim(own.sides, Said.NOT_ON_RECORD, memory.things, own.firm)]
        if clause.has(Role.LACK) and said is Said.NO
        else []
    )


def _speaks_of_else(clause: Clause) -> bool:
    return any(
        speaks_of_else(item)
        and clause.roles[at] not in (Role.UNKNOWN, Role.REST, Role.THOSE, Role.VERB)
        and (item.sort is not Sort.NUMBER or clause.roles[at] is Role.OTHER)
        for at, item in enumerate(clause.items[clause.start : clause.end], clause.start)
    )


def names_other(item: Item) -> bool:
    """A thing of another kind, which "it" will stand for from now on."""
    return (
        item.sort in (Sort.ABILITY, Sort.SELLER, Sort.BENCHMARK, Sort.LICENSE)
        and not item.side
        or item.means(Sense.METRIC)
    )


def speaks_of_else(item: Item) -> bool:
    """Whether a word tells that a clause speaks of something else than what was named before."""
    if item.means(Sense.METRIC) or item.means(Sense.COMPARE) or item.low in _ELSE:
        return True
    if item.sort is Sort.NUMBER:
        return item.quantity is not None and not item.quantity.quantifier
    if item.sort is Sort.JOB:
        return item.low not in ("support", "supports")  # a word of "support chats", and a verb
    return item.sort in (Sort.BENCHMARK, Sort.LICENSE, Sort.SELLER, Sort.ABILITY) and not item.side


def _said_of_last(clause: Clause, own: Sides, memory: Memory) -> Said | None:
    """What it says of the things before; None where it does not speak of them."""
    telling = [at for at in range(clause.start, clause.end) if clause.roles[at] not in _EMPTY]
    if not telling:
        return None
    said = said_in(clause, recorded=memory.recorded)
    if _is_inverted(clause, telling[0]):
        return Said.NO if memory.said in DENIALS else None
    if own.sides and any(clause.items[at].low == "nor" for at in range(clause.start, telling[0] + 1)):
        return memory.said if memory.said in DENIALS else Said.NO
    if clause.has(Role.SO):
        return memory.said if own.sides and said is Said.YES else None
    if (
        clause.has(Role.OTHER)
        and said is not Said.UNKNOWN
        and (memory.carried or not clause.has(Role.THOSE, Role.NONE))
        and not clause.which
    ):
        return None
    if not own.sides:
        return _without_model(clause, said, memory, telling)
    if _denies_a_denial(clause, memory, telling):
        return None
    if memory.open and not clause.has(Role.OTHER):
        return said if says_something(clause) or clause.has(Role.NEITHER) else memory.said
    return said if _refers(clause, own, telling, said) else None


def _is_inverted(clause: Clause, first: int) -> bool:
    """ "neither does B"."""
    return (
        clause.items[first].low == "neither"
        and first + 2 < clause.end
        and clause.items[first + 1].low in AUXILIARIES
        and (clause.roles[first + 2] is Role.SIDE)
    )


def _denies_a_denial(clause: Clause, memory: Memory, telling: list[int]) -> bool:
    """ "A lacks x, B does not": which of the two is meant stays open."""
    last = telling[-1]
    return (
        memory.said in DENIALS
        and clause.items[last].low in ("n't", "not")
        and clause.roles[telling[0]] is Role.SIDE
        and last - telling[0] <= 2
    )


def _without_model(clause: Clause, said: Said, memory: Memory, telling: list[int]) -> Said | None:
    """ "Unknown.", "for B, no documentation exists": the model was named before."""
    if (memory.fronted or memory.open) and all(clause.roles[at] in _ANSWERS for at in telling):
        return said
    if memory.fronted and said in DENIALS:
        return said
    if said is Said.UNKNOWN and (memory.open or clause.has(Role.THOSE, Role.NONE)):
        return said
    return None


def _refers(clause: Clause, own: Sides, telling: list[int], said: Said) -> bool:
    """Whether a clause with a model of its own speaks of the things before."""
    first, last = telling[0], telling[-1]
    roles = clause.roles
    if roles[last] is Role.VERB and clause.items[last].low in AUXILIARIES and said is Said.YES:
        return True  # "… B does"
    if roles[first] is Role.VERB and _is_participle(clause, telling):
        return True  # "supported by B", "is absent from B"
    if clause.has(Role.THOSE, Role.NONE) and clause.has(*_TELLING):
        return True  # "B takes neither", "B lacks them"
    if _is_of_things(clause, first) and len(own.sides) == 1 and clause.has(Role.VERB, Role.RECORD, Role.UNKNOWN):
        return True
    if clause.which and clause.has(*_TELLING, Role.SHARED):
        return True  # "which B lacks"
    return roles[last] in _ENDING or roles[first] in _BEGINNING


def _is_participle(clause: Clause, telling: list[int]) -> bool:
    low = clause.items[telling[0]].low
    second = clause.roles[telling[1]] if len(telling) > 1 else Role.HARD
    return low.endswith("ed") or low == "available" or second in _BEGINNING


def _is_of_things(clause: Clause, first: int) -> bool:
    """ "neither is documented for B", "both are available on B": a count of things, beside a model of its own."""
    if clause.roles[first] is Role.NEITHER:
        return True
    return clause.items[first].side == BOTH and any(
        clause.items[at].side in SIDES and hangs(clause.items, at) for at in clause.places(Role.SIDE)
    )


def _which_things(clause: Clause, things: tuple[Item, ...]) -> tuple[tuple[Item, ...], bool]:
    """Which of the things a clause speaks of, and whether it is left open."""
    for at in clause.places(Role.THOSE):
        low = clause.items[at].low
        ordinal = _SOME.get(f"{low} {clause.items[at + 1].low}" if at + 1 < clause.end and low == "the" else low)
        if ordinal is not None and len(things) > abs(ordinal):
            return (things[ordinal],), False
    single = any(clause.items[at].low in _SINGULAR for at in clause.places(Role.THOSE)) or (
        clause.which and not clause.has(Role.NONE) and not clause.words() & {"are", "were", "both", "all"}
    )
    return things, single and len(things) > 1
