"""Ratios in words: twice, doubled, ×8, a factor of eight, half as much again, an order of magnitude."""

from __future__ import annotations

from fractions import Fraction

from writer.quantities.grammar.figures import digits
from writer.quantities.grammar.found import Found, of_numeral
from writer.quantities.grammar.measures import measured
from writer.quantities.grammar.numeral import NOTHING, Numeral
from writer.quantities.grammar.numerals import numeral
from writer.quantities.grammar.shares import share
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.numbers import HALVES, MULTIPLES
from writer.quantities.lexicon.rows import words
from writer.quantities.quantity import Kind

AMOUNTS = words(
    "much many large big long high wide expensive dear costly great fast old deep far roomy pricey heavy tall"
)
_FACTORS = frozenset(("factor", "multiple", "ratio"))
_SUFFIX = "fold"


def multiple(tokens: Tokens, index: int) -> Found | None:
    """A ratio in words that starts at ``index``."""
    word = tokens.words[index]
    if word in MULTIPLES:
        return _of(index, index + 1, Kind.MULTIPLE, Fraction(MULTIPLES[word]))
    if word in HALVES:
        return _of(index, index + 1, Kind.FRACTION, Fraction(1, 2))
    if word in ("×", "x"):
        return _times_first(tokens, index)
    if word.endswith(_SUFFIX):
        return _fold(index, word)
    return None


def _of(first: int, last: int, kind: Kind, value: Fraction) -> Found:
    return of_numeral(first, last, kind, Numeral(last, value, NOTHING, NOTHING, in_words=True))


def _times_first(tokens: Tokens, index: int) -> Found | None:
    """×8, x8: the sign first, glued to its number and to nothing before it."""
    if not tokens.glued(index + 1) or (
        index and tokens.glued(index) and tokens.sorts[index - 1] in (Sort.NUMBER, Sort.WORD)
    ):
        return None
    amount = digits(tokens, index + 1)
    if amount is None or (tokens.sorts[amount.end] is Sort.WORD and tokens.glued(amount.end)):
        return None
    return of_numeral(index, amount.end, Kind.MULTIPLE, amount)


def _fold(index: int, word: str) -> Found | None:
    stem = word.removesuffix(_SUFFIX).removesuffix("-")
    amount = numeral(_single(stem), 0) if stem else None
    if stem in ("hundred", "thousand", "million"):
        amount = Numeral(1, Fraction({"hundred": 100, "thousand": 1000, "million": 10**6}[stem]), NOTHING, NOTHING)
    return _of(index, index + 1, Kind.MULTIPLE, amount.value) if amount is not None else None


def _single(word: str) -> Tokens:
    pad = 8
    return Tokens(
        word,
        [Sort.WORD, *[Sort.EDGE] * pad],
        [word, *[""] * pad],
        [0, *range(99, 99 + pad)],
        [len(word), *range(99, 99 + pad)],
        1,
    )


def factor(tokens: Tokens, index: int) -> Found | None:
    """A factor of eight, a multiple of 3.4, a ratio of 62.5×: the number is a ratio, whatever stands after it."""
    if tokens.words[index] not in _FACTORS or tokens.words[index + 1] not in (
        "of",
        "is",
        "close",
        "about",
        "around",
        "over",
    ):
        return None
    at = index + 1
    while at < index + 4 and tokens.words[at] in (
        "of",
        "is",
        "close",
        "to",
        "about",
        "around",
        "over",
        "nearly",
        "almost",
        "roughly",
        "just",
    ):
        at += 1
    found = measured(tokens, at)
    if found is None or found.kind not in (Kind.NUMBER, Kind.MULTIPLE) or found.noun or found.suffix:
        return None
    if tokens.words[found.last] in (":", "to", "-", "–"):
        return None
    found.kind = Kind.MULTIPLE
    return found


def again(tokens: Tokens, index: int) -> Found | None:
    """Half as much again, half again as much, a third as many again, as much again: the whole and the part together."""
    part = share(tokens, index)
    at = part.end if part is not None else index
    value = part.value if part is not None else Fraction(1)
    words = tokens.words[at : at + 4]
    if words[0] == "as" and words[1] in AMOUNTS and words[2] == "again":
        return _of(index, at + 3, Kind.MULTIPLE, 1 + value)
    if part is not None and words[0] == "again":
        end = at + 3 if words[1] == "as" and words[2] in AMOUNTS else at + 1
        return _of(index, end, Kind.MULTIPLE, 1 + value)
    return None


def magnitude(tokens: Tokens, index: int) -> Found | None:
    """An order of magnitude, one order of magnitude, half an order of magnitude is left unread."""
    if tokens.words[index] not in ("a", "an", "one", "full", "whole"):
        return None
    at = index + 1
    while tokens.words[at] in ("full", "whole", "good", "entire"):
        at += 1
    if tokens.words[at : at + 3] != ["order", "of", "magnitude"]:
        return None
    return of_numeral(index, at + 3, Kind.MAGNITUDE, Numeral(at, Fraction(1), Fraction(1), Fraction(1), in_words=True))
