""" "GLM is at OpenRouter and at Vercel AI Gateway, the latter charging 60 cents": the former and the latter of two sellers."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.items import Item, Sort
from writer.sayings.words import Sense

_BETWEEN = frozenset((",", "at", "on", "through", "from", "via", "the", "by"))
_PAIR = 2


def name_sellers(items: Sequence[Item]) -> None:
    """Make a seller, in place, of every former and latter right behind two sellers."""
    for at, item in enumerate(items):
        if item.sense not in (Sense.FORMER, Sense.LATTER):
            continue
        sellers = _sellers_before(items, at)
        if len(sellers) == _PAIR:
            named = sellers[item.sense is Sense.LATTER].named
            item.sort, item.named, item.meaning, item.sense = Sort.SELLER, named, None, None


def _sellers_before(items: Sequence[Item], at: int) -> list[Item]:
    """The sellers that a comma alone parts from the item, in order; what else stands between ends them."""
    found: list[Item] = []
    if not at or items[at - 1].low not in (",", "(", ";"):
        return found
    for item in reversed(items[: at - 1]):
        if item.sort is Sort.SELLER:
            found.insert(0, item)
        elif item.sense is not Sense.JOIN and item.low not in _BETWEEN:
            break
    return found
