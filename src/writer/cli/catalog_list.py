"""`writer catalog list`."""

from __future__ import annotations

import click

from writer.cli.lazy import command
from writer.cli.terminal import print_json, table_console
from writer.cli.wiring import wiring


@command("list")
@click.option(
    "--format", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print it."
)
def list_models(format: str) -> None:
    """Print every model's slug, name and vendor, by slug; what is in no batch, ranking or site is marked."""
    models = wiring().catalog.models.values()
    if format == "json":
        print_json(
            [
                {"slug": model.slug, "name": model.name, "vendor": model.vendor, "listed": model.listed}
                for model in models
            ]
        )
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("slug", "name", "vendor", ""):
        table.add_column(name, overflow="fold")
    for model in models:
        table.add_row(model.slug, model.name, model.vendor, "" if model.listed else "not listed")
    table_console().print(table)
