"""Who sells a model: listings turned into offers. The rules are told in catalog/README.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from writer.catalog.model import Billing, Model, Offer, Tier
from writer.catalog_files.listings.figures import repaired, tokens
from writer.catalog_files.listings.listing import Listing, Number
from writer.catalog_files.listings.words import clean_text, source_id

_LOCAL = frozenset({"atomic-chat", "lmstudio"})
_PLANS = frozenset({"github-copilot", "gitlab", "kimi-for-coding", "ollama-cloud", "opencode-go"})
_PLAN_ENDS = ("-coding-plan", "-token-plan", "-coding-plan-cn", "-token-plan-cn")
_FREE_ENDS = (":free", "-free")
_DEPRECATED = "listed as deprecated: not used until a person finds it still sold"


def provider_id(raw: Listing) -> str:
    """The provider's id: no dots, as the layout asks."""
    return raw.provider.replace(".", "-")


def read_offers(raw: Iterable[Listing], model: Model, retrieved: Mapping[str, date]) -> tuple[Offer, ...]:
    """The offers of a model, by (provider, id): no local programs, floating aliases or listings that hide what they run, and
    of one provider's listings with the same terms the one with the shortest id. Limits stand where they differ from the
    model's."""
    offers = [_offer(listing, model, retrieved) for listing in raw if not _is_passed_over(listing)]
    offers.sort(key=lambda offer: (offer.provider, len(offer.id or ""), offer.id or ""))
    kept: dict[Offer, Offer] = {}
    for offer in offers:
        kept.setdefault(replace(offer, id=None, ref=None), offer)
    return tuple(sorted(kept.values(), key=lambda offer: (offer.provider, offer.id or "")))


def _is_passed_over(raw: Listing) -> bool:
    name = raw.provider_model_id
    return raw.provider in _LOCAL or name.endswith("latest") or name.startswith("stealth/")


def _offer(raw: Listing, model: Model, retrieved: Mapping[str, date]) -> Offer:
    source = source_id(raw.source)
    window, longest = tokens(raw.context), tokens(raw.max_output)
    if longest is not None and longest >= (window or model.context_window or longest + 1):
        longest = None
    priced = Offer(
        provider=provider_id(raw),
        id=clean_text(raw.provider_model_id),
        context_window=None if window == model.context_window else window,
        max_output=None if longest == model.max_output else longest,
        held=_DEPRECATED if raw.status == "deprecated" else None,
        source=source,
        ref=clean_text(raw.ref) or None,
        checked=retrieved.get(source),
    )
    return _with_prices(priced, raw)


def _with_prices(offer: Offer, raw: Listing) -> Offer:
    """Zero on both sides is free where the id says so, a plan's where the provider sells plans, and unknown elsewhere."""
    if raw.provider in _PLANS or raw.provider.endswith(_PLAN_ENDS):
        return replace(offer, billing=Billing.SUBSCRIPTION)
    if raw.provider_model_id.endswith(_FREE_ENDS) and not raw.input and not raw.output:
        return replace(offer, billing=Billing.FREE, input=Decimal(0), output=Decimal(0))
    if not raw.input and not raw.output:
        return offer
    return replace(
        offer,
        input=_price(raw.input),
        output=_price(raw.output),
        cached_input=_price(raw.cached_input),
        tiers=_tiers(raw),
    )


def _price(number: Number | None) -> Decimal | None:
    return None if number is None or number < 0 else repaired(number)


def _tiers(raw: Listing) -> tuple[Tier, ...]:
    by_size = {tier.tier.size: Tier(tier.tier.size, _price(tier.input), _price(tier.output)) for tier in raw.tiers}
    return tuple(by_size[size] for size in sorted(by_size) if size > 0)
