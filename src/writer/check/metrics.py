"""What a value measures: the metric named beside it, before it, carried to it, or in parallel order."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.after import counts_jobs, has_its_own, right_of
from writer.check.beside import (
    HARD,
    as_before,
    as_measured,
    clause_start,
    gapped,
    in_series,
    listed_metrics,
    of_partner,
)
from writer.check.bindings import Metric
from writer.check.discourse import Discourse
from writer.check.items import Item, Sort
from writer.check.measures import Fits, metrics_at, within
from writer.check.pairing import group_of, is_value, partner
from writer.check.steps import leftward
from writer.sayings.words import Sense


def left_of(
    items: Sequence[Item], at: int, fits: Fits, used: dict[int, int], *, acts: bool = True
) -> tuple[tuple[str, ...], int, bool]:
    """The nearest metric before the value that does not hang on another one, and whether it stands in the same clause;
    ``used`` maps indexes of metric words to the values they hang on."""
    clean = True
    for back in leftward(items, at):
        item = items[back]
        found = metrics_at(items, back, fits) if acts or not item.means(Sense.ACT) else ()
        if found:
            return found, back, clean and back not in used
        if item.low in HARD:
            clean = False
    return (), -1, False


def metric_of(
    items: Sequence[Item],
    at: int,
    fits: Fits,
    talk: Discourse,
    bound: dict[int, Metric],
    hooks: dict[int, int] | None = None,
) -> Metric:
    """What the value at ``at`` measures; ``bound`` holds the values of the sentence that are bound already."""
    used = {metric.at: value for value, metric in bound.items() if metric.at > value}
    shared = as_before(items, at, bound, hooks or {})
    inside = within(items[at], fits)
    if inside:
        return Metric(inside, firm=True, how="named with it")
    found, where = right_of(items, at, fits)
    if found:
        return Metric(found, firm=True, how="named after it", at=where)
    shared = shared or as_measured(items, at, bound)
    if shared is not None:
        return shared
    pair = partner(items, at)
    if pair is not None and pair[0] in bound:
        return _as_paired(items, at, bound, pair[0])
    left, place, clean = left_of(items, at, fits, used)
    if place < clause_start(items, at):
        far, spot = _further_right(items, at, fits)
        if far:
            return Metric(far, firm=True, how="named after it", at=spot)
    series = in_series(items, at, bound, talk, -1 if place in used else place, fits)
    if series is not None:
        return series
    lent = gapped(items, at, bound, place)
    if lent is not None:
        return lent
    late, paired = of_partner(items, at, fits) if place < clause_start(items, at) else ((), False)
    if late:
        return Metric(late, firm=paired, how="named after the pair")
    if left:
        return _named_before(items, at, left, place, clean=clean, used=used, fits=fits)
    return _as_before_or_carried(items, at, fits, talk)


def _as_paired(items: Sequence[Item], at: int, bound: dict[int, Metric], mate: int) -> Metric:
    """What the second of a pair measures: the first one's metric, or its own in parallel order to the pair before."""
    first = bound[mate]
    group = group_of(items, at)
    before = [bound[each].metrics for each in sorted(bound) if each < group[0]][-len(group) :]
    told = [each for each in sorted(bound) if each < group[0]][-2:]
    joined = (
        len(told) > 1
        and told[-1] == mate
        and any(item.means(Sense.JOIN) for item in items[told[0] : told[1]])
        and not any(item.sort is Sort.JOB for item in items[told[0] : told[1]])
    )
    if len(group) > 1 and joined and len(before) == len(group) and len(set(before)) == len(before) and all(before):
        return Metric(before[group.index(at)], firm=True, how="in parallel order")
    return Metric(first.metrics, first.firm, "as the first of the pair")


def _as_before_or_carried(items: Sequence[Item], at: int, fits: Fits, talk: Discourse) -> Metric:
    """What a value measures with no metric of its own: the one of the value before it, or of the sentence before."""
    spent, place, _ = left_of(items, at, fits, {})
    if spent:
        return Metric(spent, firm=False, how="as the value before it", at=place)
    carried = tuple(metric for metric in (talk.metrics or talk.heading_metrics) if fits(metric))
    if carried:
        return Metric(carried, firm=False, how="carried from before")
    return Metric((), firm=False, how="nothing named")


def _named_before(
    items: Sequence[Item], at: int, left: tuple[str, ...], place: int, *, clean: bool, used: dict[int, int], fits: Fits
) -> Metric:
    """ "the input price is $5", "input and output cost $5 and $25": the metric at ``place``, before the value."""
    several = listed_metrics(items, place, fits, used)
    group = group_of(items, at)
    if len(several) == len(group) > 1:
        return Metric(several[group.index(at)], firm=True, how="in the order named", at=place)
    mates = {*group, *(partner(items, at) or ())}
    crossed = any(
        is_value(items[each]) and each not in mates and not counts_jobs(items, each)
        for each in leftward(items, at, place)
    )
    near = not items[place].means(Sense.ACT) or at - place <= 5
    same = place >= clause_start(items, at) or not any(
        each.means(Sense.TURN) or each.low in ("(", ")") for each in items[place : at - (place == at - 2)]
    )
    return Metric(left, firm=clean and not crossed and near and same, how="named before it", at=place)


def _further_right(items: Sequence[Item], at: int, fits: Fits) -> tuple[tuple[str, ...], int]:
    """ "97.5 cents is payable per million tokens of input": the metric later in the clause, before the next value."""
    for ahead in range(at + 1, min(at + 12, len(items))):
        item = items[ahead]
        if (
            item.sort is Sort.SIGN
            or item.means(Sense.TURN)
            or item.means(Sense.PAIR)
            or item.means(Sense.JOIN)
            or is_value(item)
        ):
            break
        found = metrics_at(items, ahead, fits)
        if found and has_its_own(items, ahead):
            break
        if found:
            return found, ahead
    return (), -1
