"""A bucket that refills evenly: so many requests, or tokens, a minute."""

from __future__ import annotations

_MINUTE = 60.0


class Bucket:
    """``per_minute`` None holds nothing back. One take larger than the whole bucket waits until it is full."""

    def __init__(self, per_minute: float | None, now: float) -> None:
        self.per_minute = per_minute
        self._level = per_minute or 0.0
        self._at = now

    def seconds_until(self, amount: float, now: float) -> float:
        """How long until so much can be taken."""
        if self.per_minute is None:
            return 0.0
        self._refill(now)
        missing = min(amount, self.per_minute) - self._level
        return max(0.0, missing / self.per_minute * _MINUTE)

    def take(self, amount: float, now: float) -> None:
        """Take it, whether it is there or not; what is missing has to refill before the next."""
        if self.per_minute is not None:
            self._refill(now)
            self._level -= amount

    def learn(self, per_minute: float, remaining: float | None, now: float) -> None:
        """What the service says of its own limits; the lower of it and what was set holds."""
        self._refill(now)
        if self.per_minute is None:
            self.per_minute, self._level = per_minute, per_minute if remaining is None else remaining
        self.per_minute = min(self.per_minute, per_minute)
        self._level = min(self._level, self.per_minute, self._level if remaining is None else remaining)

    def _refill(self, now: float) -> None:
        if self.per_minute is not None:
            self._level = min(self.per_minute, self._level + (now - self._at) * self.per_minute / _MINUTE)
        self._at = now
