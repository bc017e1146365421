"""The review desk's application, wired from settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from writer.cli.wiring import Wiring
from writer.serving.app import build_app
from writer.serving.guard import Guard
from writer.serving.redrafting import DeskDrafter


@contextmanager
def desk_app(wired: Wiring, *, hosts: Iterable[str], model: str) -> Iterator[Guard]:
    """The application; a faulty catalog is told before anything is served."""
    wired.live.known()
    drafter = DeskDrafter(wired.tools, model)
    try:
        yield build_app(wired.desk, wired.live, drafter, user=wired.settings.user, hosts=hosts)
    finally:
        wired.engine.dispose()
