"""`writer catalog check`."""

from __future__ import annotations

import click

from writer.cli.faults import DONE, FINDINGS
from writer.cli.lazy import command
from writer.cli.terminal import print_json, say
from writer.cli.wiring import wiring
from writer.errors import BadSetting


@command("check")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def check(format: str) -> int:
    """Print every fault of every file at once, as *where: what is wrong: what would be right*.

    Exit status: 0 no fault, 1 faults, 2 there is no such catalog.
    """
    from writer.catalog_files.load import check_catalog

    directory = wiring().settings.catalog
    if not directory.is_dir():
        raise BadSetting(f"{directory}: is no directory: name the catalog with --catalog DIR")
    faults = check_catalog(directory)
    if format == "json":
        print_json(list(faults))
    else:
        for fault in faults:
            click.echo(fault)
        say(
            f"{directory}: {len(faults)} {'fault' if len(faults) == 1 else 'faults'}"
            if faults
            else f"{directory}: no fault"
        )
    return FINDINGS if faults else DONE
