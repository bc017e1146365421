"""The whole catalog, frozen, as the upper floors take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from writer.catalog.model import Benchmark, Capability, Model, Provider, Source, Vendor, Workload


@dataclass(frozen=True, slots=True)
class Catalog:
    """Every table by id, every mapping sorted by id; ids are checked against each other by the loader, not here."""

    models: Mapping[str, Model]
    vendors: Mapping[str, Vendor]
    providers: Mapping[str, Provider]
    benchmarks: Mapping[str, Benchmark]
    capabilities: Mapping[str, Capability]
    workloads: Mapping[str, Workload]
    sources: Mapping[str, Source]
