"""Numbers in words, up to trillions; dozens; decimals told with "point"."""

from __future__ import annotations

from fractions import Fraction

from writer.quantities.grammar.numeral import Numeral, exact
from writer.quantities.grammar.tokens import Tokens
from writer.quantities.lexicon.numbers import DIGITS, SCALES, TENS, UNITS

_LONGEST = 40


def words(tokens: Tokens, index: int) -> Numeral | None:
    """Number words up to trillions, decimals told with "point", dozens; "a" before hundred and up."""
    total, at, scale = 0, index, 1
    limit = 10**15
    while (part := _below_thousand(tokens, at)) is not None:
        value, after = part
        word = tokens.words[tokens.after_hyphen(after)]
        scale = SCALES.get(word, 1)
        if scale >= limit:
            return None if at == index else worded(total, limit, at)
        total, limit, at = total + value * scale, scale, tokens.after_hyphen(after) + 1 if scale > 1 else after
        if scale == 1:
            break
        joined = _joint(tokens, at)
        if joined == at and tokens.words[at] in ("a", "an"):
            break
        if (following := _below_thousand(tokens, joined)) is None or not _fits(tokens, following[1], scale):
            break
        at = joined
    if at == index:
        return None
    return _dozens(tokens, _decimals(tokens, worded(total, scale, at)))


def _fits(tokens: Tokens, after: int, limit: int) -> bool:
    """What follows "two thousand and …" belongs to it only where its own scale is smaller."""
    word = tokens.words[tokens.after_hyphen(after)]
    return SCALES.get(word, 1) < limit and word != "hundred"


def _joint(tokens: Tokens, at: int) -> int:
    at = tokens.after_hyphen(at)
    return tokens.after_hyphen(at + 1) if tokens.words[at] == "and" and tokens.words[at + 1] not in ("a", "an") else at


def worded(total: int, scale: int, end: int) -> Numeral:
    """A whole number in words whose last word was a scale (1 where it was none): thirty thousand is told to the thousand."""
    found = exact(total, 0, end)
    step = Fraction(scale) if total else Fraction(1)
    return Numeral(end, found.value, step, max(step, found.coarse), in_words=True)


def _below_thousand(tokens: Tokens, at: int) -> tuple[int, int] | None:
    word = tokens.words[at]
    if word in ("a", "an"):
        scale = tokens.words[at + 1]
        if scale == "hundred":
            return _after_hundred(tokens, 100, at + 2)
        return (1, at + 1) if scale in SCALES or scale == "dozen" else None
    if (below := _below_hundred(tokens, at)) is None:
        return None
    value, after = below
    hyphened = tokens.after_hyphen(after)
    if tokens.words[hyphened] == "hundred":
        return _after_hundred(tokens, value * 100, hyphened + 1)
    return below


def _below_hundred(tokens: Tokens, at: int) -> tuple[int, int] | None:
    word = tokens.words[at]
    if word in UNITS:
        return UNITS[word], at + 1
    if word not in TENS:
        return None
    after = tokens.after_hyphen(at + 1)
    unit = UNITS.get(tokens.words[after], 0)
    return (TENS[word] + unit, after + 1) if 0 < unit < 10 else (TENS[word], at + 1)


def _after_hundred(tokens: Tokens, hundreds: int, at: int) -> tuple[int, int]:
    joined = _joint(tokens, at)
    below = _below_hundred(tokens, joined)
    if below is None or tokens.words[tokens.after_hyphen(below[1])] == "hundred" or below[0] == 0:
        return hundreds, at
    return hundreds + below[0], below[1]


def _decimals(tokens: Tokens, found: Numeral) -> Numeral:
    at = found.end + 1
    if tokens.words[found.end] != "point" or tokens.words[at] not in DIGITS:
        return found
    mantissa, places = int(found.value), 0
    while tokens.words[at] in DIGITS and places < _LONGEST:
        mantissa, places, at = mantissa * 10 + DIGITS[tokens.words[at]], places + 1, at + 1
    told = exact(mantissa, places, at)
    told.in_words = True
    return told


def point(tokens: Tokens, index: int) -> Numeral | None:
    """Point five: a decimal without its zero."""
    if (
        tokens.words[index] != "point"
        or tokens.words[index + 1] not in DIGITS
        or tokens.words[index - 1] in ("at", "to", "that")
    ):
        return None
    found = _decimals(tokens, worded(0, 1, index))
    return found if found.end > index + 1 else None


def _dozens(tokens: Tokens, found: Numeral) -> Numeral:
    if tokens.words[found.end] != "dozen":
        return found
    return Numeral(found.end + 1, found.value * 12, Fraction(1), Fraction(1), in_words=True)
