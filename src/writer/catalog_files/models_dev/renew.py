"""A catalog whose offers are renewed from a snapshot of models.dev: prices, limits, new offers, and offers that are gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from writer.catalog.catalog import Catalog
from writer.catalog.model import Model, Offer, Provider, Source
from writer.catalog_files.freeze import by_id
from writer.catalog_files.kinds import is_link
from writer.catalog_files.listings.listing import Listing
from writer.catalog_files.listings.offers import provider_id, read_offers
from writer.catalog_files.listings.outliers import hold_outliers
from writer.catalog_files.listings.words import clean_text, folded
from writer.catalog_files.models_dev.raw import SOURCE, Snapshot

_Key = tuple[str, str | None]
_TERMS = ("input", "output", "cached_input", "context_window", "max_output", "billing", "tiers")


def renew(catalog: Catalog, snapshot: Snapshot, seen: date) -> Catalog:
    """The catalog with the offers of its models as the snapshot of the day ``seen`` lists them.

    - An offer whose (provider, id) is listed takes the listing's prices and limits, and ``checked = seen``; a person's
      ``held`` stays. One that came from models.dev and is listed no more has ``ended`` on that day.
    - A listing is a new offer of the one model whose slug, name, alias or id at two providers it bears: the whole last
      part of its id, letters and digits compared, so that no version, size, date or tier is ever mistaken for another. It
      is left out where the provider already sells the model on the same terms.
    - New and changed prices are held by the rule of outliers. A model whose ``offers`` are pinned is left alone.
    """
    wanted = _by_model(catalog, snapshot.listings)
    renewed = {slug: _renewed(model, wanted.get(slug, ()), seen) for slug, model in catalog.models.items()}
    judged = hold_outliers(renewed, lambda model: catalog.vendors[model.vendor].providers)
    models = {slug: _held_anew(catalog.models[slug], renewed[slug], judged[slug]) for slug in renewed}
    return replace(
        catalog, models=by_id(models), providers=_providers(catalog, models, snapshot), sources=_sources(catalog, seen)
    )


def _by_model(catalog: Catalog, listings: Iterable[Listing]) -> Mapping[str, list[Listing]]:
    """Each model's listings: those that are offers of it already, and those that bear a name of it alone."""
    known = {_key(offer): slug for slug, model in catalog.models.items() for offer in model.offers}
    owners: dict[str, set[str]] = defaultdict(set)
    for slug, model in catalog.models.items():
        for word in (slug, model.name, *model.aliases, *_common_ids(model)):
            owners[_tail(word)].add(slug)
    found: dict[str, list[Listing]] = defaultdict(list)
    for listing in listings:
        own = known.get((provider_id(listing), clean_text(listing.provider_model_id)))
        named = owners.get(_tail(listing.provider_model_id), set())
        for slug in [own] if own is not None else sorted(named) if len(named) == 1 else []:
            found[slug].append(listing)
    return found


def _common_ids(model: Model) -> list[str]:
    """The last parts of ids under which two or more providers sell the model: one provider's alone may be a family's."""
    used = Counter(
        tail for _, tail in {(offer.provider, _tail(offer.id)) for offer in model.offers if offer.id is not None}
    )
    return sorted(tail for tail, providers in used.items() if providers > 1)


def _tail(word: str) -> str:
    return folded(word.rpartition("/")[2])


def _key(offer: Offer) -> _Key:
    return offer.provider, offer.id


def _renewed(model: Model, listings: Iterable[Listing], seen: date) -> Model:
    pinned = model.provenance.get("offers")
    if pinned is not None and pinned.pinned is not None:
        return model
    listed = {_key(offer): offer for each in listings for offer in read_offers([each], model, {SOURCE: seen})}
    offers = [_merged(offer, listed.pop(_key(offer), None), seen) for offer in model.offers]
    for offer in sorted(listed.values(), key=lambda offer: (offer.provider, len(offer.id or ""), offer.id or "")):
        if not any(_same_terms(offer, other) for other in offers):
            offers.append(offer)
    return replace(model, offers=tuple(sorted(offers, key=lambda offer: (offer.provider, offer.id or ""))))


def _merged(offer: Offer, listed: Offer | None, seen: date) -> Offer:
    if listed is not None:
        return replace(listed, held=offer.held or listed.held, ref=offer.ref or listed.ref)
    if offer.source == SOURCE and offer.ended is None:
        return replace(offer, ended=seen)
    return offer


def _same_terms(one: Offer, other: Offer) -> bool:
    alive = other.ended is None and one.provider == other.provider
    return alive and all(getattr(one, name) == getattr(other, name) for name in _TERMS)


def _held_anew(before: Model, renewed: Model, judged: Model) -> Model:
    """``renewed``, with the outliers' ``held`` only on offers that are new or cost something else than before: what a
    person cleared stays cleared until its price moves."""
    prices = {_key(offer): (offer.input, offer.output) for offer in before.offers}
    offers = tuple(
        offer if prices.get(_key(offer)) == (offer.input, offer.output) else verdict
        for offer, verdict in zip(renewed.offers, judged.offers, strict=True)
    )
    return replace(renewed, offers=offers)


def _providers(catalog: Catalog, models: Mapping[str, Model], snapshot: Snapshot) -> Mapping[str, Provider]:
    """The catalog's providers, and those of new offers."""
    sold = {offer.provider for model in models.values() for offer in model.offers}
    listed = {
        provider_id(listing): (clean_text(listing.provider_name), snapshot.docs.get(listing.provider))
        for listing in snapshot.listings
    }
    fresh = {
        key: Provider(key, listed[key][0], url if (url := listed[key][1]) and is_link(url) else None)
        for key in sold
        if key not in catalog.providers
    }
    return by_id(dict(catalog.providers) | fresh)


def _sources(catalog: Catalog, seen: date) -> Mapping[str, Source]:
    """models.dev's entry with the snapshot's day as version."""
    there = catalog.sources.get(SOURCE) or Source(
        SOURCE, "models.dev", "https://models.dev", "MIT", "models.dev contributors"
    )
    return by_id(dict(catalog.sources) | {SOURCE: replace(there, version=seen.isoformat(), retrieved=seen)})
