"""Whether a stated number states a fact's value: rules 3, 4 and 7 of the contract, in exact arithmetic."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from writer.quantities.quantity import Modifier

# How many times the fact must hold what the number is off by. In whole numbers, for most numbers are told from most facts here.
_ROUNDING = 40  # 2.5 % of the fact (rule 3)
_NEAR = 10  # hedges, nearly, just over, close to (rules 3 and 4)
_BOUND = 4  # under, over, at most, at least (rule 4)
_MILLION = 1_000_000
_WIDE_MILLION = 1_050_000  # "1M" may be said of up to this (rule 7)


class Stated(NamedTuple):
    """A number as text states it. ``step`` and ``coarse`` as in Quantity; ``whole`` where any whole unit will do
    (percentages, costs of a workload: rule 3); ``scale`` 1,000 for K and 1,000,000 for M, else 1."""

    value: Fraction
    step: Fraction
    coarse: Fraction
    modifier: Modifier = Modifier.NONE
    whole: bool = False
    scale: int = 1
    tokens: bool = False


def states(stated: Stated, fact: Fraction) -> bool:
    """Whether ``stated`` holds of ``fact``; of a token count, whether it holds in decimal or in binary."""
    if holds(stated, fact):
        return True
    if not stated.tokens or stated.scale == 1:
        return False
    if stated.value == _MILLION and _MILLION <= fact <= _WIDE_MILLION and stated.modifier in _VALUE:
        return True
    unit = 1024 if stated.scale == 1000 else 1024 * 1024
    if fact % 1024 or (stated.scale > 1000 and fact % unit):
        return False
    return holds(stated, fact / unit * stated.scale)


_VALUE = (Modifier.NONE, Modifier.EXACT, Modifier.ABOUT, Modifier.UP_TO, Modifier.FROM)


def holds(stated: Stated, fact: Fraction) -> bool:
    """The same without the binary reading of token counts."""
    value_over, value_under = stated.value.as_integer_ratio()
    fact_over, fact_under = fact.as_integer_ratio()
    one = value_under * fact_under  # what a whole one is where both are brought to one denominator
    value, true = value_over * fact_under, fact_over * value_under
    off, size = abs(value - true), abs(true)
    match stated.modifier:
        case Modifier.NONE | Modifier.UP_TO | Modifier.FROM:
            return _rounds(stated, off, size, one)
        case Modifier.EXACT:
            return off == 0
        case Modifier.ABOUT:
            near = off * _NEAR <= size and (stated.coarse == 0 or _is_within(off, stated.coarse, one))
            return near or _rounds(stated, off, size, one)
        case Modifier.NEARLY:
            return true < value and off * _NEAR <= size
        case Modifier.JUST_OVER:
            return true > value and off * _NEAR <= size
        case Modifier.CLOSE_TO:
            return off * _NEAR <= size
        case Modifier.UNDER:
            return true < value and off * _BOUND <= size
        case Modifier.AT_MOST:
            return true <= value and off * _BOUND <= size
        case Modifier.OVER:
            return true > value and off * _BOUND <= size
        case Modifier.AT_LEAST:
            return true >= value and off * _BOUND <= size


def _rounds(stated: Stated, off: int, size: int, one: int) -> bool:
    """Whether it is off by rounding alone; ``off`` and ``size``, the fact's, are told in parts of which ``one`` are a whole."""
    if off == 0:
        return True
    if stated.value == 0:
        return False
    if stated.whole and stated.step >= 1:
        return stated.step == 1 and off * 2 <= one
    if stated.step and not _is_within(off * 2, stated.step, one):
        return False
    return off * _ROUNDING <= size


def _is_within(off: int, step: Fraction, one: int) -> bool:
    step_over, step_under = step.as_integer_ratio()
    return off * step_under <= step_over * one
