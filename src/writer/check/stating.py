"""Whether a number, whatever it is bound to, states a fact's value in the fact's unit."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from writer.check.amounts import scaled
from writer.check.index import Entry
from writer.check.scene import factor_of, says
from writer.facts.sheet import Fact
from writer.quantities.quantity import Kind, Quantity
from writer.quantities.unit import Unit
from writer.sayings.tolerance import states

UNITS: Mapping[Kind, tuple[Unit, ...]] = {
    Kind.MONEY: (Unit.USD, Unit.USD_PER_MTOK),
    Kind.PERCENT: (Unit.PERCENT,),
    Kind.POINTS: (Unit.POINTS,),
    Kind.MULTIPLE: (Unit.RATIO,),
    Kind.FRACTION: (Unit.RATIO,),
    Kind.MAGNITUDE: (Unit.RATIO,),
    Kind.NUMBER: (Unit.POINTS, Unit.USD, Unit.USD_PER_MTOK, Unit.TOKENS, Unit.PARAMETERS),
}


def fact_states(quantity: Quantity, fact: Fact) -> bool:
    """Whether the quantity states the fact's value (rules 3 to 5 of the contract); a ratio from either side."""
    if isinstance(fact.value, bool) or not isinstance(fact.value, int | Fraction):
        return False
    if quantity.kind is Kind.FRACTION:
        return fact.value > 0 and states(scaled(quantity), 1 / Fraction(fact.value))
    factor = factor_of(quantity) if fact.unit is Unit.USD_PER_MTOK else Fraction(1)
    return says(quantity, fact.metric, Entry(fact.key, Fraction(fact.value), fact.unit), factor=factor)
