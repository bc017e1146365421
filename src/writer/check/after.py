"""The metric that hangs on the value before it."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.items import Item, Sort
from writer.check.measures import Fits, metrics_at
from writer.check.pairing import is_value
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense

_GLUE = frozenset(
    (
        "tokens",
        "token",
        "of",
        "a",
        "an",
        "the",
        "million",
        "thousand",
        "each",
        "its",
        "their",
        "for",
        "on",
        "per",
        "in",
        "single",
        "entire",
        "whole",
        "total",
        "mtok",
        "usd",
        "all",
        "every",
        "listed",
        "maximum",
        "as",
        "recorded",
        "about",
        "respectively",
        "again",
        "at",
        "out",
        "are",
        "is",
        "being",
        "new",
        "shared",
        "one",
        "any",
        "million-token",
        "sized",
        "wide",
        "to",
    )
)


REACH = 8


def right_of(items: Sequence[Item], at: int, fits: Fits) -> tuple[tuple[str, ...], int]:
    """The metric that hangs on the value: "$5/1M for input", "262,144-token window", "$2.78 for 10,000 chats"."""
    for ahead in range(at + 1, min(at + REACH, len(items))):
        item = items[ahead]
        found = metrics_at(items, ahead, fits)
        if found and has_its_own(items, ahead):
            break
        if found:
            return found, ahead
        if is_value(item) and not counts_jobs(items, ahead):
            break
        if (
            item.low == ","
            and ahead + 1 < len(items)
            and items[ahead + 1].low == "on"
            or item.low == "("
            and _is_share(items[at])
        ):
            continue
        if (
            item.sense is Sense.AGAIN
            or item.sense is Sense.THAN
            or item.sense is Sense.COMPARE
            and not is_value(items[at])
        ):
            continue
        if (
            item.low in _GLUE
            or item.sense is Sense.LINK
            or item.low in ("extra", "more", "further", "additional")
            or item.sort in (Sort.SELLER, Sort.PASSED, Sort.NUMBER, Sort.OWNER)
        ):
            continue
        if item.side and (items[ahead - 1].sense is Sense.LINK or items[ahead - 1].low in ("the", "as", "than")):
            continue
        break
    return (), -1


def has_its_own(items: Sequence[Item], at: int) -> bool:
    """ "with a knowledge cutoff of January 2025": the metric of a value of its own."""
    brought = any(each.low == "with" for each in items[max(0, at - 3) : at])
    return brought and at + 2 < len(items) and items[at + 1].low in ("of", "in", "at") and is_value(items[at + 2])


def _is_share(item: Item) -> bool:
    return item.quantity is not None and item.quantity.kind in (Kind.PERCENT, Kind.MULTIPLE, Kind.FRACTION)


def counts_jobs(items: Sequence[Item], at: int) -> bool:
    """Whether the number counts a workload's requests."""
    return at + 1 < len(items) and items[at + 1].sort is Sort.JOB
