"""The market of one model: which offers count, and which of them stands for the model's price (the contract, section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from writer.catalog.model import Billing, Model, Offer

INPUT_SHARE = Fraction(7, 10)
OUTPUT_SHARE = Fraction(3, 10)
WINDOW_PERCENT = 95


@dataclass(frozen=True, slots=True)
class Prices:
    """What a request is billed at, USD per 1M tokens."""

    input: Fraction
    output: Fraction


@dataclass(frozen=True, slots=True)
class Quote:
    """An eligible offer with its prices as exact fractions."""

    offer: Offer
    base: Prices
    blended: Fraction

    @property
    def rank(self) -> tuple[Fraction, str, bool, str]:
        """Cheapest first; ties by provider id, then offer id; a missing offer id sorts first."""
        return (self.blended, self.offer.provider, self.offer.id is not None, self.offer.id or "")

    def at(self, input_tokens: int) -> Prices:
        """The prices of a request of so many input tokens: a tier applies above its bound, the highest that does."""
        reached = [tier for tier in self.offer.tiers if input_tokens > tier.above_input_tokens]
        if not reached:
            return self.base
        tier = max(reached, key=lambda tier: tier.above_input_tokens)
        return Prices(
            self.base.input if tier.input is None else Fraction(tier.input),
            self.base.output if tier.output is None else Fraction(tier.output),
        )


@dataclass(frozen=True, slots=True)
class Market:
    """A model's offers, sorted out once. ``quotes`` are the eligible ones, cheapest first."""

    present: tuple[Offer, ...]  # not ended, whatever the billing, held or not
    quotes: tuple[Quote, ...]
    by_provider: tuple[Quote, ...]  # each provider's cheapest eligible offer, by provider id
    reference: Quote | None
    list_price: Quote | None  # the cheapest of the vendor's own providers

    @classmethod
    def of(cls, model: Model, vendor_providers: Sequence[str]) -> Market:
        """The market of ``model``, whose vendor sells through ``vendor_providers``."""
        present = tuple(offer for offer in model.offers if offer.ended is None)
        quotes = tuple(sorted(_quotes(present), key=lambda quote: quote.rank))
        own = (quote for quote in quotes if quote.offer.provider in vendor_providers)
        return cls(
            present, quotes, _cheapest_by_provider(quotes), _reference(quotes, model.context_window), next(own, None)
        )

    @property
    def providers(self) -> tuple[str, ...]:
        """Every provider with an offer that has not ended, sorted."""
        return tuple(sorted({offer.provider for offer in self.present}))

    @property
    def free_providers(self) -> tuple[str, ...]:
        """Every provider with a free offer that has neither ended nor is held, sorted."""
        free = {offer.provider for offer in self.present if offer.billing is Billing.FREE and offer.held is None}
        return tuple(sorted(free))


def _quotes(present: Iterable[Offer]) -> Iterable[Quote]:
    for offer in present:
        if offer.billing is not Billing.TOKENS or offer.held is not None:
            continue
        if offer.input is None or offer.output is None or not (offer.input > 0 or offer.output > 0):
            continue
        base = Prices(Fraction(offer.input), Fraction(offer.output))
        yield Quote(offer, base, INPUT_SHARE * base.input + OUTPUT_SHARE * base.output)


def _cheapest_by_provider(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    cheapest: dict[str, Quote] = {}
    for quote in quotes:
        cheapest.setdefault(quote.offer.provider, quote)
    return tuple(cheapest[provider] for provider in sorted(cheapest))


def _reference(quotes: Sequence[Quote], window: int | None) -> Quote | None:
    """The cheapest offer with (nearly) the model's whole window; where none has it, the cheapest of the largest."""
    wide = [quote for quote in quotes if _is_wide(quote.offer.context_window, window)]
    if wide or not quotes:
        return next(iter(wide), None)
    largest = max(quote.offer.context_window or 0 for quote in quotes)
    return next(quote for quote in quotes if quote.offer.context_window == largest)


def _is_wide(own: int | None, window: int | None) -> bool:
    return own is None or window is None or own * 100 >= window * WINDOW_PERCENT
