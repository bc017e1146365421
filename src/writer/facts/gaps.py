"""The time between two dates, as the contract tells it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from writer.quantities.dates import When, YearMonth

DAYS_A_YEAR = Fraction("365.2425")


def months_of(days: int) -> Fraction:
    """Days as months, to one decimal, half to even."""
    return Fraction(round(days * 12 / DAYS_A_YEAR * 10), 10)


def gap_days(one: When, other: When) -> int | None:
    """Days between; None where either is known to the month only."""
    if isinstance(one, date) and isinstance(other, date):
        return abs((one - other).days)
    return None


def gap_months(one: When, other: When) -> int:
    """Calendar months between."""
    return abs(YearMonth.of(one).months_since(YearMonth.of(other)))


def newer(one: When, other: When) -> str | None:
    """``a``, ``b`` or ``tie``; None where they lie in one month and either has no day."""
    if isinstance(one, date) and isinstance(other, date):
        return "tie" if one == other else ("a" if one > other else "b")
    months = YearMonth.of(one).months_since(YearMonth.of(other))
    return None if months == 0 else ("a" if months > 0 else "b")
