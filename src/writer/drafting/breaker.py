"""The breaker: when nothing but 429 or outages comes back, stop asking, say until when, then try one call."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Breaker:
    """Closed, open until a moment, or probing. ``failures`` counts those in a row."""

    trips_at: int = 5
    first_pause_seconds: float = 10.0
    longest_pause_seconds: float = 300.0
    failures: int = 0
    open_until: float | None = None
    probing: bool = False
    why: str = ""
    _pause: float = 0.0

    def seconds_left(self, now: float) -> float:
        """How long nothing may be sent; zero where something may."""
        return 0.0 if self.open_until is None else max(0.0, self.open_until - now)

    @property
    def blocks(self) -> bool:
        """Whether a probe is out whose outcome the others wait for."""
        return self.open_until is not None and self.probing

    def sent(self) -> bool:
        """A call goes out; True where it is the probe, as it is while the breaker is open."""
        probe = self.open_until is not None
        self.probing = self.probing or probe
        return probe

    def succeeded(self) -> None:
        """An answer came: all is well again."""
        self.failures, self.open_until, self.probing, self._pause, self.why = 0, None, False, 0.0, ""

    def failed(self, why: str, now: float, *, probe: bool, at_least_seconds: float = 0.0) -> bool:
        """Another failure; True where it opens the breaker, or keeps it open after a probe."""
        self.failures += 1
        if self.failures < self.trips_at or (self.open_until is not None and not probe):
            return False
        self._pause = min(self.longest_pause_seconds, self._pause * 2 or self.first_pause_seconds)
        self.open_until = now + max(self._pause, at_least_seconds)
        self.why = why
        return True
