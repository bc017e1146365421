"""A catalog in which price tiers are the rule: as the real one, but a model that is sold with tiers is sold with tiers alone."""

from __future__ import annotations

from dataclasses import replace

from writer.catalog.catalog import Catalog
from writer.catalog.model import Model


def tiered(catalog: Catalog) -> Catalog:
    """The catalog without the offers that have no tiers, of models that have one with tiers."""
    return replace(catalog, models={slug: _tiered(model) for slug, model in catalog.models.items()})


def is_tiered(model: Model) -> bool:
    """Whether some offer of the model has tiers."""
    return any(offer.tiers for offer in model.offers)


def _tiered(model: Model) -> Model:
    return replace(model, offers=tuple(offer for offer in model.offers if offer.tiers)) if is_tiered(model) else model
