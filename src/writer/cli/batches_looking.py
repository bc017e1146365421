"""`writer batches list` and `show`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import click

from writer.cli.lazy import command
from writer.cli.terminal import print_json, table_console
from writer.cli.wiring import wiring

if TYPE_CHECKING:
    from writer.drafts.batch import Batch

_FORMAT = click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)


@command("list")
@_FORMAT
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="How many, at most.")
def list_batches(format: str, limit: int) -> None:
    """Print the latest batches, newest first."""
    found = wiring().book.batches(limit)
    if format == "json":
        print_json([plain_batch(batch) for batch in found])
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("batch", "status", "model", "begun", "why"):
        table.add_column(name, overflow="fold")
    for batch in found:
        table.add_row(batch.id, batch.status.value, batch.model, f"{batch.created_at:%Y-%m-%d %H:%M}", batch.reason)
    table_console().print(table)


@command("show")
@click.argument("batch_id", metavar="ID")
@_FORMAT
def show(batch_id: str, format: str) -> None:
    """Print how batch ID stands: its pairs, its cost, and why what was not accepted was not."""
    from writer.cli.summary import print_summary
    from writer.drafts.batch import UnitStatus

    book = wiring().book
    batch = book.batch(batch_id)
    rejected, failed = (book.units(batch_id, status=status) for status in (UnitStatus.REJECTED, UnitStatus.FAILED))
    print_summary(batch, book.totals(batch_id), rejected, failed, format)


def plain_batch(batch: Batch) -> dict[str, object]:
    """A batch as plain values."""
    from writer.cli.rows import number

    budget: Decimal | None = batch.budget_usd
    return {
        "id": batch.id,
        "status": batch.status.value,
        "reason": batch.reason,
        "model": batch.model,
        "fallbacks": list(batch.fallbacks),
        "attempts": batch.attempts,
        "concurrency": batch.concurrency,
        "budget_usd": number(budget),
        "by": batch.by,
        "note": batch.note,
        "created_at": batch.created_at.isoformat(),
    }
