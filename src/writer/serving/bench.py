"""What the review desk works with, put together."""

from __future__ import annotations

from review_queue.ports import Bench, Clock
from writer.serving.checking import DeskChecker
from writer.serving.comparing import DeskFreshness
from writer.serving.live_catalog import LiveCatalog
from writer.serving.pages import DeskPages


def desk_bench(live: LiveCatalog, clock: Clock) -> Bench:
    """Checker, pages and freshness over the catalog as it is now."""
    return Bench(DeskChecker(live), DeskPages(live), DeskFreshness(), clock)
