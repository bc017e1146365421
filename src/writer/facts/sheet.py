"""What the facts layer gives: facts by key, as the contract, section 2, names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from writer.catalog.model import (
    Benchmark,
    Capability,
    Model,
    Provider,
    Source,
    Vendor,
    Workload,
)
from writer.quantities.dates import YearMonth
from writer.quantities.unit import Unit

Value = int | Fraction | str | bool | date | YearMonth | tuple[str, ...]


class Side(StrEnum):
    """Whose fact it is; of a pair where both models are operands."""

    A = "a"
    B = "b"
    PAIR = "pair"

    @property
    def other(self) -> Side:
        """The other model's side; a pair is its own."""
        return {Side.A: Side.B, Side.B: Side.A}.get(self, self)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. ``metric`` is what is measured (``price.input``, ``score.swe-bench-pro``, ``workload.support_chat.cost``,
    ``offers.azure.input``, ``providers``, ``released``); ``aspect`` what is said of it: ``""`` for the value itself, else
    the key's last part (``higher difference ratio premium_percent saving_percent newer gap.days gap.months winner
    within_margin only_a only_b documented_only_a documented_only_b shared shared.count count only spread.ratio``).
    Metrics under ``about.`` are what a page shows beside the contract's keys: names, links, dates on which values were
    seen. Prose is not expected to state them."""

    side: Side
    metric: str
    aspect: str
    value: Value
    unit: Unit

    @property
    def key(self) -> str:
        """The fact's id: ``a.price.input``, ``pair.price.input.ratio``."""
        return ".".join(part for part in (self.side.value, self.metric, self.aspect) if part)


@dataclass(frozen=True, slots=True)
class Context:
    """The benchmarks, workloads, capabilities, providers, vendors and sources that the two models use; sorted by id."""

    vendors: Mapping[str, Vendor]
    providers: Mapping[str, Provider]
    benchmarks: Mapping[str, Benchmark]
    capabilities: Mapping[str, Capability]
    workloads: Mapping[str, Workload]
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class FactSheet:
    """Every fact of a pair, in the order given. ``facts`` runs a.*, b.*, pair.*, each in the order of the contract."""

    a: Model
    b: Model
    context: Context
    facts: Mapping[str, Fact]
    hash: str  # SHA-256, hex, of the facts in canonical order of the pair

    def model(self, side: Side) -> Model:
        """The model of side a or b; ValueError for the pair."""
        if side is Side.PAIR:
            raise ValueError("a pair is two models")
        return self.a if side is Side.A else self.b
