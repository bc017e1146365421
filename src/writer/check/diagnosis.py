"""Which rule a value breaks: whose, or what, it is instead."""

from __future__ import annotations

from collections.abc import Container, Mapping
from fractions import Fraction

from writer.check.bindings import Subject
from writer.check.index import SIDES, other
from writer.check.items import Sort
from writer.check.measures import kind_fits
from writer.check.prices import charging, entries, selling
from writer.check.scene import LEAST_TOKENS, Scene, factor_of, number, says
from writer.quantities.quantity import Kind, Modifier, Quantity

_WINDOWS = frozenset(("context_window", "context_fill.cost"))
_FILLING = frozenset(("full", "fill", "fills", "filled", "filling", "brim", "stuff", "stuffing", "whole", "entire"))


def open_metrics(scene: Scene, quantity: Quantity, *, excluded: bool = False) -> tuple[str, ...]:
    """Every metric that a value of its kind can be of, where none is named; with ``excluded`` those of benchmarks, too, that
    one named here excludes."""
    if (
        quantity.kind is Kind.NUMBER
        and not quantity.suffix
        and quantity.noun != "token"
        and quantity.per_tokens is None
        and (number(quantity) < LEAST_TOKENS)
    ):
        kinds = tuple(kind for kind, words in _SMALL.items() if speaks_of(scene, kind, words))
        here = (
            set()
            if excluded
            else {each.partition("@")[0] for item in scene.items if item.sort is Sort.BENCHMARK for each in item.ids}
        )
        return tuple(
            metric
            for metric in scene.index.numbers
            if metric.startswith(kinds)
            and not (here and metric.startswith("score.") and benchmark_of(metric) not in here)
        )
    fits = kind_fits(quantity.kind, quantity.noun, quantity.suffix, quantity.per_tokens)
    known = [
        metric
        for metric in scene.index.numbers
        if fits(metric) and not metric.endswith((".lowest", ".highest", ".ratio"))
    ]
    if quantity.kind is Kind.MONEY:
        near = {*scene.talk.metrics, *(metric for item in scene.items for metric in item.metrics)}
        filled = bool(near & _WINDOWS) or not _FILLING.isdisjoint(scene.words)
        unmeant = ("context_window", "max_output", *(() if filled else ("context_fill.cost",)))
        known = [metric for metric in known if not metric.endswith(unmeant)]
        jobs = {each for item in scene.items if item.sort is Sort.JOB for each in item.ids} or set(
            scene.talk.named_jobs
        )
        known = [metric for metric in known if not metric.startswith("workload.") or _job_of(metric) in jobs]
    return tuple(metric for metric in known if not metric.startswith(("price.tier", "price.list"))) + (
        ("@input",) if fits("@input") else ()
    )


_SMALL: Mapping[str, frozenset[str]] = {
    "score.": frozenset(
        (
            "scores",
            "score",
            "scored",
            "scoring",
            "points",
            "benchmark",
            "benchmarks",
            "result",
            "results",
            "mark",
            "marks",
        )
    ),
    "parameters_": frozenset(("parameters", "parameter", "billion", "active")),
}


def speaks_of(scene: Scene, kind: str, words: Container[str]) -> bool:
    """Whether a metric of the kind, or one of its ``words``, stands in the sentence or was carried to it."""
    talk = scene.talk
    carried = (
        *talk.metrics,
        *talk.heading_metrics,
        *talk.asked_metrics,
        *(each for told in talk.told for each in told),
    )
    if any(metric.startswith(kind) for metric in carried) or (kind == "score." and talk.benchmarks):
        return True
    return any(
        item.low in words
        or (kind == "score." and item.sort is Sort.BENCHMARK)
        or any(metric.startswith(kind) for metric in item.metrics)
        or (item.quantity is not None and item.quantity.noun in words)
        for item in scene.items
    )


def benchmark_of(metric: str) -> str:
    """The benchmark of a score, whatever its setting."""
    return metric.removeprefix("score.").partition("@")[0]


def _job_of(metric: str) -> str:
    return metric.removesuffix("_per_request")


def reading(scene: Scene, side: str, metric: str) -> str:
    """Whose what, in plain words."""
    return f"{scene.index.name(side)}: {metric}" if side in SIDES else metric


def say_stray(scene: Scene, at: int, subject: Subject, names: tuple[str, ...]) -> None:
    """Say which rule the value breaks: whose, or what, it is instead."""
    quantity = scene.quantity(at)
    start, end = scene.span(at)
    sides = (subject.side,) if subject.side in SIDES else SIDES
    wanted = next((entry for side in sides for name in names for entry in entries(scene, at, name, side)), None)
    expected = wanted.key if wanted is not None else ""
    said = f"{reading(scene, subject.side, names[0] if names else 'anything')}"
    factor = factor_of(quantity)
    if (
        subject.firm
        and subject.side in SIDES
        and any(
            says(quantity, name, entry, factor=factor)
            for name in names
            for entry in entries(scene, at, name, other(subject.side))
        )
    ):
        rule = "swapped-order" if "order" in subject.how else "wrong-subject"
        scene.findings.strays(start, end, rule, said, expected=expected, detail="this is the other model's value")
        return
    if _is_listed(scene, at, sides, names):
        scene.findings.strays(
            start, end, "wrong-provider", said, expected=expected, detail="this seller charges another price"
        )
        return
    for metric in open_metrics(scene, quantity, excluded=True):
        if any(
            says(quantity, metric, entry, factor=factor) for side in sides for entry in entries(scene, at, metric, side)
        ):
            scene.findings.strays(start, end, "wrong-metric", said, expected=expected, detail=f"this is its {metric}")
            return
    if quantity.kind is Kind.MONEY and _is_misscaled(scene, at, sides, names):
        scene.findings.strays(start, end, "wrong-unit", said, expected=expected, detail="the unit is another")
        return
    if charging(scene, at):
        scene.findings.strays(
            start, end, "wrong-provider", said, expected=expected, detail="this seller charges another price"
        )
        return
    if wanted is None:
        scene.findings.strays(start, end, "invented", said, detail="there is no such fact")
        return
    scene.findings.strays(start, end, _numeric_rule(quantity, wanted.value / factor), said, expected=expected)


def _is_listed(scene: Scene, at: int, sides: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether a named seller's price is told that is the model's own list price instead."""
    quantity = scene.quantity(at)
    factor = factor_of(quantity)
    elsewhere = [
        entry
        for side in sides
        for name in names
        if name.startswith("price.") and (entry := scene.index.entry(name, side))
    ]
    return bool(charging(scene, at) or selling(scene, at)) and any(
        says(quantity, "price.input", entry, factor=factor) for entry in elsewhere
    )


def _is_misscaled(scene: Scene, at: int, sides: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether the value is the fact's in another unit: a thousand or a million times as much, or as little."""
    quantity = scene.quantity(at)
    factor = factor_of(quantity)
    return any(
        says(quantity, name, entry, factor=factor * scale)
        for scale in (Fraction(1000), Fraction(1, 1000), Fraction(1_000_000), Fraction(1, 1_000_000))
        for name in names
        for side in sides
        for entry in entries(scene, at, name, side)
    )


def _numeric_rule(quantity: Quantity, fact: Fraction) -> str:
    """``fact`` is in the quantity's own unit."""
    if quantity.modifier in (
        Modifier.UNDER,
        Modifier.OVER,
        Modifier.AT_LEAST,
        Modifier.AT_MOST,
        Modifier.NEARLY,
        Modifier.JUST_OVER,
        Modifier.CLOSE_TO,
    ):
        return "false-bound"
    if quantity.modifier is Modifier.ABOUT:
        return "false-hedge"
    return "false-rounding" if abs(number(quantity) - fact) * 2 <= quantity.coarse_step else "wrong-number"
