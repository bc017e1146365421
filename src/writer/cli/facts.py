"""`writer facts A B`: every computed fact of two models, with formula and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from writer.cli.lazy import command
from writer.cli.terminal import console
from writer.cli.wiring import wiring
from writer.errors import BadSetting

if TYPE_CHECKING:
    from writer.facts.sheet import FactSheet


@command("facts")
@click.argument("a")
@click.argument("b")
@click.argument("words", metavar="[WORD]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Each provider's offer and where every value comes from, too.")
@click.option(
    "--format", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print it."
)
def facts(a: str, b: str, words: tuple[str, ...], everything: bool, format: str) -> None:
    """Print the computed facts of models A and B, in that order.

    A and B are slugs of the catalog (`writer catalog list` prints them). With WORDs the table holds the facts whose key or
    heading has all of them: `writer facts A B price input`. It shows how each value was come by and where it was seen; JSON
    holds exact values alone, and always all of them.
    """
    if words and format == "json":
        raise click.UsageError("--format json: holds every fact: leave out the words")
    sheet = wiring().sheet(a, b)
    if format == "json":
        from writer.facts.plain import dumps

        click.echo(dumps(sheet))
    else:
        _print_table(sheet, words, everything=everything)


def _print_table(sheet: FactSheet, words: tuple[str, ...], *, everything: bool) -> None:
    from writer.cli.facts_selection import Wanted
    from writer.cli.facts_table import facts_table

    wanted = Wanted(words, everything)
    if not any(wanted.holds(fact) for fact in sheet.facts.values()):
        raise BadSetting(
            f"{' '.join(words)}: no fact of these two has that in its key: try price, score, capabilities …"
        )
    paper = console()
    for part in facts_table(sheet, paper.width, wanted):
        paper.print(part)
