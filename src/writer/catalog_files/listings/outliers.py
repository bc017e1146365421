"""Prices that nobody else comes near: held until a person clears them."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from writer.catalog.model import Billing, Model, Offer

_FAR = 3
_NEAR = Decimal("1.25")
_UNDER_VENDOR = Decimal(2) / 3
_FEWEST = 5
_FEWEST_OF_PROVIDER = 3

Key = tuple[str, Offer]


def hold_outliers(models: Mapping[str, Model], own_providers: Callable[[Model], Iterable[str]]) -> dict[str, Model]:
    """The models with ``held`` set on offers whose blended price is

    - at most a third or at least three times the median of the model's five or more priced providers, while no other
      provider's comes within a quarter of it, or
    - under two thirds of what the vendor itself asks for closed weights, which nobody else has;

    and, once this is half of a provider's three or more prices, on all its others too (a currency booked as USD). The
    vendor's own price is never held.
    """
    found = _Found()
    for model in models.values():
        found.look_at(model, frozenset(own_providers(model)))
    reasons = dict(found.strange)
    for provider, keys in found.compared.items():
        strange = sum(key in found.strange for key in keys)
        if len(keys) >= _FEWEST_OF_PROVIDER and 2 * strange >= len(keys):
            reason = f"{strange} of {len(keys)} prices of {provider} are far from everybody else's"
            reasons |= {key: reason for key in keys if key not in found.strange}
    return {slug: _held(model, reasons) for slug, model in models.items()}


@dataclass(slots=True)
class _Found:
    """What was found strange, with the reason, and what was compared at all, by provider."""

    strange: dict[Key, str] = field(default_factory=dict)
    compared: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))

    def look_at(self, model: Model, own: frozenset[str]) -> None:
        blends = {offer: _blended(offer) for offer in model.offers if _is_priced(offer)}
        median = _median(blends)
        vendors = min((blend for offer, blend in blends.items() if offer.provider in own), default=None)
        asked = vendors if model.open_weights is False else None
        for offer, blend in blends.items():
            if offer.provider in own or (median is None and asked is None):
                continue
            self.compared[offer.provider].append((model.slug, offer))
            if median is not None and _is_far(blend, median) and not _is_seconded(offer, blends):
                self.strange[model.slug, offer] = f"{blend / median:.2f} times the median of all providers"
            elif asked is not None and blend < _UNDER_VENDOR * asked:
                self.strange[model.slug, offer] = f"{blend / asked:.2f} times the vendor's own price for closed weights"


def _held(model: Model, reasons: Mapping[Key, str]) -> Model:
    offers = tuple(replace(offer, held=reasons.get((model.slug, offer), offer.held)) for offer in model.offers)
    return replace(model, offers=offers)


def _is_priced(offer: Offer) -> bool:
    return offer.billing is Billing.TOKENS and offer.held is None and bool(offer.input or offer.output)


def _blended(offer: Offer) -> Decimal:
    return Decimal("0.7") * (offer.input or 0) + Decimal("0.3") * (offer.output or 0)


def _median(blends: Mapping[Offer, Decimal]) -> Decimal | None:
    """The median of the providers' cheapest; None for too few providers."""
    cheapest: dict[str, Decimal] = {}
    for offer, blend in blends.items():
        cheapest[offer.provider] = min(blend, cheapest.get(offer.provider, blend))
    return statistics.median(cheapest.values()) if len(cheapest) >= _FEWEST else None


def _is_far(blend: Decimal, median: Decimal) -> bool:
    return blend * _FAR <= median or blend >= _FAR * median


def _is_seconded(offer: Offer, blends: Mapping[Offer, Decimal]) -> bool:
    price = blends[offer]
    return any(
        other.provider != offer.provider and max(blend, price) <= _NEAR * min(blend, price)
        for other, blend in blends.items()
    )
