"""How a batch stands, from what it told so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from decimal import Decimal

from writer.drafting.events import CallMade, Ended, Event, Mending, PairFinished, Started, Waiting
from writer.drafts.batch import Totals

_RECENT = 60.0  # seconds over which the rate is taken


class State:
    """Counts of one run on top of what the batch had before. ``ticks`` are seconds that only grow."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        self.ticks = ticks
        self.batch, self.model, self.pairs = "", "", 0
        self.counts: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.mending: dict[tuple[str, str], int] = {}
        self.waiting: dict[str, tuple[str, float]] = {}
        self.spent, self.unknown_costs, self.calls = Decimal(0), 0, 0
        self.before = 0
        self.ended: Ended | None = None
        self.began = ticks()
        self._finished_at: list[float] = []

    def take(self, event: Event) -> None:
        """Take in one piece of news."""
        if isinstance(event, Started):
            self._start(event)
        elif isinstance(event, PairFinished):
            self._finish(event)
        elif isinstance(event, CallMade):
            self._call(event)
        elif isinstance(event, Mending):
            self.mending[event.a, event.b] = event.attempt
        elif isinstance(event, Waiting):
            self.waiting[event.model] = event.why, self.ticks() + event.seconds
        else:
            self.ended = event

    @property
    def done(self) -> int:
        """Pairs that came to an end, in this run and before."""
        return self.counts["accepted"] + self.counts["rejected"] + self.counts["failed"]

    @property
    def rate(self) -> float:
        """Pairs a minute, lately."""
        now = self.ticks()
        lately = [at for at in self._finished_at if now - at <= _RECENT]
        span = min(_RECENT, max(now - self.began, 0.001))
        return 60 * len(lately) / span

    @property
    def seconds_left(self) -> float | None:
        """At the present rate; None where nothing can be said."""
        return 60 * (self.pairs - self.done) / self.rate if self.rate else None

    @property
    def projected(self) -> Decimal | None:
        """What the whole batch will have cost at the present average; None where nothing was finished."""
        return self.spent / self.done * self.pairs if self.done else None

    def waits(self) -> list[tuple[str, str, float]]:
        """Model, why and seconds left, of each that is waited for."""
        now = self.ticks()
        return [(model, why, until - now) for model, (why, until) in sorted(self.waiting.items()) if until > now]

    def _start(self, event: Started) -> None:
        totals: Totals = event.totals
        self.batch, self.model, self.pairs = event.batch, event.model, event.pairs
        self.counts.update(
            accepted=totals.accepted, rejected=totals.rejected, failed=totals.failed, reused=totals.reused
        )
        self.before, self.spent = totals.finished, totals.spent_usd
        self.began = self.ticks()

    def _finish(self, event: PairFinished) -> None:
        self.counts[event.status] += 1
        self.counts["reused"] += event.reused
        self.mending.pop((event.a, event.b), None)
        self._finished_at = [at for at in self._finished_at if self.ticks() - at <= _RECENT] + [self.ticks()]
        if event.status == "rejected":
            self.reasons[event.reason] += 1
        elif event.status == "failed":
            self.failures[event.reason] += 1

    def _call(self, event: CallMade) -> None:
        if event.outcome == "remembered":
            return
        self.calls += 1
        if event.cost_usd is not None:
            self.spent += event.cost_usd
        elif event.outcome == "answered":
            self.unknown_costs += 1
