"""The review desk's application, wired from settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from writer.cli.wiring import Wiring
from writer.serving.app import build_app
from writer.serving.guard import Guard
from writer.serving.redrafting import DeskDrafter
from writer.serving.resuming import BatchResumer


@contextmanager
def desk_app(wired: Wiring, *, hosts: Iterable[str], model: str) -> Iterator[Guard]:
    """The application; a faulty catalog is told before anything is served."""
    wired.live.known()
    chosen, drafter = wired.settings, DeskDrafter(wired.tools, model)
    resumer = BatchResumer(chosen.variables(), chosen.data_dir / "batches.log")
    try:
        yield build_app(wired.desk, wired.live, drafter, user=chosen.user, hosts=hosts, resume=resumer)
    finally:
        wired.engine.dispose()
