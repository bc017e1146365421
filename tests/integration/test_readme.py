"""Every command of the README is one that the program takes."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from writer.cli.main import root

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = [
    line.strip()
    for block in re.findall(r"```bash\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.strip() and not line.startswith("#")
]
COMMANDS = [line for line in LINES if line.startswith(".venv/bin/writer ")]
MAKES = [line.split()[1] for line in LINES if line.startswith("make ")]
EXPORTS = [line for line in LINES if line.startswith("export ")]


def parse(arguments: list[str]) -> click.Command:
    """Parse a whole command line, down to the last option, without running it."""
    context, command = click.Context(root, info_name="writer"), root
    while isinstance(command, click.Group):
        name, found, arguments = command.resolve_command(context, arguments)
        assert found is not None
        command = found
        context = click.Context(command, info_name=name, parent=context)
        if isinstance(command, click.Group) and arguments and arguments[0].startswith("-"):
            break
    return command.make_context(context.info_name, arguments, parent=context.parent).command


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_of_the_readme_is_taken(line: str) -> None:
    assert parse(shlex.split(line)[1:]).name


@pytest.mark.parametrize("target", MAKES)
def test_every_make_target_of_the_readme_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_nothing_else_stands_in_the_readmes_blocks() -> None:
    assert len(COMMANDS) + len(MAKES) + len(EXPORTS) == len(LINES)


def test_the_readmes_pictures_are_there() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert len(pictures) == 2
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


def test_an_unknown_option_would_be_noticed() -> None:
    with pytest.raises(click.UsageError):
        parse(["facts", "a", "b", "--no-such-option"])


def test_the_page_of_commands_is_what_the_program_says() -> None:
    line = [
        sys.executable,
        "-c",
        "from tests.integration.commands_page import commands_page; print(commands_page(), end='')",
    ]
    said = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said == (ROOT / "docs" / "commands.md").read_text(encoding="utf-8"), "make docs"
