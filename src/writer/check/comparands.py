"""What a comparative without a number compares: the metric that its clause names, else the one of its axis."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.items import Item, Sort
from writer.check.measures import metrics_at
from writer.check.scene import Scene
from writer.sayings.words import Sense

Compared = tuple[tuple[str, ...], bool]
_NONE: Compared = ((), False)


def comparands(scene: Scene, at: int, start: int, stop: int, axis: str) -> Compared:
    """What is compared: the metrics, and whether the clause names them."""
    items = scene.items
    if axis == "any" and _is_of_scores(items, at):
        return _scored(scene, at, 0, stop)
    if axis == "score":
        return _NONE if _is_elsewhere(items, at, start) else _scored(scene, at, start, stop)
    if axis == "size" and any(
        items[index].sort is Sort.BENCHMARK or items[index].low in _MARGINS for index in range(start, stop)
    ):
        return _NONE
    named = _named(items, at, start, stop, axis) or _fronted(items, at, axis)
    if {"price.output", "max_output"} <= set(named) and axis == "any":
        costs = any(item.low in _COSTS for item in items[start:stop])
        return (("price.output",) if costs else ()), True
    if set(_PRICES) <= set(named) or (axis == "any" and not named and at and items[at - 1].low in _ASKING):
        return ("price.blended",), False
    if axis == "time" and named != ("released",) and any(items[at].low in _KNOWING for at in range(start, stop)):
        return ("knowledge_cutoff",), True
    return (_narrowed(_listed(scene, named), axis), True) if named else _default(items, at, stop, axis)


def _fronted(items: Sequence[Item], at: int, axis: str) -> tuple[str, ...]:
    """ "For cached tokens, where Step asks two cents, the other asks more": what the sentence begins with."""
    begin = next((index for index in range(min(2, at)) if items[index].means(Sense.LINK)), None)
    comma = next((index for index in range(min(6, at)) if items[index].low == ","), None)
    if begin is None or comma is None or any(items[index].low == ";" for index in range(comma, at)):
        return ()
    found = [
        each for index in range(begin + 1, comma) for each in metrics_at(items, index, lambda one: _fits(one, axis))
    ]
    return (found[0],) if len(found) == 1 else ()


def _listed(scene: Scene, named: tuple[str, ...]) -> tuple[str, ...]:
    """Of a list price: the vendors' own prices where both are known, else the price itself."""
    if not named[0].startswith("price.list."):
        return named
    return named[:1] if scene.index.higher(named[0]) else named[1:]


def _named(items: Sequence[Item], at: int, start: int, stop: int, axis: str) -> tuple[str, ...]:
    """The metrics of the nearest word that names one: behind the comparative, else before it."""
    ahead = next((index for index in range(at + 1, min(stop, at + 6)) if items[index].low == ","), min(stop, at + 6))
    for index in (*range(at + 1, ahead), *range(at - 1, start - 1, -1)):
        found = metrics_at(items, index, lambda metric: _fits(metric, axis))
        led = index > at and all(
            item.low in ("to", "let", "for", "it") for item in items[at + 1 : index]
        )  # "cheaper to feed"
        if found and (not items[index].means(Sense.ACT) or index in (at - 1, at - 2) or led):
            if items[index].means(Sense.ACT) and axis != "price":
                found = tuple(each for each in found if each in ("context_window", "max_output"))
            return _joined(items, index, found, axis)
    return ()


def _is_of_scores(items: Sequence[Item], at: int) -> bool:
    """ "a higher score", "scores higher"."""
    after = items[at + 1].low if at + 1 < len(items) else ""
    before = items[at - 1].low if at else ""
    return after in ("score", "scores", "result", "results") or before in ("scores", "score", "scored", "scoring")


def _is_elsewhere(items: Sequence[Item], at: int, start: int) -> bool:
    """ "on everything but SciCode", "trails elsewhere": the benchmark in the clause is not the one that is meant."""
    if at + 1 < len(items) and items[at + 1].low in ("elsewhere", "otherwise"):
        return True
    return (
        start > 1
        and items[start - 1].low in ("but", "except")
        and items[start - 2].low in ("everything", "everywhere", "all")
    )


def _scored(scene: Scene, at: int, start: int, stop: int) -> Compared:
    """The scores of the benchmarks in the clause, up to where another model's begin; else the field that is won."""
    items = scene.items
    gapped = next(
        (
            index
            for index in range(at + 1, stop - 1)
            if (items[index].low == "," or items[index].means(Sense.JOIN)) and items[index + 1].side
        ),
        stop,
    )
    names = [
        f"score.{item.ids[0]}" for item in items[start:gapped] if item.sort is Sort.BENCHMARK and len(item.ids) == 1
    ]
    if names:
        found = tuple(each for name in names for each in scene.index.scores if name in (each, each.partition("@")[0]))
        return tuple(each for each in found if scene.index.higher(each)) or found or tuple(names), True
    told = comparands_in_field(items, at, start, stop)
    if told:
        return told, True
    return (_sized(items, at), True) if items[at].low in ("ahead", "leads", "in front", "behind", "trails") else _NONE


def _narrowed(named: tuple[str, ...], axis: str) -> tuple[str, ...]:
    """One metric; both prices where both are named."""
    if named[0] == "price.input" and set(named) <= {"price.input", "price.output"}:
        return named
    return named[:1] if len(named) == 1 or axis == "price" else _one(named, axis)


def _default(items: Sequence[Item], at: int, stop: int, axis: str) -> Compared:
    """The axis's own metric, where nothing else is named."""
    after = items[at + 1].low if at + 1 < len(items) else ""
    if axis == "length" and after in _REPLIES:
        return ("max_output",), True
    if axis == "size" and after in _WHOLE and any("parameters_total" in item.metrics for item in items):
        return ("parameters_total",), True
    if axis == "size" and items[at].low in _SIZED_WORDS and after in ("model", "one", "of", "models"):
        return ("parameters_total", "context_window"), True  # a larger model: either can be meant
    if axis == "size" and _is_vague(items, at, stop):
        return _NONE
    metric = {"price": "price.blended", "size": "context_window", "time": "released"}.get(axis)
    return ((metric,) if metric else ()), False


_WHOLE = frozenset(("model", "one"))  # "the larger model to host: 671B parameters"
_SIZED_WORDS = frozenset(("larger", "bigger", "smaller", "largest", "biggest", "smallest"))
_REPLIES = frozenset(
    ("answers", "answer", "replies", "reply", "responses", "outputs", "completions", "generations", "output")
)
_MARGINS = frozenset(
    ("lead", "leads", "gap", "gaps", "margin", "margins", "difference", "differences", "edge", "distance")
)
_COSTS = frozenset(("cost", "costs", "charges", "charge", "asks", "ask", "price", "priced", "pay", "bills", "costing"))


def _sized(items: Sequence[Item], at: int) -> tuple[str, ...]:
    """ "a million tokens of context, with DeepSeek ahead": ahead in what is measured before."""
    for back in range(at - 1, -1, -1):
        if items[back].means(Sense.METRIC) and items[back].metrics[0] in ("context_window", "max_output"):
            return items[back].metrics[:1]
        if items[back].low in (";", ":", "."):
            break
    return ()


_PRICES = ("price.input", "price.output", "price.blended")
_ASKING = frozenset(("asks", "ask", "charges", "charge", "costs", "cost", "wants", "bills", "commands", "pay", "pays"))
_KNOWING = frozenset(
    (
        "knowledge",
        "cutoff",
        "cutoffs",
        "knowledge cutoff",
        "knowledge cutoffs",
        "knowledge ends",
        "knowledge stops",
        "knowledge reaches",
        "knowledge runs",
        "knows",
        "training",
        "trained",
        "cut off",
        "world knowledge",
    )
)


def _joined(items: Sequence[Item], at: int, named: tuple[str, ...], axis: str) -> tuple[str, ...]:
    """ "input and output are both cheaper": both lines."""
    if axis != "price" or len(named) > 1 or at < 2 or not items[at - 1].means(Sense.JOIN):
        return named
    first = metrics_at(items, at - 2, lambda metric: metric == "price.input")
    return (*first, *named) if first and "price.output" in named else named


def comparands_in_field(items: Sequence[Item], at: int, start: int, stop: int) -> tuple[str, ...]:
    """ "wins on context", "on price, A has the edge": the quantity that is won."""
    for index in (*range(at + 1, min(stop, at + 4)), *range(start, min(at, start + 3))):
        found = (
            items[index].metrics
            if items[index].means(Sense.METRIC) and index and items[index - 1].low in ("on", "in", "for")
            else ()
        )
        if (
            set(_PRICES) <= set(found)
            or items[index].low in ("cost", "costs")
            and index
            and items[index - 1].low in ("on", "in", "for")
        ):
            return ("price.blended",)
        if len(found) == 1 and any(
            each.startswith("price.") or each in ("context_window", "max_output") for each in found
        ):
            return found
    return ()


def _one(named: tuple[str, ...], axis: str) -> tuple[str, ...]:
    if set(named) == {"parameters_total", "parameters_active"}:
        return ("parameters_total",)
    if axis == "length":
        return (
            ("max_output",) if "max_output" in named else tuple(each for each in named if each.endswith(".count"))[:1]
        )
    return () if len(named) > 1 else named


def _is_vague(items: Sequence[Item], at: int, stop: int) -> bool:
    """ "the bigger picture", "a larger bill": a size that is no window's."""
    after = items[at + 1] if at + 1 < stop else None
    return (
        after is not None
        and after.sort is Sort.WORD
        and after.low not in ("than", "one", "of", "in", "on", "for", "too", "model", ".")
    )


def _fits(metric: str, axis: str) -> bool:
    match axis:
        case "price":
            return metric.startswith(("price.", "workload.", "context_fill"))
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
                "context_window",
                "max_output",
                "providers.count",
                "capabilities.count",
                "parameters_total",
                "parameters_active",
            )
        case _:
            return False


def gapped_metrics(items: Sequence[Item], at: int, axis: str) -> tuple[str, ...]:
    """What the item at ``at`` names that a comparative of the axis can compare, where it leaves no choice."""
    if axis == "score":
        return (f"score.{items[at].ids[0]}",) if items[at].sort is Sort.BENCHMARK and len(items[at].ids) == 1 else ()
    found = metrics_at(items, at, lambda metric: _fits(metric, axis)) if items[at].means(Sense.METRIC) else ()
    found = tuple(metric for metric in found if metric != "max_output") if axis == "price" else found
    return found[:1] if len(found) == 1 else ()
