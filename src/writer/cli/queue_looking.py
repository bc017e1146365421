"""`writer queue list` and `show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from writer.cli.lazy import command
from writer.cli.terminal import console, print_json, table_console
from writer.cli.wiring import wiring

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review_queue.store.listing import Listed

_STATUSES = ("rejected", "in_review", "changes_requested", "approved", "declined", "superseded", "published")


@command("list")
@click.option("--status", type=click.Choice(_STATUSES), help="Only these; all where left out.")
@click.option(
    "--format", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print it."
)
def list_drafts(status: str | None, format: str) -> None:
    """Print the queue: the most urgent first."""
    from review_queue.store.listing import Filter
    from writer.cli.rows import draft_row
    from writer.drafts.draft import Status

    desk, wanted = wiring().desk, Status(status) if status else None
    if format == "json":
        print_json([draft_row(draft) for draft in desk.drafts(wanted)])
        return
    page = desk.list(Filter(wanted))
    _print_rows(page.rows)
    while page.after is not None:
        page = desk.list(Filter(wanted), after=page.after)
        _print_rows(page.rows)


def _print_rows(rows: Iterable[Listed]) -> None:
    """A line or two a draft: its id and status, and what it took."""
    from rich.text import Text

    from writer.cli.words import count, worded_by
    from writer.drafting.progress import usd

    paper = table_console()
    for row in rows:
        paid = "cost unknown" if row.cost_usd is None else usd(row.cost_usd)
        took = [] if row.edited_by else [count(row.attempts, "attempt"), paid]
        how = ", ".join([worded_by(row.model, row.edited_by), *took, *row.rules])
        status = f"{row.status.value}{', stale' if row.stale else ''}"
        paper.print(Text.assemble(f"{status:18} ", (row.id, "bold")), Text(f"{'':18} {how}", style="dim"), sep="\n")


@command("show")
@click.argument("draft_id", metavar="ID")
@click.option("--explain", is_flag=True, help="Show how every number is read today, and the facts it is bound to.")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def show(draft_id: str, explain: bool, format: str) -> None:
    """Print draft ID: its words, what strays, how it came to be, and what may be done with it."""
    wired = wiring()
    look = wired.desk.look(draft_id, by=wired.settings.user)
    if format == "json":
        from writer.cli.rows import draft_row
        from writer.cli.verdicts import verdict

        report = look.draft.result.report
        print_json({**draft_row(look.draft), "seal": look.seal.hash, "report": verdict(report) if report else None})
        return
    from rich.text import Text

    from writer.cli.draft_view import draft_view

    paper = console()
    for part in draft_view(look, wired, explain=explain):
        whole = isinstance(part, Text) and bool(part.no_wrap)
        paper.print(part, crop=not whole, no_wrap=whole or None, overflow="ignore" if whole else None)
