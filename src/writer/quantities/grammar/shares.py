"""Parts of a whole: half, a third, two thirds, three-quarters, 1/3, one in five, a twenty-fifth; and parts of a unit."""

from __future__ import annotations

from fractions import Fraction

from writer.quantities.grammar.numeral import NOTHING, Numeral
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.numbers import DENOMINATORS, GLYPHS, ORDINALS, PLURAL_DENOMINATORS, SCALES, TENS, UNITS
from writer.quantities.lexicon.rows import words

# After "a third" these tell a part from an ordinal ("a third benchmark" is no third of anything).
_AFTER_A_PART = words(
    "of off as again more less fewer extra cheaper dearer lower higher smaller larger bigger longer "
    "shorter greater newer older wider narrower roomier pricier costlier steeper better worse faster "
    "slower the its his their that what and or but nor yet so to on in at for with from by than when "
    "while where whereas which against versus vs over under above below up down compared saved saving "
    "discount premium markup cut reduction increase drop gap is are was were if because though although "
    "since per across between through via here there overall"
)
_COMPARATIVES = words(
    "cheaper dearer lower higher smaller larger bigger longer shorter greater newer older wider narrower "
    "steeper better worse faster slower fewer later earlier younger lighter leaner richer poorer stronger "
    "weaker deeper shallower fresher closer farther further broader taller thinner thicker softer harder "
    "smarter roomier pricier costlier heavier slimmer fatter sooner quicker stricter looser warmer safer "
    "simpler cleverer sharper tighter"
)
_COUNTED_AFTER = words("shared common benchmarks benchmark providers capabilities tests documented wins of-the")
_HALF_IS_NO_NUMBER = words("hearted hour hours way life year years baked term time measures open asleep")


def share(tokens: Tokens, index: int) -> Numeral | None:
    """The part of a whole that starts at ``index``; None where the words only order ("a third provider")."""
    return _in_figures(tokens, index) or _in_words(tokens, index) or _one_in_so_many(tokens, index)


def _in_figures(tokens: Tokens, index: int) -> Numeral | None:
    word = tokens.words[index]
    if word in GLYPHS:
        return _part(GLYPHS[word], index + 1)
    if tokens.words[index + 1] != "/" or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    bottom = tokens.words[index + 2]
    if not (word.isdigit() and bottom.isdigit() and len(word) < 3 and len(bottom) < 4 and 0 < int(word) < int(bottom)):
        return None
    if tokens.words[index + 3] == "/" and tokens.glued(index + 3):
        return None
    after = tokens.words[index + 3]
    if after in _COUNTED_AFTER:
        return None
    end = index + 4 if after in ("th", "rd", "nd", "ths", "rds") and tokens.glued(index + 3) else index + 3
    return _part(Fraction(int(word), int(bottom)), end)


def _part(value: Fraction, end: int) -> Numeral:
    return Numeral(end, value, NOTHING, NOTHING, in_words=True, share=True)


def _in_words(tokens: Tokens, index: int) -> Numeral | None:
    word = tokens.words[index]
    if word == "half":
        return _half(tokens, index)
    if word == "quarter" and tokens.words[index + 1] in ("of", "the", "as", *SCALES):
        return _part(Fraction(1, 4), index + 1)
    after = tokens.after_hyphen(index + 1)
    if word in ("a", "an", "one"):
        return _single(tokens, index, after)
    top = UNITS.get(word, 0)
    bottom, end = _denominator(tokens, after, PLURAL_DENOMINATORS)
    if top < 1 or not bottom or (top >= bottom and bottom < 10):
        return None
    return _part(Fraction(top, bottom), end)


def _half(tokens: Tokens, index: int) -> Numeral | None:
    after = tokens.after_hyphen(index + 1)
    if after > index + 1 and tokens.words[after] in _HALF_IS_NO_NUMBER:
        return None
    return _part(Fraction(1, 2), index + 1)


def _single(tokens: Tokens, index: int, after: int) -> Numeral | None:
    if tokens.words[after] in ("mere", "full", "good", "whole", "scant", "bare", "clean"):
        after += 1
    bottom, end = _denominator(tokens, after, DENOMINATORS)
    if not bottom or (tokens.words[index] == "one" and after > index + 2):
        return None
    if bottom in (2, 4) and tokens.words[after] in ("half", "quarter"):
        return _part(Fraction(1, bottom), end)
    return _part(Fraction(1, bottom), end) if _is_part(tokens, end) else None


def _denominator(tokens: Tokens, at: int, table: dict[str, int]) -> tuple[int, int]:
    """(0, 0) where there is none; "twenty-fifth" is 25."""
    word = tokens.words[at]
    if word in table:
        return table[word], at + 1
    after = tokens.after_hyphen(at + 1)
    if word in TENS and after > at + 1:
        last = tokens.words[after].removesuffix("s") if table is PLURAL_DENOMINATORS else tokens.words[after]
        if 0 < ORDINALS.get(last, 0) < 10:
            return TENS[word] + ORDINALS[last], after + 1
    return 0, 0


def _is_part(tokens: Tokens, end: int) -> bool:
    word = tokens.words[end]
    return (
        tokens.sorts[end] is not Sort.WORD
        or word in _AFTER_A_PART
        or word.endswith(("ly", "'s"))
        or is_comparative(word)
    )


def is_comparative(word: str) -> bool:
    """Whether a word ending in -er compares; nouns such as provider, seller and tier do not."""
    return word in _COMPARATIVES or (
        word.endswith("ier") and word not in ("tier", "supplier", "outlier", "carrier", "frontier")
    )


def _one_in_so_many(tokens: Tokens, index: int) -> Numeral | None:
    """One in five, 3 in 10."""
    if tokens.words[index + 1] != "in":
        return None
    top, bottom = _small(tokens.words[index]), _small(tokens.words[index + 2])
    followed = tokens.words[index + 3] in ("million", "thousand", "hundred", "%", "percent", "-", "k", "m")
    return _part(Fraction(top, bottom), index + 3) if 0 < top < bottom and not followed else None


def _small(word: str) -> int:
    return UNITS.get(word, int(word) if word.isdigit() and len(word) < 4 else 0)


def of_unit(tokens: Tokens, found: Numeral) -> tuple[Numeral, bool]:
    """A part of a scale becomes a number: half a million, a quarter of a million, a third of a thousand. The flag says
    whether a unit ("a cent", "of a percent") may follow at ``end``."""
    at = found.end
    if tokens.words[at] == "of":
        at += 1
    at_article = at
    if tokens.words[at] in ("a", "an", "one"):
        at += 1
    word = tokens.words[tokens.after_hyphen(at)]
    if (word in SCALES or word in ("hundred", "dozen")) and (at > at_article or at == found.end):
        at = tokens.after_hyphen(at)
        scale = SCALES.get(word, 100 if word == "hundred" else 12)
        measure = Fraction(scale, found.value.denominator)
        suffix = word if word in SCALES else ""
        return Numeral(at + 1, found.value * scale, measure, measure, suffix, in_words=True), False
    return found, at > at_article
