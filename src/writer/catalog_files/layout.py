"""The layout of the catalog's files, in one place (the contract, section 1): what each may hold, key by key.

Strict: an unknown key, a wrong type or an impossible value is a fault. What one file cannot know (whether an id stands
in another) is checked in ``references``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from writer.catalog.model import Billing, Status
from writer.catalog_files.kinds import (
    Count,
    Day,
    DayOrMonth,
    Expected,
    Figure,
    Flag,
    Id,
    Link,
    Margin,
    Month,
    Name,
    Price,
    Setting,
    SourceName,
    Text,
    Threshold,
)

_LAX = Field(strict=False)
_Status = Annotated[Status, _LAX, Expected("one of current, preview, deprecated, retired")]
_Billing = Annotated[Billing, _LAX, Expected("one of tokens, free, subscription")]
_Kind = Annotated[
    Literal["first_party", "cloud", "reseller", "aggregator"],
    Expected("one of first_party, cloud, reseller, aggregator"),
]
_Modality = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,40}$"), Expected('a kind of content such as "image"')]
_Modalities = Annotated[list[_Modality], Field(max_length=40)]


class Table(BaseModel):
    """A table of a catalog file: only the keys named here, each of exactly its kind."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TierTable(Table):
    """``[[offers.tiers]]``"""

    above_input_tokens: Threshold
    input: Price | None = None
    output: Price | None = None


class OfferTable(Table):
    """``[[offers]]``"""

    provider: Id
    id: Text | None = None
    input: Price | None = None
    output: Price | None = None
    cached_input: Price | None = None
    context_window: Count | None = None
    max_output: Count | None = None
    billing: _Billing = Billing.TOKENS
    ended: Day | None = None
    held: Text | None = None
    source: SourceName | None = None
    ref: Text | None = None
    checked: Day | None = None
    tiers: list[TierTable] = Field(default_factory=list)


class ScoreTable(Table):
    """``[[scores]]``"""

    benchmark: Id
    setting: Setting | None = None
    score: Figure
    self_reported: Flag | None = None
    source: SourceName | None = None
    ref: Text | None = None
    measured: Day | None = None


class ConflictTable(Table):
    """An entry of ``conflicts`` in ``[facts.<key>]``."""

    value: Text
    sources: list[Text] = Field(default_factory=list)


class ProvenanceTable(Table):
    """``[facts.<key>]``"""

    source: SourceName | None = None
    ref: Text | None = None
    checked: Day | None = None
    also: list[Text] = Field(default_factory=list)
    conflicts: list[ConflictTable] = Field(default_factory=list)
    pinned: Text | None = None


class ModelFile(Table):
    """``models/<vendor>/<slug>.toml``"""

    name: Name
    vendor: Id
    aliases: list[Name] = Field(default_factory=list)
    listed: Flag = True
    status: _Status | None = None
    released: DayOrMonth | None = None
    knowledge_cutoff: Month | None = None
    context_window: Count | None = None
    max_output: Count | None = None
    parameters_total: Count | None = None
    parameters_active: Count | None = None
    architecture: Text | None = None
    license: Text | None = None
    open_weights: Flag | None = None
    inputs: _Modalities | None = None
    outputs: _Modalities | None = None
    capabilities: dict[str, Flag] = Field(default_factory=dict)
    offers: list[OfferTable] = Field(default_factory=list)
    scores: list[ScoreTable] = Field(default_factory=list)
    facts: dict[str, ProvenanceTable] = Field(default_factory=dict)


class VendorTable(Table):
    """``vendors.toml``"""

    name: Name
    url: Link | None = None
    providers: list[Id] = Field(default_factory=list)


class ProviderTable(Table):
    """``providers.toml``"""

    name: Name
    url: Link | None = None
    kind: _Kind | None = None


class BenchmarkTable(Table):
    """``benchmarks.toml``"""

    name: Name
    unit: Name
    higher_is_better: Flag
    margin: Margin | None = None
    url: Link | None = None


class ImpliedByTable(Table):
    """``implied_by`` in ``capabilities.toml``: the kind of content whose presence implies the capability."""

    inputs: _Modality | None = None
    outputs: _Modality | None = None


class CapabilityTable(Table):
    """``capabilities.toml``"""

    label: Name
    words: Annotated[list[Name], Field(min_length=1)]
    implied_by: ImpliedByTable | None = None


class WorkloadTable(Table):
    """``workloads.toml``"""

    title: Name
    requests: Count
    input_tokens: Count
    output_tokens: Count


class SourceTable(Table):
    """``sources.toml``"""

    name: Name
    url: Link | None = None
    license: Text | None = None
    attribution: Text | None = None
    version: Text | None = None
    retrieved: Day | None = None


TABLES: Mapping[str, type[Table]] = {
    "vendors": VendorTable,
    "providers": ProviderTable,
    "benchmarks": BenchmarkTable,
    "capabilities": CapabilityTable,
    "workloads": WorkloadTable,
    "sources": SourceTable,
}
"""The files beside ``models/``, without their ``.toml``: each a table by id; one that is not there is empty."""

_INNER: Mapping[type[Table], Mapping[str, type[Table]]] = {
    ModelFile: {"offers": OfferTable, "scores": ScoreTable, "facts": ProvenanceTable},
    OfferTable: {"tiers": TierTable},
    ProvenanceTable: {"conflicts": ConflictTable},
    CapabilityTable: {"implied_by": ImpliedByTable},
}


def table_at(layout: type[Table], steps: Sequence[str | int]) -> type[Table]:
    """The layout of the table that ``steps`` lead to within a table of ``layout``."""
    for step in steps:
        layout = _INNER.get(layout, {}).get(str(step), layout)
    return layout


def expected_at(layout: type[Table], steps: Sequence[str | int]) -> str:
    """What the value at ``steps`` should be, in words."""
    field = table_at(layout, steps[:-1]).model_fields[str(steps[-1])]
    return next((mark.what for mark in field.metadata if isinstance(mark, Expected)), "a list")


def unfold_facts(file: dict[str, object]) -> dict[str, object]:
    """A model file in which ``[facts.capabilities.x]``, tables in a table, is spelt ``[facts."capabilities.x"]``."""
    facts = file.get("facts")
    nested = facts.get("capabilities") if isinstance(facts, dict) else None
    if (
        not isinstance(facts, dict)
        or not isinstance(nested, dict)
        or not all(isinstance(v, dict) for v in nested.values())
    ):
        return file
    rest = {key: value for key, value in facts.items() if key != "capabilities"}
    return {**file, "facts": rest | {f"capabilities.{key}": value for key, value in nested.items()}}
