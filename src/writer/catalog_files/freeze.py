"""From the door's tables to the frozen values of ``writer.catalog``: sorted, and nothing left to change."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from writer.catalog.model import (
    Benchmark,
    Capability,
    Disagreement,
    Model,
    Offer,
    Provenance,
    Provider,
    Score,
    Source,
    Tier,
    Vendor,
    Workload,
)
from writer.catalog_files.layout import (
    BenchmarkTable,
    CapabilityTable,
    ModelFile,
    OfferTable,
    ProvenanceTable,
    ProviderTable,
    ScoreTable,
    SourceTable,
    VendorTable,
    WorkloadTable,
)

T = TypeVar("T")


def freeze_model(slug: str, file: ModelFile) -> Model:
    """The model that a file describes; offers by (provider, id), a missing id first; scores by key."""
    offers = sorted(map(_offer, file.offers), key=lambda offer: (offer.provider, offer.id or ""))
    return Model(
        slug=slug,
        name=file.name,
        vendor=file.vendor,
        aliases=tuple(file.aliases),
        listed=file.listed,
        status=file.status,
        released=file.released,
        knowledge_cutoff=file.knowledge_cutoff,
        context_window=file.context_window,
        max_output=file.max_output,
        parameters_total=file.parameters_total,
        parameters_active=file.parameters_active,
        architecture=file.architecture,
        license=file.license,
        open_weights=file.open_weights,
        inputs=None if file.inputs is None else tuple(file.inputs),
        outputs=None if file.outputs is None else tuple(file.outputs),
        capabilities=MappingProxyType(dict(sorted(file.capabilities.items()))),
        offers=tuple(offers),
        scores=tuple(sorted(map(_score, file.scores), key=lambda score: score.key)),
        provenance=MappingProxyType({key: _provenance(table) for key, table in sorted(file.facts.items())}),
    )


def _offer(table: OfferTable) -> Offer:
    return Offer(
        provider=table.provider,
        id=table.id,
        input=table.input,
        output=table.output,
        cached_input=table.cached_input,
        context_window=table.context_window,
        max_output=table.max_output,
        billing=table.billing,
        ended=table.ended,
        held=table.held,
        source=table.source,
        ref=table.ref,
        checked=table.checked,
        tiers=tuple(Tier(tier.above_input_tokens, tier.input, tier.output) for tier in table.tiers),
    )


def _score(table: ScoreTable) -> Score:
    return Score(
        benchmark=table.benchmark,
        score=table.score,
        setting=table.setting,
        self_reported=table.self_reported,
        source=table.source,
        ref=table.ref,
        measured=table.measured,
    )


def _provenance(table: ProvenanceTable) -> Provenance:
    return Provenance(
        source=table.source,
        ref=table.ref,
        checked=table.checked,
        also=tuple(table.also),
        conflicts=tuple(Disagreement(entry.value, tuple(entry.sources)) for entry in table.conflicts),
        pinned=table.pinned,
    )


def freeze_vendor(key: str, table: VendorTable) -> Vendor:
    """One entry of vendors.toml."""
    return Vendor(key, table.name, table.url, tuple(table.providers))


def freeze_provider(key: str, table: ProviderTable) -> Provider:
    """One entry of providers.toml."""
    return Provider(key, table.name, table.url, table.kind)


def freeze_benchmark(key: str, table: BenchmarkTable) -> Benchmark:
    """One entry of benchmarks.toml."""
    return Benchmark(key, table.name, table.unit, table.higher_is_better, table.margin, table.url)


def freeze_capability(key: str, table: CapabilityTable) -> Capability:
    """One entry of capabilities.toml."""
    implied = {} if table.implied_by is None else table.implied_by.model_dump(exclude_none=True)
    return Capability(key, table.label, tuple(table.words), MappingProxyType(implied))


def freeze_workload(key: str, table: WorkloadTable) -> Workload:
    """One entry of workloads.toml."""
    return Workload(key, table.title, table.requests, table.input_tokens, table.output_tokens)


def freeze_source(key: str, table: SourceTable) -> Source:
    """One entry of sources.toml."""
    return Source(key, table.name, table.url, table.license, table.attribution, table.version, table.retrieved)


def by_id(frozen: Mapping[str, T]) -> Mapping[str, T]:
    """The same, sorted by id, that nobody can change."""
    return MappingProxyType(dict(sorted(frozen.items())))
