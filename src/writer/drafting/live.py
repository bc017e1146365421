"""The live view of a batch, for a terminal."""

from __future__ import annotations

import time
from typing import Self, TextIO

from rich.console import Console
from rich.live import Live
from rich.table import Table

from writer.drafting.events import Event
from writer.drafting.progress import Ticks, counted, span, spent, usd
from writer.drafting.tally import Tally


class LiveView:
    """A table that changes in place. Use it as a context manager."""

    def __init__(self, stream: TextIO, ticks: Ticks = time.monotonic) -> None:
        self._ticks, self._tally = ticks, Tally()
        self._live = Live(console=Console(file=stream), get_renderable=self.view, refresh_per_second=4, transient=False)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._live.stop()

    def tell(self, event: Event) -> None:
        """Take it in; the view is drawn four times a second."""
        self._tally.hear(event, self._ticks())

    def view(self) -> Table:
        """The table as it is now."""
        now, tally = self._ticks(), self._tally
        totals = tally.totals
        left = tally.seconds_left(now)
        projected = tally.projected_usd()
        waits = max(0.0, tally.waiting_until - now) if tally.waiting else 0.0
        rows = {
            f"batch {tally.batch}": f"{tally.done} of {counted(tally.pairs, 'pair')} by {tally.model}",
            "accepted": str(totals.accepted),
            "not accepted": f"{totals.rejected} rejected, {totals.failed} failed",
            "in repair": str(len(tally.mending)),
            "calls": f"{totals.calls}, {tally.troubles} without an answer",
            "rate": f"{tally.rate(now):.0f} pairs a minute"
            + (f", {span(left)} left" if left and not tally.ended else ""),
            "spent": spent(totals) + (f", {usd(projected)} projected" if projected is not None else ""),
            "waiting": f"{tally.waiting} ({waits:.0f} s)" if waits else "",
            "ended": tally.ended,
        }
        table = Table(show_header=False, box=None)
        for name, value in rows.items():
            if value:
                table.add_row(name, value)
        return table
