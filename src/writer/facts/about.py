"""What a page shows beside the contract's keys: names, links, labels, the day each value was seen.

All of it stands under ``about.``, so that the facts hash covers it and a reader of figures can pass it over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from writer.catalog.model import Model, Offer, Provenance, Score
from writer.facts.entry import Entry, known
from writer.facts.market import Market
from writer.facts.sheet import Context, Value
from writer.quantities.unit import Unit


def about_entries(model: Model, market: Market, used: Context) -> Iterator[Entry]:
    """Every ``about.`` entry of one model. ``used`` holds what this model alone uses."""
    for vendor in used.vendors.values():
        yield from _told("about.vendor", name=vendor.name, url=vendor.url)
    for provider in used.providers.values():
        yield from _told(f"about.provider.{provider.id}", name=provider.name, url=provider.url, kind=provider.kind)
    for provider_id in market.providers:
        yield from _offer(provider_id, market)
    for score in model.scores:
        yield from _score(score)
    yield from _tables(used)
    for key, provenance in sorted(model.provenance.items()):
        yield from _provenance(key, provenance)
    yield from _data_as_of(model, market)


def shown_offer(provider: str, market: Market) -> Offer:
    """The offer that a table shows for a provider: its cheapest eligible one, else the first that has not ended."""
    eligible = (quote.offer for quote in market.by_provider if quote.offer.provider == provider)
    return next(eligible, None) or next(offer for offer in market.present if offer.provider == provider)


def _told(prefix: str, **values: Value | None) -> Iterator[Entry]:
    for name, value in values.items():
        yield from known(f"{prefix}.{name}", value)


def _offer(provider: str, market: Market) -> Iterator[Entry]:
    offer, prefix = shown_offer(provider, market), f"about.offers.{provider}"
    every = [each for each in market.present if each.provider == provider]
    yield Entry(f"{prefix}.billing", tuple(sorted({each.billing.value for each in every})))
    yield Entry(f"{prefix}.held", all(each.held is not None for each in every))
    yield from known(f"{prefix}.checked", offer.checked, Unit.DATE)
    yield from _told(prefix, id=offer.id, source=offer.source, ref=offer.ref)
    if any(quote.offer is offer for quote in market.by_provider):
        yield from _limits_and_tiers(prefix, offer)


def _limits_and_tiers(prefix: str, offer: Offer) -> Iterator[Entry]:
    """What an eligible offer says beside its prices; of a held, free or subscribed one nothing of the kind is told."""
    yield from known(f"{prefix}.max_output", offer.max_output, Unit.TOKENS)
    for tier in offer.tiers:
        above = f"{prefix}.tier.{tier.above_input_tokens}"
        base_in = offer.input if tier.input is None else tier.input
        base_out = offer.output if tier.output is None else tier.output
        yield from known(f"{above}.input", base_in, Unit.USD_PER_MTOK)
        yield from known(f"{above}.output", base_out, Unit.USD_PER_MTOK)


def _score(score: Score) -> Iterator[Entry]:
    prefix = f"about.score.{score.key}"
    yield Entry(f"{prefix}.benchmark", score.benchmark)
    yield from _told(prefix, setting=score.setting, self_reported=score.self_reported)
    yield from known(f"{prefix}.measured", score.measured, Unit.DATE)
    yield from _told(prefix, source=score.source, ref=score.ref)


def _tables(used: Context) -> Iterator[Entry]:
    for benchmark in used.benchmarks.values():
        prefix = f"about.benchmark.{benchmark.id}"
        yield from _told(prefix, name=benchmark.name, unit=benchmark.unit, url=benchmark.url)
        yield from _told(prefix, higher_is_better=benchmark.higher_is_better)
        yield from known(f"{prefix}.margin", benchmark.margin, Unit.POINTS)
    for capability in used.capabilities.values():
        yield Entry(f"about.capability.{capability.id}.label", capability.label)
    for job in used.workloads.values():
        prefix = f"about.workload.{job.id}"
        yield Entry(f"{prefix}.title", job.title)
        yield Entry(f"{prefix}.requests", job.requests, Unit.COUNT)
        yield Entry(f"{prefix}.input_tokens", job.input_tokens, Unit.TOKENS)
        yield Entry(f"{prefix}.output_tokens", job.output_tokens, Unit.TOKENS)
    for source in used.sources.values():
        prefix = f"about.source.{source.id}"
        yield from _told(
            prefix, name=source.name, url=source.url, license=source.license, attribution=source.attribution
        )


def _provenance(key: str, provenance: Provenance) -> Iterator[Entry]:
    prefix = f"about.provenance.{key}"
    yield from _told(prefix, source=provenance.source, ref=provenance.ref)
    yield from known(f"{prefix}.checked", provenance.checked, Unit.DATE)
    if provenance.conflicts:
        yield Entry(f"{prefix}.conflicts", tuple(sorted({each.value for each in provenance.conflicts})))


def _data_as_of(model: Model, market: Market) -> Iterator[Entry]:
    seen = seen_between(model, market)
    if seen is not None:
        yield Entry("about.data.oldest", seen[0], Unit.DATE)
        yield Entry("about.data.newest", seen[1], Unit.DATE)


def seen_between(model: Model, market: Market) -> tuple[date, date] | None:
    """The days on which the oldest and the newest of the model's values were seen; None where no day is stated."""
    days = [offer.checked for offer in market.present]
    days += [provenance.checked for provenance in model.provenance.values()]
    seen = [day for day in days if day is not None]
    return (min(seen), max(seen)) if seen else None
