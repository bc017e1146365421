"""Every claim about a pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from writer.evaluation.claims.abilities import abilities, licenses, providers
from writer.evaluation.claims.book import Book
from writer.evaluation.claims.dates import dates
from writer.evaluation.claims.passages import degrees, overall, passages
from writer.evaluation.claims.prices import jobs, other_prices, prices, tiers
from writer.evaluation.claims.scores import scores
from writer.evaluation.claims.sizes import sizes, windows_at_sellers
from writer.evaluation.phrasing import Claim
from writer.facts.sheet import FactSheet

_AREAS: tuple[Callable[[Book], Iterator[Claim]], ...] = (
    prices,
    other_prices,
    tiers,
    jobs,
    sizes,
    windows_at_sellers,
    scores,
    dates,
    abilities,
    licenses,
    providers,
    passages,
    degrees,
    overall,
)


def claims(sheet: FactSheet) -> tuple[Claim, ...]:
    """Everything that the phrasings can say of a pair."""
    book = Book(sheet)
    return tuple(claim for area in _AREAS for claim in area(book))
