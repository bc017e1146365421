"""A model named after its value, or measured against it."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.bindings import Subject
from writer.check.hooks import owns_number
from writer.check.index import other
from writer.check.items import BOTH, Item, Sort
from writer.check.pairing import coordinated, group_of, is_value, partner
from writer.check.standing import hangs
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense

_HARD = frozenset((";", ":", "(", ")", "—", "–", "?", "!"))


def scored_for(items: Sequence[Item], at: int, hooks: dict[int, int]) -> Subject | None:
    """ "61.4 to 10.8 for Grok", "four to three for Grok": the first is Grok's."""
    quantity = items[at].quantity
    if quantity is None or quantity.kind is not Kind.NUMBER:
        return None
    second = (
        at
        if partner(items, at) is not None
        else next((ahead for ahead in range(at + 1, min(at + 4, len(items))) if is_value(items[ahead])), at)
    )
    first = partner(items, second)
    if (
        first is None
        or items[first[1]].low != "to"
        or second not in hooks
        or first[0] in hooks
        or at not in (first[0], second)
    ):
        return None
    hook = hooks[second]
    link = next((items[back] for back in range(hook - 1, second, -1) if items[back].means(Sense.LINK)), None)
    if link is None or link.low != "for" or any(items[back].side for back in range(first[0], second)):
        return None
    side = items[hook].side
    return Subject(side if at == first[0] else other(side), firm=True, how="first for the one named after")


def late_subject(items: Sequence[Item], at: int, left: int | None) -> int | None:
    """ "with six providers it has …": the subject that follows a fronted value, where its clause has none before it."""
    begin = 0
    for back in range(at - 1, -1, -1):
        if (
            items[back].low in (";", ":")
            or items[back].sense is Sense.TURN
            or items[back].sense is Sense.JOIN
            and (items[back - 1].low == "," or left is not None and left < back and items[back + 1].sort is Sort.NUMBER)
        ):
            begin = back
            break
    if left is not None and left >= begin:
        return None
    fronted = items[begin + (begin > 0)].sense is Sense.LINK
    quantity = items[at].quantity
    counts = quantity is not None and quantity.kind is Kind.NUMBER and quantity.noun != "token"
    verb = False
    for ahead in range(at + 1, min(at + 9, len(items))):
        item = items[ahead]
        verb = verb or item.low in _CARRYING
        if item.side in ("a", "b"):
            hung = hangs(items, ahead)
            if item.low == "its" or (hung and not (counts and verb)) or not (fronted or counts and verb):
                return None
            return ahead
        if item.sense is Sense.TURN or item.low in (";", ":", "(", ",") or is_value(item):
            return None
    return None


_CARRYING = frozenset(
    (
        "sell",
        "sells",
        "list",
        "lists",
        "carry",
        "carries",
        "offer",
        "offers",
        "host",
        "hosts",
        "stock",
        "stocks",
        "documented",
        "listed",
        "supported",
        "known",
        "recorded",
        "serve",
        "serves",
        "back",
        "are",
        "is",
    )
)


def hooked(items: Sequence[Item], at: int, hook: int) -> Subject:
    """The model that hangs on the value."""
    both = coordinated(items, hook)
    if both is not None:
        group = group_of(items, at)
        if len(group) == 2:
            return Subject(both[group.index(at)], firm=True, how="in the order named")
        return Subject(BOTH, firm=True, how="of both")
    return Subject(items[hook].side, firm=True, how="hangs on it")


def follower_of(items: Sequence[Item], at: int, hooks: dict[int, int]) -> str:
    """The side of the second of a pair, where it is named on it: "$5 against the $2 of Opus"."""
    for ahead in range(at + 1, min(at + 8, len(items))):
        item = items[ahead]
        if item.means(Sense.PAIR):
            for second in range(ahead + 1, min(ahead + 8, len(items))):
                if items[second].side in ("a", "b"):
                    return (
                        items[second].side
                        if item.low != "to"
                        or (
                            second + 1 < len(items)
                            and items[second + 1].sort is Sort.OWNER
                            and owns_number(items, second)
                        )
                        else ""
                    )
                if is_value(items[second]):
                    hook = hooks.get(second)
                    return items[hook].side if hook is not None and items[hook].side in ("a", "b") else ""
                if items[second].low in _HARD:
                    return ""
        elif item.side in ("a", "b") or item.low in _HARD or is_value(item):
            return ""
    return ""


def measured_against(items: Sequence[Item], at: int) -> bool:
    """ "4x the 16,384": a value that another number, or a comparative, is told against."""
    before = at - 1
    while before >= 0 and items[before].low in ("the", "that", "of"):
        before -= 1
    if before < 0 or before == at - 1:
        return False
    item = items[before]
    if item.quantity is not None:
        return item.quantity.kind in (Kind.MULTIPLE, Kind.FRACTION)
    return item.means(Sense.COMPARE) or item.means(Sense.THAN)


def is_beyond(items: Sequence[Item], left: int, at: int) -> bool:
    """The mention does not hang on the measure itself."""
    return not any(each.means(Sense.PAIR) for each in items[left:at])
