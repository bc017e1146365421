"""The watch: keeps the lease of a running batch and brings in what people change meanwhile."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial

from writer.drafting.batch import BatchRun
from writer.drafting.budget import check_can_pay
from writer.drafting.shop import Shop
from writer.drafts.batch import Batch, BatchStatus
from writer.errors import BadSetting, NeedsPerson, NotAllowed, StoreBusy, StoreError

EVERY_SECONDS = 1.0


def runner() -> str:
    """This process' name in the batch's record: ``host:pid``."""
    return f"{socket.gethostname()}:{os.getpid()}"


def is_gone(name: str) -> bool:
    """Whether a runner is known to be no more: a process of this machine that is not there."""
    host, _, pid = name.rpartition(":")
    if host != socket.gethostname() or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


@asynccontextmanager
async def leased(shop: Shop, batch: Batch) -> AsyncIterator[Batch]:
    """Run the batch alone. Raises NotAllowed where another process runs it."""
    me, book, clock = runner(), shop.tools.book, shop.tools.clock
    gone = (batch.runner,) if batch.runner and is_gone(batch.runner) else ()
    if not await shop.look(partial(book.claim, batch.id, me, clock.now(), gone)):
        raise NotAllowed(f"{batch.id}: {batch.runner} runs it: wait for it, or `writer batches pause {batch.id}`")
    try:
        yield await shop.look(partial(book.change, batch.id, status=BatchStatus.RUNNING, reason=""))
    finally:
        await shop.look(partial(book.release, batch.id, me))


@asynccontextmanager
async def watched(shop: Shop, run: BatchRun) -> AsyncIterator[None]:
    """While it runs: heartbeat, and what was changed in the record."""
    task = asyncio.create_task(_watch(shop, run))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _watch(shop: Shop, run: BatchRun) -> None:
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        try:
            await _look(shop, run)
        except StoreBusy:
            continue  # the lease is long enough for a few misses
        except StoreError as error:
            run.stop(error)
            return


async def _look(shop: Shop, run: BatchRun) -> None:
    stands = await shop.look(partial(shop.tools.book.batch, run.batch.id))
    if stands.budget_usd != run.batch.budget_usd:
        await shop.budget.change(stands.budget_usd)
        try:
            check_can_pay(stands, shop.tools.prices)
        except BadSetting as error:
            run.stop(NeedsPerson(str(error)))
    if stands.status is not BatchStatus.RUNNING:
        run.stop(NeedsPerson(stands.reason or f"{stands.status.value} by a person"))
    run.change(stands)
    if not await shop.look(partial(shop.tools.book.claim, stands.id, runner(), shop.tools.clock.now())):
        run.stop(NeedsPerson("another process took it over"))
