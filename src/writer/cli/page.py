"""`writer page A B`: the page of a pair, as a reader sees it."""

from __future__ import annotations

import click

from writer.cli.lazy import command
from writer.cli.wiring import wiring
from writer.errors import BadSetting


@command("page")
@click.argument("a")
@click.argument("b")
@click.option("--draft", is_flag=True, help="The newest version, marked as a draft, instead of the approved one.")
@click.option(
    "--format", type=click.Choice(["html", "md", "json"]), default="html", show_default=True, help="How to print it."
)
def page(a: str, b: str, draft: bool, format: str) -> None:
    """Print the page of models A and B: the version that a person approved, with today's facts."""
    from writer.facts.compute import canonical
    from writer.page import render
    from writer.page.build import build

    wired = wiring()
    first, second = canonical(a, b)
    sheet = wired.sheet(first, second)
    found = wired.desk.of_pair(first, second, approved=not draft)
    if found is None:
        raise BadSetting(_missing(first, second, draft=draft))
    forms = {"html": render.html, "md": render.markdown, "json": render.json}
    click.echo(forms[format](build(sheet, wired.names, found)))


def _missing(a: str, b: str, *, draft: bool) -> str:
    if draft:
        return f"{a}, {b}: nothing is drafted for this pair: `writer draft {a} {b}` does"
    return f"{a}, {b}: no version is approved: approve one (`writer queue list`), or see the newest with --draft"
