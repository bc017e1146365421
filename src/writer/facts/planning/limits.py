"""Points about sizes: windows, output limits, parameters, and workloads that do not fit."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.points import Kind, Point, magnitude
from writer.facts.reader import SIDES, Reader

SIZES = {
    "context_window": "a larger context window",
    "max_output": "longer replies",
    "parameters_total": "more parameters in total",
    "parameters_active": "more active parameters",
}
ASKED_FOR = ("context_window", "max_output")


def limit_points(facts: Reader) -> Iterator[Point]:
    """Every point about how much goes in and out, and how large the models are."""
    window, output = facts.side("pair.context_window.higher"), facts.side("pair.max_output.higher")
    reversed_limits = window is not None and output is not None and window is not output
    if reversed_limits:
        keys = [key for metric in ASKED_FOR for key in _keys(facts, metric)]
        yield Point(Kind.REVERSAL, "limits", tuple(keys), "one reads more, the other writes more")
    for metric, reason in SIZES.items():
        if not (reversed_limits and metric in ASKED_FOR):
            yield from _size(facts, metric, reason)
    for workload in facts.workloads():
        yield from _misfit(facts, workload)
    yield from _fill(facts)


def _keys(facts: Reader, metric: str) -> tuple[str, ...]:
    return (*facts.both(metric), *facts.present(f"pair.{metric}.{each}" for each in ("higher", "ratio", "difference")))


def _size(facts: Reader, metric: str, reason: str) -> Iterator[Point]:
    key = f"pair.{metric}.higher"
    larger = facts.side(key)
    if larger is not None:
        favours = larger if metric in ASKED_FOR else None
        yield Point(
            Kind.GAP, metric, _keys(facts, metric), reason, favours, magnitude(facts.number(f"pair.{metric}.ratio"))
        )
    elif facts.tied(key):
        yield Point(Kind.TIE, metric, _keys(facts, metric), "level here")
    elif metric in ASKED_FOR:
        yield Point(Kind.UNKNOWN, metric, facts.both(metric), "not known for both")


def _misfit(facts: Reader, workload: str) -> Iterator[Point]:
    fits, limit = f"workload.{workload}.fits", f"workload.{workload}.limit"
    blocked = [side for side in SIDES if facts.flag(f"{side}.{fits}") is False]
    if blocked:
        keys = (*facts.both(fits), *facts.both(limit), *facts.both(f"workload.{workload}.cost"))
        other = blocked[0].other
        favours = other if len(blocked) == 1 and facts.flag(f"{other}.{fits}") else None
        yield Point(Kind.LIMIT, f"workload.{workload}", keys, "the job does not fit", favours)


def _fill(facts: Reader) -> Iterator[Point]:
    """What a full prompt costs is telling where the larger window is the cheaper one to fill."""
    dearer, larger = facts.side("pair.context_fill.cost.higher"), facts.side("pair.context_window.higher")
    if dearer is not None and larger is dearer.other:
        keys = (*facts.both("context_fill.cost"), *facts.both("context_window"), "pair.context_fill.cost.higher")
        yield Point(Kind.DOMINANCE, "context_fill", keys, "the larger window costs less to fill", larger, -20)
