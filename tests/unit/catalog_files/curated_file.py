"""A made-up file in the shape of the curated one, with one model that a test changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

MODEL = "providers/acme/models/one.toml"


def fact(value: Any, *, source: str = "models.dev", also: tuple[str, ...] = (), conflicts: tuple[Any, ...] = ()) -> Any:
    """A fact; each conflict is (value, how many sources)."""
    told = [{"value": v, "sources": [f"models.dev:providers/p{i}" for i in range(n)], "n": n} for v, n in conflicts]
    return {"value": value, "source": source, "ref": "models/one.toml", "also": list(also), "conflicts": told}


def listing(provider: str = "openrouter", id: str = "acme/one", input: Any = 1, output: Any = 2, **more: Any) -> Any:
    """What a provider lists."""
    made = {"provider": provider, "provider_name": provider.title(), "provider_model_id": id, "first_party": False}
    prices = {"input": input, "output": output, "cached_input": None, "context": 100_000, "max_output": 8_000}
    return {
        **made,
        **prices,
        "status": None,
        "source": "models.dev",
        "ref": f"providers/{provider}",
        "as_of": "2026-01-01",
        **more,
    }


def row(benchmark: str = "GPQA Diamond", score: Any = 50, origin: str = "epoch", **more: Any) -> Any:
    """A score."""
    url = {"source_url": "https://board.example", "unit": "percent", "higher_is_better": True, "licence": "MIT"}
    return {"benchmark": benchmark, "score": score, "origin": origin, **url, **more}


def model(id: str = "openai/one-1", name: str = "One 1", **more: Any) -> Any:
    """A model without offers or scores."""
    vendor = id.partition("/")[0]
    return {"id": id, "key": id, "name": name, "vendor": {"id": vendor, "name": vendor.title()}, **more}


def write_file(place: Path, *models: Any) -> Path:
    """The file, read on 2026-07-02."""
    path = place / "curated.json"
    path.write_text(
        json.dumps({"sources": {"models.dev": {"date": "2026-07-02"}}, "models": list(models)}), encoding="utf-8"
    )
    return path
