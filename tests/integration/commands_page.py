"""`make docs`: docs/commands.md, the help of every command as the program prints it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from writer.cli.lazy import LazyGroup
from writer.cli.main import root

_PLACES = {"--catalog", "--data-dir"}
_HEAD = """# Commands

Made by `make docs` from the program's own help; a test compares the two. `--catalog DIR` and `--data-dir DIR` stand before or
after every command.
"""


def commands_page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_sections(root, click.Context(root, info_name="writer", max_content_width=100))])


def _sections(group: LazyGroup, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context, max_content_width=100, terminal_width=100)
        if isinstance(command, LazyGroup):
            yield from _sections(command, inner)
        else:
            command.params = [each for each in command.params if not _PLACES & set(each.opts)]
            yield f"## {inner.command_path}\n\n```text\n{command.get_help(inner)}\n```\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(commands_page(), encoding="utf-8")
