"""The catalog's nouns, as the contract lays them down (section 1). ``None`` is unknown: never zero, never no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from writer.quantities.dates import When, YearMonth


class Status(StrEnum):
    """Where a model stands in its life."""

    CURRENT = "current"
    PREVIEW = "preview"
    DEPRECATED = "deprecated"
    RETIRED = "retired"


class Billing(StrEnum):
    """How an offer is paid for."""

    TOKENS = "tokens"
    FREE = "free"
    SUBSCRIPTION = "subscription"


@dataclass(frozen=True, slots=True)
class Tier:
    """Other prices for a request of more than ``above_input_tokens`` input tokens; a side left out keeps the base price."""

    above_input_tokens: int
    input: Decimal | None = None
    output: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to buy a model. Prices are USD per 1M tokens; (provider, id) is unique within a model."""

    provider: str
    id: str | None = None
    input: Decimal | None = None
    output: Decimal | None = None
    cached_input: Decimal | None = None
    context_window: int | None = None
    max_output: int | None = None
    billing: Billing = Billing.TOKENS
    ended: date | None = None
    held: str | None = None
    source: str | None = None
    ref: str | None = None
    checked: date | None = None
    tiers: tuple[Tier, ...] = ()  # by above_input_tokens, ascending


@dataclass(frozen=True, slots=True)
class Score:
    """One result of a model on a benchmark; at most one for each (benchmark, setting)."""

    benchmark: str
    score: Decimal
    setting: str | None = None
    self_reported: bool | None = None
    source: str | None = None
    ref: str | None = None
    measured: date | None = None

    @property
    def key(self) -> str:
        """``<benchmark>`` or ``<benchmark>@<setting>``, as in the fact keys."""
        return self.benchmark if self.setting is None else f"{self.benchmark}@{self.setting}"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A value that other sources give."""

    value: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one key of a model file comes from."""

    source: str | None = None
    ref: str | None = None
    checked: date | None = None
    also: tuple[str, ...] = ()
    conflicts: tuple[Disagreement, ...] = ()
    pinned: str | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """One model file. ``offers`` by (provider, id), ``scores`` by key; both sorted."""

    slug: str
    name: str
    vendor: str
    aliases: tuple[str, ...] = ()
    listed: bool = True
    status: Status | None = None
    released: When | None = None
    knowledge_cutoff: YearMonth | None = None
    context_window: int | None = None
    max_output: int | None = None
    parameters_total: int | None = None
    parameters_active: int | None = None
    architecture: str | None = None
    license: str | None = None
    open_weights: bool | None = None
    inputs: tuple[str, ...] | None = None
    outputs: tuple[str, ...] | None = None
    capabilities: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    offers: tuple[Offer, ...] = ()
    scores: tuple[Score, ...] = ()
    provenance: Mapping[str, Provenance] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Vendor:
    """Who makes models; ``providers`` are its own selling points."""

    id: str
    name: str
    url: str | None = None
    providers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provider:
    """Who sells models."""

    id: str
    name: str
    url: str | None = None
    kind: Literal["first_party", "cloud", "reseller", "aggregator"] | None = None


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A test that gives scores; ``margin`` is the difference within which two scores are level, in ``unit``."""

    id: str
    name: str
    unit: str
    higher_is_better: bool
    margin: Decimal | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Capability:
    """Something a model can do; ``words`` is what prose calls it; ``implied_by`` e.g. {"inputs": "image"}."""

    id: str
    label: str
    words: tuple[str, ...]
    implied_by: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Workload:
    """A job whose cost is computed; token counts are per request."""

    id: str
    title: str
    requests: int
    input_tokens: int
    output_tokens: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where values come from, with the attribution its licence asks for."""

    id: str
    name: str
    url: str | None = None
    license: str | None = None
    attribution: str | None = None
    version: str | None = None
    retrieved: date | None = None
