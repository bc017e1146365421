"""Ordering, resuming and running batches: what the command line and the desk call."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial

from writer.drafting.batch import BatchRun
from writer.drafting.budget import check_can_pay
from writer.drafting.provider import ProviderRun
from writer.drafting.shop import Shop, Tools
from writer.drafting.watch import leased, watched
from writer.drafts.batch import Batch, BatchStatus, Order, Totals, UnitStatus

SWITCH_SECONDS = 0.0005  # the store's thread gets its turn soon: ten times sooner than by default


def open_batch(order: Order, tools: Tools, *, again: bool = False) -> Batch:
    """The stored batch of this order, or a new one; its budget and concurrency are those of the order. ``again`` takes up
    one that is done, too, for what it rejected or failed."""
    check_can_pay(order, tools.prices)
    batch = tools.book.open(order, price_table=tools.prices.table, now=tools.clock.now(), again=again)
    return tools.book.change(batch.id, concurrency=order.concurrency, budget_usd=order.budget_usd)


async def run_batch(batch: Batch, tools: Tools, *, retry: Sequence[UnitStatus] = ()) -> tuple[Batch, Totals]:
    """Run a stored batch from where it stands. ``retry`` names what is done again: rejected pairs as a new generation,
    failed ones with their tries counted anew; what they had is kept. Rejected ones wait until nothing else is pending, so that
    a retry that was interrupted goes on rather than begins anew.

    Raises NotAllowed where it is cancelled or another process runs it; StoreError where the database gave up.
    """
    check_can_pay(batch, tools.prices)
    totals = tools.book.totals(batch.id)
    pending, committed = totals.pending, totals.committed_usd
    shop = Shop(
        tools,
        concurrency=batch.concurrency,
        fallbacks=batch.fallbacks,
        budget_usd=batch.budget_usd,
        committed_usd=committed,
        by=batch.by,
        note=batch.note,
    )
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        async with leased(shop, batch) as claimed:
            for status in retry:
                if status is UnitStatus.FAILED or not pending:
                    await _reopen(shop, claimed, status)
            run, totals = await _run(shop, claimed)
            done = run.batch.status is BatchStatus.DONE
            if (
                done
                and UnitStatus.REJECTED in retry
                and await _reopen(shop, run.batch, UnitStatus.REJECTED, only_reused=True)
            ):
                await shop.look(partial(tools.book.change, batch.id, status=BatchStatus.RUNNING))
                run, totals = await _run(shop, run.batch)
            return run.batch, totals
    finally:
        sys.setswitchinterval(interval)
        await shop.close()


async def _run(shop: Shop, batch: Batch) -> tuple[BatchRun, Totals]:
    run = ProviderRun(shop, batch) if batch.provider_batch else BatchRun(shop, batch)
    async with watched(shop, run):
        return run, await run.run()


async def _reopen(shop: Shop, batch: Batch, status: UnitStatus, *, only_reused: bool = False) -> int:
    """What an earlier run of this or another batch left as rejected or failed is pending again."""
    return await shop.look(
        partial(
            shop.tools.book.reopen,
            batch.id,
            status,
            shop.tools.clock.now(),
            new_generation=status is UnitStatus.REJECTED,
            only_reused=only_reused,
        )
    )


def exit_status(batch: Batch, totals: Totals) -> int:
    """0 where all was accepted; 1 where some were not, or the batch stopped before its end."""
    return 0 if batch.status is BatchStatus.DONE and not totals.rejected and not totals.failed else 1
