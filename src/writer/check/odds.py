""" "Input is a two-to-one affair", "eight to one", "8:1": a ratio that is told as odds is read as a multiple."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from writer.check.items import Item, Sort
from writer.quantities.quantity import GroupKind, Kind
from writer.sayings.words import Sense

_CONTESTS = frozenset(("score", "win", "wins", "takes", "record", "tally", "count"))


def read_odds(items: Sequence[Item]) -> None:
    """Make a multiple of every first of odds, in place, and pass over its one; a tally of wins is left as it is."""
    for at, item in enumerate(items[:-2]):
        first = item.quantity
        if first is None or first.kind is not Kind.NUMBER or first.noun or first.suffix:
            continue
        one = _one_after(items, at)
        if one is None:
            continue
        if any(_is_contest(each) for each in items):
            return
        item.quantity = replace(first, kind=Kind.MULTIPLE, group=0, group_kind=GroupKind.NONE)
        one.sort, one.quantity = Sort.PASSED, None


def _one_after(items: Sequence[Item], at: int) -> Item | None:
    """The one of "eight to one", "8:1", "three to Gemma's one"; None where something else follows."""
    if items[at + 1].low not in ("to", ":"):
        return None
    place = at + 2
    if items[place].sort is Sort.MODEL and place + 2 < len(items) and items[place + 1].sort is Sort.OWNER:
        place += 2
    item = items[place]
    after = items[place + 1].low if place + 1 < len(items) else ""
    told = item.quantity is not None and item.quantity.value == 1 and not item.quantity.noun
    return item if (told or item.low == "one" and item.sort is Sort.PASSED) and after != "of" else None


def _is_contest(item: Item) -> bool:
    scored = item.means(Sense.COMPARE) and item.meaning is not None and item.meaning.axis == "score"
    return scored or item.sort is Sort.BENCHMARK or item.low in _CONTESTS
