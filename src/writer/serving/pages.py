"""What a reader would see, as the review desk wants it: with today's facts."""

from __future__ import annotations

from writer.drafts.draft import Draft
from writer.page import render
from writer.page.build import build
from writer.page.model import Page
from writer.page.version import version
from writer.serving.kept import Kept
from writer.serving.live_catalog import Known, LiveCatalog


class DeskPages:
    """Makes pages from the catalog as it is now. A page that was looked at is there when it is decided on."""

    def __init__(self, live: LiveCatalog) -> None:
        self._live = live
        self._kept: Kept[Draft, Page] = Kept(_made)

    def version(self) -> str:
        """Hash of the page's templates and code."""
        return version()

    def data(self, draft: Draft) -> str:
        """The page as JSON: verdict, tables and prose."""
        return render.json(self._page(draft), indent=None)

    def html(self, draft: Draft) -> str:
        """The page as a whole HTML document, marked as a draft until it is approved."""
        return render.html(self._page(draft))

    def _page(self, draft: Draft) -> Page:
        return self._kept.of(self._live.known(), draft)


def _made(known: Known, draft: Draft) -> Page:
    return build(known.sheet(draft.result.a, draft.result.b), known.names, draft)
