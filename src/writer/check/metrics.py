"""What a value measures: the metric named beside it, before it, carried to it, or in parallel order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from writer.check.discourse import Discourse
from writer.check.items import Item, Sort
from writer.check.measures import Fits, metrics_at, within
from writer.check.pairing import group_of, is_value, partner
from writer.check.steps import leftward
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense

_GLUE = frozenset(("tokens", "token", "of", "a", "an", "the", "million", "thousand", "each", "its", "their", "for", "on", "per",
                   "in", "single", "entire", "whole", "total", "mtok", "usd", "all", "every", "listed", "maximum", "as",
                   "recorded", "about", "respectively", "again", "at", "out", "are", "is", "being", "new", "shared", "one", "any", "million-token", "sized", "wide", "to"))
_REACH = 8
_HARD = frozenset((";", "?", "!"))


@dataclass(frozen=True, slots=True)
class Metric:
    """What a value measures: every metric that the words leave open; ``firm`` where the clause itself names it."""

    metrics: tuple[str, ...]
    firm: bool
    how: str
    at: int = -1                       # the index of the word, -1 where none stands in the sentence


def right_of(items: Sequence[Item], at: int, fits: Fits) -> tuple[tuple[str, ...], int]:
    """The metric that hangs on the value: "$5/1M for input", "262,144-token window", "$2.78 for 10,000 chats"."""
    for ahead in range(at + 1, min(at + _REACH, len(items))):
        item = items[ahead]
        found = metrics_at(items, ahead, fits)
        if found and _has_its_own(items, ahead):
            break
        if found:
            return found, ahead
        if is_value(item) and not counts_jobs(items, ahead):
            break
        if item.low == "," and ahead + 1 < len(items) and items[ahead + 1].low == "on" or item.low == "(" and _is_share(items[at]):
            continue
        if item.means(Sense.AGAIN) or item.means(Sense.THAN) or item.means(Sense.COMPARE) and not is_value(items[at]):
            continue
        if item.low in _GLUE or item.means(Sense.LINK) or item.low in ("extra", "more", "further", "additional") or item.sort in (Sort.SELLER, Sort.PASSED, Sort.NUMBER, Sort.OWNER):
            continue
        if item.side and (items[ahead - 1].means(Sense.LINK) or items[ahead - 1].low in ("the", "as", "than")):
            continue
        break
    return (), -1


def _has_its_own(items: Sequence[Item], at: int) -> bool:
    """ "with a knowledge cutoff of January 2025": the metric of a value of its own."""
    brought = any(each.low == "with" for each in items[max(0, at - 3) : at])
    return brought and at + 2 < len(items) and items[at + 1].low in ("of", "in", "at") and is_value(items[at + 2])


def _is_share(item: Item) -> bool:
    return item.quantity is not None and item.quantity.kind in (Kind.PERCENT, Kind.MULTIPLE, Kind.FRACTION)


def counts_jobs(items: Sequence[Item], at: int) -> bool:
    """Whether the number counts a workload's requests."""
    return at + 1 < len(items) and items[at + 1].sort is Sort.JOB


def left_of(items: Sequence[Item], at: int, fits: Fits, used: dict[int, int], *, acts: bool = True) -> tuple[tuple[str, ...], int, bool]:
    """The nearest metric before the value that does not hang on another one, and whether it stands in the same clause;
    ``used`` maps indexes of metric words to the values they hang on."""
    clean = True
    for back in leftward(items, at):
        item = items[back]
        found = metrics_at(items, back, fits) if acts or not item.means(Sense.ACT) else ()
        if found:
            return found, back, clean and back not in used
        if item.low in _HARD:
            clean = False
    return (), -1, False


def metric_of(items: Sequence[Item], at: int, fits: Fits, talk: Discourse, bound: dict[int, Metric],
              hooks: dict[int, int] | None = None) -> Metric:
    """What the value at ``at`` measures; ``bound`` holds the values of the sentence that are bound already."""
    used = {metric.at: value for value, metric in bound.items() if metric.at > value}
    shared = _as_before(items, at, bound, hooks or {})
    inside = within(items[at], fits)
    if inside:
        return Metric(inside, firm=True, how="named with it")
    found, where = right_of(items, at, fits)
    if found:
        return Metric(found, firm=True, how="named after it", at=where)
    shared = shared or _as_measured(items, at, bound)
    if shared is not None:
        return shared
    pair = partner(items, at)
    if pair is not None and pair[0] in bound:
        first = bound[pair[0]]
        group = group_of(items, at)
        before = [bound[each].metrics for each in sorted(bound) if each < group[0]][-len(group):]
        told = [each for each in sorted(bound) if each < group[0]][-2:]
        joined = len(told) > 1 and told[-1] == pair[0] and any(item.means(Sense.JOIN) for item in items[told[0] : told[1]]) and not any(
            item.sort is Sort.JOB for item in items[told[0] : told[1]])
        if len(group) > 1 and joined and len(before) == len(group) and len(set(before)) == len(before) and all(before):
            return Metric(before[group.index(at)], firm=True, how="in parallel order")
        return Metric(first.metrics, first.firm, "as the first of the pair")
    left, place, clean = left_of(items, at, fits, used)
    if place < _clause_start(items, at):
        far, spot = _further_right(items, at, fits)
        if far:
            return Metric(far, firm=True, how="named after it", at=spot)
    series = _series(items, at, bound, talk, -1 if place in used else place, fits)
    if series is not None:
        return series
    gapped = _gapped(items, at, bound, place)
    if gapped is not None:
        return gapped
    late, paired = _of_partner(items, at, fits) if place < _clause_start(items, at) else ((), False)
    if late:
        return Metric(late, firm=paired, how="named after the pair")
    if left:
        return _named_before(items, at, left, place, clean=clean, used=used, fits=fits)
    spent, place, _ = left_of(items, at, fits, {})
    if spent:
        return Metric(spent, firm=False, how="as the value before it", at=place)
    carried = tuple(metric for metric in (talk.metrics or talk.heading_metrics) if fits(metric))
    if carried:
        return Metric(carried, firm=False, how="carried from before")
    return Metric((), firm=False, how="nothing named")


def _named_before(items: Sequence[Item], at: int, left: tuple[str, ...], place: int, *, clean: bool, used: dict[int, int],
                  fits: Fits) -> Metric:
    """ "the input price is $5", "input and output cost $5 and $25": the metric at ``place``, before the value."""
    several = _coordinated(items, place, fits, used)
    group = group_of(items, at)
    if len(several) == len(group) > 1:
        return Metric(several[group.index(at)], firm=True, how="in the order named", at=place)
    mates = {*group, *(partner(items, at) or ())}
    crossed = any(is_value(items[each]) and each not in mates and not counts_jobs(items, each) for each in leftward(items, at, place))
    near = not items[place].means(Sense.ACT) or at - place <= 5
    same = place >= _clause_start(items, at) or not any(
        each.means(Sense.TURN) or each.low in ("(", ")") for each in items[place : at - (place == at - 2)])
    return Metric(left, firm=clean and not crossed and near and same, how="named before it", at=place)


def _as_before(items: Sequence[Item], at: int, bound: dict[int, Metric], hooks: dict[int, int]) -> Metric | None:
    """ "$1 for cached input on Fable and $0.10 on nano": the second of two values that hang on the two models."""
    before = [value for value in bound if value < at]
    if not before or at not in hooks or before[-1] not in hooks:
        return None
    one, two = items[hooks[before[-1]]], items[hooks[at]]
    joined = any(item.means(Sense.JOIN) or item.means(Sense.PAIR) or item.low == "," for item in items[before[-1] : at])
    if {one.side, two.side} != {"a", "b"} or not joined or any(item.low in _HARD or item.means(Sense.TURN) for item in items[before[-1] : at]):
        return None
    if any(item.metrics or item.sort in (Sort.JOB, Sort.BENCHMARK) for item in items[hooks[before[-1]] : at]):
        return None
    return Metric(bound[before[-1]].metrics, bound[before[-1]].firm, "as the value it is joined to")


def _as_measured(items: Sequence[Item], at: int, bound: dict[int, Metric]) -> Metric | None:
    """ "a million tokens of context, nearly four times Kimi's 128,000": what another value is measured against."""
    before = [value for value in bound if value < at]
    if not before or at - before[-1] > _REACH + 4:
        return None
    between = items[before[-1] + 1 : at]
    ratio = [item for item in between if item.quantity is not None and item.quantity.kind in (Kind.MULTIPLE, Kind.FRACTION)]
    if len(ratio) != 1 or any(item.means(Sense.TURN) or item.low in (";", "(", ")", ":") for item in between):
        return None
    tail = between[between.index(ratio[0]) + 1 :]
    if not tail or len(tail) > 5 or any(item.metrics or item.means(Sense.JOIN) or item.low == "," for item in tail):
        return None
    one, two = items[before[-1]].quantity, items[at].quantity
    if one is None or two is None or one.kind is not two.kind:
        return None
    return Metric(bound[before[-1]].metrics, bound[before[-1]].firm, "measured against it")


def _gapped(items: Sequence[Item], at: int, bound: dict[int, Metric], place: int) -> Metric | None:
    """ "Opus charges $5 per 1M input tokens, its rival $1": the verb and the metric are left out the second time."""
    before = [value for value in bound if value < at]
    if not before or place > before[-1] or at - before[-1] > _REACH:
        return None
    one, two = items[before[-1]].quantity, items[at].quantity
    between = items[before[-1] + 1 : at]
    if one is None or two is None or one.kind is not two.kind or not any(item.side in ("a", "b") for item in between[-2:]) or (
            any(item.means(Sense.JOIN) or item.low == "," for item in between[-2:])):
        return None
    if any(item.low in (";", "(", ")") or item.metrics or item.sort is Sort.NUMBER or item.means(Sense.TURN) for item in between):
        return None
    return Metric(bound[before[-1]].metrics, bound[before[-1]].firm, "as the value before it")


def _further_right(items: Sequence[Item], at: int, fits: Fits) -> tuple[tuple[str, ...], int]:
    """ "97.5 cents is payable per million tokens of input": the metric later in the clause, before the next value."""
    for ahead in range(at + 1, min(at + 12, len(items))):
        item = items[ahead]
        if item.sort is Sort.SIGN or item.means(Sense.TURN) or item.means(Sense.PAIR) or item.means(Sense.JOIN) or is_value(item):
            break
        found = metrics_at(items, ahead, fits)
        if found and _has_its_own(items, ahead):
            break
        if found:
            return found, ahead
    return (), -1


def _clause_start(items: Sequence[Item], at: int) -> int:
    for back in leftward(items, at):
        if items[back].low in _HARD or items[back].low in (",", ":", "(") or items[back].means(Sense.TURN):
            return back
    return 0


def _of_partner(items: Sequence[Item], at: int, fits: Fits) -> tuple[tuple[str, ...], bool]:
    """"$0.30 vs. $0.40 per 1M in": what hangs on the second of the pair measures the first as well."""
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


def _coordinated(items: Sequence[Item], place: int, fits: Fits, used: dict[int, int]) -> tuple[tuple[str, ...], ...]:
    """"input and output cost …": the metrics in the order named, ending at ``place``."""
    found = [metrics_at(items, place, fits)]
    back = place - 1
    while back > 0 and (items[back].means(Sense.JOIN) or items[back].low == ","):
        earlier = metrics_at(items, back - 1, fits)
        if not earlier or back - 1 in used:
            break
        found.insert(0, earlier)
        back -= 2
    return tuple(found)


def _series(items: Sequence[Item], at: int, bound: dict[int, Metric], talk: Discourse, place: int, fits: Fits) -> Metric | None:
    """A group without words of its own measures what the group before it did, in that order."""
    group = group_of(items, at)
    if len(group) < 2 or place >= _clause_start(items, at) and place >= 0:
        return None
    told = sorted(value for value in bound if value < group[0])
    before = tuple(bound[value].metrics for value in told)
    if place >= 0 and (not told or place > told[-1]):
        return None
    for series in (before[-len(group):], () if place >= 0 else talk.series):
        if len(series) == len(group) and len(set(series)) == len(series) and all(map(fits, (each[0] for each in series if each))):
            return Metric(series[group.index(at)], firm=series is not talk.series, how="in parallel order")
    return None


