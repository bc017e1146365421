"""Counts in words: one and two where they count and where they do not, quantifiers, a pair, periods with an article."""

from __future__ import annotations

from fractions import Fraction

from writer.quantities.grammar import measures, money
from writer.quantities.grammar.found import Found, Skipped, of_numeral
from writer.quantities.grammar.numeral import Numeral
from writer.quantities.grammar.numerals import numeral
from writer.quantities.grammar.shares import share
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.idioms import (
    AFTER_PRONOUN_ONE,
    BEFORE_ONE,
    COUNTING_BEFORE_ONE,
    IDIOMS,
    PAIR_FRAMES,
    PAIR_NOUNS,
)
from writer.quantities.lexicon.numbers import CARDINALS, ORDINALS, SCALES, UNITS
from writer.quantities.lexicon.rows import row, words
from writer.quantities.lexicon.units import DURATIONS, FORTNIGHTS, NOUN_FORMS
from writer.quantities.quantity import Kind, PassedKind

_QUANTIFIERS = {"both": 2, "neither": 0, "either": 2, "each": 1, "every": 1, "none": 0}
_ONLY = words("sole single lone solitary")
_ADJECTIVES = words("very quite rather wholly completely utterly")


def idiom(tokens: Tokens, index: int) -> Skipped | None:
    """A phrase of the list that starts at ``index``."""
    first, second = tokens.words[index], tokens.words[index + 1]
    for phrase in (*IDIOMS.get((first, second), ()), *IDIOMS.get((first, ""), ())):
        if list(phrase) == tokens.words[index : index + len(phrase)]:
            return Skipped(index, index + len(phrase), PassedKind.IDIOM)
    return None


def quantifier(tokens: Tokens, index: int) -> Found | None:
    """Both, neither, either, each, every, none; all three; sole, single; only one, just one."""
    word = tokens.words[index]
    if word in _QUANTIFIERS:
        return _quantified(index, index + 1, _QUANTIFIERS[word], word)
    if word in _ONLY:
        return _single(tokens, index, word)
    if word == "all":
        return _all_of(tokens, index)
    return None


def _quantified(first: int, last: int, value: int, word: str) -> Found:
    found = of_numeral(
        first, last, Kind.NUMBER, Numeral(last, Fraction(value), Fraction(1), Fraction(1), in_words=True)
    )
    found.quantifier = word
    return found


def _single(tokens: Tokens, index: int, word: str) -> Found:
    at = tokens.after_hyphen(index + 1)
    if tokens.words[at] in DURATIONS:
        found = _quantified(index, at + 1, 1, "single")
        found.kind, found.duration_unit = Kind.DURATION, DURATIONS[tokens.words[at]]
        return found
    found = _quantified(index, index + 1, 1, "sole" if word == "sole" else "single")
    found.noun = measures.noun_after(tokens, index + 1)
    return found


def _all_of(tokens: Tokens, index: int) -> Found | None:
    """All three, all 3, all of the four, all these six: the number with its quantifier."""
    at = index + 1
    while at < index + 4 and tokens.words[at] in ("of", "the", "these", "those", "its", "their"):
        at += 1
    amount = numeral(tokens, at)
    if amount is None or tokens.words[at] == "a":
        return None
    found = measures.unit_after(tokens, at, amount)
    if found is not None and found.noun not in ("token", "parameter"):
        return None
    counted = of_numeral(index, amount.end, Kind.NUMBER, amount)
    counted.number_first, counted.quantifier, counted.noun = at, "all", measures.noun_after(tokens, amount.end)
    return counted


def one(tokens: Tokens, index: int) -> Found | Skipped | None:
    """Where "one" or "ones" is a pronoun, and where it counts; None where it begins a longer number."""
    word = tokens.words[index]
    if word in ("ones", "one's"):
        return Skipped(index, index + 1, PassedKind.IDIOM)
    if share(tokens, index) is not None:
        return None
    if _only_one(tokens, index):
        found = _quantified(index - 1, index + 1, 1, "only")
        found.number_first, found.noun = index, measures.noun_after(tokens, index + 1)
        return found
    if measures.noun_after(tokens, index + 1) in NOUN_FORMS.values() and tokens.sorts[index + 1] is Sort.WORD:
        return None
    amount = numeral(tokens, index)
    if amount is None or amount.value != 1 or measures.unit_after(tokens, index, amount) or money.coin(tokens, index):
        return None
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    pronoun = before in BEFORE_ONE or (
        before.endswith(("er", "est")) and before not in ("over", "under", "after", "whether", "per")
    )
    if before in ("former", "latter") and tokens.sorts[index + 1] is not Sort.WORD:
        return None  # "the former wins four, the latter one"
    if pronoun or after in AFTER_PRONOUN_ONE or not _counts(tokens, index, before):
        return Skipped(index, index + 1, PassedKind.IDIOM)
    return None


def _only_one(tokens: Tokens, index: int) -> bool:
    """Only one, just one provider: no more than that; "only one dollar" is money."""
    if tokens.words[index - 1] not in ("only", "just"):
        return False
    amount = numeral(tokens, index)
    return amount is not None and amount.value == 1 and not measures.unit_after(tokens, index, amount)


def _counts(tokens: Tokens, index: int, before: str) -> bool:
    """Four providers to one; against one; its rival's one; one more than its rival."""
    after = tokens.words[index + 1]
    if after in ("more", "fewer", "less", "of", "or", "extra", "additional", "each", "apiece"):
        return True
    if before == "to" and (tokens.sorts[index - 2] is Sort.NUMBER or tokens.words[index - 2] in CARDINALS):
        return True
    if before in COUNTING_BEFORE_ONE or before.endswith(("'s", "s'")) or before in ("s", "other", "its"):
        return tokens.sorts[index + 1] is not Sort.WORD or after in (
            row(
                "and or but while whereas where in on with for that it the each respectively apiece "
                "shared to by at from as"
            )
        )
    return False


def two(tokens: Tokens, index: int) -> Skipped | None:
    """These two, the two, the two Google models, two very different philosophies: the pair itself, no count."""
    noun = _pair_noun(tokens, index)
    if noun:
        return Skipped(index, index + 1, PassedKind.IDIOM)
    framed = tokens.words[index - 1] in PAIR_FRAMES
    after = tokens.words[index + 1]
    if not framed or after in NOUN_FORMS or measures.noun_after(tokens, index + 1) in NOUN_FORMS.values():
        return None
    if after in (
        "that",
        "-",
        "and",
        "or",
        "thirds",
        "fifths",
        "hundred",
        "thousand",
        "million",
        "which",
    ) or _begins_unit(tokens, index):
        return None
    return Skipped(index, index + 1, PassedKind.IDIOM)


def _begins_unit(tokens: Tokens, index: int) -> bool:
    amount = numeral(tokens, index)
    return amount is None or amount.end > index + 1 or measures.unit_after(tokens, index, amount) is not None


def _pair_noun(tokens: Tokens, index: int) -> bool:
    for at in range(index + 1, index + 6):
        word = tokens.words[at]
        if word in PAIR_NOUNS:
            return True
        if (tokens.sorts[at] not in (Sort.WORD, Sort.NAME) and word != "-") or word in NOUN_FORMS or word in UNITS:
            return False
        if word in (
            "and",
            "or",
            "of",
            "to",
            "the",
            "a",
            "its",
            "in",
            "on",
            "with",
            "is",
            "are",
            "for",
            "at",
            "by",
            "that",
            "more",
        ):
            return False
    return False


def couple(tokens: Tokens, index: int) -> Found | Skipped | None:
    """A couple of cents is about two; the pair, a pair of rivals is the pair; a dozen counts twelve (in numerals)."""
    word = tokens.words[index]
    if word not in ("couple", "pair", "pairs", "duo"):
        return None
    counted = tokens.words[index + 1] == "of" and measures.noun_after(tokens, index + 2) in NOUN_FORMS.values()
    if word in ("pairs", "duo") or not counted or tokens.words[index + 2] in PAIR_NOUNS:
        return Skipped(index, index + 1, PassedKind.IDIOM)
    two_of = Numeral(index + 2, Fraction(2), Fraction(1), Fraction(1), in_words=True)
    found = measures.unit_after(tokens, index, two_of) or of_numeral(index, index + 1, Kind.NUMBER, two_of)
    found.noun = found.noun or measures.noun_after(tokens, index + 2)
    return found


def period(tokens: Tokens, index: int) -> Found | Skipped | None:
    """A year, an hour, a fortnight, a year and a half: one of its kind; after what is counted ("chats a month") a base."""
    at = index + 1
    if tokens.words[at] in ("full", "whole", "mere", "good", "further", "solid", "bare", "scant", "clear", "calendar"):
        at += 1
    word = tokens.words[at]
    if (word not in DURATIONS and word not in FORTNIGHTS) or tokens.words[index] not in ("a", "an"):
        return None
    if word == "second" and tokens.words[at + 1] not in ("later", "earlier", "apart", "and", ",", "."):
        return None
    if tokens.words[index - 1] in NOUN_FORMS and tokens.words[index - 1] not in DURATIONS and at == index + 1:
        return Skipped(index, at + 1, PassedKind.BASE, per=DURATIONS.get(word, word))
    return measures.unit_after(tokens, index, Numeral(at, Fraction(1), Fraction(1), Fraction(1), in_words=True))


def scale(tokens: Tokens, index: int) -> Found | None:
    """A scale without its own number: a million-token window is read from "a"; this is "the newcomer's million"."""
    worth = SCALES.get(tokens.words[index], 0)
    if not worth or tokens.words[index] in ("grand", "mil", "bil"):
        return None
    amount = Numeral(index + 1, Fraction(worth), Fraction(worth), Fraction(worth), tokens.words[index], in_words=True)
    return measures.unit_after(tokens, index, amount) or of_numeral(index, index + 1, Kind.NUMBER, amount)


def ordinal(tokens: Tokens, index: int) -> Skipped | None:
    """First, second, third …: an order, no quantity. Their dates, parts and idioms are looked for before."""
    return Skipped(index, index + 1, PassedKind.ORDINAL) if tokens.words[index] in ORDINALS else None
