"""Who watches a batch: plain lines for a log, JSON lines for a program; ``live`` has the view for a terminal."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import TextIO

from writer.drafting.events import Ended, Event, PairFinished, Started, Waiting
from writer.drafting.ports import Progress
from writer.drafting.tally import Tally
from writer.drafts.batch import Totals

Ticks = Callable[[], float]
_EVERY_SECONDS = 10.0
_MINUTE, _HOUR, _LONG = 60, 3600, 7200


class Silent:
    """Nobody watches."""

    def tell(self, event: Event) -> None:
        """Nothing."""


class Several:
    """Tells each."""

    def __init__(self, *watchers: Progress) -> None:
        self._watchers = watchers

    def tell(self, event: Event) -> None:
        """See ``Progress.tell``."""
        for watcher in self._watchers:
            watcher.tell(event)


class JsonLines:
    """One JSON object an event, a line each. Nothing of prompts, answers or keys is in an event."""

    def __init__(self, stream: TextIO, ticks: Ticks = time.time) -> None:
        self._stream, self._ticks = stream, ticks

    def tell(self, event: Event) -> None:
        """Write the line."""
        line = {"event": type(event).__name__, "at": round(self._ticks(), 3), **_plain(event)}
        self._stream.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._stream.flush()


class PlainLines:
    """A line where something is worth one: the start, a pair that was not accepted, a wait, every ten seconds, the end."""

    def __init__(self, stream: TextIO, ticks: Ticks = time.monotonic) -> None:
        self._stream, self._ticks, self._tally, self._said = stream, ticks, Tally(), 0.0

    def tell(self, event: Event) -> None:
        """Write a line, or not."""
        now = self._ticks()
        self._tally.hear(event, now)
        line = self._line(event, now)
        if line:
            self._said = now
            self._stream.write(line + "\n")
            self._stream.flush()

    def _line(self, event: Event, now: float) -> str:
        match event:
            case Started():
                return f"batch {event.batch}: {counted(event.pairs, 'pair')} by {event.model}"
            case PairFinished(status="rejected" | "failed"):
                return f"{event.a} / {event.b}: {event.status}: {event.reason}"
            case Waiting():
                return f"{event.model} waits {event.seconds:.0f} s: {event.why}"
            case Ended():
                return f"batch {event.batch} {self._tally.ended}: {summary(self._tally, now)}"
        return summary(self._tally, now) if now - self._said >= _EVERY_SECONDS else ""


def summary(tally: Tally, now: float) -> str:
    """How it stands, in a line."""
    left, totals = tally.seconds_left(now), tally.totals
    counts = {
        "accepted": totals.accepted,
        "rejected": totals.rejected,
        "failed": totals.failed,
        "in repair": len(tally.mending),
    }
    parts = [
        f"{tally.done} of {counted(tally.pairs, 'pair')}",
        *(f"{count} {name}" for name, count in counts.items() if count),
        f"{tally.rate(now):.0f} a minute",
        spent(totals),
    ]
    return ", ".join([*parts, *([f"{span(left)} left"] if left and not tally.ended else [])])


def usd(amount: Decimal) -> str:
    """Money for people: cents where it is dollars, more digits where it is less than one."""
    return f"${amount:.2f}" if amount >= 1 or not amount else f"${amount:.4f}"


def span(seconds: float) -> str:
    """A stretch of time for people."""
    if seconds < _MINUTE:
        return f"{max(1, round(seconds))} s"
    return f"{seconds / _MINUTE:.0f} min" if seconds < _LONG else f"{seconds / _HOUR:.1f} h"


def spent(totals: Totals) -> str:
    """What it cost so far, for people."""
    if not totals.unknown_cost_calls:
        return f"{usd(totals.spent_usd)} spent"
    return f"cost unknown for {counted(totals.unknown_cost_calls, 'call')}; known part {usd(totals.spent_usd)}"


def counted(number: int, one: str) -> str:
    """``1 pair``, ``2 pairs``."""
    return f"{number:,} {one if number == 1 else one + 's'}"


def _plain(value: object) -> dict[str, object]:
    if not is_dataclass(value):
        raise TypeError(f"not an event: {value!r}")
    return {field.name: _member(getattr(value, field.name)) for field in fields(value)}


def _member(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value, "f")
    return _plain(value) if is_dataclass(value) else value
