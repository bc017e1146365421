"""What is printed: JSON and nothing else on standard output, or text for people, as wide as their terminal."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

NARROW = 100
_ENDLESS = 10_000


def console() -> Console:
    """Standard output for people: colours where it is a terminal, plain text where it is not."""
    from writer.cli.paper import Paper

    return Paper(highlight=False, emoji=False, markup=False)


def table_console() -> Console:
    """As ``console``, for tables: where it is no terminal nothing is wrapped, so that a line is a row."""
    from writer.cli.paper import Paper

    return Paper(highlight=False, emoji=False, markup=False, width=None if sys.stdout.isatty() else _ENDLESS)


def print_json(value: object) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_text(text: str) -> None:
    """A text of somebody else's on standard output: as it is for a program, with nothing that a terminal obeys for one."""
    from writer.cli.printable import printable

    click.echo(printable(text) if sys.stdout.isatty() else text)


def say(message: str) -> None:
    """A line for whoever watches, on standard error."""
    print(message, file=sys.stderr)
