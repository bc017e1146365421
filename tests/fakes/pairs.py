"""Made-up pairs."""

from __future__ import annotations

from collections.abc import Sequence


def pairs(count: int) -> Sequence[tuple[str, str]]:
    """So many made-up pairs, in canonical order of slugs."""
    return [(f"model-{number:05d}-a", f"model-{number:05d}-b") for number in range(count)]
