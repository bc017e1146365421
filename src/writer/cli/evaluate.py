"""`writer evaluate`: how good the checker is, on drafts whose faults are known."""

from __future__ import annotations

import click

from writer.cli.lazy import command
from writer.errors import BadSetting


@command("evaluate")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def evaluate(format: str) -> None:
    """Measure the checker on drafts whose faults are known: how many it finds, and how often it rejects what is true."""
    raise BadSetting(f"evaluate: not wired yet ({format})")
