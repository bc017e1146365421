"""Counts as a person reads them."""

from __future__ import annotations


def count(number: int, one: str, many: str = "") -> str:
    """``1 pair``, ``2 pairs``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
