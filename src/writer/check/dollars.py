"""Numbers without any unit that can only be money: "500 coding-agent runs: four hundred for Opus", "input 0.30, output 1.20"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from writer.check.items import Item, Sort
from writer.check.scene import LEAST_TOKENS
from writer.quantities.quantity import GroupKind, Kind, Quantity
from writer.sayings.words import Sense

_COUNTED = 12  # up to here a whole number can count what the words leave out
_OTHERS = ("score.", "context_window", "max_output", "parameters", "released", "knowledge", "providers", "capabilities")
_PARTING = frozenset((GroupKind.OF, GroupKind.RATIO))


def read_dollars(items: Sequence[Item]) -> None:
    """Make dollars of the bare numbers that stand behind a job, or a price, in a sentence that measures nothing else."""
    if any(item.sort is Sort.BENCHMARK or _measures_else(item) for item in items):
        return
    costing = False
    for at, item in enumerate(items):
        costing = (
            costing
            or item.sort is Sort.JOB
            or item.low in ("dollars", "usd")
            or item.metrics[:1] in (("price.input",), ("price.output",))
        )
        quantity = item.quantity
        if quantity is None:
            continue
        if quantity.kind is Kind.MONEY or quantity.kind is Kind.DATE:
            return  # the unit was told, and is carried on from there
        if costing and _is_bare(quantity) and not item.notes and not _is_counted(items, at):
            item.quantity = replace(quantity, kind=Kind.MONEY, currency="USD")


def _measures_else(item: Item) -> bool:
    return item.sense is Sense.METRIC and item.metrics[0].startswith(_OTHERS)


def _is_bare(quantity: Quantity) -> bool:
    value = quantity.value
    return (
        quantity.kind is Kind.NUMBER
        and isinstance(value, Fraction)
        and (value.denominator > 1 or value > _COUNTED)
        and value < LEAST_TOKENS
        and not (quantity.noun or quantity.suffix or quantity.per or quantity.quantifier or quantity.sign < 0)
        and quantity.group_kind not in _PARTING
    )


def _is_counted(items: Sequence[Item], at: int) -> bool:
    """A job's name right behind it, or a name or word that it is a part of."""
    after = items[at + 1] if at + 1 < len(items) else None
    return after is not None and (
        after.sort in (Sort.JOB, Sort.MODEL, Sort.SELLER)
        or after.sort is Sort.WORD
        and after.meaning is None
        and after.low not in ("if", "in", "out", "here", "there", "apiece")
    )
