"""Counts, amounts and spans of time as a person reads them."""

from __future__ import annotations

from decimal import ROUND_UP, Decimal

_MINUTE, _HOUR = 60, 3600


def usd(amount: Decimal) -> str:
    """``$0``, ``$0.0042``, ``$12.30``; what is spent is never shown as less than it is."""
    if amount == 0:
        return "$0"
    places = Decimal("0.01") if amount >= 1 else Decimal("0.0001")
    return f"${amount.quantize(places, ROUND_UP)}"


def span(seconds: float) -> str:
    """``8 s``, ``3 min 20 s``, ``2 h 5 min``."""
    whole = round(seconds)
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE} s"
    return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE} min"


def count(number: int, one: str, many: str = "") -> str:
    """``1 pair``, ``2 pairs``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
