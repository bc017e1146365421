"""What is free of charge: only at a provider that the facts list so (rule 11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from writer.check.index import SIDES
from writer.check.items import Item, Sort
from writer.check.scene import Scene
from writer.facts.sheet import Value
from writer.sayings.words import Sense

_NO_PRICE = frozenset(("of", "from", "to", "hand", "rein", "up", "choice", "lunch"))
_PRICE = frozenset((("to", "use"), ("to", "run"), ("of", "charge")))


def _is_elsewhere(items: Sequence[Item], at: int, offered: Mapping[str, Value | None]) -> bool:
    """ "free at Depot", where Depot is none of those that offer it free of charge."""
    free = {provider for providers in offered.values() if isinstance(providers, tuple) for provider in providers}
    for each in items[at + 2 : at + 4]:
        if each.sort is Sort.SELLER and each.named is not None and items[at + 1].means(Sense.LINK):
            return not free & set(each.named.providers)
    return False


_COMPOUNDS = frozenset(("feel", "hands", "royalty"))
_FREE = frozenset(("free", "gratis", "free of charge", "free of cost", "for free"))
_TELLING = _FREE | {"nothing", "no", "without", "zero"}
_COSTING = frozenset(("cost", "costs", "costing", "charge", "charges", "charging", "pay", "pays", "asks", "bills"))
_COMING = frozenset(("at", "with", "for", "without", "comes"))


def _costs_nothing(items: Sequence[Item], at: int) -> bool:
    """ "costs nothing", "at no cost", "without charge": said of a price, not of an extra."""
    low, before = items[at].low, items[at - 1].low if at else ""
    after = items[at + 1] if at + 1 < len(items) else None
    if low == "nothing":
        return before in _COSTING and (after is None or not after.means(Sense.COMPARE) and after.low != "but")
    ends = after is None or after.low not in ("gap", "difference", "per")
    return (
        ends
        and low in ("no", "without", "zero")
        and before in _COMING
        and after is not None
        and after.low in ("cost", "charge")
    )


def judge_free(scene: Scene) -> None:
    """ "free" names a provider of ``price.free_providers`` (rule 11)."""
    if _TELLING.isdisjoint(scene.words):
        return
    items = scene.items
    for at, item in enumerate(items):
        if item.low not in _FREE and not _costs_nothing(items, at) or item.side:
            continue
        after = items[at + 1].low if at + 1 < len(items) else ""
        following = items[at + 2].low if at + 2 < len(items) else ""
        if after in _NO_PRICE and (after, following) not in _PRICE:
            continue
        if any(each.means(Sense.NEGATE) for each in items[max(0, at - 4) : at]) or items[at - 1].low in _COMPOUNDS:
            continue
        sides = {each.side for each in items if each.side in SIDES} or set(SIDES)
        offered = {side: scene.index.value(f"{side}.price.free_providers") for side in sorted(sides)}
        if any(offered.values()) and not _is_elsewhere(items, at, offered):
            continue
        scene.findings.strays(item.start, item.end, "not-free", item.low, detail="no provider offers it free of charge")
