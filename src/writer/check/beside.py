"""The metric that the value beside it lends: of a pair, a gapped clause, a series, a measure."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.after import REACH, right_of
from writer.check.bindings import Metric
from writer.check.discourse import Discourse
from writer.check.items import Item, Sort
from writer.check.measures import Fits, metrics_at
from writer.check.pairing import group_of, is_value
from writer.check.steps import leftward
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense

HARD = frozenset((";", "?", "!"))


def as_before(items: Sequence[Item], at: int, bound: dict[int, Metric], hooks: dict[int, int]) -> Metric | None:
    """ "$1 for cached input on Fable and $0.10 on nano": the second of two values that hang on the two models."""
    before = [value for value in bound if value < at]
    if not before or at not in hooks or before[-1] not in hooks:
        return None
    one, two = items[hooks[before[-1]]], items[hooks[at]]
    joined = any(item.means(Sense.JOIN) or item.means(Sense.PAIR) or item.low == "," for item in items[before[-1] : at])
    if (
        {one.side, two.side} != {"a", "b"}
        or not joined
        or any(item.low in HARD or item.means(Sense.TURN) for item in items[before[-1] : at])
    ):
        return None
    if any(item.metrics or item.sort in (Sort.JOB, Sort.BENCHMARK) for item in items[hooks[before[-1]] : at]):
        return None
    return Metric(bound[before[-1]].metrics, bound[before[-1]].firm, "as the value it is joined to")


def as_measured(items: Sequence[Item], at: int, bound: dict[int, Metric]) -> Metric | None:
    """ "a million tokens of context, nearly four times Kimi's 128,000": what another value is measured against."""
    before = [value for value in bound if value < at]
    if not before or at - before[-1] > REACH + 4:
        return None
    between = items[before[-1] + 1 : at]
    ratio = [
        item for item in between if item.quantity is not None and item.quantity.kind in (Kind.MULTIPLE, Kind.FRACTION)
    ]
    if len(ratio) != 1 or any(item.means(Sense.TURN) or item.low in (";", "(", ")", ":") for item in between):
        return None
    tail = between[between.index(ratio[0]) + 1 :]
    if not tail or len(tail) > 5 or any(item.metrics or item.means(Sense.JOIN) or item.low == "," for item in tail):
        return None
    one, two = items[before[-1]].quantity, items[at].quantity
    if one is None or two is None or one.kind is not two.kind:
        return None
    return Metric(bound[before[-1]].metrics, bound[before[-1]].firm, "measured against it")


def gapped(items: Sequence[Item], at: int, bound: dict[int, Metric], place: int) -> Metric | None:
    """ "Opus charges $5 per 1M input tokens, its rival $1": the verb and the metric are left out the second time."""
    before = [value for value in bound if value < at]
    if not before or place > before[-1] or at - before[-1] > REACH:
        return None
    one, two = items[before[-1]].quantity, items[at].quantity
    between = items[before[-1] + 1 : at]
    if (
        one is None
        or two is None
        or one.kind is not two.kind
        or not any(item.side in ("a", "b") for item in between[-2:])
        or (any(item.means(Sense.JOIN) or item.low == "," for item in between[-2:]))
    ):
        return None
    if any(
        item.low in (";", "(", ")") or item.metrics or item.sort is Sort.NUMBER or item.means(Sense.TURN)
        for item in between
    ):
        return None
    return Metric(bound[before[-1]].metrics, bound[before[-1]].firm, "as the value before it")


def clause_start(items: Sequence[Item], at: int) -> int:
    """Where the clause of the item at ``at`` begins."""
    for back in leftward(items, at):
        if items[back].low in HARD or items[back].low in (",", ":", "(") or items[back].sense is Sense.TURN:
            return back
    return 0


def of_partner(items: Sequence[Item], at: int, fits: Fits) -> tuple[tuple[str, ...], bool]:
    """ "$0.30 vs. $0.40 per 1M in": what hangs on the second of the pair measures the first as well."""
    joined = False
    for ahead in range(at + 1, min(at + 8, len(items))):
        item = items[ahead]
        if item.means(Sense.PAIR) or item.means(Sense.JOIN) or item.low == "/":
            joined = True
        elif is_value(item):
            if not joined or item.kind is None or item.kind is not items[at].kind:
                return (), False
            return right_of(items, ahead, fits)[0], any(near.means(Sense.PAIR) for near in items[at:ahead])
        elif item.low in (";", ",", "(", ")"):
            return (), False
    return (), False


def listed_metrics(items: Sequence[Item], place: int, fits: Fits, used: dict[int, int]) -> tuple[tuple[str, ...], ...]:
    """ "input and output cost …": the metrics in the order named, ending at ``place``."""
    found = [metrics_at(items, place, fits)]
    back = place - 1
    while back > 0 and (items[back].means(Sense.JOIN) or items[back].low == ","):
        earlier = metrics_at(items, back - 1, fits)
        if not earlier or back - 1 in used:
            break
        found.insert(0, earlier)
        back -= 2
    return tuple(found)


def in_series(
    items: Sequence[Item], at: int, bound: dict[int, Metric], talk: Discourse, place: int, fits: Fits
) -> Metric | None:
    """A group without words of its own measures what the group before it did, in that order."""
    group = group_of(items, at)
    if len(group) < 2 or place >= clause_start(items, at) and place >= 0:
        return None
    told = sorted(value for value in bound if value < group[0])
    before = tuple(bound[value].metrics for value in told)
    if place >= 0 and (not told or place > told[-1]):
        return None
    carried = () if place >= 0 else talk.told if len(group) > 2 else talk.series
    for series in (before[-len(group) :], carried):
        if (
            len(series) == len(group)
            and len(set(series)) == len(series)
            and all(map(fits, (each[0] for each in series if each)))
        ):
            firm = series is not carried or len(group) > 2
            return Metric(series[group.index(at)], firm=firm, how="in parallel order")
    return None
