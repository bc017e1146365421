"""A batch as plain lines, for a log or a pipe: one a finished pair, and one for whatever holds it up."""

from __future__ import annotations

from writer.cli.progress.state import State
from writer.cli.progress.words import usd
from writer.cli.terminal import say
from writer.drafting.events import Event, Mending, PairFinished, Started, Waiting


class PlainProgress:
    """Says what happens, a line each, on standard error."""

    def __init__(self, state: State) -> None:
        self.state = state

    def tell(self, event: Event) -> None:
        """Something happened."""
        self.state.take(event)
        line = self._line(event)
        if line:
            say(line)

    def _line(self, event: Event) -> str:
        if isinstance(event, Started):
            return f"batch {event.batch}: {event.pairs} pairs, {event.model}, {event.totals.finished} done before"
        if isinstance(event, PairFinished):
            why = f": {event.reason}" if event.reason else ""
            paid = "cost unknown" if event.cost_usd is None else usd(event.cost_usd)
            how = "stored before" if event.reused else f"attempts {event.attempts}, {paid}"
            return f"[{self.state.done}/{self.state.pairs}] {event.status} {event.a} vs {event.b} ({how}){why}"
        if isinstance(event, Mending):
            return f"in repair {event.a} vs {event.b} after attempt {event.attempt}: {event.outcome}: {event.detail}"
        if isinstance(event, Waiting):
            return f"waiting {event.seconds:.0f} s for {event.model}: {event.why}"
        return ""
