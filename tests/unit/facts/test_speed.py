"""How many pairs a second: part of `make bench`, with a generous twin here."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from time import process_time

import pytest

from writer.catalog_files.load import load_catalog
from writer.facts.compute import Facts

ROOT = Path(__file__).parents[3]


def pairs_a_second(directory: Path, limit: int) -> float:
    """Of sheets with the one-model facts warm, on one core."""
    catalog = load_catalog(directory)
    facts, pairs = Facts(catalog), list(combinations(catalog.models, 2))[:limit]
    for slug in catalog.models:
        facts.sheet(slug, next(other for other in catalog.models if other != slug))
    start = process_time()
    for a, b in pairs:
        facts.sheet(a, b)
    return len(pairs) / (process_time() - start)


def test_pairs_are_computed_quickly() -> None:
    assert pairs_a_second(ROOT / "tests" / "corpus" / "catalog", 300) > 500


@pytest.mark.bench
@pytest.mark.parametrize("directory", ["tests/corpus/catalog", "catalog"])
def test_1500_pairs_a_second(directory: str) -> None:
    measured = max(pairs_a_second(ROOT / directory, 3_000) for _ in range(3))
    print(f"facts: {measured:,.0f} pairs a second ({directory})")
    assert measured >= 1_500
