"""Whether a stated date or duration states a fact's: rule 8 of the contract, and durations in any unit (rule 2)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from writer.quantities.dates import When
from writer.quantities.quantity import DateRange

DAYS_A_YEAR = Fraction("365.2425")
_SHORTEST = 28


def date_states(stated: DateRange, year: int, fact: When) -> bool:
    """Whether the fact lies within the stated range of ``year``; a fact that is a month must lie in it whole."""
    if fact.year != year:
        return False
    if isinstance(fact, date):
        return stated.first <= (fact.month, fact.day) <= stated.last
    return stated.first <= (fact.month, 1) and (fact.month, _SHORTEST) <= stated.last


def in_unit(days: int, unit: str) -> Fraction:
    """Days told in days, weeks, months or years."""
    match unit:
        case "day":
            return Fraction(days)
        case "week":
            return Fraction(days, 7)
        case "month":
            return days * 12 / DAYS_A_YEAR
        case "year":
            return days / DAYS_A_YEAR
        case _:
            raise ValueError(f"no such unit of time: {unit}")


def months_in_unit(months: Fraction, unit: str) -> Fraction | None:
    """Months told in months or years; None where months do not say how many days or weeks."""
    if unit == "month":
        return months
    return months / 12 if unit == "year" else None
