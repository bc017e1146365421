"""The rules of offers, written a second time from the contract alone."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from writer.catalog.model import Model, Offer


def number(value: Any) -> Fraction:
    return Fraction(str(value))


def is_eligible(offer: Offer) -> bool:
    per_token = str(offer.billing) == "tokens"
    there = offer.ended is None and offer.held is None
    priced = offer.input is not None and offer.output is not None
    return per_token and there and priced and (offer.input != 0 or offer.output != 0)


def blend(offer: Offer) -> Fraction:
    return number("0.7") * number(offer.input) + number("0.3") * number(offer.output)


def sort_id(offer: Offer) -> tuple[int, str]:
    return (0, "") if offer.id is None else (1, offer.id)


def reference_offer(model: Model) -> Offer | None:
    candidates = [offer for offer in model.offers if is_eligible(offer)]
    if not candidates:
        return None
    if model.context_window is not None:
        enough = number("0.95") * model.context_window
        wide = [offer for offer in candidates if offer.context_window is None or offer.context_window >= enough]
        if wide:
            candidates = wide
        else:
            largest = max(offer.context_window for offer in candidates)
            candidates = [offer for offer in candidates if offer.context_window == largest]
    return min(candidates, key=lambda offer: (blend(offer), offer.provider, sort_id(offer)))


def prices_for(offer: Offer, input_tokens: int) -> tuple[Fraction, Fraction]:
    price_in, price_out = number(offer.input), number(offer.output)
    base_in, base_out = price_in, price_out
    for tier in sorted(offer.tiers, key=lambda tier: tier.above_input_tokens):
        if input_tokens > tier.above_input_tokens:
            price_in = base_in if tier.input is None else number(tier.input)
            price_out = base_out if tier.output is None else number(tier.output)
    return price_in, price_out
