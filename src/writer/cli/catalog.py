"""`writer catalog`: what a catalog holds, whether it holds, where it comes from, and what changed."""

from __future__ import annotations

import click

from writer.cli.lazy import Entry, LazyGroup

ENTRIES = {
    "check": Entry("writer.cli.catalog_check:check", "Print every fault of every file at once."),
    "list": Entry("writer.cli.catalog_list:list_models", "Print every model's slug, name and vendor."),
    "import": Entry("writer.cli.catalog_import:import_group", "Make a catalog from collected data."),
    "diff": Entry("writer.cli.catalog_diff:diff", "Print what changed between two catalogs."),
}


@click.group("catalog", cls=LazyGroup, entries=ENTRIES)
def catalog() -> None:
    """Check, list, import and compare catalogs."""
