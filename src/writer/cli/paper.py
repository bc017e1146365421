"""Rich's console, with one habit mended."""

from __future__ import annotations

from typing import NoReturn

from rich.console import Console


class Paper(Console):
    """A console that lets a reader who has seen enough (`writer facts A B | head`) be seen by ``writer.cli.faults``."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise it: the status of a closed pipe is given in one place."""
        raise BrokenPipeError
