"""Numbers as text shows them: exact where they end, grouped, without an exponent."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction


def exact(value: Fraction | int) -> Decimal | None:
    """The decimal that equals ``value``, None where it never ends or needs more than 12 places."""
    fraction = Fraction(value)
    rest = fraction.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return None
    with localcontext() as context:
        context.prec = 60
        decimal = Decimal(fraction.numerator) / Decimal(fraction.denominator)
    return decimal if -decimal.normalize().as_tuple().exponent <= 12 else None  # type: ignore[operator]  # finite


def rounded(value: Fraction | int, places: int) -> Decimal:
    """``value`` to ``places`` decimals, half to even."""
    fraction = Fraction(value)
    with localcontext() as context:
        context.prec = 60
        decimal = Decimal(fraction.numerator) / Decimal(fraction.denominator)
        return decimal.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)


def plain(decimal: Decimal) -> str:
    """Digits with thousands separators and no trailing zeros: ``1,048,576``, ``0.435``."""
    text = f"{decimal:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def figure(value: Fraction | int, places: int = 1) -> str:
    """The exact figure where it has at most ``places`` decimals, else rounded to them."""
    decimal = exact(value)
    if decimal is not None and -int(decimal.normalize().as_tuple().exponent) <= places:
        return plain(decimal)
    return plain(rounded(value, places))


def dollars(value: Fraction | int) -> str:
    """``$5``, ``$0.10``, ``$1.345``, ``$0.003625``: exact where it ends within six places, at least two decimals or none."""
    decimal = exact(value)
    if decimal is None or -int(decimal.normalize().as_tuple().exponent) > 6:
        decimal = rounded(value, 6)
    text = plain(decimal)
    whole, point, places = text.partition(".")
    return f"${whole}.{places.ljust(2, '0')}" if point else f"${whole}"
