"""Documents written by hand: the house writer needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def fact(value: object, unit: str = "") -> dict[str, object]:
    """One entry of the document's facts."""
    return {"value": value, "unit": unit} if unit else {"value": value}


def document(facts: Mapping[str, object], **more: Any) -> dict[str, Any]:
    """A document of two invented models with these facts."""
    return {
        "models": {
            "a": {"name": "Harbor 2", "short": "Harbor", "vendor": "Acme"},
            "b": {"name": "Osprey Large", "short": "Osprey", "vendor": "Bolt AI"},
        },
        "names": {
            "providers": {"cloudy": "Cloudy", "rainy": "Rainy", "windy": "Windy"},
            "capabilities": {"vision": "vision", "reasoning": "reasoning", "pdf_input": "PDF input"},
            "workloads": {"support_chat": "10,000 support chats", "code_agent": "500 coding-agent runs"},
            "benchmarks": {"mazes": {"name": "Mazes", "higher_is_better": False}, "sums": {"name": "Sums"}},
        },
        "plan": [],
        "verdict": [],
        "undocumented": {"a": [], "b": []},
        "facts": {key: value if isinstance(value, dict) else fact(value) for key, value in facts.items()},
    } | more


def compared(metric: str, a: float, b: float) -> dict[str, object]:
    """The facts of one quantity of both, and of the pair."""
    low, high = sorted((a, b))
    facts: dict[str, object] = {f"a.{metric}": str(a), f"b.{metric}": str(b)}
    facts[f"pair.{metric}.higher"] = "tie" if a == b else "a" if a > b else "b"
    facts[f"pair.{metric}.difference"] = str(high - low)
    if low > 0:
        facts |= {
            f"pair.{metric}.ratio": str(high / low),
            f"pair.{metric}.premium_percent": str((high - low) / low * 100),
            f"pair.{metric}.saving_percent": str((high - low) / high * 100),
        }
    return facts


def priced(a: tuple[float, float], b: tuple[float, float]) -> dict[str, object]:
    """Input and output prices of both on one seller each, and the blend."""
    blends = tuple(0.7 * each[0] + 0.3 * each[1] for each in (a, b))
    return {
        "a.price.provider": "cloudy",
        "b.price.provider": "rainy",
        **compared("price.input", a[0], b[0]),
        **compared("price.output", a[1], b[1]),
        **compared("price.blended", *blends),
    }


def scored(key: str, a: float, b: float, winner: str) -> dict[str, object]:
    """A shared score."""
    return {
        f"a.score.{key}": str(a),
        f"b.score.{key}": str(b),
        f"pair.score.{key}.winner": winner,
        f"pair.score.{key}.difference": str(abs(a - b)),
    }


def won(a: int, b: int, ties: int = 0) -> dict[str, object]:
    """The tally."""
    return {
        "pair.scores.shared.count": a + b + ties,
        "pair.scores.wins.a": a,
        "pair.scores.wins.b": b,
        "pair.scores.ties.count": ties,
    }
