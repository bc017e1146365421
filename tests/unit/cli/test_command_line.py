from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from writer.cli.lazy import LazyGroup
from writer.cli.main import root

HEAVY = ("litellm", "sqlmodel", "sqlalchemy", "fastapi", "pydantic", "rich", "jinja2", "asyncio")


def commands(group: LazyGroup, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str, click.Command]]:
    """Every command under the group: its words, its line in the list, and itself."""
    context = click.Context(group)
    for name, entry in group.entries.items():
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), entry.summary, command
        if isinstance(command, LazyGroup):
            yield from commands(command, (*path, name))


ALL = list(commands(root))
IDS = [" ".join(words) for words, _, _ in ALL]


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; from writer.cli.main import run",
        "try: run(['--help'])",
        "except BaseException: pass",
        f"print([name for name in {HEAVY!r} if name in sys.modules])",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(program)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_contracts_commands_are_all_there() -> None:
    assert {
        "facts",
        "check",
        "draft",
        "batch",
        "batches",
        "regenerate",
        "queue",
        "page",
        "publish",
        "serve",
        "catalog",
    } <= set(root.entries)


@pytest.mark.parametrize(("words", "summary", "command"), ALL, ids=IDS)
def test_every_command_explains_itself(words: tuple[str, ...], summary: str, command: click.Command) -> None:
    assert command.help
    assert summary.endswith((".", "…"))
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{' '.join(words)} {parameter.opts[0]}: no help"


@pytest.mark.parametrize(("words", "summary", "command"), ALL, ids=IDS)
def test_places_stand_after_every_command(words: tuple[str, ...], summary: str, command: click.Command) -> None:
    names = {name for parameter in command.params for name in parameter.opts}
    assert {"--catalog", "--data-dir"} <= names


@pytest.mark.parametrize("words", [words for words, _, _ in ALL], ids=IDS)
def test_every_command_prints_its_help(words: tuple[str, ...]) -> None:
    answer = CliRunner().invoke(root, [*words, "--help"])
    assert answer.exit_code == 0
    assert answer.output.startswith(f"Usage: writer {' '.join(words)}") or answer.output.startswith("Usage: root")


def test_a_misspelt_command_names_the_one_that_was_meant() -> None:
    answer = CliRunner().invoke(root, ["fact"])
    assert answer.exit_code == 2
    assert "did you mean 'facts'?" in answer.output


def test_the_version_is_printed() -> None:
    answer = CliRunner().invoke(root, ["--version"])
    assert answer.output.startswith("writer ")
    assert answer.exit_code == 0
