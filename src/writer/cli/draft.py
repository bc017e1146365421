"""`writer draft A B`: one pair, from its facts to the queue."""

from __future__ import annotations

from typing import Any

import click

from writer.cli.asking import Asking, asking_options
from writer.cli.lazy import command
from writer.cli.wiring import wiring


@command("draft")
@click.argument("a")
@click.argument("b")
@asking_options
@click.option("--note", default="", metavar="TEXT", help="A note to the model.")
@click.option("--no-queue", is_flag=True, help="Print the draft and store nothing.")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def draft(a: str, b: str, note: str, no_queue: bool, format: str, **asked: Any) -> int:
    """Draft the comparison of models A and B, check it, mend it where it strays, and queue it.

    A draft that is stored already for the same facts, prompt and model is used again. Exit status: 0 accepted, 1 rejected.
    """
    from writer.cli.one_pair import draft_one

    return draft_one(wiring(), Asking.of(asked), (a, b), note=note, queue=not no_queue, format=format)
