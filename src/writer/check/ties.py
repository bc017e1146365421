"""Sameness without a number: the same window, identical prices, similar limits (rules 9 and 16)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from writer.check.compared import clause_of
from writer.check.index import SIDES
from writer.check.items import Item
from writer.check.measures import metrics_at
from writer.check.pairing import is_value
from writer.check.scene import Scene
from writer.quantities.dates import YearMonth
from writer.sayings.words import Sense

_STRICT = frozenset(("same", "identical", "equal", "level", "alike", "on a par", "tied", "equally", "all square"))
_LOOSE = frozenset(("similar", "on par", "comparable", "on par with", "much the same", "about the same", "roughly equal"))
_NEARLY = frozenset(("almost", "nearly", "about", "roughly", "virtually", "practically", "much", "broadly", "close", "essentially", "more"))
_FAR = Fraction(3, 2)
_SIMILAR = Fraction(11, 10)
_DATED = ("released", "knowledge_cutoff")
_OTHERS = frozenset(("provider", "providers", "seller", "vendor", "marketplace", "story", "way", "time", "shop", "thing", "reason", "order",
                     "multiple", "ratio", "amount", "direction", "pattern", "company", "family", "host", "goes", "holds", "platform"))


def judge_ties(scene: Scene) -> None:
    """Judge every claim that the two are the same, or similar, in what the clause names."""
    items = scene.items
    _judge_answer(scene)
    for at, item in enumerate(items):
        loose = item.low in _LOOSE or any(near.low in _NEARLY for near in items[max(0, at - 3) : at])
        unlike = _unlike(items, at)
        if unlike:
            _judge_unlike(scene, at)
            continue
        if not loose and not (item.means(Sense.SAME) and item.low in _STRICT):
            continue
        start, stop = clause_of(items, at)
        after = items[at + 1].low if at + 1 < len(items) else ""
        if after in _OTHERS or any(is_value(each) or each.means(Sense.NEGATE) or each.means(Sense.COMPARE) or each.means(Sense.GAP) for each in items[start:stop]):
            continue
        if not _is_of_both(items, start, stop):
            continue
        metric = _metric(items, at, start, stop)
        if metric:
            _judge(scene, at, metric, loose=loose)


def _judge_answer(scene: Scene) -> None:
    """ "Do they have the same context window? No.": the answer to whether something is the same."""
    first = scene.items[0]
    if len(scene.talk.asked_same) != 1 or first.low not in ("yes", "no"):
        return
    numbers = scene.index.numbers.get(scene.talk.asked_same[0], {})
    if len(numbers) == len(SIDES) and (numbers["a"].value == numbers["b"].value) is not (first.low == "yes"):
        scene.findings.strays(first.start, first.end, "false-tie", f"both: {scene.talk.asked_same[0]}",
                              expected=f"pair.{scene.talk.asked_same[0]}.higher")


def _unlike(items: Sequence[Item], at: int) -> bool:
    """ "very different context windows", "worlds apart"."""
    before = items[at - 1].low if at else ""
    return items[at].low == "different" and before in ("very", "vastly", "wildly", "radically") or (
        items[at].low == "apart" and before in ("worlds", "poles", "far", "miles"))


def _judge_unlike(scene: Scene, at: int) -> None:
    start, stop = clause_of(scene.items, at)
    if scene.items[at].low == "different":
        start, stop = at, min(stop, at + 4)
    metric = _metric(scene.items, at, start, stop)
    numbers = scene.index.numbers.get(metric, {})
    if len(numbers) < len(SIDES) or any(is_value(each) for each in scene.items[start:stop]):
        return
    low, high = sorted(entry.value for entry in numbers.values())
    if low > 0 and high / low < _FAR:
        scene.findings.strays(scene.items[at].start, scene.items[at].end, "false-intensity", f"both: {metric}", expected=f"pair.{metric}.ratio")


def _is_of_both(items: Sequence[Item], start: int, stop: int) -> bool:
    sides = {item.side for item in items[start:stop] if item.side}
    if len(sides) == 1 and sides <= set(SIDES):
        return False
    return True


def _metric(items: Sequence[Item], at: int, start: int, stop: int) -> str:
    """What is the same: the metric beside the word, else the one of the clause."""
    def fits(name: str) -> bool:
        return not name.startswith(("score.", "price.list", "@"))

    for index in (*range(at + 1, min(stop, at + 6)), *range(at - 1, start - 1, -1)):
        found = [name for name in metrics_at(items, index, fits) if name not in ("providers.count", "capabilities.count")]
        if len(found) == 1:
            return found[0]
        if "price.output" in found and any(item.low in ("cost", "costs", "price", "charge", "pay") for item in items[start:stop]):
            return "price.output"
        if found and not items[index].means(Sense.ACT):
            return ""
    words = {item.low for item in items[start:stop]}
    return "price.blended" if words & {"cost", "costs", "priced"} else ""


def _judge(scene: Scene, at: int, metric: str, *, loose: bool) -> None:
    item = scene.items[at]
    after = scene.items[at + 1].low if at + 1 < len(scene.items) else ""
    if metric in _DATED:
        dates = scene.index.dates.get(metric, {})
        if len(dates) < len(SIDES):
            return
        one, two = dates["a"], dates["b"]
        same = one.year == two.year if after == "year" else (
            YearMonth.of(one) == YearMonth.of(two) if after == "month" or metric == "knowledge_cutoff" else one == two)
    else:
        numbers = scene.index.numbers.get(metric, {})
        if len(numbers) < len(SIDES):
            return
        low, high = sorted(entry.value for entry in numbers.values())
        same = low == high or (loose and low > 0 and high / low <= _SIMILAR)
    if same:
        scene.findings.holds(item.start, item.end, f"both: {metric}", tuple(f"{side}.{metric}" for side in SIDES))
    else:
        scene.findings.strays(item.start, item.end, "false-intensity" if loose else "false-tie", f"both: {metric}",
                              expected=f"pair.{metric}.{'newer' if metric in _DATED else 'higher'}")
