"""What a reader would see, as the review desk wants it: with today's facts."""

from __future__ import annotations

from writer.drafts.draft import Draft
from writer.page import render
from writer.page.build import build
from writer.page.model import Page
from writer.page.version import version
from writer.serving.live_catalog import LiveCatalog


class DeskPages:
    """Makes pages from the catalog as it is now."""

    def __init__(self, live: LiveCatalog) -> None:
        self._live = live

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
        result = draft.result
        known = self._live.known()
        return build(known.sheet(result.a, result.b), known.names, draft)
