"""Which end of one model's prices a value's own words name."""

from __future__ import annotations

from writer.check.open_sides import own_words
from writer.check.scene import Scene


def end_named(scene: Scene, at: int) -> int:
    """-1 where the value's own words call it the lowest, +1 where the highest, 0 where neither or both."""
    if (LOWEST | _HIGHEST).isdisjoint(scene.words):
        return 0
    words = {item.low for item in own_words(scene, at)}
    return bool(words & _HIGHEST) - bool(words & LOWEST)


LOWEST = frozenset(("lowest", "cheapest", "floor", "minimum"))
_HIGHEST = frozenset(("highest", "dearest", "priciest"))
