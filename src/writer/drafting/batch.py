"""A batch: many pairs, each stored as soon as it is finished; stopping it at any moment loses nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from functools import partial

from writer.drafting.bench import Prepared, Task
from writer.drafting.draft import Plan, draft_pair, label_of
from writer.drafting.errand import Errands, Postponed
from writer.drafting.events import Ended, PairFinished, Started
from writer.drafting.shop import Shop
from writer.drafts.batch import Batch, BatchStatus, Finished, Totals, Unit, UnitStatus
from writer.drafts.draft import Draft, Result, Status
from writer.errors import BudgetReached, Conflict, Halt, NotAllowed, StoreError, WriterError

_log = logging.getLogger("writer.drafting")
_PAGE = 200


class BatchRun:
    """Runs one stored batch to its end, or to what stops it. One run a batch at a time: see ``Watch``."""

    def __init__(self, shop: Shop, batch: Batch, errands: Errands | None = None) -> None:
        self.batch = batch
        self._shop, self._tools = shop, shop.tools
        self._errands = errands or shop.caller
        self._working: set[asyncio.Task[None]] = set()
        self._room = asyncio.Event()
        self._halt: WriterError | None = None

    async def run(self) -> Totals:
        """Work through what is pending. Returns at the end, or when it was stopped; ``self.batch`` says which.

        Raises StoreError where the database gave up, and CancelledError when the task is cancelled; both after every
        call in flight was given time to come back and be recorded.
        """
        totals = await self._totals()
        self._tools.progress.tell(Started(self.batch.id, totals.pending + totals.finished, self.batch.model, totals))
        try:
            await self._work()
        except asyncio.CancelledError:
            await self._end(BatchStatus.PAUSED, "interrupted")
            raise
        if isinstance(self._halt, StoreError):
            raise self._halt
        return await self._end(*self._outcome())

    def stop(self, why: WriterError) -> None:
        """Send nothing more; the first reason stands."""
        self._halt = self._halt or why
        self._room.set()

    def change(self, batch: Batch) -> None:
        """Take over what was changed in the stored batch: its concurrency."""
        if batch.concurrency != self.batch.concurrency:
            self._shop.change_concurrency(batch.concurrency)
        self.batch = batch
        self._room.set()

    @property
    def _width(self) -> int:
        """Pairs in hand: twice as many as calls may be out. Answers that come all at once then find as many pairs that are
        ready to be asked, so that checking and storing leave no slot empty."""
        return 2 * self.batch.concurrency + 4

    async def _work(self) -> None:
        try:
            async for unit in self._pending():
                await self._until_room()
                if self._halt is not None or self._has_enough():
                    break
                task = asyncio.create_task(self._unit(unit))
                self._working.add(task)
                task.add_done_callback(self._left)
            await self._until_idle()
        finally:
            if self._working:
                await self._give_up()

    def _has_enough(self) -> bool:
        """Whether to begin no more pairs for now."""
        return False

    async def _pending(self) -> AsyncIterator[Unit]:
        """Every pending unit, a page at a time, so that memory does not grow with the batch."""
        after = 0
        while page := await self._shop.look(partial(self._tools.book.pending, self.batch.id, after=after, limit=_PAGE)):
            for unit in page:
                yield unit
            after = page[-1].position

    async def _until_room(self) -> None:
        while len(self._working) >= self._width and self._halt is None:
            self._room.clear()
            await self._room.wait()

    async def _until_idle(self) -> None:
        while self._working and self._halt is None:
            self._room.clear()
            await self._room.wait()

    async def _give_up(self) -> None:
        """Who waits for a turn is sent away; whose call is out may come back and be stored, for as long as the grace."""
        self._shop.caller.stopping.close()
        if self._working:
            await asyncio.wait(set(self._working), timeout=self._tools.grace_seconds)
        for task in self._working:
            task.cancel()
        while self._working:
            await asyncio.wait(set(self._working))
            await asyncio.sleep(0)

    def _left(self, task: asyncio.Task[None]) -> None:
        self._working.discard(task)
        error = None if task.cancelled() else task.exception()
        if isinstance(error, WriterError):
            self.stop(error)
        elif error is not None:
            self.stop(StoreError(f"{type(error).__name__}: {error}"))
        self._room.set()

    async def _unit(self, unit: Unit) -> None:
        """One pair, to its end. Only what concerns every pair leaves as an error."""
        try:
            finished, result = await self._finished(unit)
        except Postponed:
            return
        except (Halt, StoreError):
            raise
        except WriterError as error:
            finished, result = Finished(unit, UnitStatus.FAILED, str(error)), None
        except Exception as error:  # noqa: BLE001  a fault of ours in one pair shall not stop the others
            _log.exception("pair failed", extra={"a": unit.a, "b": unit.b, "batch": unit.batch})
            finished, result = Finished(unit, UnitStatus.FAILED, f"internal: {type(error).__name__}: {error}"), None
        await self._shop.finish(finished)
        self._tools.progress.tell(
            PairFinished(
                unit.a,
                unit.b,
                finished.status.value,
                finished.reason,
                len(result.attempts) if result else 0,
                result.usage.cost_usd if result else None,
                finished.reused,
                label_of(unit.a, unit.b, unit.generation),
            )
        )

    async def _finished(self, unit: Unit) -> tuple[Finished, Result | None]:
        task = Task(unit.a, unit.b, self.batch.note)
        prepared = await self._tools.bench.prepare(task)
        stored, revision = await self._shop.look(partial(self._stored, unit, prepared))
        if stored is not None and self.batch.reword and stored.status is Status.REJECTED:
            return await self._reworded(unit, task, prepared, stored, _as_stored(unit, stored), revision)
        if stored is not None:
            return _as_stored(unit, stored), stored.result
        result = await self._drafted(task, self._plan(unit), prepared)
        try:
            draft = await self._shop.save(result, revision=revision)
        except Conflict:
            stored, _ = await self._shop.look(partial(self._stored, unit, prepared))
            if stored is None:
                raise
            return _as_stored(unit, stored), stored.result  # another batch stored the same meanwhile
        if result.accepted or not self.batch.reword:
            return _as_drafted(unit, result, draft), result
        return await self._reworded(unit, task, prepared, draft, _as_drafted(unit, result, draft))

    async def _drafted(self, task: Task, plan: Plan, prepared: Prepared) -> Result:
        return await draft_pair(
            task,
            plan,
            bench=self._tools.bench,
            errands=self._errands,
            clock=self._tools.clock,
            prepared=prepared,
            tell=self._tools.progress.tell,
        )

    async def _reworded(
        self, unit: Unit, task: Task, prepared: Prepared, first: Draft, otherwise: Finished, revision: int | None = None
    ) -> tuple[Finished, Result]:
        """What was rejected, now or by an earlier run, worded by another writer; both drafts are kept, each under its
        writer's name. It ends ``otherwise`` where that one is rejected too, or a person was quicker."""
        plan = replace(self._plan(unit), model=self.batch.reword, fallbacks=(), attempts=1)
        second = await self._drafted(task, plan, prepared)
        if not second.accepted:
            return otherwise, first.result
        try:
            saved = await self._shop.save(second, revision=revision)
        except Conflict:
            return otherwise, first.result
        why = f"reworded by {self.batch.reword}: {first.result.reason}"
        return Finished(unit, UnitStatus.ACCEPTED, why, saved.id), second

    def _stored(self, unit: Unit, prepared: Prepared) -> tuple[Draft | None, int]:
        """The draft that is there already, and where the pair stands. Runs in the store's thread."""
        store = self._tools.store
        revision = store.revision(unit.a, unit.b)
        if not revision:
            return None, revision  # nothing was ever drafted
        models = (self.batch.model, *self.batch.fallbacks, *filter(None, [self.batch.reword]))
        draft = store.stored(
            unit.a,
            unit.b,
            facts_hash=prepared.facts_hash,
            prompt_hash=prepared.prompt_hash,
            models=models,
            generation=unit.generation,
        )
        return draft, revision

    def _plan(self, unit: Unit) -> Plan:
        batch = self.batch
        return Plan(
            batch.model, batch.fallbacks, batch.attempts, batch.sampling, unit.generation, batch.id, unit.opened_at
        )

    def _outcome(self) -> tuple[BatchStatus, str]:
        if self._halt is None:
            return BatchStatus.DONE, ""
        if isinstance(self._halt, BudgetReached):
            return BatchStatus.STOPPED, str(self._halt)
        return BatchStatus.PAUSED, str(self._halt)

    async def _end(self, status: BatchStatus, reason: str) -> Totals:
        """Say how it ended. Somebody who cancelled or paused it meanwhile has the last word."""
        book = self._tools.book
        stands = await self._shop.look(partial(book.batch, self.batch.id))
        if stands.status is BatchStatus.RUNNING:
            with suppress(NotAllowed):  # somebody was quicker
                await self._shop.look(partial(book.change, self.batch.id, status=status, reason=reason))
            stands = await self._shop.look(partial(book.batch, self.batch.id))
        self.batch = stands
        totals = await self._totals()
        self._tools.progress.tell(Ended(self.batch.id, stands.status.value, stands.reason, totals))
        return totals

    async def _totals(self) -> Totals:
        return await self._shop.look(partial(self._tools.book.totals, self.batch.id))


def _as_stored(unit: Unit, stored: Draft) -> Finished:
    status = UnitStatus.ACCEPTED if stored.result.accepted else UnitStatus.REJECTED
    return Finished(unit, status, stored.result.reason, stored.id, reused=True)


def _as_drafted(unit: Unit, result: Result, draft: Draft) -> Finished:
    return Finished(unit, UnitStatus.ACCEPTED if result.accepted else UnitStatus.REJECTED, result.reason, draft.id)
