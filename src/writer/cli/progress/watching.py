"""Choosing how a batch is watched."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from writer.cli.progress.json_lines import JsonProgress
from writer.cli.progress.live import LiveProgress
from writer.cli.progress.plain import PlainProgress
from writer.cli.progress.state import State

KINDS = ("auto", "live", "plain", "json", "none")
Watcher = LiveProgress | PlainProgress | JsonProgress


class Silent(PlainProgress):
    """Counts, and says nothing."""

    def _line(self, _event: object) -> str:
        return ""


@contextmanager
def watching(kind: str) -> Iterator[Watcher]:
    """The way of watching that ``kind`` names; ``auto`` is live on a terminal and plain lines elsewhere."""
    state = State(time.monotonic)
    if kind == "live" or (kind == "auto" and sys.stderr.isatty()):
        live = LiveProgress(state)
        try:
            yield live
        finally:
            live.close()
    elif kind == "json":
        yield JsonProgress(state)
    elif kind == "none":
        yield Silent(state)
    else:
        yield PlainProgress(state)
