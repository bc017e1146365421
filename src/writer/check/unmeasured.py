"""Which comparatives claim something by themselves: no number belongs to them, and they are not words of amounts only."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.comparands import comparands_in_field
from writer.check.compared import clause_of
from writer.check.index import SIDES
from writer.check.items import Item, Sort
from writer.check.pairing import is_value

_NEVER = frozenset(
    (
        "up",
        "over",
        "off",
        "down",
        "again",
        "before",
        "after",
        "short of",
        "least",
        "most",
        "adds",
        "below",
        "above",
        "under",
        "cut",
        "cuts",
        "later",
        "earlier",
        "save",
        "saves",
        "saving",
        "savings",
        "discount",
        "premium",
        "expensive",
        "cheap",
        "dear",
        "win",
        "lead",
        "edge",
        "advantage",
        "extra",
        "further",
        "additional",
        "cheaply",
        "minus",
        "rise",
        "drop",
        "increase",
        "excess",
        "lowest",
        "highest",
        "dearest",
        "cheapest",
        "most expensive",
        "least expensive",
        "priciest",
        "costliest",
        "decrease",
        "reduction",
        "markup",
        "surcharge",
        "on top",
        "followed",
        "costly",
        "pricey",
    )
)


def is_unmeasured(items: Sequence[Item], at: int) -> bool:
    """No number belongs to the comparative at ``at``, and it says something without one."""
    return not _is_measured(items, at) and (items[at].low not in _NEVER or _is_in_time(items, at))


def _is_in_time(items: Sequence[Item], at: int) -> bool:
    """ "came out after Opus", "the later knowledge cutoff", "its knowledge ends earlier"; with no number beside it."""
    item = items[at]
    start, stop = clause_of(items, at)
    if any(each.sort is Sort.NUMBER and not each.side for each in items[max(start, at - 6) : min(stop, at + 7)]):
        return False
    dated = any({"released", "knowledge_cutoff"} & set(each.metrics) for each in items[start:stop])
    if item.low in ("after", "before"):
        return (
            at + 1 < len(items)
            and items[at + 1].side in SIDES
            and any("released" in each.metrics for each in items[max(0, at - 4) : at])
        )
    return (
        item.low in ("later", "earlier", "further", "farther")
        and dated
        or item.low in ("edge", "win")
        and bool(comparands_in_field(items, at, start, stop))
    )


def _is_measured(items: Sequence[Item], at: int) -> bool:
    """A number belongs to it: "20% cheaper", "ahead by 0.4 points", "larger by half"."""
    if at and items[at - 1].sort in (Sort.NUMBER, Sort.PASSED) and not items[at - 1].side:
        return True
    told = next((index for index in range(at + 1, min(len(items), at + 4)) if items[index].low in ("by", ",")), None)
    if (
        told is not None
        and items[told].low == "by"
        and any(item.sort is Sort.NUMBER and not item.side for item in items[told + 1 : told + 4])
    ):
        return True
    reach = 5 if items[at].low in ("more", "less", "higher", "lower", "fewer") else 3
    end = next(
        (index for index in range(at + 1, min(len(items), at + reach + 1)) if items[index].low == ","), at + reach + 1
    )
    near = [*items[max(0, at - reach) : at], *items[at + 1 : end]]
    return any(
        item.sort is Sort.NUMBER
        and item.quantity is not None
        and not item.quantity.quantifier
        and not is_value(item)
        and not (index and near[index - 1].low in ("all", "every", "in"))
        for index, item in enumerate(near)
    )
