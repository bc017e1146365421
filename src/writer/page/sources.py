"""Where the values come from, with the attribution that each licence asks for; and as of when."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.reader import SIDES
from writer.page.model import Attribution, Link
from writer.page.showing import Showing
from writer.page.text import printable, safe_url


def sources(showing: Showing) -> tuple[Attribution, ...]:
    """The catalog's sources by id, then the pages that single values link to, by address."""
    known = showing.sheet.context.sources
    named = [
        Attribution(
            Link(printable(source.name), safe_url(source.url)),
            printable(source.license) if source.license else "",
            printable(source.attribution) if source.attribution else "",
        )
        for source in known.values()
    ]
    links = sorted({link for link in _stated(showing) if link not in known})
    return (*named, *(Attribution(Link(printable(link), safe_url(link))) for link in links))


def _stated(showing: Showing) -> Iterator[str]:
    for side in SIDES:
        model = showing.sheet.model(side)
        yield from (offer.source for offer in model.offers if offer.source and offer.ended is None)
        yield from (score.source for score in model.scores if score.source)
        yield from (each.source for each in model.provenance.values() if each.source)


def data_as_of(showing: Showing) -> str:
    """The day on which the values were seen, or the first and the last of those days."""
    if "pair.about.data.oldest" in showing.sheet.facts:
        return _between(showing, "pair")
    known = [side for side in SIDES if f"{side}.about.data.oldest" in showing.sheet.facts]
    return (
        f"{_between(showing, known[0])} for {showing.name(known[0])}, not stated for the other"
        if known
        else "not stated"
    )


def _between(showing: Showing, side: str) -> str:
    oldest, newest = showing.shown(f"{side}.about.data.oldest"), showing.shown(f"{side}.about.data.newest")
    return oldest if oldest == newest else f"{oldest} to {newest}"
