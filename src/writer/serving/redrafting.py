"""Writing a pair anew for the review desk: drafting, with its news told as lines."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from writer.drafting.bench import Task
from writer.drafting.draft import ATTEMPTS, Plan
from writer.drafting.events import CallMade, Event, Mending, Waiting
from writer.drafting.ports import Progress
from writer.drafting.shop import Shop, Tools
from writer.drafts.draft import Result
from writer.llm.gateway import close

Tell = Callable[[str], None]
MakeTools = Callable[[Progress], AbstractContextManager[Tools]]


@dataclass(frozen=True, slots=True)
class Told:
    """Drafting's progress, as lines for whoever waits for the job."""

    line: Tell

    def tell(self, event: Event) -> None:
        """Something happened."""
        words = _words(event)
        if words:
            self.line(words)


@dataclass(frozen=True, slots=True)
class DeskDrafter:
    """Drafts with one model. ``make_tools`` opens what drafting works with, with today's catalog."""

    make_tools: MakeTools
    model: str
    fallbacks: tuple[str, ...] = ()
    attempts: int = ATTEMPTS

    def redraft(self, a: str, b: str, note: str, tell: Tell) -> Result:
        """A new result for the pair, as its next generation; takes as long as it takes. WriterError where there is none."""
        tell(f"{self.model} is being asked")
        with self.make_tools(Told(tell)) as tools:
            return asyncio.run(self._redraft(tools, Task(a, b, note)))

    async def _redraft(self, tools: Tools, task: Task) -> Result:
        generation = tools.store.generation(task.a, task.b) + 1
        shop = Shop(tools, concurrency=1, fallbacks=self.fallbacks, note=task.note)
        try:
            return await shop.draft(task, Plan(self.model, self.fallbacks, self.attempts, generation=generation))
        finally:
            await shop.close()
            await close()


def _words(event: Event) -> str:
    if isinstance(event, CallMade):
        return (
            f"{event.model}: {event.outcome}, the checker reads"
            if event.outcome == "answered"
            else f"{event.model}: {event.outcome}"
        )
    if isinstance(event, Mending):
        return f"attempt {event.attempt} goes back: {event.detail or event.outcome}"
    if isinstance(event, Waiting):
        return f"waiting {event.seconds:.0f} s for {event.model}: {event.why}"
    return ""
