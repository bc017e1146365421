"""Of whom a comparative without a number is said: of the subject, of the model it hangs on, or of the other one."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.index import SIDES, other
from writer.check.items import BOTH, Item, Sort
from writer.check.pairing import is_value
from writer.check.standing import hangs
from writer.sayings.words import Sense

_HARD = frozenset((";", ":", "?", "!", "—", "–", "(", ")"))
_BY = frozenset(
    (
        "undercut",
        "beaten",
        "outscored",
        "outdone",
        "topped",
        "exceeded",
        "surpassed",
        "bettered",
        "outperformed",
        "followed",
        "preceded",
        "outranked",
        "edged",
        "overtaken",
    )
)
_ON = frozenset(("on", "with", "for", "from", "at", "in", "to"))
_COPULAS = frozenset(("is", "'s", "are", "was", "remains", "stays", "of", "be"))
_LABEL = 4  # items of "- Opus:"
_RELATIVES = frozenset(("which", "where", "who", "that"))


def clause_of(items: Sequence[Item], at: int) -> tuple[int, int]:
    """The clause that the word at ``at`` stands in: first index and end."""
    start = next((back + 1 for back in range(at - 1, -1, -1) if _parts(items, back)), 0)
    stop = next((ahead for ahead in range(at + 1, len(items)) if _parts(items, ahead)), len(items))
    return start, stop


def _parts(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if item.low in _HARD or item.means(Sense.TURN) and item.low not in ("which", "who", "if"):
        return True
    return (
        item.low == "," and at + 1 < len(items) and (items[at + 1].means(Sense.JOIN) or items[at + 1].means(Sense.TURN))
    )


def compared_side(items: Sequence[Item], at: int, start: int, stop: int) -> str:
    """The side that the comparative at ``at`` is said of; "" where the words leave it open."""
    if items[at].low in ("after", "before"):
        return other(items[at + 1].side)
    than = next((ahead for ahead in range(at + 1, min(stop, at + 8)) if items[ahead].means(Sense.THAN)), None)
    if than is not None:
        thing = next(
            (items[ahead].side for ahead in range(than + 1, min(stop, than + 5)) if items[ahead].side in SIDES), ""
        )
        if thing:
            return other(thing)
    if items[at].low in _BY and at + 1 < stop and items[at + 1].low == "by":
        return next((items[ahead].side for ahead in range(at + 2, min(stop, at + 5)) if items[ahead].side in SIDES), "")
    left = _before(items, at, start)
    if left is not None:
        return left
    return _behind(items, at, stop) or _carried(items, at, start)


def _before(items: Sequence[Item], at: int, start: int) -> str | None:
    """The subject before the comparative; "" where it is both or either, None where no model stands there."""
    if (
        at + 1 < len(items)
        and items[at - 1].low == "the"
        and items[at + 1].low == "of"
        and at >= 2
        and items[at - 2].low in _COPULAS
    ):
        near = [items[back].side for back in range(at - 1, -1, -1) if items[back].side]
        if near and near[0] in SIDES:
            return near[0]
    mentions = [back for back in range(start, at) if items[back].side and not items[back].taken]
    turned = [back for back in range(start, at) if items[back].low in _RELATIVES]
    if turned and any(back > turned[-1] for back in mentions):
        mentions = [back for back in mentions if back > turned[-1]]
    explicit = [back for back in mentions if items[back].side in SIDES and not hangs(items, back)]
    hung = [back for back in mentions if items[back].side in SIDES and hangs(items, back)]
    if (
        hung
        and items[hung[-1] - 1].low == "with"
        and at - hung[-1] <= 4
        and not any(item.low == "," or item.means(Sense.JOIN) for item in items[hung[-1] : at])
    ):
        return items[hung[-1]].side
    if any(items[back].side == BOTH and not hangs(items, back) for back in mentions):
        return None if not explicit and items[mentions[-1]].low == "both" and mentions[-1] >= at - 2 else ""
    if not explicit:
        hung = [back for back in hung if not any(item.means(Sense.JOIN) for item in items[back:at])]
        sides = {items[back].side for back in hung if items[back - 1].low in ("with", "on", "for", "at")}
        return (
            next(iter(sides))
            if len(sides) == 1 and not any(is_value(item) for item in items[start:at])
            else ""
            if hung
            else None
        )
    last = explicit[-1]
    if any(is_value(items[back]) for back in range(last, at)):
        return ""
    if len({items[back].side for back in explicit}) == 1 or _begins(items, explicit, last):
        return items[last].side
    return ""


def _begins(items: Sequence[Item], explicit: Sequence[int], last: int) -> bool:
    """ "A reads more and B writes more": a clause of its own begins with the last model."""
    if not (items[last - 1].means(Sense.JOIN) or items[last - 1].low == ","):
        return False
    first = next(back for back in reversed(explicit) if items[back].side != items[last].side)
    return any(items[index].means(Sense.COMPARE) or items[index].means(Sense.ACT) for index in range(first + 1, last))


def _behind(items: Sequence[Item], at: int, stop: int) -> str:
    """ "cheaper on A", "the larger window is A's", "longer replies come from A"."""
    for ahead in range(at + 1, min(stop, at + 9)):
        item = items[ahead]
        if item.side in SIDES:
            before = ahead - 1
            while before > at and items[before].low in ("the", "a"):
                before -= 1
            linked = items[before].low in _ON or items[before].low in _COPULAS and items[before].low != "of"
            return item.side if linked and not _is_shared(items, ahead) else ""
        if item.side == BOTH and any(each.low == "of" for each in items[ahead - 2 : ahead]):
            continue
        if (
            item.side
            or item.sort is Sort.NUMBER
            or item.means(Sense.THAN)
            or item.low == ","
            or item.means(Sense.NEGATE)
        ):
            return ""
    return ""


def _is_shared(items: Sequence[Item], at: int) -> bool:
    """ "on A and B"."""
    return at + 2 < len(items) and items[at + 1].means(Sense.JOIN) and items[at + 2].side in SIDES


def _carried(items: Sequence[Item], at: int, start: int) -> str:
    """ "A charges less for input but more for output": the one model of the clause before."""
    if start > 1 and items[start - 1].low == ":" and items[start - 2].side in SIDES and start <= _LABEL:
        return items[start - 2].side  # "Opus: cheaper, older"
    if (
        start < 1
        or any(items[index].side for index in range(start, at))
        or items[start - 1].low not in ("but", "and", "though", "yet", "although")
    ):
        return ""
    begin = next((back + 1 for back in range(start - 1, -1, -1) if items[back].low in _HARD), 0)
    sides = {items[back].side for back in range(begin, start) if items[back].side}
    named = [back for back in range(begin, start) if items[back].side in SIDES and not hangs(items, back)]
    return items[named[-1]].side if named and len(sides) == 1 else ""
