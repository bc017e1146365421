"""The time of day."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """The machine's own clock, in UTC."""

    def now(self) -> datetime:
        """Now, aware of its zone."""
        return datetime.now(UTC)
