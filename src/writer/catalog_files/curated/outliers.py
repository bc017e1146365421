"""Prices that nobody else comes near: held until a person clears them."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from writer.catalog.model import Billing, Model, Offer

_FAR = 3
_NEAR = Decimal("1.25")
_FEWEST = 5
_FEWEST_OF_PROVIDER = 3


def hold_outliers(models: Mapping[str, Model], own_providers: Callable[[Model], Iterable[str]]) -> dict[str, Model]:
    """The models with ``held`` set on offers whose blended price is at most a third or at least three times the median of
    the model's five or more priced providers while no other provider's is within a quarter of it; once this is half of a
    provider's three or more prices, on all its others too (a currency booked as USD). The vendor's own price is its own."""
    far: dict[tuple[str, Offer], Decimal] = {}
    compared: dict[str, list[tuple[str, Offer]]] = defaultdict(list)
    for slug, model in models.items():
        own = frozenset(own_providers(model))
        blends = {offer: _blended(offer) for offer in model.offers if _is_priced(offer)}
        if len({offer.provider for offer in blends}) < _FEWEST:
            continue
        for offer, ratio in _ratios(blends).items():
            if offer.provider not in own:
                compared[offer.provider].append((slug, offer))
                if _is_far(ratio) and not _is_seconded(offer, blends):
                    far[slug, offer] = ratio
    reasons = {key: f"{_spell(ratio)} times the median of all providers" for key, ratio in far.items()}
    for provider, keys in compared.items():
        strange = sum(key in far for key in keys)
        if len(keys) >= _FEWEST_OF_PROVIDER and 2 * strange >= len(keys):
            reason = f"{strange} of {len(keys)} prices of {provider} are far from everybody else's"
            reasons |= {key: reason for key in keys if key not in far}
    return {slug: _held(model, reasons) for slug, model in models.items()}


def _held(model: Model, reasons: Mapping[tuple[str, Offer], str]) -> Model:
    offers = tuple(replace(offer, held=reasons.get((model.slug, offer), offer.held)) for offer in model.offers)
    return replace(model, offers=offers)


def _is_priced(offer: Offer) -> bool:
    return offer.billing is Billing.TOKENS and offer.held is None and bool(offer.input or offer.output)


def _blended(offer: Offer) -> Decimal:
    return Decimal("0.7") * (offer.input or 0) + Decimal("0.3") * (offer.output or 0)


def _ratios(blends: Mapping[Offer, Decimal]) -> dict[Offer, Decimal]:
    """Each price over the median of the providers' cheapest."""
    cheapest: dict[str, Decimal] = {}
    for offer, blend in blends.items():
        cheapest[offer.provider] = min(blend, cheapest.get(offer.provider, blend))
    median = statistics.median(cheapest.values())
    return {offer: blend / median for offer, blend in blends.items()}


def _is_far(ratio: Decimal) -> bool:
    return ratio * _FAR <= 1 or ratio >= _FAR


def _is_seconded(offer: Offer, blends: Mapping[Offer, Decimal]) -> bool:
    price = blends[offer]
    return any(
        other.provider != offer.provider and max(blend, price) <= _NEAR * min(blend, price) for other, blend in blends.items()
    )


def _spell(ratio: Decimal) -> str:
    return f"{ratio:.2f}"


