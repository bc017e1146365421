"""The pairs that deserve a page first: the most points, with each model and vendor giving way once it has been named."""

from __future__ import annotations

import heapq
import statistics
from collections import Counter
from collections.abc import Sequence

from writer.catalog.catalog import Catalog
from writer.ranking.merit import merit
from writer.ranking.profile import Profile, profiles

_MODEL_TURN = 3
_VENDORS_TURN = 1


def best_pairs(catalog: Catalog, n: int) -> list[tuple[str, str]]:
    """Up to ``n`` pairs of listed models, best first, each in canonical order (by slug).

    Each pair has its points (``merit``); a pair loses 3 for every earlier pair that names one of its models and 1 for every
    earlier pair of the same two vendors, so that no model fills the list. Ties go to the slugs that sort first.
    """
    listed = [profile for profile in profiles(catalog) if profile.listed]
    waiting = _scored(listed)
    heapq.heapify(waiting)
    turns: Counter[str | tuple[str, str]] = Counter()
    chosen: list[tuple[str, str]] = []
    while waiting and len(chosen) < n:
        lost, i, j, points = heapq.heappop(waiting)
        a, b = listed[i], listed[j]
        vendors = (min(a.vendor, b.vendor), max(a.vendor, b.vendor))
        now = _MODEL_TURN * (turns[a.slug] + turns[b.slug]) + _VENDORS_TURN * turns[vendors] - points
        if now > lost:
            heapq.heappush(waiting, (now, i, j, points))
            continue
        turns.update((a.slug, b.slug, vendors))
        chosen.append((a.slug, b.slug))
    return chosen


def newer_from(listed: Sequence[Profile]) -> int:
    """The month from which a model is among the newer half of those whose month is known; 0 where none is."""
    months = [profile.month for profile in listed if profile.month]
    return statistics.median_high(months) if months else 0


def _scored(listed: Sequence[Profile]) -> list[tuple[int, int, int, int]]:
    """Every pair as (minus its points, index, index, points): the heap's order is points, then slugs."""
    newer = newer_from(listed)
    scored = []
    for i, a in enumerate(listed):
        for j in range(i + 1, len(listed)):
            points = merit(a, listed[j], newer)
            scored.append((-points, i, j, points))
    return scored
