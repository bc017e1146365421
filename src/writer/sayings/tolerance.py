"""Whether a stated number states a fact's value: rules 3, 4 and 7 of the contract, in exact arithmetic."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from writer.quantities.quantity import Modifier

_ROUNDING = Fraction(1, 40)  # 2.5 % of the fact (rule 3)
_NEAR = Fraction(1, 10)  # hedges, nearly, just over, close to (rules 3 and 4)
_BOUND = Fraction(1, 4)  # under, over, at most, at least (rule 4)
_HALF = Fraction(1, 2)
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
    if _is_far(stated.value, fact):
        return False
    value, off = stated.value, abs(stated.value - fact)
    size = abs(fact)
    match stated.modifier:
        case Modifier.NONE | Modifier.UP_TO | Modifier.FROM:
            return _rounds(stated, fact, off)
        case Modifier.EXACT:
            return off == 0
        case Modifier.ABOUT:
            return _rounds(stated, fact, off) or (off <= size * _NEAR and (stated.coarse == 0 or off <= stated.coarse))
        case Modifier.NEARLY:
            return fact < value and off <= size * _NEAR
        case Modifier.JUST_OVER:
            return fact > value and off <= size * _NEAR
        case Modifier.CLOSE_TO:
            return off <= size * _NEAR
        case Modifier.UNDER:
            return fact < value and off <= size * _BOUND
        case Modifier.AT_MOST:
            return fact <= value and off <= size * _BOUND
        case Modifier.OVER:
            return fact > value and off <= size * _BOUND
        case Modifier.AT_LEAST:
            return fact >= value and off <= size * _BOUND


def _is_far(value: Fraction, fact: Fraction) -> bool:
    """Off by more than a half and by more than a quarter of the fact: no rule reaches so far. Most numbers are told from
    most facts here, so it is done in whole numbers."""
    value_over, value_under = value.as_integer_ratio()
    fact_over, fact_under = fact.as_integer_ratio()
    off = abs(value_over * fact_under - fact_over * value_under)
    return off * 2 > value_under * fact_under and off * 4 > abs(fact_over) * value_under


def _rounds(stated: Stated, fact: Fraction, off: Fraction) -> bool:
    if off == 0:
        return True
    if stated.value == 0:
        return False
    if stated.whole and stated.step >= 1:
        return off <= stated.step * _HALF and stated.step == 1
    if stated.step and off > stated.step * _HALF:
        return False
    return off <= abs(fact) * _ROUNDING
