"""`writer batches resume`, `pause`, `cancel` and `set`: a running batch sees a change within a second or two."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from writer.cli.asking import Supplies, supply_options
from writer.cli.kinds import DOLLARS, MODEL_PRICE
from writer.cli.lazy import command
from writer.cli.terminal import say
from writer.cli.wiring import Wiring, wiring

if TYPE_CHECKING:
    from collections.abc import Iterable

    from writer.drafts.batch import Batch


@command("resume")
@click.argument("batch_id", metavar="ID")
@click.option("--retry-rejected", is_flag=True, help="Draft rejected pairs of the batch anew.")
@click.option("--retry-failed", is_flag=True, help="Try failed pairs of the batch again.")
@click.option(
    "--progress",
    type=click.Choice(["auto", "live", "plain", "json", "none"]),
    default="auto",
    show_default=True,
    help="How to watch it.",
)
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print the summary."
)
@click.option(
    "--log", type=click.Path(path_type=Path), metavar="FILE", help="Append a JSON line an event, without prompts."
)
@supply_options
def resume(
    batch_id: str,
    retry_rejected: bool,
    retry_failed: bool,
    progress: str,
    log: Path | None,
    format: str,
    **supplied: Any,
) -> int:
    """Go on with batch ID: what was answered is neither asked nor paid again."""
    from writer.cli.batch_running import Manner, run_stored
    from writer.drafts.batch import UnitStatus

    wired = wiring()
    retry = (*([UnitStatus.REJECTED] if retry_rejected else []), *([UnitStatus.FAILED] if retry_failed else []))
    batch, manner = wired.book.batch(batch_id), Manner(retry, progress, log, format)
    return run_stored(wired, batch, Supplies(**supplied), manner)


@command("pause")
@click.argument("batch_id", metavar="ID")
@click.option("--reason", default="", metavar="TEXT", help="Why; shown until it goes on.")
def pause(batch_id: str, reason: str) -> None:
    """Let nothing more be sent for batch ID. What is under way is finished and stored; `resume` goes on."""
    from writer.drafts.batch import BatchStatus

    wired = wiring()
    why = reason or f"paused by {wired.settings.user}"
    say(f"batch {batch_id}: {wired.book.change(batch_id, status=BatchStatus.PAUSED, reason=why).status.value}")


@command("cancel")
@click.argument("batch_id", metavar="ID")
@click.option("--reason", default="", metavar="TEXT", help="Why; kept with the batch.")
def cancel(batch_id: str, reason: str) -> None:
    """End batch ID for good. What is drafted stays in the queue.

    Parcels at a provider's batch endpoint are cancelled there where the provider can be told; what they answered by then is
    billed.
    """
    import asyncio

    from writer.drafting.cancelling import cancel_batch
    from writer.llm.parcels import Parcels
    from writer.llm.prices import Prices, parse_prices

    wired = wiring()
    why = reason or f"cancelled by {wired.settings.user}"
    provider = Parcels(Prices(parse_prices(wired.settings.prices)))
    lines = asyncio.run(cancel_batch(batch_id, why, wired.book, provider))
    say(f"batch {batch_id}: {wired.book.batch(batch_id).status.value}")
    for line in lines:
        say(line)


@command("set")
@click.argument("batch_id", metavar="ID")
@click.option("--concurrency", type=click.IntRange(1, 2000), help="Calls at once, at most.")
@click.option("--budget", type=DOLLARS, help="Stop before spending more than this.")
@click.option(
    "--price", type=MODEL_PRICE, multiple=True, help="A model's price in USD per 1M tokens, as `resume` is given it."
)
def change(
    batch_id: str, concurrency: int | None, budget: Decimal | None, price: tuple[tuple[str, Decimal, Decimal], ...]
) -> None:
    """Change concurrency or budget of batch ID, also while it runs."""
    if concurrency is None and budget is None:
        raise click.UsageError("nothing to set: name --concurrency, --budget or both")
    wired = wiring()
    if budget is not None:
        _check_can_pay(wired, replace(wired.book.batch(batch_id), budget_usd=budget), price)
    stands = wired.book.change(batch_id, concurrency=concurrency, budget_usd=budget)
    limit = "none" if stands.budget_usd is None else f"${stands.budget_usd}"
    say(f"batch {batch_id}: concurrency {stands.concurrency}, budget {limit}")


def _check_can_pay(wired: Wiring, batch: Batch, priced: Iterable[tuple[str, Decimal, Decimal]]) -> None:
    """BadSetting where a budget cannot be kept, before it is stored."""
    from writer.drafting.budget import check_can_pay
    from writer.llm.prices import Price, Prices, parse_prices

    million = Decimal(1_000_000)
    given = {model: Price(prompt / million, completion / million) for model, prompt, completion in priced}
    check_can_pay(batch, Prices({**parse_prices(wired.settings.prices), **given}))
