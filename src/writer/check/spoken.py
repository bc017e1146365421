"""Sums as they are spoken: "four forty", "one ninety-seven", "two twenty-five", without the words dollars, cents or hundred."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from fractions import Fraction

from writer.check.items import Item, Sort
from writer.quantities.quantity import Kind, Quantity

_CENT = Fraction(1, 100)
_TEN, _HUNDRED = 10, 100


def read_spoken(items: Sequence[Item], amounts: Container[Fraction]) -> None:
    """Join two number words side by side into one sum, in place; of hundreds, where ``amounts``, those of the facts, hold that
    sum and not the one in dollars and cents."""
    for at in range(len(items) - 1):
        cents = _words(items[at + 1])
        dollars = Fraction(1) if _is_one(items[at]) else _words(items[at])
        quantity = items[at + 1].quantity
        if dollars is None or cents is None or quantity is None or not _TEN <= cents < _HUNDRED:
            continue
        if items[at + 1].start != items[at].end + 1:
            continue
        value = dollars + cents * _CENT
        if value not in amounts and value * _HUNDRED in amounts:
            value *= _HUNDRED
        first = items[at].quantity or replace(quantity, start=items[at].start, text=items[at].low)
        step = _CENT if value.denominator > 1 else Fraction(1)
        items[at].quantity = replace(first, kind=Kind.MONEY, currency="USD", value=value, step=step, coarse_step=step)
        items[at].sort, items[at].passed = Sort.NUMBER, None
        items[at + 1].sort, items[at + 1].quantity = Sort.PASSED, None


def _is_one(item: Item) -> bool:
    return item.sort is Sort.PASSED and item.low == "one"


def _words(item: Item) -> Fraction | None:
    """A whole number in words that counts nothing; None for anything else."""
    quantity: Quantity | None = item.quantity
    if quantity is None or quantity.kind is not Kind.NUMBER or not quantity.in_words or quantity.noun or item.notes:
        return None
    value = quantity.value
    return value if isinstance(value, Fraction) and value.denominator == 1 else None
