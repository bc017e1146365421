"""A number without its unit, and how exactly it is stated."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

NOTHING, ONE = Fraction(0), Fraction(1)


@dataclass(slots=True)
class Numeral:
    """A number from some token up to ``end`` (exclusive). ``share`` where words state a part: a third, half."""

    end: int
    value: Fraction
    step: Fraction
    coarse: Fraction
    suffix: str = ""
    in_words: bool = False
    share: bool = False


def whole(value: int, end: int) -> Numeral:
    """A number told as one piece, such as a power of ten."""
    return Numeral(end, Fraction(value), Fraction(value), Fraction(value))


def exact(mantissa: int, places: int, end: int) -> Numeral:
    """A number told with ``places`` decimals: 273 and 1 are 27.3."""
    return Numeral(end, *_valued(mantissa, places))


@lru_cache(maxsize=4096)
def _valued(mantissa: int, places: int) -> tuple[Fraction, Fraction, Fraction]:
    """The value, one unit of the last digit, one unit of the last digit that is not zero."""
    zeros = len(str(mantissa)) - len(str(mantissa).rstrip("0")) if mantissa else 0
    return Fraction(mantissa, 10**places), Fraction(1, 10**places), Fraction(10**zeros, 10**places)


def scaled(found: Numeral, scale: int, end: int, suffix: str) -> Numeral:
    """The number times the scale that follows it, up to the token ``end``."""
    return Numeral(
        end,
        found.value * scale,
        found.step * scale,
        found.coarse * scale,
        suffix or found.suffix,
        found.in_words,
        found.share,
    )
