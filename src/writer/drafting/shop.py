"""The shop: one process' drafting, put together from the ports."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from typing import TypeVar

from writer.drafting.bench import Bench, Task
from writer.drafting.budget import Budget
from writer.drafting.caller import GRACE_SECONDS, Caller
from writer.drafting.draft import Plan, draft_pair
from writer.drafting.grouped import Grouped
from writer.drafting.lane import Lane, Limits
from writer.drafting.ledger import Ledger
from writer.drafting.ports import Book, Clock, Model, Progress, Provider, Store
from writer.drafts.batch import Finished
from writer.drafts.draft import Draft, Origin, Result
from writer.llm.prices import Prices
from writer.llm.retries import Patience

Found = TypeVar("Found")
_BUSY_FROM = 32  # calls at once from which it is worth a wait to write and read more at a time
_CALLS_LINGER_SECONDS, _DRAFTS_LINGER_SECONDS = 0.004, 0.03  # a call waits for its record, nothing for a stored draft


@dataclass(frozen=True, slots=True)
class Tools:
    """What a shop works with. ``limits`` are per model; ``grace_seconds`` is what calls in flight get when it is told to
    stop."""

    bench: Bench
    model: Model
    book: Book
    store: Store
    clock: Clock
    progress: Progress
    prices: Prices = field(default_factory=Prices)
    provider: Provider | None = None
    limits: Mapping[str, Limits] = field(default_factory=dict)
    patience: Patience = field(default_factory=Patience)
    grace_seconds: float = GRACE_SECONDS


@dataclass(frozen=True, slots=True)
class Saving:
    """A result to be stored, where the pair is still at this revision (None: wherever it is)."""

    result: Result
    origin: Origin
    revision: int | None


class Shop:
    """Drafts pairs; one thread writes to the database, another one reads."""

    def __init__(
        self,
        tools: Tools,
        *,
        concurrency: int,
        fallbacks: Sequence[str] = (),
        budget_usd: Decimal | None = None,
        committed_usd: Decimal = Decimal(0),
        by: str = "",
        note: str = "",
    ) -> None:
        self.tools, self.budget = tools, Budget(budget_usd, committed_usd)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="store-writer")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="store-reader")
        self._concurrency, self._lanes = concurrency, dict[str, Lane]()
        calls, drafts = (_CALLS_LINGER_SECONDS, _DRAFTS_LINGER_SECONDS) if concurrency >= _BUSY_FROM else (0.0, 0.0)
        self.ledger = Ledger(tools.book, self._writer, self._reader, tools.clock, linger_seconds=calls)
        self._saving: Grouped[Saving, Draft] = Grouped(self._save, self._writer, linger_seconds=drafts)
        self._by, self._note = by, note
        self.caller = Caller(
            tools.model,
            self.ledger,
            self.lane,
            self.budget,
            tools.prices,
            tools.clock,
            tools.progress.tell,
            fallbacks,
            tools.patience,
            tools.grace_seconds,
        )

    async def draft(self, task: Task, plan: Plan) -> Result:
        """One pair, asked for, checked and mended; not stored. See ``draft_pair``."""
        return await draft_pair(
            task,
            plan,
            bench=self.tools.bench,
            errands=self.caller,
            clock=self.tools.clock,
            tell=self.tools.progress.tell,
        )

    async def save(self, result: Result, origin: Origin = Origin.DRAFTED, revision: int | None = None) -> Draft:
        """Store a result in the review queue; Conflict where the pair has moved on from ``revision``."""
        return await self._saving.write(Saving(result, origin, revision))

    async def finish(self, finished: Finished) -> None:
        """Record the end of a unit."""
        await self.ledger.finish(finished)

    async def look(self, read: Callable[[], Found]) -> Found:
        """Something from the database."""
        return await asyncio.get_running_loop().run_in_executor(self._reader, read)

    def lane(self, model: str) -> Lane:
        """The lane to a model."""
        if model not in self._lanes:
            limits = self.tools.limits.get(model, Limits())
            self._lanes[model] = Lane(model, self._concurrency, limits, self.tools.clock, self.tools.progress.tell)
        return self._lanes[model]

    def change_concurrency(self, concurrency: int) -> None:
        """Another upper bound for every lane."""
        self._concurrency = concurrency
        for lane in self._lanes.values():
            lane.change(concurrency)

    async def close(self) -> None:
        """Write what waits to be written, then let the threads go."""
        for writing in (self.ledger, self._saving):
            await writing.settled()
        self._writer.shutdown(wait=True)
        self._reader.shutdown(wait=True)

    def _save(self, wishes: Sequence[Saving]) -> Sequence[Draft]:
        drafts: list[Draft] = []
        for origin, group in groupby(wishes, key=lambda wish: wish.origin):
            wanted = list(group)
            drafts += self.tools.store.save(
                [wish.result for wish in wanted],
                origin=origin,
                by=self._by,
                note=self._note,
                revisions=[wish.revision for wish in wanted],
            )
        return drafts
