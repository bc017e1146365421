"""What of a model decides how well it compares with another: a few whole numbers, so that half a million pairs are quick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from writer.catalog.catalog import Catalog
from writer.catalog.model import Model
from writer.facts.market import Market
from writer.quantities.dates import YearMonth

_MICRO = 1_000_000


@dataclass(frozen=True, slots=True)
class Profile:
    """One model. ``scores`` and ``providers`` are bit sets; ``price`` is the blended reference price in millionths of a
    dollar per 1M tokens, ``month`` the month of release counted from year 0; 0 is unknown in all three numbers."""

    slug: str
    vendor: str
    listed: bool
    scores: int
    providers: int
    price: int
    parameters: int
    month: int


def profiles(catalog: Catalog) -> tuple[Profile, ...]:
    """Every model of the catalog, by slug."""
    models = [catalog.models[slug] for slug in sorted(catalog.models)]
    markets = [Market.of(model, ()) for model in models]
    score_bits = _bits({score.key for model in models for score in model.scores})
    provider_bits = _bits({provider for market in markets for provider in market.providers})
    return tuple(
        _profile(model, market, score_bits, provider_bits) for model, market in zip(models, markets, strict=True)
    )


def _bits(names: set[str]) -> Mapping[str, int]:
    return {name: 1 << index for index, name in enumerate(sorted(names))}


def _profile(model: Model, market: Market, score_bits: Mapping[str, int], provider_bits: Mapping[str, int]) -> Profile:
    month = None if model.released is None else YearMonth.of(model.released)
    return Profile(
        slug=model.slug,
        vendor=model.vendor,
        listed=model.listed,
        scores=sum({score_bits[score.key] for score in model.scores}),
        providers=sum(provider_bits[provider] for provider in market.providers),
        price=0 if market.reference is None else max(1, int(market.reference.blended * _MICRO)),
        parameters=model.parameters_total or 0,
        month=0 if month is None else month.year * 12 + month.month,
    )
