"""Pairs and prompts for these tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader

from tests import factories as make
from writer.catalog.model import Model
from writer.facts.compute import fact_sheet
from writer.facts.sheet import FactSheet

PROMPTS = Path(__file__).parents[3] / "prompts"
LOADER = FileSystemLoader(PROMPTS)


def harbor(**more: Any) -> Model:
    """A cheap model with everything known."""
    known = {
        "name": "Harbor 2",
        "released": date(2026, 3, 1),
        "context_window": 128_000,
        "max_output": 8_000,
        "open_weights": True,
        "capabilities": {"vision": False, "reasoning": True, "function_calling": True},
        "offers": [make.offer("cloudy", "0.5", "1.5", "0.05"), make.offer("rainy", "0.6", "1.5")],
        "scores": [make.score("codex-test", "41.5"), make.score("mazes", "12"), make.score("sums", "80")],
    }
    return make.model("harbor-2", **(known | more))


def osprey(**more: Any) -> Model:
    """A dear model with everything known but its cutoff and one capability."""
    known = {
        "name": "Osprey Large",
        "released": date(2025, 9, 1),
        "context_window": 400_000,
        "max_output": 64_000,
        "open_weights": False,
        "capabilities": {"vision": True, "reasoning": True},
        "offers": [make.offer("cloudy", "2", "8", "0.2")],
        "vendor": "bolt",
        "scores": [make.score("codex-test", "55"), make.score("mazes", "9"), make.score("ranked-chat", "1200")],
    }
    return make.model("osprey-large", **(known | more))


def sheet_of(a: Model | None = None, b: Model | None = None, **tables: Any) -> FactSheet:
    """The facts of two models."""
    one, other = a or harbor(), b or osprey()
    return fact_sheet(make.catalog(one, other, **tables), one.slug, other.slug)
