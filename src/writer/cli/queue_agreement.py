"""`writer queue agreement`."""

from __future__ import annotations

import click

from writer.cli.lazy import command
from writer.cli.terminal import print_json
from writer.cli.wiring import wiring
from writer.cli.words import count


@command("agreement")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def agreement(format: str) -> None:
    """Print how often those who reviewed the same version said the same, and which versions they differ on.

    Two reviews of a version need WRITER_APPROVALS=2; with WRITER_BLIND=1 neither reviewer reads the other's first.
    """
    found = wiring().desk.agreement()
    if format == "json":
        print_json({"reviewed": found.reviewed, "agreed": found.agreed, "apart": list(found.apart)})
        return
    if not found.reviewed:
        click.echo("no version was reviewed by two people yet: WRITER_APPROVALS=2 asks for it")
        return
    share = round(100 * found.agreed / found.reviewed)
    click.echo(f"{count(found.reviewed, 'version')} reviewed by two or more, {found.agreed:,} of one mind ({share}%)")
    for draft_id in found.apart:
        click.echo(f"  apart: {draft_id}")
