from __future__ import annotations

import json
from pathlib import Path

import pytest

from writer.catalog.catalog import Catalog
from writer.catalog_files.load import load_catalog
from writer.evaluation.tiered import tiered
from writer.facts.compute import fact_sheet
from writer.facts.sheet import FactSheet

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(CORPUS / "catalog")


@pytest.fixture(scope="session")
def cases() -> list[dict[str, object]]:
    return [json.loads(line) for line in (CORPUS / "dev.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def sheets(catalog: Catalog) -> list[FactSheet]:
    pairs = [
        ("kimi-k2.6", "gemini-3.1-pro-preview"), ("glm-4.5-air", "gemini-2.5-pro"), ("step-3.5-flash", "gemini-2.5-flash-lite"),
        ("qwen3.6-35b-a3b", "glm-4.7"), ("gpt-4o-mini", "gpt-4.1-mini"), ("claude-opus-4-7", "gpt-5.5"),
        ("gemma-4-26b-a4b-it", "gpt-oss-120b"), ("llama-3.2-1b", "mixtral-8x22b-instruct-v0.3"), ("gemini-3-flash-preview", "gpt-5.4"),
    ]  # fmt: skip
    return [fact_sheet(catalog, a, b) for a, b in pairs]


@pytest.fixture(scope="session")
def shipped() -> Catalog:
    return load_catalog(CORPUS.parents[1] / "catalog")


@pytest.fixture(scope="session")
def rich_sheets(sheets: list[FactSheet], shipped: Catalog) -> list[FactSheet]:
    """With pairs that have settings, tiers and windows of sellers."""
    with_tiers = tiered(shipped)
    pairs = [("gpt-5.5", "gemini-2.5-pro"), ("claude-sonnet-4", "claude-opus-4.6"), ("gpt-5-mini", "claude-haiku-4.5")]
    return [*sheets, *(fact_sheet(with_tiers, a, b) for a, b in pairs)]
