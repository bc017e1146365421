"""Sameness without a number: the same window, identical prices, similar limits (rules 9 and 16)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from writer.check.compared import clause_of
from writer.check.index import SIDES
from writer.check.items import Item, Sort
from writer.check.pairing import is_value
from writer.check.scene import Scene
from writer.check.tied_metrics import metric_named, same_metrics, shares_metric
from writer.quantities.dates import YearMonth
from writer.sayings.words import Sense

_STRICT = frozenset(
    (
        "same",
        "identical",
        "equal",
        "level",
        "alike",
        "on a par",
        "tied",
        "equally",
        "all square",
        "tie",
        "ties",
        "draw",
        "no difference",
        "match",
        "matches",
        "share",
        "shares",
    )
)
_LOOSE = frozenset(
    ("similar", "on par", "comparable", "on par with", "much the same", "about the same", "roughly equal")
)
_RACING = frozenset(
    (
        "neck and neck",
        "nip and tuck",
        "too close to call",
        "photo finish",
        "evenly matched",
        "nothing between them",
        "toss up",
    )
)
_NEARLY = frozenset(
    (
        "almost",
        "near",
        "nearly",
        "about",
        "roughly",
        "virtually",
        "practically",
        "much",
        "broadly",
        "close",
        "essentially",
        "more",
    )
)
_TELLING = _LOOSE | {"differ", "differs", "different", "apart", "close"}
_FAR = Fraction(3, 2)
_POINTS = 2
_CLOSE = Fraction(13, 10)
_SIMILAR = Fraction(11, 10)
_DATED = ("released", "knowledge_cutoff")
_OTHERS = frozenset(
    (
        "provider",
        "providers",
        "seller",
        "vendor",
        "marketplace",
        "story",
        "way",
        "time",
        "shop",
        "thing",
        "reason",
        "order",
        "multiple",
        "ratio",
        "amount",
        "figure",
        "figures",
        "terms",
        "numbers",
        "direction",
        "pattern",
        "company",
        "family",
        "host",
        "goes",
        "holds",
        "platform",
    )
)


def judge_ties(scene: Scene) -> None:
    """Judge every claim that the two are the same, or similar, in what the clause names."""
    items = scene.items
    _judge_answer(scene)
    if Sense.SAME not in scene.senses and _TELLING.isdisjoint(scene.words):
        return
    nearly = not _NEARLY.isdisjoint(scene.words)
    for at, item in enumerate(items):
        loose = item.low in _LOOSE | _RACING or (
            nearly and any(near.low in _NEARLY for near in items[max(0, at - 3) : at])
        )
        if item.low in ("differ", "differs"):
            _judge_differing(scene, at)
        if _unlike(items, at):
            _judge_unlike(scene, at)
            continue
        if _is_close(items, at):
            _judge_close(scene, at)
        racing = item.low in _RACING
        if item.low not in _LOOSE and not racing and not (item.means(Sense.SAME) and item.low in _STRICT):
            continue
        start, stop = clause_of(items, at)
        after = items[at + 1].low if at + 1 < len(items) else ""
        if (
            after in _OTHERS
            or [each.low for each in items[max(0, at - 2) : at]] == ["by", "the"]
            or any(
                is_value(each)
                and not racing
                or each.means(Sense.NEGATE)
                or each.means(Sense.COMPARE)
                or each.means(Sense.GAP)
                for each in items[start:stop]
            )
        ):
            continue
        if not _is_of_both(items, start, stop):
            continue
        if item.low in _SHARING and not shares_metric(items, at):
            continue
        for metric in same_metrics(scene, at, start, stop):
            _judge(scene, at, metric, loose=loose)


_SHARING = frozenset(("share", "shares"))


def _judge_answer(scene: Scene) -> None:
    """ "Do they have the same context window? No.": the answer to whether something is the same."""
    first = scene.items[0]
    if len(scene.talk.asked_same) != 1 or first.low not in ("yes", "no"):
        return
    numbers = scene.index.numbers.get(scene.talk.asked_same[0], {})
    if len(numbers) == len(SIDES) and (numbers["a"].value == numbers["b"].value) is not (first.low == "yes"):
        scene.findings.strays(
            first.start,
            first.end,
            "false-tie",
            f"both: {scene.talk.asked_same[0]}",
            expected=f"pair.{scene.talk.asked_same[0]}.higher",
        )


def _unlike(items: Sequence[Item], at: int) -> bool:
    """ "very different context windows", "worlds apart"."""
    before = items[at - 1].low if at else ""
    return (
        items[at].low == "different"
        and before in ("very", "vastly", "wildly", "radically")
        or (items[at].low == "apart" and before in ("worlds", "poles", "far", "miles"))
    )


def _is_close(items: Sequence[Item], at: int) -> bool:
    """ "the scores are close", "close in price"."""
    after = items[at + 1].low if at + 1 < len(items) else "."
    before = items[at - 1].low if at else ""
    return items[at].low == "close" and (
        before in ("are", "is", "very") and after in (".", ",", ";", "in", "on") or after == "in"
    )


def _judge_close(scene: Scene, at: int) -> None:
    """Close is within 30 %."""
    start, stop = clause_of(scene.items, at)
    if any(is_value(each) or each.means(Sense.NEGATE) for each in scene.items[start:stop]) or not _is_of_both(
        scene.items, start, stop
    ):
        return
    for metric in same_metrics(scene, at, start, stop):
        numbers = scene.index.numbers.get(metric, {})
        low, high = sorted(entry.value for entry in numbers.values()) if len(numbers) == len(SIDES) else (0, 0)
        if low > 0 and high / low > _CLOSE:
            scene.findings.strays(
                scene.items[at].start,
                scene.items[at].end,
                "false-intensity",
                f"{metric}: close",
                expected=f"pair.{metric}.ratio",
            )


def _judge_differing(scene: Scene, at: int) -> None:
    """ "the output limits differ": they must not be equal."""
    start, stop = clause_of(scene.items, at)
    inside = scene.items[start:stop]
    if any(
        is_value(each) or each.means(Sense.NEGATE) or each.sort is Sort.ABILITY for each in inside
    ) or not _is_of_both(scene.items, start, stop):
        return
    metric = metric_named(scene.items, at, start, stop)
    numbers = scene.index.numbers.get(metric, {})
    if len(numbers) == len(SIDES) and numbers["a"].value == numbers["b"].value:
        item = scene.items[at]
        scene.findings.strays(
            item.start, item.end, "false-comparative", f"{metric} {item.low}", expected=f"pair.{metric}.higher"
        )


def _judge_unlike(scene: Scene, at: int) -> None:
    start, stop = clause_of(scene.items, at)
    if scene.items[at].low == "different":
        start, stop = at, min(stop, at + 4)
    metric = metric_named(scene.items, at, start, stop)
    numbers = scene.index.numbers.get(metric, {})
    if len(numbers) < len(SIDES) or any(is_value(each) for each in scene.items[start:stop]):
        return
    low, high = sorted(entry.value for entry in numbers.values())
    if low > 0 and high / low < _FAR:
        scene.findings.strays(
            scene.items[at].start,
            scene.items[at].end,
            "false-intensity",
            f"both: {metric}",
            expected=f"pair.{metric}.ratio",
        )


def _is_of_both(items: Sequence[Item], start: int, stop: int) -> bool:
    sides = {item.side for item in items[start:stop] if item.side}
    return not (len(sides) == 1 and sides <= set(SIDES))


def _judge(scene: Scene, at: int, metric: str, *, loose: bool) -> None:
    item = scene.items[at]
    after = scene.items[at + 1].low if at + 1 < len(scene.items) else ""
    if metric in _DATED:
        dates = scene.index.dates.get(metric, {})
        if len(dates) < len(SIDES):
            return
        one, two = dates["a"], dates["b"]
        same = (
            one.year == two.year
            if after == "year"
            else (
                YearMonth.of(one) == YearMonth.of(two)
                if after == "month" or metric == "knowledge_cutoff"
                else one == two
            )
        )
    else:
        numbers = scene.index.numbers.get(metric, {})
        if len(numbers) < len(SIDES):
            return
        low, high = sorted(entry.value for entry in numbers.values())
        near = high - low <= _POINTS if metric.startswith("score.") else low > 0 and high / low <= _SIMILAR
        near = near or scene.index.value(f"pair.{metric}.within_margin") is True
        same = low == high or (loose and near)
    if same:
        scene.findings.holds(item.start, item.end, f"both: {metric}", tuple(f"{side}.{metric}" for side in SIDES))
    else:
        scene.findings.strays(
            item.start,
            item.end,
            "false-intensity" if loose else "false-tie",
            f"both: {metric}",
            expected=f"pair.{metric}.{_ENDS.get(metric.partition('.')[0], 'higher')}",
        )


_ENDS = {"released": "newer", "knowledge_cutoff": "newer", "score": "winner"}
