"""A batch as JSON lines on standard error: one an event, its kind under ``event``."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal

from writer.cli.progress.state import State
from writer.cli.terminal import say
from writer.drafting.events import Event


class JsonProgress:
    """Tells programs what happens."""

    def __init__(self, state: State) -> None:
        self.state = state

    def tell(self, event: Event) -> None:
        """Something happened."""
        self.state.take(event)
        say(json.dumps({"event": type(event).__name__, **asdict(event)}, default=_plain, ensure_ascii=False))


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__}: not a value of an event")
