"""`writer catalog import`."""

from __future__ import annotations

from pathlib import Path

import click

from writer.cli.lazy import Command, Entry, LazyGroup
from writer.cli.terminal import say
from writer.cli.words import count

ENTRIES = {"curated": Entry("writer.cli.catalog_import:curated", "Import the curated file of models.")}


@click.group("import", cls=LazyGroup, entries=ENTRIES)
def import_group() -> None:
    """Make a catalog from collected data, by rules that are written down (the catalog's README)."""


@click.command("curated", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The catalog to write.")
@click.option("--quiet", is_flag=True, help="Do not print what was left out and held.")
def curated(file: Path, into: Path, quiet: bool) -> None:
    """Import the curated FILE into a directory; the same file gives the same bytes.

    What is pinned there stays; offers that are gone get an end. What was left out or held is printed, a line each.
    """
    from writer.catalog_files.curated.run import import_curated

    imported = import_curated(file, into)
    if not quiet:
        for note in imported.notes:
            click.echo(note)
    say(f"{into}: {count(len(imported.written), 'file')} written, {count(len(imported.notes), 'note')}")
