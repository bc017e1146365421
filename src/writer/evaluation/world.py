"""What else the catalog names: models, providers and benchmarks that are not this pair's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from writer.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class World:
    """Names by id, in order of id."""

    models: Sequence[tuple[str, str, str]]  # slug, name, vendor
    providers: Sequence[tuple[str, str]]
    benchmarks: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, catalog: Catalog) -> World:
        """Everything the catalog names."""
        return cls(
            tuple((slug, model.name, model.vendor) for slug, model in sorted(catalog.models.items())),
            tuple((key, provider.name) for key, provider in sorted(catalog.providers.items())),
            tuple((key, benchmark.name) for key, benchmark in sorted(catalog.benchmarks.items())),
        )
