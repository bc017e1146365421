"""Numbers without their units: digits with separators and suffixes, number words, and the halves after them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from writer.quantities.number_words import (
    DENOMINATORS,
    DIGITS,
    GLYPHS,
    PLURAL_DENOMINATORS,
    POWERS,
    SCALES,
    SUFFIXES,
    TENS,
    TOKEN_SUFFIXES,
    UNITS,
)
from writer.quantities.tokens import Sort, Tokens

_PLAIN = re.compile(r"([0-9]+)(?:\.([0-9]+))?")
_GROUPED = re.compile(r"[0-9]{1,3}([,_'])[0-9]{3}(?:\1[0-9]{3})*(?:\.([0-9]+))?")
_LONGEST = 40
NOTHING = Fraction(0)


@dataclass(slots=True)
class Numeral:
    """A number from some token up to ``end`` (exclusive). ``share`` where words state a part: a third, half."""

    end: int
    value: Fraction
    step: Fraction
    coarse: Fraction
    suffix: str = ""
    in_words: bool = False
    share: bool = False


def numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The number that starts at ``index``, whole: 1.05M, 2½, two and a half, a hundred and sixty-one, half a million."""
    found = digits(tokens, index) or words(tokens, index) or point(tokens, index)
    return found and _with_scale(tokens, _with_tail(tokens, found))


def digits(tokens: Tokens, index: int) -> Numeral | None:
    """Digits, with grouping, decimals, suffix or power; None for what is no number (1.2.3, 1,2)."""
    if tokens.words[index] == "." and tokens.sorts[index + 1] is Sort.NUMBER and tokens.glued(index + 1):
        return _from_parts(tokens, index + 2, "0." + tokens.words[index + 1])
    if tokens.sorts[index] is not Sort.NUMBER:
        return None
    end, blob = _spaced_groups(tokens, index)
    return _power(tokens, end, blob) or _from_parts(tokens, end, blob)


def _spaced_groups(tokens: Tokens, index: int) -> tuple[int, str]:
    blob, end = tokens.words[index], index + 1
    if len(blob) > 3 or blob[0] == "0" or not blob.isdigit():
        return end, blob
    while _is_group(tokens, end) and end - index < 6:
        blob += tokens.words[end]
        end += 1
    return end, blob


def _is_group(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    apart = tokens.starts[index] - tokens.ends[index - 1]
    return tokens.sorts[index] is Sort.NUMBER and apart == 1 and len(word) == 3 and word.isdigit()


def _power(tokens: Tokens, end: int, blob: str) -> Numeral | None:
    """10⁶, 10^6, 1e6, 1.05e6."""
    if tokens.words[end] == "e" and tokens.glued(end) and tokens.glued(end + 1) and tokens.words[end + 1].isdigit():
        found, exponent, after = _from_parts(tokens, end + 2, blob), tokens.words[end + 1], end + 2
        return found and _scaled(found, 10 ** int(exponent[:2]), after, f"e{exponent}")
    if blob != "10":
        return None
    if tokens.words[end] == "^" and tokens.words[end + 1].isdigit() and tokens.glued(end + 1):
        return _whole(10 ** int(tokens.words[end + 1][:2]), end + 2)
    if tokens.words[end] in POWERS and tokens.glued(end):
        return _whole(10 ** POWERS[tokens.words[end]], end + 1)
    return None


def _whole(value: int, end: int) -> Numeral:
    return Numeral(end, Fraction(value), Fraction(value), Fraction(value))


def _from_parts(tokens: Tokens, end: int, blob: str) -> Numeral | None:
    if len(blob) > _LONGEST:
        return None
    if blob.isdigit():
        mantissa, places = int(blob), 0
    else:
        match = _PLAIN.fullmatch(blob) or _GROUPED.fullmatch(blob)
        if match is None:
            return None
        places = len(match[2] or "")
        mantissa = int(re.sub(r"\D", "", blob))
    found = _exact(mantissa, places, end)
    return _suffixed(tokens, found)


def _exact(mantissa: int, places: int, end: int) -> Numeral:
    return Numeral(end, *_valued(mantissa, places))


@lru_cache(maxsize=4096)
def _valued(mantissa: int, places: int) -> tuple[Fraction, Fraction, Fraction]:
    """The value, one unit of the last digit, one unit of the last digit that is not zero."""
    zeros = len(str(mantissa)) - len(str(mantissa).rstrip("0")) if mantissa else 0
    return Fraction(mantissa, 10**places), Fraction(1, 10**places), Fraction(10**zeros, 10**places)


def _suffixed(tokens: Tokens, found: Numeral) -> Numeral:
    at, word = found.end, tokens.words[found.end]
    if tokens.sorts[at] is not Sort.WORD or (tokens.glued(at + 1) and tokens.sorts[at + 1] is Sort.NUMBER):
        return found
    if tokens.glued(at):
        if word in TOKEN_SUFFIXES:  # the unit stands in the same word: it is read again as "tok"
            return _scaled(found, TOKEN_SUFFIXES[word], at, tokens.raw(at)[0])
        return _scaled(found, SUFFIXES[word], at + 1, tokens.raw(at)) if word in SUFFIXES else found
    if tokens.raw(at) in ("K", "M", "B", "T") and not tokens.glued(at + 1):
        return _scaled(found, SUFFIXES[word], at + 1, tokens.raw(at))
    return found


def _scaled(found: Numeral, scale: int, end: int, suffix: str) -> Numeral:
    return Numeral(
        end, found.value * scale, found.step * scale, found.coarse * scale, suffix or found.suffix, found.in_words, found.share
    )


def words(tokens: Tokens, index: int) -> Numeral | None:
    """Number words up to trillions, decimals told with "point", dozens; "a" before hundred and up."""
    total, at, scale = 0, index, 1
    limit = 10**15
    while (part := _below_thousand(tokens, at)) is not None:
        value, after = part
        word = tokens.words[tokens.after_hyphen(after)]
        scale = SCALES.get(word, 1)
        if scale >= limit:
            return None if at == index else _worded(total, limit, at)
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
    return _dozens(tokens, _decimals(tokens, _worded(total, scale, at)))


def _fits(tokens: Tokens, after: int, limit: int) -> bool:
    """What follows "two thousand and …" belongs to it only where its own scale is smaller."""
    word = tokens.words[tokens.after_hyphen(after)]
    return SCALES.get(word, 1) < limit and word != "hundred"


def _joint(tokens: Tokens, at: int) -> int:
    at = tokens.after_hyphen(at)
    return tokens.after_hyphen(at + 1) if tokens.words[at] == "and" and tokens.words[at + 1] not in ("a", "an") else at


def _worded(total: int, scale: int, end: int) -> Numeral:
    found = _exact(total, 0, end)
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
    exact = _exact(mantissa, places, at)
    exact.in_words = True
    return exact


def point(tokens: Tokens, index: int) -> Numeral | None:
    """Point five: a decimal without its zero."""
    if tokens.words[index] != "point" or tokens.words[index + 1] not in DIGITS or tokens.words[index - 1] in ("at", "to", "that"):
        return None
    found = _decimals(tokens, _worded(0, 1, index))
    return found if found.end > index + 1 else None


def _dozens(tokens: Tokens, found: Numeral) -> Numeral:
    if tokens.words[found.end] != "dozen":
        return found
    return Numeral(found.end + 1, found.value * 12, Fraction(1), Fraction(1), in_words=True)


def _with_tail(tokens: Tokens, found: Numeral) -> Numeral:
    """The half after a number: 2½, 2 1/2, two and a half, three and two thirds."""
    tail = _glyph_tail(tokens, found.end) or part_after_and(tokens, found.end)
    if tail is None or found.suffix:
        return found
    part, end = tail
    unit = found.step
    value = found.value + part * unit if unit > 1 else found.value + part
    step = part.limit_denominator().denominator
    measure = Fraction(unit if unit > 1 else 1, step)
    return Numeral(end, value, measure, measure, in_words=found.in_words)


def _glyph_tail(tokens: Tokens, at: int) -> tuple[Fraction, int] | None:
    if tokens.words[at] in GLYPHS:
        return GLYPHS[tokens.words[at]], at + 1
    top, bottom = tokens.words[at], tokens.words[at + 2]
    slashed = tokens.words[at + 1] == "/" and tokens.glued(at + 1) and tokens.glued(at + 2) and not tokens.glued(at)
    if slashed and len(top) == 1 and len(bottom) == 1 and top.isdigit() and bottom.isdigit() and top < bottom:
        return Fraction(int(top), int(bottom)), at + 3
    return None


def part_after_and(tokens: Tokens, at: int) -> tuple[Fraction, int] | None:
    """``and a half``, ``and three quarters``: the part and the token after it; hyphens may join the words."""
    at = tokens.after_hyphen(at)
    if tokens.words[at] != "and":
        return None
    first = tokens.after_hyphen(at + 1)
    word, after = tokens.words[first], tokens.after_hyphen(first + 1)
    if word in ("a", "an", "one") and tokens.words[after] in DENOMINATORS:
        return Fraction(1, DENOMINATORS[tokens.words[after]]), after + 1
    if word in UNITS and tokens.words[after] in PLURAL_DENOMINATORS:
        part = Fraction(UNITS[word], PLURAL_DENOMINATORS[tokens.words[after]])
        return (part, after + 1) if 0 < part < 1 else None
    return None


def _with_scale(tokens: Tokens, found: Numeral) -> Numeral:
    """A scale word after the number: 2.5 million, 2 and a half million, 5 hundred; each at most once."""
    word = tokens.words[found.end]
    if found.suffix or found.step > 1 and found.in_words:
        return found if not found.in_words else _named(tokens, found)
    at = tokens.after_hyphen(found.end)
    word = tokens.words[at]
    if word in SCALES:
        return _scaled(found, SCALES[word], at + 1, word)
    if word == "hundred" and not found.in_words:
        return _scaled(found, 100, at + 1, word)
    if word in ("k", "m", "b") and found.in_words and not tokens.glued(at + 1) and at == found.end:
        return found
    return found


def _named(tokens: Tokens, found: Numeral) -> Numeral:
    if not found.suffix and tokens.words[found.end - 1] in SCALES:
        found.suffix = tokens.words[found.end - 1]
    return found
