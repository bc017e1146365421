"""Numbers that tell how far two values lie apart."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.items import Item, Sort
from writer.check.scene import LEAST_TOKENS, Scene, number
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense

_LEADING = frozenset(
    (
        "of",
        "is",
        "a",
        "an",
        "the",
        "just",
        "only",
        "to",
        "shrinks",
        "at",
        "about",
        "comes",
        "merely",
        "'s",
        "was",
        "mere",
        "under",
        ":",
    )
)


def is_difference(scene: Scene, at: int) -> bool:
    """A sum or a count that tells how far the two lie apart: "a $72.20 difference", "872,000 tokens more"."""
    quantity = scene.quantity(at)
    if quantity.kind not in (Kind.MONEY, Kind.NUMBER):
        return False
    if is_multiple(scene, at):
        return False
    items = scene.items
    for ahead in range(at + 1, min(at + 5, len(items))):
        item = items[ahead]
        if item.means(Sense.GAP):
            return True
        if item.means(Sense.COMPARE):
            return item.low.removesuffix(" than") in _DIFFERING
        if (
            item.low not in ("tokens", "token", "per", "million", "of", "context", "output", "input")
            and item.sort is not Sort.PASSED
        ):
            break
    if _tells_gap(items, at):
        return True
    for back in range(at - 1, max(at - 5, -1), -1):
        item = items[back]
        if item.means(Sense.GAP) or item.low == "by":
            return not (
                item.low == "by"
                and not (back and items[back - 1].means(Sense.GAP))
                and not any(each.means(Sense.COMPARE) for each in items[max(0, back - 8) : back])
            )
        if item.low not in _LEADING:
            break
        if item.low == "to" and not any(each.means(Sense.GAP) for each in items[max(0, back - 4) : back]):
            break
    return False


def _tells_gap(items: Sequence[Item], at: int) -> bool:
    """ "the difference between GLM-5.1 and GPT-5.4 mini is $0.23"."""
    for back in range(at - 1, max(at - 12, -1), -1):
        item = items[back]
        if item.means(Sense.GAP):
            return any(near.low == "between" for near in items[back:at]) and any(
                near.low in ("is", "was", "of", "comes") for near in items[back:at]
            )
        if item.sort is Sort.NUMBER and not item.side or item.sort is Sort.SIGN or item.means(Sense.TURN):
            return False
    return False


_DIFFERING = frozenset(
    (
        "less",
        "more",
        "cheaper",
        "dearer",
        "lower",
        "higher",
        "extra",
        "saving",
        "savings",
        "discount",
        "premium",
        "larger",
        "smaller",
        "below",
        "fewer",
        "pricier",
        "costlier",
        "more expensive",
        "less expensive",
        "bigger",
        "markup",
        "greater",
        "longer",
        "shorter",
        "roomier",
        "wider",
        "additional",
        "off",
        "lead",
        "edge",
        "steeper",
    )
)


def is_multiple(scene: Scene, at: int) -> bool:
    """ "20 times on the first line, and the blend splits the difference at around 98": a ratio whose "times" was left out."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.NUMBER or quantity.noun or quantity.suffix or number(quantity) >= LEAST_TOKENS:
        return False
    before = [
        item.quantity
        for item in scene.items[:at]
        if item.quantity is not None and item.quantity.kind in (Kind.MULTIPLE, Kind.NUMBER) and not item.notes
    ]
    if before and before[-1].kind is Kind.MULTIPLE and before[-1].value == quantity.value:
        return True
    return (
        bool(before)
        and before[-1].kind is Kind.MULTIPLE
        and scene.items[at - 1].low == "at"
        and not any(item.sort is Sort.BENCHMARK for item in scene.items)
    )
