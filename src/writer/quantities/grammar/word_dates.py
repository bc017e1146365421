"""Dates that start with a word: September 2024, early March, Q2 2025, the second quarter, spring 2025."""

from __future__ import annotations

from collections.abc import Callable

from writer.quantities.grammar.date_pieces import (
    ENDINGS,
    JOINTS,
    Piece,
    dated,
    day_at,
    figure_at,
    measured_at,
    month_at,
    year_at,
)
from writer.quantities.grammar.figure_dates import bare_day, counted_part, day_first
from writer.quantities.grammar.found import Found
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.calendar import (
    BEFORE_A_MONTH,
    DOUBTFUL,
    HALVES,
    MONTHS,
    NTH,
    PARTS,
    PARTS_OF_A_MONTH,
    PARTS_OF_A_YEAR,
    QUARTERS,
    SEASONS,
)
from writer.quantities.lexicon.numbers import ORDINALS


def date_from_word(tokens: Tokens, index: int) -> Found | None:
    """A date that starts with a word: a month, early, Q2, the second quarter, spring."""
    word = tokens.words[index].removesuffix("'s")
    reader = _READERS.get(word) or (_month_first if word in MONTHS else None)
    return reader(tokens, index) if reader else None


def _month_first(tokens: Tokens, index: int) -> Found | None:
    """September 25th, 2024; September 2024; the 14 of "April 14 and 17"; September alone where it is the month."""
    month = month_at(tokens, index)
    if month is None:
        return None
    year = year_at(tokens, month.end)
    if year is None and tokens.words[index] in ("may", "march", "august", "mar") and not tokens.raw(index)[0].isupper():
        return None
    if year is not None and not (tokens.words[month.end] in (",", ".", "in") and tokens.words[year.end - 1] == ""):
        return dated(index, year.end, year.value, (month.value, 1), (month.value, 31))
    day = day_at(tokens, month.end + (1 if tokens.words[month.end] == "the" else 0))
    if (
        (
            (day is not None and tokens.sorts[day.end - 1] is not Sort.WORD)
            or (
                day is not None
                and (
                    tokens.words[day.end - 1] in ENDINGS
                    or tokens.words[month.end] == "the"
                    or tokens.words[index - 1] == "on"
                )
            )
        )
        and not measured_at(tokens, day.end)
        and tokens.words[month.end] not in ("a", "one")
    ):
        after = year_at(tokens, day.end) or _year_of_second(tokens, day.end)
        end = after.end if after and year_at(tokens, day.end) else day.end
        return dated(index, end, after.value if after else None, (month.value, day.value), (month.value, day.value))
    return _month_alone(tokens, index, month)


def _year_of_second(tokens: Tokens, at: int) -> Piece | None:
    """The year of "April 14 and 17, 2026" and of "April 14 to April 17, 2026"."""
    if tokens.words[at] not in JOINTS:
        return None
    other = month_at(tokens, at + 1)
    day = day_at(tokens, other.end if other else at + 1)
    return year_at(tokens, day.end) if day is not None else None


def _month_alone(tokens: Tokens, index: int, month: Piece) -> Found | None:
    word, before = tokens.words[index].removesuffix("'s"), tokens.words[index - 1]
    led = before in BEFORE_A_MONTH or (before == "-" and tokens.words[index - 2] in PARTS)
    if word in DOUBTFUL and not (led and tokens.raw(index)[0].isupper()):
        return None
    if before in ("a", "the", "this") and word in ("may", "march"):
        return None
    year = _shared_year(tokens, month.end)
    return dated(index, month.end, year, (month.value, 1), (month.value, 31))


def _shared_year(tokens: Tokens, at: int) -> int | None:
    """The year of "August and September 2025"."""
    other = month_at(tokens, at + 1) if tokens.words[at] in JOINTS else None
    year = year_at(tokens, other.end) if other else None
    return year.value if year else None


def _lettered(tokens: Tokens, index: int) -> Found | None:
    """Q2 2025, H1'25, Q2 of 2025, Q2 alone."""
    letter = tokens.words[index]
    number = figure_at(tokens, index + 1, 1, 4) if tokens.glued(index + 1) else None
    span = (QUARTERS if letter == "q" else HALVES).get(number or 0)
    if span is None or not tokens.raw(index).isupper():
        return None
    year = year_at(tokens, index + 2)
    return dated(index, year.end if year else index + 2, year.value if year else None, *span)


def _part(tokens: Tokens, index: int) -> Found | None:
    """Early 2025, mid-June 2024, late in 2025, the end of 2024, early in March."""
    part = PARTS[tokens.words[index]]
    at = tokens.after_hyphen(index + 1)
    if tokens.words[at] == "-":
        at += 1
    while at < index + 5 and tokens.words[at] in ("in", "of", "the", "month", "to"):
        at += 1
    if (
        tokens.words[index] in ("end", "close", "start", "beginning", "middle", "opening", "tail")
        and tokens.words[index + 1] != "of"
    ):
        return None
    if tokens.words[at] == "mid" and part == "early":
        return None
    month = month_at(tokens, at)
    if month is not None:
        low, high = PARTS_OF_A_MONTH[part]
        year = year_at(tokens, month.end)
        return dated(
            index,
            year.end if year else month.end,
            year.value if year else None,
            (month.value, low),
            (month.value, high),
        )
    year = year_at(tokens, at)
    return dated(index, year.end, year.value, *PARTS_OF_A_YEAR[part]) if year else None


def _nth(tokens: Tokens, index: int) -> Found | None:
    """The second quarter of 2025; the first half of 2025; the final quarter."""
    at = tokens.after_hyphen(index + 1)
    if tokens.words[at] not in ("quarter", "half"):
        return bare_day(tokens, index) or day_first(tokens, index)
    return counted_part(tokens, index, at, NTH[tokens.words[index]])


def _season(tokens: Tokens, index: int) -> Found | None:
    year = year_at(tokens, index + 1)
    return dated(index, year.end, year.value, *SEASONS[tokens.words[index]]) if year else None


_READERS: dict[str, Callable[[Tokens, int], Found | None]] = {
    "q": _lettered,
    "h": _lettered,
    **dict.fromkeys(PARTS, _part),
    **dict.fromkeys(SEASONS, _season),
    **dict.fromkeys((*ORDINALS, "twenty", "thirty"), day_first),
    **dict.fromkeys(NTH, _nth),
}
DATE_WORDS = frozenset(_READERS) | frozenset(MONTHS) | frozenset(name + "'s" for name in MONTHS)
