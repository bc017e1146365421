"""Dates of the curated file: days, months, and what is neither."""

from __future__ import annotations

import re
from datetime import date

from writer.quantities.dates import When, YearMonth

_EARLIEST = 2015
_STAMPS = (
    (re.compile(r"(?<![0-9])(20[0-9]{2})-?(0[1-9]|1[0-2])-?([0-3][0-9])(?![0-9])"), (1, 2)),  # -2024-11-20, -20241120
    (re.compile(r"(?<![0-9])(0[1-9]|1[0-2])-(20[0-9]{2})(?![0-9])"), (2, 1)),  # -03-2025
    (re.compile(r"(?<![0-9])(2[3-9])(0[1-9]|1[0-2])(?![0-9])"), (1, 2)),  # -2512
)


def read_when(value: object) -> When | None:
    """A day or a month; None for an impossible date and for placeholders before 2015 such as 1970-01-01."""
    if not isinstance(value, str):
        return None
    try:
        when = date.fromisoformat(value) if value.count("-") > 1 else YearMonth.parse(value)
    except ValueError:
        return None
    return when if when.year >= _EARLIEST else None


def read_day(value: str | None) -> date | None:
    """A day, else None."""
    when = read_when(value)
    return when if isinstance(when, date) else None


def stamp(name: str) -> YearMonth | None:
    """The month that a model's own name bears: ``-2512``, ``-03-2025``, ``-20241022``; None where it bears none."""
    for pattern, (year, month) in _STAMPS:
        found = pattern.search(name)
        if found:
            number = int(found[year])
            return YearMonth(number if number > 2000 else 2000 + number, int(found[month]))
    return None
