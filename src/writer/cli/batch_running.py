"""Running a batch under the eyes of whoever started it, and what is said at its end."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import click

from writer.cli.asking import Asking, Supplies
from writer.cli.progress.state import State
from writer.cli.progress.watching import watching
from writer.cli.summary import print_summary
from writer.cli.terminal import say
from writer.cli.wiring import Wiring
from writer.drafting.order import order
from writer.drafting.run import exit_status, open_batch, run_batch
from writer.drafting.shop import Tools
from writer.drafts.batch import Batch, Order, Totals, UnitStatus
from writer.llm.gateway import close


def run_order(
    wired: Wiring,
    asking: Asking,
    wish: Order,
    pairs: Sequence[tuple[str, str]],
    *,
    retry: Sequence[UnitStatus],
    progress: str,
    format: str,
) -> int:
    """Run the batch of this order, a new one or the stored one; the exit status."""
    with watching(progress) as watcher, asking.tools(wired, watcher) as tools:
        stored = open_batch(order(wish, pairs, wired.store.generation), tools, again=bool(retry))
        ended, totals = _run(stored, tools, retry)
    return _report(wired, ended, totals, watcher.state, format)


def run_stored(
    wired: Wiring,
    batch: Batch,
    supplies: Supplies,
    *,
    retry: Sequence[UnitStatus],
    progress: str,
    format: str,
) -> int:
    """Go on with a stored batch; the exit status."""
    with watching(progress) as watcher, supplies.tools(wired, watcher, batch.concurrency) as tools:
        ended, totals = _run(batch, tools, retry)
    return _report(wired, ended, totals, watcher.state, format)


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


def _report(wired: Wiring, batch: Batch, totals: Totals, state: State, format: str) -> int:
    print_summary(
        batch,
        totals,
        wired.book.units(batch.id, status=UnitStatus.REJECTED),
        wired.book.units(batch.id, status=UnitStatus.FAILED),
        state,
        format,
    )
    return exit_status(batch, totals)
