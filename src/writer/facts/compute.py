"""Two slugs in, a FactSheet out; one-model facts are computed once and kept."""

from __future__ import annotations

from hashlib import sha256

from writer.catalog.catalog import Catalog
from writer.catalog.resolve import find_model
from writer.errors import SameModel
from writer.facts.digest import digest_of
from writer.facts.one_model import OneModel
from writer.facts.pair import pair_facts
from writer.facts.sheet import Fact, FactSheet, Side
from writer.facts.usage import merged


class Facts:
    """The facts of one catalog. Keep it for as long as the catalog: what one model's pairs share is computed once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._models: dict[str, OneModel] = {}
        self._sides: dict[tuple[str, Side], dict[str, Fact]] = {}

    def sheet(self, a: str, b: str) -> FactSheet:
        """The facts of two slugs, in the order given. UnknownModel, SameModel."""
        one, other = self._model(a), self._model(b)
        if one.model.slug == other.model.slug:
            raise SameModel(one.model.slug)
        context = merged(one.used, other.used)
        between = list(pair_facts(one, other, context))
        facts = {**self._side(one, Side.A), **self._side(other, Side.B)}
        facts.update((fact.key, fact) for fact in between)
        canonically = between if one.model.slug < other.model.slug else list(pair_facts(other, one, context))
        return FactSheet(one.model, other.model, context, facts, _hash(one, other, canonically))

    def _model(self, slug: str) -> OneModel:
        if slug not in self._models:
            self._models[slug] = OneModel.of(find_model(self._catalog, slug), self._catalog)
        return self._models[slug]

    def _side(self, model: OneModel, side: Side) -> dict[str, Fact]:
        at = (model.model.slug, side)
        if at not in self._sides:
            self._sides[at] = model.on(side)
        return self._sides[at]


def fact_sheet(catalog: Catalog, a: str, b: str) -> FactSheet:
    """The facts of one pair, in the order given. UnknownModel, SameModel. For many pairs keep a ``Facts``."""
    return Facts(catalog).sheet(a, b)


def canonical(a: str, b: str) -> tuple[str, str]:
    """The pair's own order: by slug."""
    return (a, b) if a < b else (b, a)


def _hash(one: OneModel, other: OneModel, canonically: list[Fact]) -> str:
    digests = [each.digest for each in sorted((one, other), key=lambda each: each.model.slug)]
    digests.append(digest_of((fact.key, fact.value) for fact in canonically))
    return sha256(b"".join(digests)).hexdigest()
