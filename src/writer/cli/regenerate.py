"""`writer regenerate A B`: a new generation of a pair, whatever is stored."""

from __future__ import annotations

from typing import Any

import click

from writer.cli.asking import Asking, asking_options
from writer.cli.lazy import command
from writer.cli.wiring import wiring


@command("regenerate")
@click.argument("a")
@click.argument("b")
@asking_options
@click.option("--note", default="", metavar="TEXT", help="What the model should do otherwise; it stays with the draft.")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def regenerate(a: str, b: str, note: str, format: str, **asked: Any) -> int:
    """Draft the pair anew, as its next generation. What is stored stays until the new one is.

    Exit status: 0 accepted, 1 rejected.
    """
    from writer.cli.one_pair import draft_anew

    return draft_anew(wiring(), Asking.of(asked), (a, b), note=note, format=format)
