"""What a comparative without a number compares: the metric that its clause names, else the one of its axis."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.items import Item, Sort
from writer.check.measures import metrics_at
from writer.check.scene import Scene
from writer.sayings.words import Sense

def comparands(scene: Scene, at: int, start: int, stop: int, axis: str) -> tuple[tuple[str, ...], bool]:
    """What is compared: the metric named in the clause, else the axis's own."""
    items = scene.items
    named: tuple[str, ...] = ()
    ahead = next((index for index in range(at + 1, min(stop, at + 6)) if items[index].low == ","), min(stop, at + 6))
    for index in (*range(at + 1, ahead), *range(at - 1, start - 1, -1)):
        found = metrics_at(items, index, lambda metric: _fits(metric, axis))
        if found and (not items[index].means(Sense.ACT) or index in (at - 1, at - 2)):
            named = found
            if items[index].means(Sense.ACT) and axis != "price":
                named = tuple(each for each in found if each in ("context_window", "max_output"))
            named = _joined(items, index, named, axis)
            break
    if axis == "any" and (at + 1 < len(items) and items[at + 1].low in ("score", "scores", "result", "results")
                          or at and items[at - 1].low in ("scores", "score", "scored", "scoring")):
        axis, start = "score", 0
    if axis == "size" and any(items[index].sort is Sort.BENCHMARK or items[index].low in _MARGINS for index in range(start, stop)):
        return (), False
    if axis == "score" and start > 1 and items[start - 1].low in ("but", "except") and items[start - 2].low in ("everything", "everywhere", "all"):
        return (), False
    if axis == "score" and at + 1 < len(items) and items[at + 1].low in ("elsewhere", "otherwise"):
        return (), False
    if axis == "score":
        gapped = next((index for index in range(at + 1, stop - 1) if (items[index].low == "," or items[index].means(Sense.JOIN))
                       and items[index + 1].side), stop)
        benchmarks = [index for index in range(start, gapped) if items[index].sort is Sort.BENCHMARK]
        names = [f"score.{items[index].ids[0]}" for index in benchmarks if len(items[index].ids) == 1]
        found = tuple(each for name in names for each in scene.index.scores if name in (each, each.partition("@")[0]))
        if not names and (told := comparands_in_field(items, at, start, stop)):
            return told, True
        if not names and items[at].low not in ("ahead", "leads", "in front", "behind", "trails"):
            return (), False
        if not names:
            return _sized(items, at, start), True
        shared = tuple(each for each in found if scene.index.higher(each))
        return shared or found or tuple(names), True
    if {"price.output", "max_output"} <= set(named) and axis == "any":
        costs = any(item.low in _COSTS for item in items[start:stop])
        return (("price.output",) if costs else ()), True
    if len(named) >= len(_PRICES) and set(_PRICES) <= set(named):
        return ("price.blended",), False
    if axis == "any" and not named and at and items[at - 1].low in _ASKING:
        return ("price.blended",), False
    if axis == "time" and any(items[index].low in _KNOWING for index in range(start, stop)):
        return ("knowledge_cutoff",), True
    if named:
        return named if len(named) > 1 and set(named) <= {"price.input", "price.output"} and named[0] == "price.input" else named[:1] if len(named) == 1 or axis == "price" else _one(named, axis), True
    default = {"price": "price.blended", "size": "context_window", "time": "released"}.get(axis)
    after = items[at + 1].low if at + 1 < len(items) else ""
    if axis == "length" and after in ("answers", "answer", "replies", "reply", "responses", "outputs", "completions", "generations", "output"):
        return ("max_output",), True
    if axis == "size" and _is_vague(items, at, start, stop):
        return (), False
    return ((default,) if default else ()), False


_MARGINS = frozenset(("lead", "leads", "gap", "gaps", "margin", "margins", "difference", "differences", "edge", "distance"))
_COSTS = frozenset(("cost", "costs", "charges", "charge", "asks", "ask", "price", "priced", "pay", "bills", "costing"))


def _sized(items: Sequence[Item], at: int, start: int) -> tuple[str, ...]:
    """ "a million tokens of context, with DeepSeek ahead": ahead in what is measured before."""
    for back in range(at - 1, -1, -1):
        if items[back].means(Sense.METRIC) and items[back].metrics[0] in ("context_window", "max_output"):
            return items[back].metrics[:1]
        if items[back].low in (";", ":", "."):
            break
    return ()


_PRICES = ("price.input", "price.output", "price.blended")
_ASKING = frozenset(("asks", "ask", "charges", "charge", "costs", "cost", "wants", "bills", "commands", "pay", "pays"))
_KNOWING = frozenset(("knowledge", "cutoff", "cutoffs", "knowledge cutoff", "knowledge cutoffs", "knowledge ends", "knowledge stops", "knowledge reaches",
                      "knowledge runs", "knows", "training", "trained", "cut off", "world knowledge"))


def _joined(items: Sequence[Item], at: int, named: tuple[str, ...], axis: str) -> tuple[str, ...]:
    """ "input and output are both cheaper": both lines."""
    if axis != "price" or len(named) > 1 or at < 2 or not items[at - 1].means(Sense.JOIN):
        return named
    first = metrics_at(items, at - 2, lambda metric: metric == "price.input")
    return (*first, *named) if first and "price.output" in named else named


def comparands_in_field(items: Sequence[Item], at: int, start: int, stop: int) -> tuple[str, ...]:
    """ "wins on context", "on price, A has the edge": the quantity that is won."""
    for index in (*range(at + 1, min(stop, at + 4)), *range(start, min(at, start + 3))):
        found = items[index].metrics if items[index].means(Sense.METRIC) and index and items[index - 1].low in ("on", "in", "for") else ()
        if set(_PRICES) <= set(found) or items[index].low in ("cost", "costs") and index and items[index - 1].low in ("on", "in", "for"):
            return ("price.blended",)
        if len(found) == 1 and (found[0].startswith("price.") or found[0] in ("context_window", "max_output")):
            return found
    return ()


def _one(named: tuple[str, ...], axis: str) -> tuple[str, ...]:
    if set(named) == {"parameters_total", "parameters_active"}:
        return ("parameters_total",)
    if axis == "length":
        return ("max_output",) if "max_output" in named else tuple(each for each in named if each.endswith(".count"))[:1]
    return () if len(named) > 1 else named


def _is_vague(items: Sequence[Item], at: int, start: int, stop: int) -> bool:
    """ "the bigger picture", "a larger bill": a size that is no window's."""
    after = items[at + 1] if at + 1 < stop else None
    return after is not None and after.sort is Sort.WORD and after.low not in ("than", "one", "of", "in", "on", "for", "too", "model", ".")


def _fits(metric: str, axis: str) -> bool:
    match axis:
        case "price":
            return metric.startswith(("price.", "workload.", "context_fill")) and not metric.startswith("price.list")
        case "size":
            return metric in ("context_window", "max_output", "parameters_total", "parameters_active")
        case "length":
            return metric in ("max_output", "context_window", "providers.count", "capabilities.count")
        case "time":
            return metric in ("released", "knowledge_cutoff")
        case "fresh":
            return metric in ("released", "knowledge_cutoff")
        case "any":
            return metric.startswith(("price.", "workload.", "context_fill")) or metric in (
                "context_window", "max_output", "providers.count", "capabilities.count", "parameters_total", "parameters_active")
        case _:
            return False


def gapped_metrics(items: Sequence[Item], at: int, axis: str) -> tuple[str, ...]:
    """What the item at ``at`` names that a comparative of the axis can compare, where it leaves no choice."""
    if axis == "score":
        return (f"score.{items[at].ids[0]}",) if items[at].sort is Sort.BENCHMARK and len(items[at].ids) == 1 else ()
    found = metrics_at(items, at, lambda metric: _fits(metric, axis)) if items[at].means(Sense.METRIC) else ()
    found = tuple(metric for metric in found if metric != "max_output") if axis == "price" else found
    return found[:1] if len(found) == 1 else ()
