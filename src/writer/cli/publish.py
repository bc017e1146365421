"""`writer publish DIR`: what is approved, written for readers."""

from __future__ import annotations

from pathlib import Path

import click

from writer.cli.lazy import command
from writer.cli.wiring import wiring


@command("publish")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--base-url", default="", metavar="URL", help="Where the site will live: for canonical addresses and a sitemap."
)
@click.option("--include", multiple=True, metavar="A-vs-B", help="A pair with a model that is not listed; repeatable.")
@click.option("--overwrite", is_flag=True, help="Write over files of ours that were edited since.")
def publish(directory: Path, base_url: str, include: tuple[str, ...], overwrite: bool) -> int:
    """Write the approved pages into DIR, with an index and a style.

    DIR is new, empty, or one that was published to before; what an earlier publication wrote and this one does not is
    removed, and nothing else. What is no longer what was approved is left out, with the reason (exit status 1).
    """
    from writer.cli.publishing import publish_site

    return publish_site(wiring(), directory, base_url=base_url, include=include, overwrite=overwrite)
