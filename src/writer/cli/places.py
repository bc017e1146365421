"""Where things lie: ``--catalog`` and ``--data-dir``, before or after the command."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click


@dataclass(slots=True)
class Places:
    """What the command line named; None where it named nothing."""

    catalog: Path | None = None
    data_dir: Path | None = None


def places(ctx: click.Context) -> Places:
    """What was named so far on this command line."""
    found = ctx.find_object(Places)
    if found is None:
        found = ctx.find_root().obj = Places()
    return found


def place_options() -> list[click.Option]:
    """Fresh options for one command; what is named later on the line wins."""
    return [
        click.Option(
            ["--catalog"],
            type=click.Path(path_type=Path),
            metavar="DIR",
            expose_value=False,
            callback=_keep_catalog,
            help="The catalog to read (WRITER_CATALOG; else the project's own).",
        ),
        click.Option(
            ["--data-dir"],
            type=click.Path(path_type=Path),
            metavar="DIR",
            expose_value=False,
            callback=_keep_data_dir,
            help="Where the queue and other state are kept (WRITER_DATA_DIR; else ./writer-data).",
        ),
    ]


def _keep_catalog(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        places(ctx).catalog = value


def _keep_data_dir(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        places(ctx).data_dir = value
