"""The tally: how a batch stands, kept from what it tells."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from writer.drafting.events import CallMade, Ended, Event, Mending, PairFinished, Started, Waiting
from writer.drafts.batch import Totals
from writer.llm.door import Unanswered


@dataclass(slots=True)
class Tally:
    """The batch's totals, moved on with every event, and what passes while it runs. ``began`` is when it was started; the
    rate counts only what was done since."""

    totals: Totals = field(default_factory=Totals)
    began: float = 0.0
    batch: str = ""
    model: str = ""
    pairs: int = 0
    troubles: int = 0
    done_before: int = 0
    mending: dict[tuple[str, str], str] = field(default_factory=dict)
    waiting: str = ""
    waiting_until: float = 0.0
    ended: str = ""

    @property
    def done(self) -> int:
        """Pairs that came to an end."""
        return self.totals.finished

    def hear(self, event: Event, now: float) -> None:
        """Take one event in."""
        match event:
            case Started():
                self.began, self.batch, self.model, self.pairs = now, event.batch, event.model, event.pairs
                self.totals, self.done_before = event.totals, event.totals.finished
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
        """What the whole batch will have cost, at the average so far of what is known; None where answers cost nobody knows
        what."""
        drafted, lost = self.done - self.totals.reused, self.totals.lost_calls
        if not drafted or self.totals.unknown_cost_calls > lost:
            return None
        return self.totals.spent_usd + self.totals.spent_usd / drafted * (self.pairs - self.done)

    def _finish(self, event: PairFinished) -> None:
        self.mending.pop((event.a, event.b), None)
        one = {event.status: getattr(self.totals, event.status) + 1}
        self.totals = replace(
            self.totals, pending=self.totals.pending - 1, reused=self.totals.reused + event.reused, **one
        )

    def _call(self, event: CallMade) -> None:
        if event.outcome == "remembered":
            return
        answered, lost = event.outcome == "answered", event.outcome == Unanswered.__name__
        self.troubles += not answered
        if answered:
            self.waiting = ""
        known, totals = event.cost_usd is not None, self.totals
        self.totals = replace(
            totals,
            calls=totals.calls + 1,
            lost_calls=totals.lost_calls + lost,
            unknown_cost_calls=totals.unknown_cost_calls + (lost or (answered and not known)),
            spent_usd=totals.spent_usd + (event.cost_usd or 0),
        )
