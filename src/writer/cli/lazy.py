"""Commands that are imported when they are run: `writer --help` loads click and nothing of the program's weight."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import click

from writer.cli.places import place_options


class Entry(NamedTuple):
    """Where a command lives (``package.module:attribute``) and its line in the list of commands."""

    target: str
    summary: str


class Command(click.Command):
    """A command that takes ``--catalog`` and ``--data-dir`` after its name, too."""

    def __init__(self, name: str | None, **attributes: object) -> None:
        super().__init__(name, **attributes)  # type: ignore[arg-type]  # whatever click's decorator passes on
        self.params += place_options()


class LazyGroup(click.Group):
    """A group whose commands stand in a table of ``Entry``; each is imported when it is asked for."""

    def __init__(self, name: str | None, *, entries: Mapping[str, Entry], **attributes: object) -> None:
        super().__init__(name, **attributes)  # type: ignore[arg-type]  # whatever click's decorator passes on
        self.params += place_options()
        self.entries = entries

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported; None where there is none of that name."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.target.partition(":")
        loaded = getattr(importlib.import_module(module), attribute)
        if not isinstance(loaded, click.Command):
            raise TypeError(f"{entry.target}: not a command")
        return loaded

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table: nothing is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in self.entries.items()])

    def resolve_command(
        self,
        ctx: click.Context,
        args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the commands that are spelled nearly so."""
        if args and not args[0].startswith("-") and args[0] not in self.entries:
            import difflib

            near = difflib.get_close_matches(args[0], self.entries, n=1)
            mend = f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(self.entries)}"
            ctx.fail(f"{args[0]}: no such command: {mend}")
        return super().resolve_command(ctx, args)


command: Callable[..., Callable[[Callable[..., object]], click.Command]] = partial(click.command, cls=Command)
