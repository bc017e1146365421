"""The mention to the left of a value that is the subject of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.after import counts_jobs
from writer.check.hooks import owns_number
from writer.check.items import Item, Sort
from writer.check.standing import hangs
from writer.check.steps import leftward
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense


def nearest(items: Sequence[Item], at: int) -> int | None:
    """The mention to the left that is the subject of the value: not one that hangs on an earlier value or comparison."""
    crossed = relative = False
    for back in leftward(items, at):
        item = items[back]
        if item.low == "which" and back and items[back - 1].low != "of":
            relative = True
        elif item.low in ("you", "we", "your") and not crossed:
            return None
        elif relative and item.side in ("a", "b") and not item.means(Sense.IT):
            return back
        if item.sort is Sort.NUMBER and not item.side and not counts_jobs(items, back):
            crossed = True
        elif item.side and not item.taken and not item.means(Sense.THEY) and not _is_object(items, back):
            parted = any(each.low in (",", ":", "(") for each in items[back:at])
            aside = hangs(items, back) or back > 0 and (items[back - 1].low == "what" or _compares(items, back))
            if _is_standard(items, back):
                continue
            if not (aside or _measures(items, back)) or not crossed and (not parted or _is_fronted(items, back)):
                return back
    return None


def _is_object(items: Sequence[Item], at: int) -> bool:
    """ "before Kimi joined it": a pronoun behind its verb."""
    if items[at].low != "it":
        return False
    if at and items[at - 1].sort is Sort.WORD and items[at - 1].meaning is None and _takes_object(items[at - 1].low):
        return True
    for back in range(at - 1, max(at - 4, -1), -1):
        if items[back].sort is Sort.SIGN or items[back].means(Sense.TURN) or items[back].means(Sense.JOIN):
            return False
        if items[back].side in ("a", "b"):
            return True
    return False


def _takes_object(low: str) -> bool:
    return low in _VERBS or low.endswith(("ed", "ing", "ts", "es", "ls", "ns", "ys", "ks")) and low not in _NO_VERBS


_VERBS = frozenset(
    (
        "bear",
        "make",
        "fill",
        "buy",
        "sell",
        "put",
        "give",
        "have",
        "has",
        "find",
        "join",
        "run",
        "get",
        "send",
        "use",
        "call",
        "makes",
        "sells",
        "gives",
        "puts",
        "lists",
        "pit",
        "set",
        "keep",
        "keeps",
        "let",
        "help",
    )
)


_NO_VERBS = frozenset(
    ("does", "is", "this", "thus", "always", "perhaps", "besides", "models", "terms", "times", "sometimes", "costs")
)


def _is_standard(items: Sequence[Item], at: int) -> bool:
    """ "costs less than Opus", "as much as Opus": what another is measured by, never the subject."""
    before = at - 1
    while before >= 0 and items[before].low in ("the", "a"):
        before -= 1
    if before < 0:
        return False
    return (
        items[before].means(Sense.THAN)
        or items[before].low == "as"
        and before > 0
        and items[before - 1].means(Sense.AGAIN)
    )


def _compares(items: Sequence[Item], at: int) -> bool:
    """ "double the other's count": a mention right behind a comparing number."""
    quantity = items[at - 1].quantity
    return quantity is not None and quantity.kind in (Kind.MULTIPLE, Kind.FRACTION) and not quantity.quantifier


def _is_fronted(items: Sequence[Item], at: int) -> bool:
    """ "On Grok, the price is $3": a mention that hangs, but opens the clause."""
    before = at - 1
    while before >= 0 and (items[before].means(Sense.LINK) or items[before].low in ("the", "a")):
        before -= 1
    return (
        before < 0
        or items[before].low in (";", ":", "(", ",")
        or items[before].means(Sense.TURN)
        or items[before].means(Sense.JOIN)
    )


def _measures(items: Sequence[Item], at: int) -> bool:
    """ "twice Opus's 64K", "Nano's tokens beat Grok's 1M": an owner's number that is what another is measured against."""
    if at + 1 >= len(items) or items[at + 1].sort is not Sort.OWNER or not owns_number(items, at):
        return False
    before = at - 1
    while before >= 0 and items[before].low in ("the", "a", "that"):
        before -= 1
    return (
        before >= 0
        and items[before].low not in (";", ":", "(", ")", ".")
        and not items[before].means(Sense.TURN)
        and (not items[before].means(Sense.JOIN))
        and items[before].low != ","
    )
