"""How a fact was come by: its formula in words, the facts it was computed from, and where those were seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from writer.catalog.model import Model, Offer
from writer.facts.formulas import own_formula, pair_formula
from writer.facts.market import Market
from writer.facts.reader import SIDES
from writer.facts.sheet import Fact, FactSheet, Side

_KEPT = 64  # models whose market is kept


@dataclass(frozen=True, slots=True)
class Cited:
    """Where one value was seen. ``key`` is the fact that it carries."""

    key: str
    name: str  # the source's name, or the link where it has none
    url: str | None
    ref: str | None = None
    seen: date | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """``operands`` are keys of the sheet; ``sources`` those of the fact itself or of what it was computed from."""

    formula: str
    operands: tuple[str, ...]
    sources: tuple[Cited, ...]


def explain(sheet: FactSheet, key: str) -> Explanation:
    """How the fact of that key was come by. KeyError where the sheet has no such fact."""
    fact = sheet.facts[key]
    formula, wanted = pair_formula(fact) if fact.side is Side.PAIR else own_formula(fact)
    operands = tuple(each for each in dict.fromkeys(wanted) if each in sheet.facts and each != key)
    roots = dict.fromkeys(root for operand in operands or (key,) for root in _roots(sheet, operand))
    cited = dict.fromkeys(each for root in (key, *roots) for each in _sources(sheet, sheet.facts[root]))
    return Explanation(formula, operands, tuple(cited))


def _roots(sheet: FactSheet, key: str) -> Iterator[str]:
    """The facts at the bottom: those that the catalog states."""
    fact = sheet.facts[key]
    _, wanted = pair_formula(fact) if fact.side is Side.PAIR else own_formula(fact)
    below = [each for each in wanted if each in sheet.facts and each != key]
    if not below:
        yield key
    for each in below:
        yield from _roots(sheet, each)


def _sources(sheet: FactSheet, fact: Fact) -> Iterator[Cited]:
    if fact.side not in SIDES:
        return
    model = sheet.model(fact.side)
    for offer in _offers(sheet, model, fact.metric):
        yield from _cited(sheet, fact.key, offer.source, offer.ref, offer.checked)
    for score in model.scores:
        if fact.metric == f"score.{score.key}":
            yield from _cited(sheet, fact.key, score.source, score.ref, score.measured)
    for key, provenance in sorted(model.provenance.items()):
        if key == fact.metric or key.partition(".")[0] == fact.metric.partition(".")[0] == "capabilities":
            yield from _cited(sheet, fact.key, provenance.source, provenance.ref, provenance.checked)
            for other in provenance.also:
                yield from _cited(sheet, fact.key, other, None, None)


def _offers(sheet: FactSheet, model: Model, metric: str) -> tuple[Offer, ...]:
    """The offers that a metric was taken from."""
    if not metric.startswith(("offers.", "providers", "price.")):
        return ()
    vendor = sheet.context.vendors.get(model.vendor)
    market = _market(_Sold(model), vendor.providers if vendor else ())
    if metric.startswith("offers."):
        return tuple(each.offer for each in market.by_provider if metric.startswith(f"offers.{each.offer.provider}."))
    if metric in {"providers", "price.free_providers"}:
        return market.present
    if metric.startswith("price.list."):
        return (market.list_price.offer,) if market.list_price else ()
    if metric in ("price.input.lowest", "price.input.highest"):
        return tuple(quote.offer for quote in market.quotes)
    return (market.reference.offer,) if market.reference and metric.startswith("price.") else ()


class _Sold:
    """A model as a key: the same object, not an equal one, for hashing all its offers would cost more than sorting them."""

    __slots__ = ("model",)

    def __init__(self, model: Model) -> None:
        self.model = model

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Sold) and other.model is self.model

    def __hash__(self) -> int:
        return id(self.model)


@lru_cache(maxsize=_KEPT)
def _market(sold: _Sold, vendor_providers: tuple[str, ...]) -> Market:
    """The market of a model; a page asks for it once a fact."""
    return Market.of(sold.model, vendor_providers)


def _cited(sheet: FactSheet, key: str, source: str | None, ref: str | None, seen: date | None) -> Iterator[Cited]:
    if source is None:
        return
    known = sheet.context.sources.get(source)
    yield Cited(key, known.name, known.url, ref, seen) if known else Cited(key, source, source, ref, seen)
