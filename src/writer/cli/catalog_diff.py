"""`writer catalog diff`."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from writer.cli.lazy import command
from writer.cli.terminal import print_json, say
from writer.cli.wiring import wiring


@command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def diff(old: Path, new: Path | None, format: str) -> None:
    """Print what changed from the catalog OLD to the catalog NEW (the one in use where left out), coarsest first."""
    from writer.catalog.diff import Noun, diff_catalogs, spell
    from writer.catalog_files.load import load_catalog

    later = load_catalog(new) if new else wiring().catalog
    changes = diff_catalogs(load_catalog(old), later)
    if format == "json":
        print_json(
            [
                {
                    "noun": each.noun.value,
                    "where": each.where,
                    "key": each.key,
                    "before": spell(each.before),
                    "after": spell(each.after),
                }
                for each in changes
            ]
        )
        return
    order = list(Noun)
    ordered = sorted(changes, key=lambda change: order.index(change.noun))
    for noun, group in groupby(ordered, key=lambda change: change.noun):
        click.echo(f"{noun.value}:")
        for change in group:
            click.echo(f"  {change}")
    say(f"{len(changes)} {'change' if len(changes) == 1 else 'changes'}")
