"""What a question compares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """Which model has more (``sign`` +1) of a metric; ``side`` where it asks whether one of them has."""

    metrics: tuple[str, ...] = ()
    sign: int = 0
    side: str = ""
