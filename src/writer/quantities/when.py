"""Dates and parts of years: 25 September 2024, the 11th, Q2 2025, mid-June, the end of 2024, 2026."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from writer.quantities.calendar_words import (
    AFTER_A_DAY,
    AFTER_A_YEAR,
    BEFORE_A_DAY,
    BEFORE_A_MONTH,
    BEFORE_A_YEAR,
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
from writer.quantities.found import Found
from writer.quantities.number_words import ORDINALS
from writer.quantities.quantity import DateRange, Kind
from writer.quantities.tokens import Sort, Tokens
from writer.quantities.unit_words import NOUN_FORMS, PERCENT_WORDS

_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_OF_A_YEAR = frozenset("model models release releases version versions".split())
_JOINTS = frozenset(("and", "to", "or", "&", "-", "–", "/", "through", "until"))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A day, month or year read at some token; ``end`` is the token after."""

    value: int
    end: int


def _dated(first: int, last: int, year: int | None, start: tuple[int, int], end: tuple[int, int]) -> Found:
    return Found(first, last, first, last, Kind.DATE, DateRange(year, start, end))


def date_from_number(tokens: Tokens, index: int) -> Found | None:
    """A date that starts with digits, or with the apostrophe of '25."""
    if tokens.words[index] == "'":
        return _short_year(tokens, index)
    word = tokens.words[index]
    if len(word) > 4 and word.count(".") != 2 or "," in word:
        return None
    return (
        _iso(tokens, index)
        or _day_first(tokens, index)
        or _slashed(tokens, index)
        or _month_and_year(tokens, index)
        or _counted_quarter(tokens, index)
        or _bare_year(tokens, index)
        or _bare_day(tokens, index)
    )


def date_from_word(tokens: Tokens, index: int) -> Found | None:
    """A date that starts with a word: a month, early, Q2, the second quarter, spring."""
    word = tokens.words[index].removesuffix("'s")
    reader = _READERS.get(word) or (_month_first if word in MONTHS else None)
    return reader(tokens, index) if reader else None


def _number(tokens: Tokens, at: int, low: int, high: int) -> int | None:
    word = tokens.words[at]
    if tokens.sorts[at] is not Sort.NUMBER or not word.isdigit() or len(word) > 4:
        return None
    value = int(word)
    return value if low <= value <= high else None


def _year(tokens: Tokens, at: int) -> _Piece | None:
    """2025, '25; a comma, "of" or a hyphen may lead to it."""
    if tokens.words[at] in (",", "of", "-", "/", ".", "in") and (tokens.words[at] not in ("-", "/") or tokens.glued(at)):
        at += 1
    value = _number(tokens, at, 1990, 2099)
    if value is not None and len(tokens.words[at]) == 4:
        return None if _measured(tokens, at + 1) else _Piece(value, at + 1)
    if tokens.words[at] == "'" and tokens.glued(at + 1) and len(tokens.words[at + 1]) == 2:
        short = _number(tokens, at + 1, 15, 49)
        return None if short is None else _Piece(2000 + short, at + 2)
    return None


def _measured(tokens: Tokens, at: int) -> bool:
    """Whether a unit stands at ``at``: then the digits before are no year and no day."""
    word = tokens.words[tokens.after_hyphen(at)]
    return (word in NOUN_FORMS and word not in _OF_A_YEAR) or word in PERCENT_WORDS or word in ("x", "×", "times", "k", "m", "b", "elo", "cents", "dollars", "million")


def _day(tokens: Tokens, at: int) -> _Piece | None:
    """11, 11th, eleventh, twenty-first."""
    value = _number(tokens, at, 1, 31)
    if value is not None and len(tokens.words[at]) < 3:
        ended = tokens.words[at + 1] in _ENDINGS and tokens.glued(at + 1)
        return _Piece(value, at + 2 if ended else at + 1)
    word, after = tokens.words[at], tokens.after_hyphen(at + 1)
    if word in ("twenty", "thirty") and after > at + 1 and 0 < ORDINALS.get(tokens.words[after], 0) < 10:
        return _Piece((20 if word == "twenty" else 30) + ORDINALS[tokens.words[after]], after + 1)
    return _Piece(ORDINALS[word], at + 1) if 0 < ORDINALS.get(word, 0) <= 30 else None


def _month(tokens: Tokens, at: int) -> _Piece | None:
    if tokens.words[at] in ("of", "-") and (tokens.words[at] == "of" or tokens.glued(at)):
        at += 1
    value = MONTHS.get(tokens.words[at].removesuffix("'s"))
    if value is None:
        return None
    dotted = tokens.words[at + 1] == "." and len(tokens.words[at]) < 5 and tokens.sorts[at + 2] in (Sort.NUMBER, Sort.SIGN)
    return _Piece(value, at + 2 if dotted else at + 1)


def _iso(tokens: Tokens, index: int) -> Found | None:
    year, joint = _number(tokens, index, 1990, 2099), tokens.words[index + 1]
    month = _number(tokens, index + 2, 1, 12)
    if year is None or month is None or joint not in ("-", "/") or len(tokens.words[index + 2]) != 2:
        return None
    if not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    if tokens.words[index + 3] == joint and tokens.glued(index + 3) and tokens.glued(index + 4):
        day = _number(tokens, index + 4, 1, 31)
        return None if day is None else _dated(index, index + 5, year, (month, day), (month, day))
    return _dated(index, index + 3, year, (month, 1), (month, 31))


def _slashed(tokens: Tokens, index: int) -> Found | None:
    """17/06/2025 and 6/17/2025 where only one reading is a date; 17.06.2025."""
    parts = tokens.words[index].split(".")
    end = index + 1
    if len(parts) == 1 and tokens.words[index + 1] in ("/", "-") and tokens.words[index + 3] == tokens.words[index + 1]:
        if not all(tokens.glued(at) for at in range(index + 1, index + 5)):
            return None
        parts, end = [tokens.words[at] for at in (index, index + 2, index + 4)], index + 5
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or len(parts[2]) != 4 or max(map(len, parts[:2])) > 2:
        return None
    one, other, year = (int(part) for part in parts)
    day, month = (one, other) if other <= 12 else (other, one)
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1990 <= year <= 2099) or (day <= 12 and day != month and end > index + 1):
        return None
    return _dated(index, end, year, (month, day), (month, day))


def _month_and_year(tokens: Tokens, index: int) -> Found | None:
    """06/2025."""
    month, year = _number(tokens, index, 1, 12), _number(tokens, index + 2, 1990, 2099)
    slashed = tokens.words[index + 1] == "/" and tokens.glued(index + 1) and tokens.glued(index + 2)
    return _dated(index, index + 3, year, (month, 1), (month, 31)) if slashed and month and year else None


def _short_year(tokens: Tokens, index: int) -> Found | None:
    """In '25."""
    year = _year(tokens, index) if tokens.words[index - 1] in BEFORE_A_YEAR and not tokens.glued(index) else None
    return _dated(index, year.end, year.value, (1, 1), (12, 31)) if year else None


def _day_first(tokens: Tokens, index: int) -> Found | None:
    """25 September 2024; 25th of September; and the 21 of "21 and 22 April 2026"."""
    day = _day(tokens, index)
    if day is None:
        return None
    month, last = _month(tokens, day.end), 0
    if month is None and tokens.words[day.end] in _JOINTS:
        other = _day(tokens, day.end + (2 if tokens.words[day.end + 1] == "the" else 1))
        month, last = (_month(tokens, other.end), day.end) if other is not None else (None, 0)
    if month is None:
        return None
    year = _year(tokens, month.end)
    end = last or (year.end if year else month.end)
    return _dated(index, end, year.value if year else None, (month.value, day.value), (month.value, day.value))


def _counted_quarter(tokens: Tokens, index: int) -> Found | None:
    """2Q25, 1H 2025, 2025 Q2."""
    number, letter = _number(tokens, index, 1, 4), tokens.words[index + 1]
    if number is not None and letter in ("q", "h") and tokens.glued(index + 1):
        short = _number(tokens, index + 2, 15, 49) if tokens.glued(index + 2) else None
        year = _year(tokens, index + 2)
        return _part_of_year(index, letter, number, 2000 + short if short else year and year.value, year.end if year else index + 3)
    whole = _number(tokens, index, 1990, 2099)
    if whole is not None and letter in ("q", "h") and tokens.glued(index + 2):
        which = _number(tokens, index + 2, 1, 4)
        return None if which is None else _part_of_year(index, letter, which, whole, index + 3)
    return None


def _part_of_year(index: int, letter: str, number: int, year: int | None, end: int) -> Found | None:
    span = (QUARTERS if letter == "q" else HALVES).get(number)
    return None if span is None or year is None else _dated(index, end, year, *span)


def _bare_year(tokens: Tokens, index: int) -> Found | None:
    if tokens.words[index - 1] == "'":
        return None
    year = _number(tokens, index, 1990, 2049)
    if year is None or len(tokens.words[index]) != 4 or _measured(tokens, index + 1) or tokens.glued(index + 1) and tokens.sorts[index + 1] is Sort.WORD:
        return None
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    placed = before in BEFORE_A_YEAR or tokens.sorts[index + 1] is not Sort.WORD or after in AFTER_A_YEAR or before == "("
    return _dated(index, index + 1, year, (1, 1), (12, 31)) if placed else None


def _bare_day(tokens: Tokens, index: int) -> Found | None:
    """On the 11th: a day whose month is told elsewhere (month 0)."""
    day = _day(tokens, index)
    if day is None or tokens.words[index - 1] != "the" or tokens.words[index - 2] not in BEFORE_A_DAY:
        return None
    if day.end == index + 1:
        return None
    if tokens.sorts[day.end] is Sort.WORD and tokens.words[day.end] not in AFTER_A_DAY:
        return None
    return _dated(index, day.end, None, (0, day.value), (0, day.value))


def _month_first(tokens: Tokens, index: int) -> Found | None:
    """September 25th, 2024; September 2024; the 14 of "April 14 and 17"; September alone where it is the month."""
    month = _month(tokens, index)
    if month is None:
        return None
    year = _year(tokens, month.end)
    if year is None and tokens.words[index] in ("may", "march", "august", "mar") and not tokens.raw(index)[0].isupper():
        return None
    if year is not None and not (tokens.words[month.end] in (",", ".", "in") and tokens.words[year.end - 1] == ""):
        return _dated(index, year.end, year.value, (month.value, 1), (month.value, 31))
    day = _day(tokens, month.end + (1 if tokens.words[month.end] == "the" else 0))
    if day is not None and tokens.sorts[day.end - 1] is not Sort.WORD or day is not None and tokens.words[day.end - 1] in _ENDINGS:
        if not _measured(tokens, day.end) and tokens.words[month.end] not in ("a", "one"):
            after = _year(tokens, day.end) or _year_of_second(tokens, day.end)
            end = after.end if after and _year(tokens, day.end) else day.end
            return _dated(index, end, after.value if after else None, (month.value, day.value), (month.value, day.value))
    return _month_alone(tokens, index, month)


def _year_of_second(tokens: Tokens, at: int) -> _Piece | None:
    """The year of "April 14 and 17, 2026" and of "April 14 to April 17, 2026"."""
    if tokens.words[at] not in _JOINTS:
        return None
    other = _month(tokens, at + 1)
    day = _day(tokens, other.end if other else at + 1)
    return _year(tokens, day.end) if day is not None else None


def _month_alone(tokens: Tokens, index: int, month: _Piece) -> Found | None:
    word, before = tokens.words[index].removesuffix("'s"), tokens.words[index - 1]
    led = before in BEFORE_A_MONTH or before == "-" and tokens.words[index - 2] in PARTS
    if word in DOUBTFUL and not (led and tokens.raw(index)[0].isupper()):
        return None
    if before in ("a", "the", "this") and word in ("may", "march"):
        return None
    year = _shared_year(tokens, month.end)
    return _dated(index, month.end, year, (month.value, 1), (month.value, 31))


def _shared_year(tokens: Tokens, at: int) -> int | None:
    """The year of "August and September 2025"."""
    other = _month(tokens, at + 1) if tokens.words[at] in _JOINTS else None
    year = _year(tokens, other.end) if other else None
    return year.value if year else None


def _lettered(tokens: Tokens, index: int) -> Found | None:
    """Q2 2025, H1'25, Q2 of 2025, Q2 alone."""
    letter = tokens.words[index]
    number = _number(tokens, index + 1, 1, 4) if tokens.glued(index + 1) else None
    span = (QUARTERS if letter == "q" else HALVES).get(number or 0)
    if span is None or not tokens.raw(index).isupper():
        return None
    year = _year(tokens, index + 2)
    return _dated(index, year.end if year else index + 2, year.value if year else None, *span)


def _part(tokens: Tokens, index: int) -> Found | None:
    """Early 2025, mid-June 2024, late in 2025, the end of 2024, early in March."""
    part = PARTS[tokens.words[index]]
    at = tokens.after_hyphen(index + 1)
    if tokens.words[at] == "-":
        at += 1
    while at < index + 5 and tokens.words[at] in ("in", "of", "the", "month", "to"):
        at += 1
    if tokens.words[index] in ("end", "close", "start", "beginning", "middle", "opening", "tail") and tokens.words[index + 1] != "of":
        return None
    if tokens.words[at] == "mid" and part == "early":
        return None
    month = _month(tokens, at)
    if month is not None:
        low, high = PARTS_OF_A_MONTH[part]
        year = _year(tokens, month.end)
        return _dated(index, year.end if year else month.end, year.value if year else None, (month.value, low), (month.value, high))
    year = _year(tokens, at)
    return _dated(index, year.end, year.value, *PARTS_OF_A_YEAR[part]) if year else None


def _nth(tokens: Tokens, index: int) -> Found | None:
    """The second quarter of 2025; the first half of 2025; the final quarter."""
    word, after = tokens.words[index], tokens.words[tokens.after_hyphen(index + 1)]
    if after not in ("quarter", "half"):
        return _bare_day(tokens, index) or _day_first(tokens, index)
    at = tokens.after_hyphen(index + 1) + 1
    number = NTH[word] if after == "quarter" else {"first": 1, "opening": 1, "1st": 1}.get(word, 2)
    year = _year(tokens, at)
    of_the_year = tokens.words[at : at + 2] == ["of", "the"] and tokens.words[at + 2] in ("year", "same")
    if year is None and not of_the_year and (after == "half" or tokens.words[index - 1] != "the"):
        return None
    span = (QUARTERS if after == "quarter" else HALVES)[number]
    end = year.end if year else (at + 3 if of_the_year else at)
    return _dated(index, end, year.value if year else None, *span)


def _season(tokens: Tokens, index: int) -> Found | None:
    year = _year(tokens, index + 1)
    return _dated(index, year.end, year.value, *SEASONS[tokens.words[index]]) if year else None


_READERS: dict[str, Callable[[Tokens, int], Found | None]] = {
    "q": _lettered,
    "h": _lettered,
    **dict.fromkeys(PARTS, _part),
    **dict.fromkeys(SEASONS, _season),
    **dict.fromkeys(ORDINALS, _day_first),
    **dict.fromkeys(NTH, _nth),
}
DATE_WORDS = frozenset(_READERS) | frozenset(MONTHS) | frozenset(name + "'s" for name in MONTHS)
