"""Whole numbers as text writes them: figures or words, with the half and the scale after them."""

from __future__ import annotations

from fractions import Fraction

from writer.quantities.grammar.figures import digits
from writer.quantities.grammar.number_words import point, words
from writer.quantities.grammar.numeral import ONE, Numeral, scaled
from writer.quantities.grammar.tokens import Tokens
from writer.quantities.lexicon.numbers import DENOMINATORS, GLYPHS, PLURAL_DENOMINATORS, SCALES, UNITS


def numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The number that starts at ``index``, whole: 1.05M, 2½, two and a half, a hundred and sixty-one, half a million."""
    found = digits(tokens, index) or words(tokens, index) or point(tokens, index)
    return found and _with_scale(tokens, _with_tail(tokens, found))


def _with_tail(tokens: Tokens, found: Numeral) -> Numeral:
    """The half after a number: 2½, 2 1/2, two and a half, three and two thirds."""
    tail = _glyph_tail(tokens, found.end) or part_after_and(tokens, found.end)
    if tail is None or found.suffix:
        return found
    part, end = tail
    unit = found.step
    value = found.value + part * unit if unit > 1 else found.value + part
    step = part.limit_denominator().denominator
    measure = max(unit, ONE) / step
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
    if found.suffix or (found.step > 1 and found.in_words):
        return found if not found.in_words else _named(tokens, found)
    at = tokens.after_hyphen(found.end)
    word = tokens.words[at]
    if word in SCALES:
        return scaled(found, SCALES[word], at + 1, word)
    if word == "hundred" and not found.in_words:
        return scaled(found, 100, at + 1, word)
    if word in ("k", "m", "b") and found.in_words and not tokens.glued(at + 1) and at == found.end:
        return found
    return found


def _named(tokens: Tokens, found: Numeral) -> Numeral:
    if not found.suffix and tokens.words[found.end - 1] in SCALES:
        found.suffix = tokens.words[found.end - 1]
    return found
