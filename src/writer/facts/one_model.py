"""Every fact of one model, in the order of the contract, section 2; computed once per model and used for all its pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from writer.catalog.catalog import Catalog
from writer.catalog.model import Benchmark, Model
from writer.facts.abilities import Abilities
from writer.facts.about import about_entries, seen_between
from writer.facts.costs import Limits, cost_entries
from writer.facts.digest import digest_of
from writer.facts.entry import Entry, known
from writer.facts.market import Market, Quote
from writer.facts.sheet import Context, Fact, Side
from writer.facts.usage import used_by
from writer.quantities.unit import Unit


@dataclass(frozen=True, slots=True)
class OneModel:
    """A model's facts, before they have a side. ``numbers`` and ``scores`` are those a pair compares, by key without side."""

    model: Model
    market: Market
    abilities: Abilities
    used: Context
    entries: tuple[Entry, ...]
    numbers: Mapping[str, int | Fraction]
    scores: Mapping[str, Fraction]
    seen: tuple[date, date] | None  # the days on which the oldest and the newest value were seen
    digest: bytes

    @classmethod
    def of(cls, model: Model, catalog: Catalog) -> OneModel:
        """Compute them all."""
        vendor = catalog.vendors.get(model.vendor)
        market = Market.of(model, vendor.providers if vendor else ())
        abilities = Abilities.of(model, catalog.capabilities)
        used = used_by(model, market, abilities, catalog)
        entries = tuple(_entries(model, market, abilities, used))
        digest = digest_of((entry.key, entry.value) for entry in entries)
        numbers = {each.key: each.value for each in entries if isinstance(each.value, (int, Fraction))}
        scores = {score.key: Fraction(score.score) for score in sorted(model.scores, key=lambda score: score.key)}
        return cls(model, market, abilities, used, entries, numbers, scores, seen_between(model, market), digest)

    def on(self, side: Side) -> dict[str, Fact]:
        """The facts by key, on that side."""
        facts = (entry.on(side) for entry in self.entries)
        return {fact.key: fact for fact in facts}


def _entries(model: Model, market: Market, abilities: Abilities, used: Context) -> Iterator[Entry]:
    limits = Limits.of(model, market.reference)
    yield from _stated(model)
    yield from _offers(market)
    if market.reference is not None:
        yield from _reference(market.reference, limits)
    yield from _list_price(market)
    yield from _spread(market)
    yield from cost_entries(limits, market.reference, used.workloads.values())
    yield from abilities.entries()
    for score in model.scores:
        yield Entry(f"score.{score.key}", Fraction(score.score), score_unit(used.benchmarks[score.benchmark]))
    yield from about_entries(model, market, used)


def score_unit(benchmark: Benchmark) -> Unit:
    """Minutes where the benchmark is told in minutes; else points, whatever the benchmark calls them."""
    return Unit.MINUTES if benchmark.unit == "minutes" else Unit.POINTS


def _stated(model: Model) -> Iterator[Entry]:
    yield from known("slug", model.slug)
    yield from known("name", model.name)
    yield from known("vendor", model.vendor)
    yield from known("status", None if model.status is None else model.status.value)
    yield from known("released", model.released, Unit.DATE)
    yield from known("knowledge_cutoff", model.knowledge_cutoff, Unit.DATE)
    yield from known("context_window", model.context_window, Unit.TOKENS)
    yield from known("max_output", model.max_output, Unit.TOKENS)
    yield from known("parameters_total", model.parameters_total, Unit.PARAMETERS)
    yield from known("parameters_active", model.parameters_active, Unit.PARAMETERS)
    yield from known("architecture", model.architecture)
    yield from known("license", model.license)
    yield from known("open_weights", model.open_weights)
    yield from known("inputs", None if model.inputs is None else tuple(sorted(model.inputs)))
    yield from known("outputs", None if model.outputs is None else tuple(sorted(model.outputs)))


def _offers(market: Market) -> Iterator[Entry]:
    for quote in market.by_provider:
        prefix = f"offers.{quote.offer.provider}"
        yield Entry(f"{prefix}.input", quote.base.input, Unit.USD_PER_MTOK)
        yield Entry(f"{prefix}.output", quote.base.output, Unit.USD_PER_MTOK)
        yield from known(f"{prefix}.cached_input", quote.offer.cached_input, Unit.USD_PER_MTOK)
        yield from known(f"{prefix}.context_window", quote.offer.context_window, Unit.TOKENS)
    if market.present:
        yield Entry("providers", market.providers)
        yield Entry("providers", len(market.providers), Unit.COUNT, "count")
        yield Entry("price.free_providers", market.free_providers)


def _reference(quote: Quote, limits: Limits) -> Iterator[Entry]:
    yield Entry("price.provider", quote.offer.provider)
    yield Entry("price.input", quote.base.input, Unit.USD_PER_MTOK)
    yield Entry("price.output", quote.base.output, Unit.USD_PER_MTOK)
    yield from known("price.cached_input", quote.offer.cached_input, Unit.USD_PER_MTOK)
    yield from known("price.context_window", limits.context_window, Unit.TOKENS)
    yield from known("price.max_output", limits.max_output, Unit.TOKENS)
    for tier in quote.offer.tiers:
        prices = quote.at(tier.above_input_tokens + 1)
        yield Entry(f"price.tier.{tier.above_input_tokens}.input", prices.input, Unit.USD_PER_MTOK)
        yield Entry(f"price.tier.{tier.above_input_tokens}.output", prices.output, Unit.USD_PER_MTOK)
    yield Entry("price.blended", quote.blended, Unit.USD_PER_MTOK)
    if quote.base.input:
        yield Entry("price.output_to_input", quote.base.output / quote.base.input, Unit.RATIO, "ratio")


def _list_price(market: Market) -> Iterator[Entry]:
    if market.list_price is not None:
        yield Entry("price.list.input", market.list_price.base.input, Unit.USD_PER_MTOK)
        yield Entry("price.list.output", market.list_price.base.output, Unit.USD_PER_MTOK)


def _spread(market: Market) -> Iterator[Entry]:
    inputs = [quote.base.input for quote in market.quotes if quote.base.input > 0]
    if len(inputs) >= 2:
        yield Entry("price.input.lowest", min(inputs), Unit.USD_PER_MTOK)
        yield Entry("price.input.highest", max(inputs), Unit.USD_PER_MTOK)
        yield Entry("price.input", max(inputs) / min(inputs), Unit.RATIO, "spread.ratio")
