"""What is said to be the same: the metrics a claim of sameness, or of difference, is about."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.items import Item, Sort
from writer.check.measures import metrics_at
from writer.check.scene import Scene
from writer.sayings.words import Sense

_SIZES = frozenset(("large", "big", "roomy", "wide", "long", "sized", "spacious"))
_BOTH_LIMITS = ("context_window", "max_output")


def shares_metric(items: Sequence[Item], at: int) -> bool:
    """ "share a release date", "share the same window"."""
    ahead = items[at + 1 : at + 4]
    return any(
        item.means(Sense.METRIC) and len(item.metrics) == 1 and not item.metrics[0].endswith(".count") for item in ahead
    )


def same_metrics(scene: Scene, at: int, start: int, stop: int) -> tuple[str, ...]:
    """All that is said to be the same: a score, the two limits, the prices, else the one metric of the clause."""
    items = scene.items
    scored = [item for item in items[start:stop] if item.sort is Sort.BENCHMARK and len(item.ids) == 1]
    if scored:
        keys = [
            metric
            for metric in scene.index.scores
            if metric.removeprefix("score.").partition("@")[0] == scored[0].ids[0].partition("@")[0]
        ]
        return tuple(keys) if len(keys) == 1 and len(scored) == 1 else ()
    words = {item.low for item in items[start:stop]}
    named = [item for item in items[start:stop] if item.means(Sense.METRIC) and set(item.metrics) & set(_BOTH_LIMITS)]
    if "limits" in words and not named:
        return _BOTH_LIMITS
    near = [*items[at + 1 : min(stop, at + 3)], *items[max(start, at - 3) : at]]
    if any(
        item.means(Sense.METRIC) and len(item.metrics) > 2 and item.metrics[0] == "price.input" for item in near
    ) and not any(
        item.sort is Sort.JOB or item.metrics in (("price.blended",), ("context_fill.cost",))
        for item in items[start:stop]
    ):
        return ("price.input", "price.output")
    metric = metric_named(items, at, start, stop)
    return (metric,) if metric else ()


def metric_named(items: Sequence[Item], at: int, start: int, stop: int) -> str:
    """What is the same: the metric beside the word, else the one of the clause."""

    def fits(name: str) -> bool:
        return not name.startswith(("score.", "@"))

    if items[at].low in ("equally", "evenly") and at + 1 < stop and items[at + 1].low in _SIZES:
        return "context_window" if any(item.low in ("window", "windows") for item in items[start:stop]) else ""
    for index in (*range(at + 1, min(stop, at + 6)), *range(at - 1, start - 1, -1)):
        found = [
            name for name in metrics_at(items, index, fits) if name not in ("providers.count", "capabilities.count")
        ]
        listed = [name for name in found if name.startswith("price.list.")]
        if len(listed) == 1:
            return listed[0]
        found = [name for name in found if name not in listed]
        if len(found) == 1:
            return found[0]
        if "price.output" in found and any(
            item.low in ("cost", "costs", "price", "charge", "pay") for item in items[start:stop]
        ):
            return "price.output"
        if found and not items[index].means(Sense.ACT):
            return ""
    words = {item.low for item in items[start:stop]}
    return "price.blended" if words & {"cost", "costs", "priced"} else ""
