"""The ways in which a date may be said, and how each goes wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from writer.quantities.dates import When, YearMonth

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_EARLY, _MID = 4, 8
_THIRDS = ((1, 10, "early"), (11, 20, "mid"), (21, 31, "late"))


@dataclass(frozen=True, slots=True)
class Told:
    """A date in words with its preposition: "on 25 September 2024", "in late 2024"."""

    text: str
    form: str  # day | us | iso | month | quarter | half | part | year


def tellings(when: When) -> list[Told]:
    """Every form that the date has."""
    month = f"{MONTHS[when.month - 1]} {when.year}"
    part = "early" if when.month <= _EARLY else "mid" if when.month <= _MID else "late"
    part_text = f"mid-{when.year}" if part == "mid" else f"{part} {when.year}"
    quarter = ("first", "second", "third", "fourth")[(when.month - 1) // 3]
    found = [
        Told(f"in {month}", "month"),
        Told(f"in {part_text}", "part"),
        Told(f"in the {quarter} quarter of {when.year}", "quarter"),
        Told(f"in Q{(when.month - 1) // 3 + 1} {when.year}", "quarter"),
        Told(f"in the {'first' if when.month <= 6 else 'second'} half of {when.year}", "half"),
        Told(f"in {when.year}", "year"),
    ]
    if isinstance(when, YearMonth):
        return found
    return [
        Told(f"on {when.day} {month}", "day"),
        Told(f"on {MONTHS[when.month - 1]} {when.day}, {when.year}", "us"),
        Told(f"on {when.isoformat()}", "iso"),
        Told(f"in {_third(when)} {month}", "third"),
        *found,
    ]


def _third(when: date) -> str:
    return next(name for first, last, name in _THIRDS if first <= when.day <= last)


def shifted(when: When, *, years: int = 0, months: int = 0, days: int = 0) -> When:
    """The date so many years, months, days later, kept within its month."""
    total = when.year * 12 + when.month - 1 + months + years * 12
    year, month = divmod(total, 12)
    if isinstance(when, YearMonth):
        return YearMonth(year, month + 1)
    day = when.day + days
    return date(year, month + 1, day if 1 <= day <= 28 else (day - 1) % 28 + 1)
