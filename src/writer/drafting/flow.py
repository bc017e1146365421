"""How many calls may be out at once: additive growth, one cut a burst of 429."""

from __future__ import annotations

_CUT = 0.7
_CALM_SECONDS = 5.0


class Flow:
    """``most`` is what the batch was given; ``limit`` what the service lets through. Only a 429 cuts it; a 5xx holds growth
    back for a while; it grows by one a round of successes, and only while it is used to the full."""

    def __init__(self, most: int) -> None:
        self.most = max(1, most)
        self.limit = float(self.most)
        self._cut_at = float("-inf")
        self._calm_from = float("-inf")

    @property
    def width(self) -> int:
        """Calls that may be out at once."""
        return max(1, int(self.limit))

    def change(self, most: int) -> None:
        """A new upper bound. A flow that stood at the old one goes to the new one."""
        at_the_top = self.limit >= self.most
        self.most = max(1, most)
        self.limit = float(self.most) if at_the_top else min(self.limit, float(self.most))

    def succeeded(self, now: float, *, in_flight: int) -> None:
        """An answer came while so many calls were out, this one among them."""
        if now >= self._calm_from and in_flight >= self.width:
            self.limit = min(float(self.most), self.limit + 1 / self.limit)

    def throttled(self, sent_at: float, now: float) -> None:
        """A 429 to a call of that time. Calls that were out when the last cut came belong to the same burst."""
        if sent_at >= self._cut_at:
            self.limit, self._cut_at = max(1.0, self.limit * _CUT), now

    def troubled(self, now: float) -> None:
        """A 5xx, a cut or a time-out."""
        self._calm_from = now + _CALM_SECONDS
