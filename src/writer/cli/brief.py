"""`writer brief A B`: what a language model is sent for a pair."""

from __future__ import annotations

import click

from writer.cli.lazy import command
from writer.cli.project import shipped
from writer.cli.terminal import print_json
from writer.cli.wiring import wiring


@command("brief")
@click.argument("a")
@click.argument("b")
@click.option("--note", default="", metavar="TEXT", help="A note to the model.")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def brief(a: str, b: str, note: str, format: str) -> None:
    """Print the messages that a model is sent for models A and B, so that they can be put to any model by hand."""
    from jinja2 import FileSystemLoader

    from writer.briefing.brief import brief as brief_of
    from writer.briefing.render import render_messages
    from writer.facts.compute import canonical

    made = brief_of(wiring().sheet(*canonical(a, b)), FileSystemLoader(shipped("prompts")), note)
    if format == "json":
        print_json(list(made.messages))
    else:
        click.echo(render_messages(made.messages))
