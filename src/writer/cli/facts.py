"""`writer facts A B`: every computed fact of two models, with formula and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from writer.cli.lazy import command
from writer.cli.terminal import console
from writer.cli.wiring import wiring

if TYPE_CHECKING:
    from writer.facts.sheet import FactSheet


@command("facts")
@click.argument("a")
@click.argument("b")
@click.option(
    "--format", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print it."
)
def facts(a: str, b: str, format: str) -> None:
    """Print the computed facts of models A and B, in that order.

    A and B are slugs of the catalog (`writer catalog list` prints them). The table shows how each value was come by and
    where it was seen; JSON holds exact values alone.
    """
    sheet = wiring().sheet(a, b)
    if format == "json":
        from writer.facts.plain import dumps

        click.echo(dumps(sheet))
    else:
        _print_table(sheet)


def _print_table(sheet: FactSheet) -> None:
    from writer.cli.facts_table import facts_table

    paper = console()
    for part in facts_table(sheet, paper.width):
        paper.print(part)
