"""Counts and writers as a person reads them."""

from __future__ import annotations


def count(number: int, one: str, many: str = "") -> str:
    """``1 pair``, ``2 pairs``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def worded_by(model: str, edited_by: str) -> str:
    """Whose words they are: the model's name; ``house writer, edited by anna`` where a person changed them."""
    if not edited_by:
        return model
    return f"{'house writer' if model.startswith('house/') else model}, edited by {edited_by}"
