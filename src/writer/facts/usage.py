"""Which benchmarks, workloads, capabilities, providers, vendors and sources a model uses: its part of the catalog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from writer.catalog.catalog import Catalog
from writer.catalog.model import Model
from writer.facts.abilities import Abilities
from writer.facts.market import Market
from writer.facts.sheet import Context

T = TypeVar("T")


def used_by(model: Model, market: Market, abilities: Abilities, catalog: Catalog) -> Context:
    """What one model uses. Every workload is used by every model."""
    return Context(
        vendors=_pick(catalog.vendors, (model.vendor,)),
        providers=_pick(catalog.providers, market.providers),
        benchmarks=_pick(catalog.benchmarks, (score.benchmark for score in model.scores)),
        capabilities=_pick(catalog.capabilities, (*abilities.supported, *abilities.unsupported)),
        workloads=dict(sorted(catalog.workloads.items())),
        sources=_pick(catalog.sources, _sources(model, market)),
    )


def merged(one: Context, other: Context) -> Context:
    """What the two use together."""
    return Context(
        _union(one.vendors, other.vendors),
        _union(one.providers, other.providers),
        _union(one.benchmarks, other.benchmarks),
        _union(one.capabilities, other.capabilities),
        _union(one.workloads, other.workloads),
        _union(one.sources, other.sources),
    )


def _pick(table: Mapping[str, T], ids: Iterable[str]) -> dict[str, T]:
    return {each: table[each] for each in sorted(set(ids)) if each in table}


def _union(one: Mapping[str, T], other: Mapping[str, T]) -> Mapping[str, T]:
    if one.keys() == other.keys():
        return one
    return dict(sorted({**one, **other}.items(), key=lambda item: item[0]))


def _sources(model: Model, market: Market) -> Iterator[str]:
    """Ids of sources; links stand for themselves and are in no table."""
    yield from (offer.source for offer in market.present if offer.source is not None)
    yield from (score.source for score in model.scores if score.source is not None)
    yield from (each.source for each in model.provenance.values() if each.source is not None)
    for provenance in model.provenance.values():
        yield from provenance.also
