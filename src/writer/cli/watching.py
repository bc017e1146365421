"""How a batch is watched, and where its log goes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from writer.drafting.live import LiveView
from writer.drafting.ports import Progress
from writer.drafting.progress import JsonLines, PlainLines, Several, Silent


@contextmanager
def watching(kind: str, log: Path | None = None) -> Iterator[Progress]:
    """What ``kind`` names, on standard error: live, plain, json or none; auto is live on a terminal and plain elsewhere.
    ``log`` takes a JSON line an event, too, after what it holds."""
    with _view(kind) as view:
        if log is None:
            yield view
            return
        with log.open("a", encoding="utf-8") as lines:
            yield Several(view, JsonLines(lines))


@contextmanager
def _view(kind: str) -> Iterator[Progress]:
    if kind == "live" or (kind == "auto" and sys.stderr.isatty()):
        with LiveView(sys.stderr) as live:
            yield live
    elif kind == "json":
        yield JsonLines(sys.stderr)
    elif kind == "none":
        yield Silent()
    else:
        yield PlainLines(sys.stderr)
