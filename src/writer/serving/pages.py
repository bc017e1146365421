"""What a reader would see, as the review desk wants it: with today's facts."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from writer.drafts.draft import Draft
from writer.page import render
from writer.page.build import build
from writer.page.model import Page
from writer.page.version import version
from writer.serving.live_catalog import Known, LiveCatalog

_KEPT = 32  # pages that are kept: who decides has just looked at one of the last


class DeskPages:
    """Makes pages from the catalog as it is now. A page that was looked at is there when it is decided on."""

    def __init__(self, live: LiveCatalog) -> None:
        self._live = live
        self._kept: tuple[Known | None, Callable[[Draft], Page]] = (None, _unmade)

    def version(self) -> str:
        """Hash of the page's templates and code."""
        return version()

    def data(self, draft: Draft) -> str:
        """The page as JSON: verdict, tables and prose."""
        return render.json(self._page(draft))

    def html(self, draft: Draft) -> str:
        """The page as a whole HTML document, marked as a draft until it is approved."""
        return render.html(self._page(draft))

    def _page(self, draft: Draft) -> Page:
        known, (of, make) = self._live.known(), self._kept
        if known is not of:
            make = lru_cache(maxsize=_KEPT)(partial(_made, known))
            self._kept = (known, make)
        return make(draft)


def _made(known: Known, draft: Draft) -> Page:
    return build(known.sheet(draft.result.a, draft.result.b), known.names, draft)


def _unmade(draft: Draft) -> Page:
    raise LookupError(draft.id)
