"""Points about time: releases, knowledge cutoffs, and where a model stands in its life."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.points import Kind, Point
from writer.facts.reader import SIDES, Reader

LONG_MONTHS = 6
TELLING = {"preview": "still a preview", "deprecated": "deprecated", "retired": "retired"}


def date_points(facts: Reader) -> Iterator[Point]:
    """Every point about dates and status."""
    released, cutoff = facts.side("pair.released.newer"), facts.side("pair.knowledge_cutoff.newer")
    if released is not None and cutoff is not None and released is not cutoff:
        keys = (*_keys(facts, "released"), *_keys(facts, "knowledge_cutoff"))
        yield Point(Kind.REVERSAL, "dates", keys, "the newer release has the older knowledge cutoff", None, -30)
    else:
        yield from _date(facts, "released", "newer")
        yield from _date(facts, "knowledge_cutoff", "knows of later events")
    for side in SIDES:
        if (status := facts.text(f"{side}.status")) in TELLING:
            yield Point(Kind.NOTE, f"status.{side}", (f"{side}.status",), TELLING[status], side.other)


def _keys(facts: Reader, metric: str) -> tuple[str, ...]:
    aspects = ("newer", "gap.days", "gap.months")
    return (*facts.both(metric), *facts.present(f"pair.{metric}.{aspect}" for aspect in aspects))


def _date(facts: Reader, metric: str, reason: str) -> Iterator[Point]:
    key = f"pair.{metric}.newer"
    newer, months = facts.side(key), facts.number(f"pair.{metric}.gap.months")
    if newer is not None and months is not None:
        extra = 8 if months >= LONG_MONTHS else -10
        yield Point(Kind.GAP, metric, _keys(facts, metric), reason, newer, extra)
    elif facts.tied(key):
        yield Point(Kind.TIE, metric, _keys(facts, metric), "the same here")
    elif len(facts.both(metric)) < len(SIDES):
        yield Point(Kind.UNKNOWN, metric, facts.both(metric), "not known for both", None, -10)
