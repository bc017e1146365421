"""Numbers as they were meant: float artefacts repaired, placeholders taken out."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = 12
_PLACEHOLDER_TOKENS = 99_999_999


def repaired(number: int | Decimal) -> Decimal:
    """The number at 12 significant digits, half to even, without trailing zeros: 0.7999999999999999 becomes 0.8."""
    exact = Decimal(number)
    if exact == 0:
        return Decimal(0)
    return plain(round(exact, _DIGITS - 1 - exact.adjusted()))


def plain(number: Decimal) -> Decimal:
    """The same number in the fewest digits, never with a positive exponent: 10.0 and 1E+1 become 10."""
    short = number.normalize()
    return short.quantize(Decimal(1)) if short.as_tuple().exponent > 0 else short  # type: ignore[operator]  # finite


def whole(value: object) -> int | None:
    """A count above zero, else None."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    number = repaired(value)
    return int(number) if number > 0 and number == int(number) else None


def tokens(value: object) -> int | None:
    """A count of tokens that can be one: zero and placeholders such as 99,999,999 are unknown."""
    count = whole(value)
    return count if count is not None and count < _PLACEHOLDER_TOKENS else None
