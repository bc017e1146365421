"""Running a batch under the eyes of whoever started it, and what is said at its end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from writer.cli.asking import Asking, Supplies
from writer.cli.summary import print_summary
from writer.cli.terminal import say
from writer.cli.watching import watching
from writer.cli.wiring import Wiring
from writer.drafting.order import order
from writer.drafting.run import exit_status, open_batch, run_batch
from writer.drafting.shop import Tools
from writer.drafts.batch import Batch, Order, Totals, UnitStatus
from writer.llm.gateway import close


@dataclass(frozen=True, slots=True)
class Manner:
    """How a batch is run: what is done again, how it is watched and logged, how its summary is printed."""

    retry: tuple[UnitStatus, ...]
    progress: str
    log: Path | None
    format: str


def run_order(wired: Wiring, asking: Asking, wish: Order, pairs: Sequence[tuple[str, str]], manner: Manner) -> int:
    """Run the batch of this order, a new one or the stored one; the exit status."""
    began = time.monotonic()
    with watching(manner.progress, manner.log) as watcher, asking.tools(wired, watcher) as tools:
        stored = open_batch(order(wish, pairs, wired.store.generation), tools, again=bool(manner.retry))
        ended, totals = _run(stored, tools, manner.retry)
    return _report(wired, ended, totals, manner.format, time.monotonic() - began)


def run_stored(wired: Wiring, batch: Batch, supplies: Supplies, manner: Manner) -> int:
    """Go on with a stored batch; the exit status."""
    began = time.monotonic()
    with (
        watching(manner.progress, manner.log) as watcher,
        supplies.tools(wired, watcher, model=batch.model, concurrency=batch.concurrency) as tools,
    ):
        ended, totals = _run(batch, tools, manner.retry)
    return _report(wired, ended, totals, manner.format, time.monotonic() - began)


def _run(batch: Batch, tools: Tools, retry: Sequence[UnitStatus]) -> tuple[Batch, Totals]:
    async def run() -> tuple[Batch, Totals]:
        try:
            return await run_batch(batch, tools, retry=retry)
        finally:
            await close()

    try:
        return asyncio.run(run())
    except (KeyboardInterrupt, asyncio.CancelledError):
        say(
            f"batch {batch.id} is paused: what was accepted is queued: the same command goes on, so does "
            f"`writer batches resume {batch.id}`"
        )
        raise click.Abort from None


def _report(wired: Wiring, batch: Batch, totals: Totals, format: str, seconds: float) -> int:
    rejected, failed = (wired.book.units(batch.id, status=each) for each in (UnitStatus.REJECTED, UnitStatus.FAILED))
    print_summary(batch, totals, rejected, failed, format, seconds)
    return exit_status(batch, totals)
