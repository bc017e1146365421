"""Every kind of mutation, in the order of families and of names: importing this fills the list."""

from __future__ import annotations

from writer.evaluation.mutation import (
    additions,
    benchmarks,
    bounds,
    contradictions,
    counts,
    misbound,
    misjudged,
    names,
    percents,
    sellers,
    things,
    times,
    units,
    values,
    words,
)
from writer.evaluation.mutation.kind import KINDS, Kind

FAMILIES = (
    values,
    units,
    names,
    things,
    benchmarks,
    words,
    percents,
    bounds,
    counts,
    times,
    additions,
    contradictions,
    misjudged,
    misbound,
    sellers,
)


def kinds() -> tuple[Kind, ...]:
    """All kinds, by family as above and then by name."""
    order = [family.__name__.rsplit(".", 1)[-1] for family in FAMILIES]
    return tuple(sorted(KINDS.values(), key=lambda each: (order.index(each.family), each.name)))
