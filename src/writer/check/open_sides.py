"""Which model and which metric a value can be of, by nothing but what its own words name.

The binder (``subjects``, ``metrics``) follows a sentence one way; prose has more ways than it knows. This is the outer bound
that rule 13 of the contract sets to it: what is named in the value's own words excludes every other, and where those words
name nothing, or both models, either can be meant. A value's own words reach to the next comma, joining word or "than"; where
they name no model, its clause; then what stands before it in the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from writer.check.index import SIDES, other
from writer.check.items import BOTH, Item, Sort
from writer.check.pairing import group_of, pair_of, partner
from writer.check.scene import Scene
from writer.check.standing import hangs
from writer.quantities.quantity import GroupKind, Modifier
from writer.sayings.words import Sense

_CLOSES = frozenset((";", ":", ".", "(", ")", "—", "–", "?", "!", "where", "when", "what", "although", "though"))
_SUMMING = frozenset(("making", "giving", "leaving", "bringing", "putting"))  # "…, making six capabilities to four"
_ORDERED = frozenset(
    ("in parallel order", "in the order named", "named with it", "in the order of the sentence before")
)
_FAMILIES = {
    "workload": "money",
    "price": "money",
    "context_fill": "money",
    "offers": "money",
    "context_window": "tokens",
    "max_output": "tokens",
    "parameters_total": "parameters",
    "parameters_active": "parameters",
}


def open_sides(scene: Scene, at: int) -> tuple[str, ...]:
    """The sides that the value at ``at`` can belong to, in order."""
    items, subject = scene.items, scene.subjects.get(at)
    if subject is not None and subject.how == "in the order named":
        return (subject.side,) if subject.side in SIDES else SIDES
    named = _named(scene, *_stretch(items, at, _parts_words))
    if named:
        return named
    first = partner(items, at)
    if items[_stretch(items, first[0] if first else at, _parts_words)[0]].low in _SUMMING:
        return SIDES
    low, high = _stretch(items, at, _parts_clause)
    named = _subjects(scene, low, high)
    if len(named) == 1 and first is not None:
        return (other(named[0]),)
    if named and not _goes_on(items, low, at):
        return named
    before = _subjects(scene, 0, at)
    if len(before) == 1:
        return _of_pair(scene, at, before[0])
    if before or any(item.side in (*SIDES, BOTH) for item in items):
        return SIDES
    alone = scene.talk.asked_side or scene.talk.heading_side
    return (alone,) if alone and not _is_paired(items, at) else SIDES


def is_open(scene: Scene, at: int, metric: str) -> bool:
    """Whether the value can be of ``metric``: no other one is named in its own words, and none is its by parallel order."""
    bound = scene.metrics.get(at)
    if bound is not None and bound.firm and bound.how in _ORDERED:
        return metric in bound.metrics
    ranged = scene.quantity(at).group_kind in (GroupKind.RANGE, GroupKind.DASH, GroupKind.TO)
    low, high = _stretch(scene.items, at, _parts_range if ranged else _parts_words)
    named = {each for item in scene.items[low:high] for each in (item.metrics or item.ids)}
    alike = {each for each in named if family(each) == family(metric)}
    bare = metric.removeprefix("score.")
    return not alike or bool({metric, bare, bare.partition("@")[0]} & alike)


def own_words(scene: Scene, at: int) -> Sequence[Item]:
    """The items around the value that no comma, joining word or "than" parts from it."""
    low, high = _stretch(scene.items, at, _parts_words)
    return scene.items[low:high]


def family(metric: str) -> str:
    """Metrics of one family can be mistaken for each other."""
    head = metric.partition(".")[0]
    return _FAMILIES.get(head, "score" if head == "score" or "." not in metric and metric not in _DATED else head)


_DATED = ("released", "knowledge_cutoff")


def _is_paired(items: Sequence[Item], at: int) -> bool:
    return pair_of(items, at) is not None or len(group_of(items, at)) > 1


def _of_pair(scene: Scene, at: int, side: str) -> tuple[str, ...]:
    """ "Qwen is cheaper on output: $1 against $2": of a pair behind the one model that is named, the first is that model's."""
    pair = pair_of(scene.items, at)
    if pair is None:
        return SIDES if _is_paired(scene.items, at) else (side,)
    if scene.quantity(pair[0]).modifier is Modifier.FROM:  # "Qwen cuts the bill from $2 to $1"
        return SIDES
    return (side,) if at == pair[0] else (other(side),)


def told_by_colon(scene: Scene, at: int) -> tuple[str, ...]:
    """ "Qwen is cheaper than GLM: $1 against $2": whose the value of a pair right behind a colon is; both where it is no such."""
    items, pair = scene.items, pair_of(scene.items, at)
    if pair is None or pair[0] < 1 or items[pair[0] - 1].low != ":":
        return SIDES
    before = _subjects(scene, 0, pair[0])
    return _of_pair(scene, at, before[0]) if len(before) == 1 else SIDES


def _goes_on(items: Sequence[Item], low: int, at: int) -> bool:
    """ "… where Qwen reads 262,144, and may write 128,000": a verb after "and" can go on with the subject of a clause before."""
    joints = [place for place in range(low, at) if items[place].means(Sense.JOIN)]
    return (
        bool(joints)
        and joints[-1] > low
        and items[joints[-1] - 1].low == ","
        and joints[-1] + 1 < at
        and items[joints[-1] + 1].quantity is None
    )


def _parts_words(item: Item) -> bool:
    joins = item.means(Sense.JOIN) or item.means(Sense.PAIR) or item.means(Sense.THAN)
    return joins or item.low == "," or _parts_clause(item)


def _parts_range(item: Item) -> bool:
    """The two ends of a range can be of two metrics that are joined: "2.1–2.5 times as much on runs and chats"."""
    return item.low == "," or _parts_clause(item)


def _parts_clause(item: Item) -> bool:
    return item.low in _CLOSES or item.sort is Sort.BREAK or item.means(Sense.TURN)


def _stretch(items: Sequence[Item], at: int, parts: Callable[[Item], bool]) -> tuple[int, int]:
    """From where to where (exclusive) nothing parts the words around ``at``."""
    low, high = at, at + 1
    while low > 0 and (not parts(items[low - 1]) or low > 1 and items[low - 2].low == "up"):  # "up to" parts nothing
        low -= 1
    while high < len(items) and not parts(items[high]):
        high += 1
    if high + 2 < len(items) and items[high].low == "(" and items[high + 1].side and items[high + 2].low == ")":
        high += 2  # "$34.50 (mini)": a name in brackets right behind
    if (
        low > 1
        and items[low - 1].low == "("
        and not any(each.metrics or each.ids or each.side for each in items[low:high])
    ):
        low -= 1  # "support chats ($58.75)": what stands right before the bracket
        while low > 0 and not parts(items[low - 1]):
            low -= 1
    return low, high


def _named(scene: Scene, low: int, high: int) -> tuple[str, ...]:
    """The sides that are named from ``low`` to ``high``; a pronoun names either, but after a sentence of one model that one."""
    found: set[str] = set()
    for place in range(low, high):
        item = scene.items[place]
        if item.side == BOTH or item.side in SIDES and not _names_one(scene, place):
            found.update(SIDES)
        elif item.side in SIDES and item.sort is not Sort.NUMBER:
            found.add(item.side)
    return tuple(side for side in SIDES if side in found)


def _subjects(scene: Scene, low: int, high: int) -> tuple[str, ...]:
    """Those of them that hang on nothing ("unlike Gemini", "over Gemini", "beats Gemini"), else all."""
    items = scene.items
    free = [items[at].side for at in range(low, high) if items[at].side in SIDES and not _is_aside(items, at)]
    pronouns = any(item.side == BOTH or item.means(Sense.IT) or item.means(Sense.RIVAL) for item in items[low:high])
    return (free[0],) if len(set(free)) == 1 and not pronouns else _named(scene, low, high)


def _is_aside(items: Sequence[Item], at: int) -> bool:
    before = items[at - 1].low.rpartition(" ")[2] if at else ""  # "fifteen out for Sonnet"
    if before == "of" and at > 1 and items[at - 2].metrics:
        return False  # "the input price of Phi-4 is … and its output price"
    return hangs(items, at) or before in _SETTING_APART


_SETTING_APART = frozenset(("unlike", "beside", "besides", "alongside", "like", "near", "for", "with", "on", "of"))


def _names_one(scene: Scene, at: int) -> bool:
    item, turn = scene.items[at], scene.talk.turn
    before = {
        each.side
        for place, each in enumerate(scene.items[:at])
        if each.side in (*SIDES, BOTH) and not (item.means(Sense.IT) and _is_aside(scene.items, place))
    }
    if item.means(Sense.IT):
        alone = turn is not None and turn[0] == item.side
        last = scene.talk.subject == item.side and scene.talk.last[-1:] == (item.side,)
        return before == {item.side} or not before and (alone or last)
    return not item.means(Sense.RIVAL) or before == {other(item.side)}
