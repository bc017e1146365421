""" "the one … the other", "one … the other", "the first … the second": two words that stand for the two models in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from writer.check.items import Item, Sort
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense

_SECOND = {"one": "the other", "first": "second"}
_VERBS = frozenset(
    (
        "costs",
        "charges",
        "asks",
        "wants",
        "bills",
        "is",
        "has",
        "will",
        "was",
        "came",
        "comes",
        "appeared",
        "arrived",
        "sells",
        "runs",
        "goes",
        "scores",
        "offers",
        "needs",
        "lists",
        "stops",
        "supports",
        "can",
        "does",
    )
)
_SHARES = frozenset((Kind.PERCENT, Kind.MULTIPLE, Kind.FRACTION, Kind.MAGNITUDE))
_NEAR = 4


def ones(items: Sequence[Item]) -> Mapping[int, int]:
    """Index -> 0 for the word that stands for the first model, 1 for the second; empty where none do."""
    found: dict[int, int] = {}
    first: int | None = None
    for at, item in enumerate(items):
        if first is None and _is_first(items, at):
            first = at
        elif first is not None and item.low == _SECOND[items[first].low] and _stands_alone(items, at):
            found[first], found[at] = 0, 1
            first = None
    return found


def _is_first(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if item.sort is not Sort.PASSED or item.low not in _SECOND or not _stands_alone(items, at):
        return False
    return item.low == "one" or at > 0 and items[at - 1].low == "the"


def _stands_alone(items: Sequence[Item], at: int) -> bool:
    """No noun follows, and it tells no share: "56 percent on the first" is of a line, not of a model."""
    shares = any(item.kind in _SHARES for item in items[max(0, at - _NEAR) : at])
    after = items[at + 1] if at + 1 < len(items) else None
    return not shares and (
        after is None
        or after.sort in (Sort.SIGN, Sort.BREAK, Sort.OWNER)
        or after.kind is Kind.MONEY
        or after.low in _VERBS
        or after.means(Sense.JOIN)
        or after.means(Sense.PAIR)
        or after.means(Sense.ACT)
        or after.means(Sense.TURN)
    )
