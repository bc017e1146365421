"""Dates that start with figures: 25 September 2024, 2024-09-25, 17/06/2025, 2Q25, 2026, the 11th."""

from __future__ import annotations

from writer.quantities.grammar.date_pieces import (
    ENDINGS,
    JOINTS,
    dated,
    day_at,
    figure_at,
    measured_at,
    month_at,
    year_at,
)
from writer.quantities.grammar.found import Found
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.calendar import AFTER_A_DAY, AFTER_A_YEAR, BEFORE_A_DAY, BEFORE_A_YEAR, HALVES, QUARTERS


def date_from_number(tokens: Tokens, index: int) -> Found | None:
    """A date that starts with digits, or with the apostrophe of '25."""
    if tokens.words[index] == "'":
        return _short_year(tokens, index)
    word = tokens.words[index]
    if (len(word) > 4 and word.count(".") != 2) or "," in word:
        return None
    return (
        _iso(tokens, index)
        or day_first(tokens, index)
        or _nth_part(tokens, index)
        or _second_day(tokens, index)
        or _slashed(tokens, index)
        or _month_and_year(tokens, index)
        or _counted_quarter(tokens, index)
        or _year_and_quarter(tokens, index)
        or _bare_year(tokens, index)
        or bare_day(tokens, index)
    )


def _iso(tokens: Tokens, index: int) -> Found | None:
    year, joint = figure_at(tokens, index, 1990, 2099), tokens.words[index + 1]
    month = figure_at(tokens, index + 2, 1, 12)
    if year is None or month is None or joint not in ("-", "/") or len(tokens.words[index + 2]) != 2:
        return None
    if not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    if tokens.words[index + 3] == joint and tokens.glued(index + 3) and tokens.glued(index + 4):
        day = figure_at(tokens, index + 4, 1, 31)
        return None if day is None else dated(index, index + 5, year, (month, day), (month, day))
    return dated(index, index + 3, year, (month, 1), (month, 31))


def _slashed(tokens: Tokens, index: int) -> Found | None:
    """17/06/2025 and 6/17/2025 where only one reading is a date; 17.06.2025."""
    parts = tokens.words[index].split(".")
    end = index + 1
    if len(parts) == 1 and tokens.words[index + 1] in ("/", "-") and tokens.words[index + 3] == tokens.words[index + 1]:
        if not all(tokens.glued(at) for at in range(index + 1, index + 5)):
            return None
        parts, end = [tokens.words[at] for at in (index, index + 2, index + 4)], index + 5
    if (
        len(parts) != 3
        or not all(part.isdigit() for part in parts)
        or len(parts[2]) not in (2, 4)
        or (len(parts[2]) == 2 and end == index + 1)
        or max(map(len, parts[:2])) > 2
    ):
        return None
    one, other, year = (int(part) for part in parts)
    year += 2000 if year < 100 else 0
    day, month = (one, other) if other <= 12 else (other, one)
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1990 <= year <= 2099) or (
        day <= 12 and day != month and end > index + 1
    ):
        return None
    return dated(index, end, year, (month, day), (month, day))


def _month_and_year(tokens: Tokens, index: int) -> Found | None:
    """06/2025."""
    month, year = figure_at(tokens, index, 1, 12), figure_at(tokens, index + 2, 1990, 2099)
    slashed = tokens.words[index + 1] == "/" and tokens.glued(index + 1) and tokens.glued(index + 2)
    return dated(index, index + 3, year, (month, 1), (month, 31)) if slashed and month and year else None


def _short_year(tokens: Tokens, index: int) -> Found | None:
    """In '25."""
    year = year_at(tokens, index) if tokens.words[index - 1] in BEFORE_A_YEAR and not tokens.glued(index) else None
    return dated(index, year.end, year.value, (1, 1), (12, 31)) if year else None


def day_first(tokens: Tokens, index: int) -> Found | None:
    """25 September 2024; 25th of September; and the 21 of "21 and 22 April 2026"."""
    day = day_at(tokens, index)
    if day is None:
        return None
    month, last = month_at(tokens, day.end), 0
    if month is None and tokens.words[day.end] in JOINTS:
        other = day_at(tokens, day.end + (2 if tokens.words[day.end + 1] == "the" else 1))
        month, last = (month_at(tokens, other.end), day.end) if other is not None else (None, 0)
    if month is None:
        return None
    year = year_at(tokens, month.end)
    end = last or (year.end if year else month.end)
    return dated(index, end, year.value if year else None, (month.value, day.value), (month.value, day.value))


def counted_part(tokens: Tokens, index: int, at: int, number: int) -> Found | None:
    """The so many-th quarter or half of a year; ``at`` is where the word quarter or half stands. A quarter may stand
    without its year behind "the"."""
    of_a_half = tokens.words[at] == "half"
    span = HALVES.get(min(number, 2)) if of_a_half else QUARTERS.get(number)
    year = year_at(tokens, at + 1)
    of_the_year = tokens.words[at + 1 : at + 3] == ["of", "the"] and tokens.words[at + 3] in ("year", "same")
    if span is None or (year is None and not of_the_year and (of_a_half or tokens.words[index - 1] != "the")):
        return None
    end = year.end if year else (at + 4 if of_the_year else at + 1)
    return dated(index, end, year.value if year else None, *span)


def _nth_part(tokens: Tokens, index: int) -> Found | None:
    """The 1st quarter of 2025."""
    number = figure_at(tokens, index, 1, 4)
    ended = tokens.words[index + 1] in ENDINGS and tokens.words[index + 2] in ("quarter", "half")
    return counted_part(tokens, index, index + 2, number) if number is not None and ended else None


def _second_day(tokens: Tokens, index: int) -> Found | None:
    """The 17 of "April 14 and 17, 2026"."""
    joined = tokens.words[index - 1] in JOINTS and tokens.sorts[index - 2] is Sort.NUMBER and index > 2
    month = month_at(tokens, index - 3) if joined else None
    day = day_at(tokens, index)
    if month is None or day is None or month.end != index - 2 or measured_at(tokens, day.end):
        return None
    year = year_at(tokens, day.end)
    end = year.end if year else day.end
    return dated(index, end, year.value if year else None, (month.value, day.value), (month.value, day.value))


def _counted_quarter(tokens: Tokens, index: int) -> Found | None:
    """2Q25, 1H 2025."""
    number, letter = figure_at(tokens, index, 1, 4), tokens.words[index + 1]
    if number is None or letter not in ("q", "h") or not tokens.glued(index + 1):
        return None
    short = figure_at(tokens, index + 2, 15, 49) if tokens.glued(index + 2) else None
    if short is not None:
        return _part_of_year(index, letter, number, 2000 + short, index + 3)
    year = year_at(tokens, index + 2)
    return _part_of_year(index, letter, number, year.value, year.end) if year is not None else None


def _year_and_quarter(tokens: Tokens, index: int) -> Found | None:
    """2025 Q2."""
    year, letter = figure_at(tokens, index, 1990, 2099), tokens.words[index + 1]
    if year is None or letter not in ("q", "h") or not tokens.glued(index + 2):
        return None
    which = figure_at(tokens, index + 2, 1, 4)
    return None if which is None else _part_of_year(index, letter, which, year, index + 3)


def _part_of_year(index: int, letter: str, number: int, year: int, end: int) -> Found | None:
    span = (QUARTERS if letter == "q" else HALVES).get(number)
    return None if span is None else dated(index, end, year, *span)


def _bare_year(tokens: Tokens, index: int) -> Found | None:
    if tokens.words[index - 1] == "'":
        return None
    year = figure_at(tokens, index, 1990, 2049)
    if (
        year is None
        or len(tokens.words[index]) != 4
        or measured_at(tokens, index + 1)
        or (tokens.glued(index + 1) and tokens.sorts[index + 1] is Sort.WORD)
    ):
        return None
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    placed = (
        before in BEFORE_A_YEAR or tokens.sorts[index + 1] is not Sort.WORD or after in AFTER_A_YEAR or before == "("
    )
    return dated(index, index + 1, year, (1, 1), (12, 31)) if placed else None


def bare_day(tokens: Tokens, index: int) -> Found | None:
    """On the 11th: a day whose month is told elsewhere (month 0)."""
    day = day_at(tokens, index)
    if day is None or tokens.words[index - 1] != "the" or tokens.words[index - 2] not in BEFORE_A_DAY:
        return None
    if day.end == index + 1:
        return None
    if tokens.sorts[day.end] is Sort.WORD and tokens.words[day.end] not in AFTER_A_DAY:
        return None
    return dated(index, day.end, None, (0, day.value), (0, day.value))
