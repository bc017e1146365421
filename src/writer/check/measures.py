"""What a word measures, and what a kind of value can measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from writer.check.items import Item, Sort
from writer.quantities.quantity import Kind, PassedKind
from writer.sayings.words import Sense

Fits = Callable[[str], bool]


def metrics_at(items: Sequence[Item], at: int, fits: Fits) -> tuple[str, ...]:
    """The fitting metrics that the item at ``at`` names; empty where it names none."""
    item = items[at]
    if item.sort is Sort.BENCHMARK:
        return tuple(f"score.{benchmark}" for benchmark in item.ids) if fits("score.") else ()
    if item.sort is Sort.JOB:
        return tuple(metric for metric in item.ids if fits(metric))
    if item.sort is Sort.PASSED and item.passed is not None and item.passed.kind is PassedKind.BLEND:
        return ("price.blended",) if fits("price.blended") else ()
    if item.sort is Sort.PASSED and item.passed is not None and item.passed.per_tokens:
        return within(item, fits)
    if item.sense is Sense.METRIC:
        if (
            item.metrics == ("context_window",)
            and fits("context_fill.cost")
            and any("context_fill.cost" in near.metrics for near in items[max(0, at - 4) : at])
        ):
            return ("context_fill.cost",)
        if item.metrics[0] in ("price.input", "price.output") and fits("price.blended") and _in_blend(items, at):
            return ("price.blended",)
        return tuple(metric for metric in item.metrics if fits(metric))
    if (
        item.low in ("in", "out")
        and fits("context_window")
        and _ends_price(items, at)
        and (at + 1 >= len(items) or items[at + 1].sort is Sort.SIGN or items[at + 1].sense is Sense.JOIN)
    ):
        return ("context_window",) if item.low == "in" else ("max_output",)
    if item.sense is Sense.ACT:
        return tuple(metric for metric in item.metrics if fits(metric)) if _acts(items, at, fits) else ()
    if item.low == "in" and fits("price.input") and _is_input(items, at):
        return ("price.input",)
    return ()


def _in_blend(items: Sequence[Item], at: int) -> bool:
    """ "a 70/30 mix of input and output": the two sides of the blend."""
    for back in range(at - 1, max(at - 7, -1), -1):
        item = items[back]
        if item.metrics == ("price.blended",) or item.passed is not None and item.passed.kind is PassedKind.BLEND:
            return any(near.low in ("of", "between", "input", "to", "/") for near in items[back + 1 : at])
        if not (
            item.means(Sense.LINK)
            or item.means(Sense.JOIN)
            or item.means(Sense.METRIC)
            or item.low in ("to", "/", "and", ",")
        ):
            return False
    return False


def _acts(items: Sequence[Item], at: int, fits: Fits) -> bool:
    """ "out" is a price beside money only; other verbs hint at what they can hint at."""
    item = items[at]
    if item.low != "out":
        return True
    if not fits("price.output"):
        return fits("released")
    return _is_side(items, at) and _ends_price(items, at)


def _is_input(items: Sequence[Item], at: int) -> bool:
    """ "in" at the end of a price: "$0.10 in", "$0.10/1M in / $0.40 out"."""
    if not _is_side(items, at):
        return False
    return _ends_price(items, at)


def _ends_price(items: Sequence[Item], at: int) -> bool:
    before = items[at - 1] if at else None
    return before is not None and (
        before.sort in (Sort.NUMBER, Sort.PASSED)
        or before.low in ("tokens", "way", "million")
        or (before.means(Sense.COMPARE) and at > 1 and items[at - 2].sort is Sort.NUMBER)
    )


def _is_side(items: Sequence[Item], at: int) -> bool:
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or after.sort in (Sort.SIGN, Sort.PASSED, Sort.BREAK):
        return True
    return (
        after.means(Sense.JOIN)
        or after.means(Sense.PAIR)
        or after.means(Sense.TURN)
        or after.means(Sense.LINK)
        or after.sort is Sort.NUMBER
        or after.low in ("per", "straight", "here", "there")
    )


def within(item: Item, fits: Fits) -> tuple[str, ...]:
    """ "fifty cents per million input tokens", "1M context tokens": the metric that the quantity's own words bear."""
    words = item.low.replace("-", " ").split()
    for metrics, own in _WITHIN:
        if not own.isdisjoint(words):
            return tuple(metric for metric in metrics if fits(metric))
    return ()


_WITHIN = (
    (("price.cached_input",), frozenset(("cached",))),
    (("price.input", "@input"), frozenset(("input", "prompt"))),
    (("price.output", "max_output"), frozenset(("output", "completion", "generated"))),
    (("price.blended",), frozenset(("blended",))),
    (("context_window",), frozenset(("context",))),
    (("max_output",), frozenset(("response", "reply"))),
    (("parameters_active",), frozenset(("active", "activated"))),
    (("parameters_total",), frozenset(("total",))),
)


_THOUSAND = 1000


def kind_fits(kind: Kind, noun: str, suffix: str, per_tokens: int | None) -> Fits:
    """Which metrics a value of that kind can be of."""
    if kind is Kind.MONEY or per_tokens is not None:
        if per_tokens == _THOUSAND:
            return lambda metric: metric.startswith(("price.", "workload."))
        if per_tokens is not None:
            return lambda metric: metric.startswith("price.")
        return lambda metric: metric.startswith(("price.", "workload.", "context_fill"))
    if kind is Kind.DATE:
        return lambda metric: metric in ("released", "knowledge_cutoff")
    if noun == "token" or suffix in ("K", "k"):
        return lambda metric: metric in ("context_window", "max_output", "@input")
    if noun == "parameter" or suffix in ("B", "b", "T", "billion", "trillion"):
        return lambda metric: metric.startswith("parameters_")
    if kind in (Kind.POINTS, Kind.PERCENT):
        return lambda metric: metric.startswith("score.")
    return lambda metric: metric.startswith(("score.", "context_window", "max_output", "parameters_", "@input"))
