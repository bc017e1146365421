"""The tally: how a batch stands, kept from what it tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from writer.drafting.events import CallMade, Ended, Event, Mending, PairFinished, Started, Waiting
from writer.drafts.batch import UnitStatus

_NO_NEWS = Decimal(0)


@dataclass(slots=True)
class Tally:
    """Counts and sums. ``began`` is when it was started; the rate counts only what was done since."""

    began: float = 0.0
    batch: str = ""
    model: str = ""
    pairs: int = 0
    accepted: int = 0
    rejected: int = 0
    failed: int = 0
    reused: int = 0
    calls: int = 0
    troubles: int = 0
    spent_usd: Decimal = _NO_NEWS
    unknown_costs: int = 0
    done_before: int = 0
    mending: dict[tuple[str, str], str] = field(default_factory=dict)
    waiting: str = ""
    waiting_until: float = 0.0
    ended: str = ""

    @property
    def done(self) -> int:
        """Pairs that came to an end."""
        return self.accepted + self.rejected + self.failed

    def hear(self, event: Event, now: float) -> None:
        """Take one event in."""
        match event:
            case Started():
                self._start(event, now)
            case PairFinished():
                self._finish(event)
            case CallMade():
                self._call(event)
            case Mending():
                self.mending[event.a, event.b] = event.outcome
            case Waiting():
                self.waiting, self.waiting_until = f"{event.model} waits: {event.why}", now + event.seconds
            case Ended():
                self.ended = event.status + (f": {event.reason}" if event.reason else "")

    def rate(self, now: float) -> float:
        """Pairs a minute since it began."""
        return 60 * (self.done - self.done_before) / max(now - self.began, 0.001)

    def seconds_left(self, now: float) -> float | None:
        """At this rate; None before there is one."""
        rate = self.rate(now)
        return 60 * (self.pairs - self.done) / rate if rate else None

    def projected_usd(self) -> Decimal | None:
        """What the whole batch will have cost, at the average so far; None where that is not known."""
        drafted = self.done - self.reused
        if not drafted or self.unknown_costs:
            return None
        return self.spent_usd + self.spent_usd / drafted * (self.pairs - self.done)

    def _start(self, event: Started, now: float) -> None:
        totals = event.totals
        self.began, self.batch, self.model, self.pairs = now, event.batch, event.model, event.pairs
        self.accepted, self.rejected, self.failed = totals.accepted, totals.rejected, totals.failed
        self.reused, self.done_before = totals.reused, totals.finished
        self.spent_usd, self.unknown_costs = totals.spent_usd, totals.unknown_cost_calls

    def _finish(self, event: PairFinished) -> None:
        self.mending.pop((event.a, event.b), None)
        self.accepted += event.status == UnitStatus.ACCEPTED
        self.rejected += event.status == UnitStatus.REJECTED
        self.failed += event.status == UnitStatus.FAILED
        self.reused += event.reused

    def _call(self, event: CallMade) -> None:
        if event.outcome == "remembered":
            return
        self.calls += 1
        if event.outcome == "answered":
            self.waiting = ""
            self.unknown_costs += event.cost_usd is None
            self.spent_usd += event.cost_usd or 0
        else:
            self.troubles += 1
