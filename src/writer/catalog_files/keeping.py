"""What an import keeps of the catalog that is there: what a person pinned, models it does not know, offers that are gone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from writer.catalog.catalog import Catalog
from writer.catalog.model import Model, Offer, Provenance
from writer.catalog_files.freeze import by_id

T = TypeVar("T")
_CAPABILITY = "capabilities."


def keep_what_is_there(fresh: Catalog, there: Catalog | None, renewed: Collection[str]) -> Catalog:
    """``fresh`` beside the catalog that is there (None: nothing is); only the models of the slugs ``renewed`` are renewed.

    Of those, a key that a person pinned (``pinned`` in ``[facts.<key>]`` says why) keeps its value; pinning ``offers`` or
    ``scores`` keeps them all. An offer that ``fresh`` lacks has ended, on the day the newest of its offers were seen; it is
    not deleted. Other models and the entries of the tables stay as they are; ``fresh`` adds those that lack.
    """
    if there is None:
        return fresh
    models = {slug: _kept(model, there.models.get(slug)) for slug, model in fresh.models.items() if slug in renewed}
    return Catalog(
        models=_joined(_joined(fresh.models, there.models), models),
        vendors=_joined(fresh.vendors, there.vendors),
        providers=_joined(fresh.providers, there.providers),
        benchmarks=_joined(fresh.benchmarks, there.benchmarks),
        capabilities=_joined(fresh.capabilities, there.capabilities),
        workloads=_joined(fresh.workloads, there.workloads),
        sources=_joined(fresh.sources, there.sources),
    )


def _joined(under: Mapping[str, T], over: Mapping[str, T]) -> Mapping[str, T]:
    return by_id(dict(under) | dict(over))


def _kept(fresh: Model, there: Model | None) -> Model:
    if there is None:
        return fresh
    pins = {key: found for key, found in there.provenance.items() if found.pinned is not None}
    values: dict[str, object] = {"offers": _offers(fresh, there)}
    values |= {key: getattr(there, key) for key in pins if not key.startswith(_CAPABILITY)}
    values["capabilities"] = _capabilities(fresh, there, pins)
    values["provenance"] = MappingProxyType(dict(sorted((dict(fresh.provenance) | pins).items())))
    return replace(fresh, **values)  # type: ignore[arg-type]  # each value comes from the same field


def _offers(fresh: Model, there: Model) -> tuple[Offer, ...]:
    """The fresh offers, and those that are gone with the day."""
    seen = [offer.checked for offer in fresh.offers if offer.checked is not None]
    listed = {(offer.provider, offer.id) for offer in fresh.offers}
    gone = [offer for offer in there.offers if (offer.provider, offer.id) not in listed]
    offers = [*fresh.offers, *(_ended(offer, max(seen, default=None)) for offer in gone)]
    return tuple(sorted(offers, key=lambda offer: (offer.provider, offer.id or "")))


def _ended(offer: Offer, day: date | None) -> Offer:
    return replace(offer, ended=offer.ended or day or offer.checked)


def _capabilities(fresh: Model, there: Model, pins: Mapping[str, Provenance]) -> Mapping[str, bool]:
    """The fresh ones, but each pinned one as it is there: known or unknown."""
    if "capabilities" in pins:
        return there.capabilities
    keys = {key.removeprefix(_CAPABILITY) for key in pins if key.startswith(_CAPABILITY)}
    held = {key: value for key, value in fresh.capabilities.items() if key not in keys}
    held |= {key: value for key, value in there.capabilities.items() if key in keys}
    return MappingProxyType(dict(sorted(held.items())))
