"""What is riskiest comes first, and whatever waits long enough comes first too.

Risk is counted in hours of head start: a version's place in the line is the moment it came, less its head start. Two
versions keep their order while both wait, so the place is a stored number and the line an index.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from review_queue.ports import ChangeKind
from writer.drafts.draft import Origin

REPAIRED = timedelta(hours=6)  # the model needed more than one attempt
REGENERATED = timedelta(hours=6)  # somebody asked for other words
EDITED = timedelta(hours=12)  # a person's words, which nobody else has read
CHANGED: Mapping[ChangeKind, timedelta] = MappingProxyType(
    {
        ChangeKind.RENDERS_SAME: timedelta(0),
        ChangeKind.WITHIN_TOLERANCE: timedelta(hours=12),
        ChangeKind.MATERIAL: timedelta(hours=24),
        ChangeKind.UNKNOWN: timedelta(hours=24),
        ChangeKind.WINNER_FLIPPED: timedelta(hours=72),
    }
)
"""The head start of what was approved once and is no longer the same."""

_BY_ORIGIN: Mapping[Origin, timedelta] = MappingProxyType(
    {
        Origin.DRAFTED: timedelta(0),
        Origin.EDITED: EDITED,
        Origin.REGENERATED: REGENERATED,
        Origin.REFRESHED: timedelta(0),
    }
)


def due(came: datetime, origin: Origin, attempts: int, change: ChangeKind | None = None) -> int:
    """The version's place in the line, in seconds: the smaller, the sooner."""
    start = _BY_ORIGIN[origin]
    if attempts > 1:
        start += REPAIRED
    if change is not None:
        start += CHANGED[change]
    return int((came - start).timestamp())
