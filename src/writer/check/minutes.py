"""Benchmarks whose unit is minutes: a time told of them is a score, or the gap between two, and no time between dates."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from writer.check.items import Sort
from writer.check.scene import Scene
from writer.quantities.quantity import DateRange, Kind

_MINUTES = {"second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60)}


def score_minutes(scene: Scene) -> None:
    """Where the sentence, or the one before, speaks of such a benchmark, its times are read as scores."""
    timed = scene.index.timed
    if not timed or not _speaks_of(scene, timed):
        return
    for item in scene.items:
        quantity = item.quantity
        if quantity is None or quantity.duration_unit not in _MINUTES or isinstance(quantity.value, DateRange):
            continue
        size = _MINUTES[quantity.duration_unit]
        item.quantity = replace(
            quantity,
            kind=Kind.POINTS,
            noun="point",
            duration_unit="",
            value=quantity.value * size,
            step=quantity.step * size,
            coarse_step=quantity.coarse_step * size,
        )


def _speaks_of(scene: Scene, timed: frozenset[str]) -> bool:
    named = {
        benchmark.partition("@")[0].removeprefix("score.")
        for item in scene.items
        if item.sort is Sort.BENCHMARK
        for benchmark in item.ids
    }
    carried = {metric.removeprefix("score.").partition("@")[0] for metric in scene.talk.metrics}
    return bool(timed & (named or carried))
