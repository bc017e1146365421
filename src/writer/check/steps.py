"""Walking a sentence from right to left, over what stands in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from writer.check.items import Item


def leftward(items: Sequence[Item], at: int, until: int = -1) -> Iterator[int]:
    """Indexes before ``at``, the nearest first, down to ``until`` (exclusive); a bracket that is closed is stepped over."""
    depth = 0
    for back in range(at - 1, until, -1):
        low = items[back].low
        if low == ")":
            depth += 1
        elif low == "(" and depth:
            depth -= 1
        elif not depth:
            yield back
