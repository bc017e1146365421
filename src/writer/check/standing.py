"""How a mention stands in its clause: hanging on another word, standing for no model, set against another."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.items import Item, Sort
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense

COPULAS = frozenset(
    (
        "is",
        "'s",
        "are",
        "was",
        "were",
        "be",
        "remains",
        "becomes",
        "makes",
        "still",
        "clearly",
        "also",
        "actually",
        "easily",
        "being",
    )
)


def hangs(items: Sequence[Item], at: int) -> bool:
    """Whether a mention hangs on what stands before it: "on Opus", "than Opus", "its rival"."""
    if items[at].sense is Sense.RIVAL and at and items[at].low.startswith("its"):
        return True
    before = at - 1
    while before >= 0 and items[before].low in ("the", "a"):
        before -= 1
    if before < 0:
        return False
    word = items[before]
    if word.kind in (Kind.MULTIPLE, Kind.FRACTION):
        return True
    if word.low == "as" and before and items[before - 1].sense is Sense.AGAIN:
        return True
    if word.low in ("out", "by", "up") and before and items[before - 1].sense is Sense.COMPARE:
        return True
    if _is_verb(word) and any(each.side for each in items[max(0, before - 2) : before]):
        return True
    return (
        word.sense is Sense.LINK
        or word.sense is Sense.THAN
        or word.sense is Sense.PAIR
        or word.sense is Sense.COMPARE
        or (word.low == "past")
    )


def _is_verb(item: Item) -> bool:
    """A verb that takes a model for its object: "Kimi followed Gemini", "Nano beats Fable"."""
    if item.sort is not Sort.WORD or item.side or not (item.low.endswith(("s", "ed"))) or item.low in COPULAS:
        return False
    return item.low not in ("has", "does", "was", "as", "versus", "vs", "always", "needs") and not item.means(
        Sense.NEGATE
    )


def is_expletive(items: Sequence[Item], at: int) -> bool:
    """ "it's $0.19 against $1.63": an it that stands for no model."""
    after = items[at + 1 : at + 3]
    if after and after[0].low in ("pays", "helps", "depends", "seems", "turns", "matters", "makes", "follows"):
        return True
    return (
        len(after) == 2
        and (after[0].sort is Sort.OWNER or after[0].low in ("is", "was", "comes"))
        and (after[1].sort is Sort.NUMBER or after[1].low == "to")
    )


def contrast(items: Sequence[Item]) -> None:
    """ "its one dollar is more than the 87 cents of Opus": a pronoun set against a model is the other one."""
    for at, item in enumerate(items):
        if item.sense is not Sense.IT or item.side not in ("a", "b"):
            continue
        for ahead in range(at + 1, len(items)):
            near = items[ahead]
            if near.low in (";", ":", "(") or near.sense is Sense.TURN and near.low not in ("that", "which"):
                break
            if near.side in ("a", "b") and near.sense is not Sense.IT and near.sense is not Sense.RIVAL:
                if near.side == item.side and any(
                    each.sense is Sense.THAN or each.sense is Sense.PAIR and each.low != "to"
                    for each in items[at:ahead]
                ):
                    item.side = {"a": "b", "b": "a"}[item.side]
                break


_WHERE = frozenset(("at", "via", "through"))


def turned_seller(items: Sequence[Item], at: int) -> bool:
    """ "its price at DeepSeek is $0.43": a name that model and seller share names the seller here; the item becomes one."""
    item = items[at]
    owner = at + 1 < len(items) and items[at + 1].sort is Sort.OWNER
    if owner or not at or items[at - 1].low not in _WHERE or item.named is None or not item.named.providers:
        return False
    item.sort = Sort.SELLER
    return True


def of_sellers(items: Sequence[Item], at: int) -> bool:
    """ "Azure and Fireworks AI, both charging $1.74": a word for two that stands right behind two sellers."""
    if at < 4 or items[at - 1].low != "," or items[at].low != "both":
        return False
    before = [item.sort for item in items[at - 4 : at - 1] if not item.means(Sense.JOIN)]
    return before[-2:] == [Sort.SELLER, Sort.SELLER]
