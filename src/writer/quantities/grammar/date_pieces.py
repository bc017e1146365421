"""The pieces of dates: a day, a month, a year where they stand, and the date they make."""

from __future__ import annotations

from dataclasses import dataclass

from writer.quantities.grammar.found import Found
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.calendar import MONTHS
from writer.quantities.lexicon.numbers import ORDINALS
from writer.quantities.lexicon.rows import words
from writer.quantities.lexicon.units import NOUN_FORMS, PERCENT_WORDS
from writer.quantities.quantity import DateRange, Kind

ENDINGS = words("st nd rd th")
JOINTS = words("and to or & - – / through until")


_OF_A_YEAR = words("model models release releases version versions run runs win wins draw draws call calls")


@dataclass(frozen=True, slots=True)
class Piece:
    """A day, month or year read at some token; ``end`` is the token after."""

    value: int
    end: int


def dated(first: int, last: int, year: int | None, start: tuple[int, int], end: tuple[int, int]) -> Found:
    """A date over the tokens ``first`` to ``last``, from one (month, day) to another."""
    return Found(first, last, first, last, Kind.DATE, DateRange(year, start, end))


def figure_at(tokens: Tokens, at: int, low: int, high: int) -> int | None:
    """Plain digits within bounds, else None."""
    word = tokens.words[at]
    if tokens.sorts[at] is not Sort.NUMBER or not word.isdigit() or len(word) > 4:
        return None
    value = int(word)
    return value if low <= value <= high else None


def year_at(tokens: Tokens, at: int) -> Piece | None:
    """2025, '25; a comma, "of" or a hyphen may lead to it."""
    if tokens.words[at] in (",", "of", "-", "/", ".", "in") and (
        tokens.words[at] not in ("-", "/") or tokens.glued(at)
    ):
        at += 1
    value = figure_at(tokens, at, 1990, 2099)
    if value is not None and len(tokens.words[at]) == 4:
        return None if measured_at(tokens, at + 1) else Piece(value, at + 1)
    if tokens.words[at] == "'" and tokens.glued(at + 1) and len(tokens.words[at + 1]) == 2:
        short = figure_at(tokens, at + 1, 15, 49)
        return None if short is None else Piece(2000 + short, at + 2)
    return None


def measured_at(tokens: Tokens, at: int) -> bool:
    """Whether a unit stands at ``at``: then the digits before are no year and no day."""
    word = tokens.words[tokens.after_hyphen(at)]
    return (
        (word in NOUN_FORMS and word not in _OF_A_YEAR)
        or word in PERCENT_WORDS
        or word in ("x", "×", "times", "k", "m", "b", "elo", "cents", "dollars", "million")
    )


def day_at(tokens: Tokens, at: int) -> Piece | None:
    """11, 11th, eleventh, twenty-first."""
    value = figure_at(tokens, at, 1, 31)
    if value is not None and len(tokens.words[at]) < 3:
        ended = tokens.words[at + 1] in ENDINGS and tokens.glued(at + 1)
        return Piece(value, at + 2 if ended else at + 1)
    word, after = tokens.words[at], tokens.after_hyphen(at + 1)
    if word in ("twenty", "thirty") and after > at + 1 and 0 < ORDINALS.get(tokens.words[after], 0) < 10:
        return Piece((20 if word == "twenty" else 30) + ORDINALS[tokens.words[after]], after + 1)
    return Piece(ORDINALS[word], at + 1) if 0 < ORDINALS.get(word, 0) <= 30 else None


def month_at(tokens: Tokens, at: int) -> Piece | None:
    """April, of April, Apr., -Apr-."""
    if tokens.words[at] in ("of", "-") and (tokens.words[at] == "of" or tokens.glued(at)):
        at += 1
    value = MONTHS.get(tokens.words[at].removesuffix("'s"))
    if value is None:
        return None
    dotted = (
        tokens.words[at + 1] == "." and len(tokens.words[at]) < 5 and tokens.sorts[at + 2] in (Sort.NUMBER, Sort.SIGN)
    )
    return Piece(value, at + 2 if dotted else at + 1)
