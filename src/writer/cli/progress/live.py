"""A batch on a terminal: a bar, what was decided, what is waited for, what it costs, and what is left."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from writer.cli.progress.state import State
from writer.cli.progress.words import span, usd
from writer.drafting.events import Ended, Event, Started


class LiveProgress:
    """Draws anew four times a second between the first event and the last."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._live = Live(
            console=Console(stderr=True, highlight=False),
            get_renderable=self.view,
            refresh_per_second=4,
            transient=True,
        )

    def tell(self, event: Event) -> None:
        """Something happened."""
        self.state.take(event)
        if isinstance(event, Started):
            self._live.start()
        elif isinstance(event, Ended):
            self._live.stop()

    def close(self) -> None:
        """Leave the terminal as it was, whatever happened."""
        self._live.stop()

    def view(self) -> RenderableType:
        """How it stands, as lines for a terminal."""
        state = self.state
        line = Table.grid(padding=(0, 2))
        line.add_row(
            f"batch {state.batch}",
            ProgressBar(total=max(state.pairs, 1), completed=state.done, width=30),
            f"{state.done}/{state.pairs}",
            Text(f"accepted {state.counts['accepted']}", style="green"),
            Text(f"rejected {state.counts['rejected']}", style="red" if state.counts["rejected"] else "dim"),
            Text(f"failed {state.counts['failed']}", style="red" if state.counts["failed"] else "dim"),
        )
        return Group(line, Text(self._money(), style="dim"), *(Text(wait, style="yellow") for wait in self._waits()))

    def _money(self) -> str:
        state = self.state
        parts = [f"{len(state.mending)} in repair", f"{state.rate:.0f} pairs a minute", f"spent {usd(state.spent)}"]
        if state.projected is not None:
            parts.append(f"projected {usd(state.projected)}")
        if state.unknown_costs:
            parts.append(f"{state.unknown_costs} calls of unknown cost")
        if state.seconds_left is not None:
            parts.append(f"{span(state.seconds_left)} left")
        return ", ".join(parts)

    def _waits(self) -> list[str]:
        return [f"waiting {span(seconds)} for {model}: {why}" for model, why, seconds in self.state.waits()]
