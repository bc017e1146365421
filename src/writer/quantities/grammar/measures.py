"""A number with its unit: what the words right after it make of it."""

from __future__ import annotations

from fractions import Fraction

from writer.quantities.grammar import money
from writer.quantities.grammar.bases import base
from writer.quantities.grammar.found import Found, of_numeral
from writer.quantities.grammar.numeral import Numeral
from writer.quantities.grammar.numerals import numeral, part_after_and
from writer.quantities.grammar.shares import of_unit, share
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.numbers import SCALES
from writer.quantities.lexicon.units import (
    BETWEEN,
    DURATIONS,
    FORTNIGHTS,
    NOUN_FORMS,
    PARAMETER_WORDS,
    PARTS,
    PERCENT_WORDS,
    POINT_WORDS,
    TOKEN_WORDS,
)
from writer.quantities.quantity import Kind, Modifier

_TIMES = frozenset(("x", "×", "times"))
_MAGNITUDE = (["order", "of", "magnitude"], ["orders", "of", "magnitude"])


def measured(tokens: Tokens, index: int) -> Found | None:
    """The quantity whose number starts at ``index``, with its unit, base and noun; None where no number starts here."""
    found = money.prefixed(tokens, index) or money.coin(tokens, index) or _with_unit(tokens, index)
    return with_base(tokens, found) if found is not None else None


def measured_figures(tokens: Tokens, index: int) -> Found | None:
    """The same where digits stand at ``index``: no sign and no article leads."""
    found = _with_unit(tokens, index)
    return with_base(tokens, found) if found is not None else None


def _with_unit(tokens: Tokens, index: int) -> Found | None:
    part = share(tokens, index)
    if part is not None:
        return _of_share(tokens, index, part)
    amount = numeral(tokens, index)
    if amount is None:
        return None
    loose = tokens.words[tokens.after_hyphen(amount.end)] in ("odd", "something", "ish")
    if loose:
        amount.end = tokens.after_hyphen(amount.end) + 1
    found = unit_after(tokens, index, amount) or _bare(tokens, index, amount)
    if found is not None and loose:
        found.modifier = Modifier.ABOUT
    return found


def _of_share(tokens: Tokens, index: int, part: Numeral) -> Found | None:
    whole, unit_may_follow = of_unit(tokens, part)
    if whole is not part:
        return unit_after(tokens, index, whole) or _bare(tokens, index, whole)
    found = of_numeral(index, part.end, Kind.FRACTION, part)
    if not unit_may_follow:
        plain = unit_after(tokens, index, part) if part.value.denominator in (2, 4) else None
        return plain or found
    at = part.end + (2 if tokens.words[part.end] == "of" else 1)
    sized = Numeral(at, part.value, part.value / part.value.numerator, part.value / part.value.numerator, in_words=True)
    return unit_after(tokens, index, sized) or found


def unit_after(tokens: Tokens, first: int, amount: Numeral) -> Found | None:
    """The amount in the unit that stands at its end, None where none does. A hyphen may join the two."""
    at = tokens.after_hyphen(amount.end)
    word = tokens.words[at]
    return (
        _percent_or_points(tokens, first, amount, at, word)
        or _multiple(tokens, first, amount, at, word)
        or money.suffixed(tokens, first, amount, at=amount.end)
        or _duration(tokens, first, amount, at, word)
        or _counted_unit(first, amount, at, word)
    )


def _percent_or_points(tokens: Tokens, first: int, amount: Numeral, at: int, word: str) -> Found | None:
    after, following = at + 1, tokens.words[at + 1]
    if word == "per" and following == "cent":
        word, after, following = "percent", at + 2, tokens.words[at + 2]
    if word in PERCENT_WORDS or word == "percentage":
        joined = tokens.after_hyphen(after)
        if tokens.words[joined] in ("point", "points", "pts"):
            return _points(first, joined + 1, amount, "percentage point")
        return None if word == "percentage" else of_numeral(first, after, Kind.PERCENT, amount)
    if word == "basis" and following in ("points", "point"):
        return _points(first, after + 1, amount, "basis point")
    if word in ("bps", "bp"):
        return _points(first, after, amount, "basis point")
    return _points(first, after, amount, POINT_WORDS[word]) if word in POINT_WORDS else None


def _points(first: int, last: int, amount: Numeral, noun: str) -> Found:
    found = of_numeral(first, last, Kind.POINTS, amount, scale=Fraction(1, 100) if noun == "basis point" else 1)
    found.noun = noun
    return found


def _multiple(tokens: Tokens, first: int, amount: Numeral, at: int, word: str) -> Found | None:
    if word in _TIMES:
        glued_figure = tokens.sorts[at + 1] is Sort.NUMBER and (tokens.glued(at + 1) or word == "×")
        return None if glued_figure else of_numeral(first, at + 1, Kind.MULTIPLE, amount)
    if word in ("fold", "folds") and tokens.glued(at):
        return of_numeral(first, at + 1, Kind.MULTIPLE, amount)
    if word == "fold" and at == amount.end:
        return of_numeral(first, at + 1, Kind.MULTIPLE, amount)
    if tokens.words[at : at + 3] in _MAGNITUDE:
        return of_numeral(first, at + 3, Kind.MAGNITUDE, amount)
    return None


def _duration(tokens: Tokens, first: int, amount: Numeral, at: int, word: str) -> Found | None:
    unit, scale = DURATIONS.get(word, ""), 1
    if word in FORTNIGHTS:
        unit, scale = "week", 2
    if not unit and word in ("d", "y", "w", "h") and tokens.glued(at):
        unit = {"d": "day", "y": "year", "w": "week", "h": "hour"}[word]
    if not unit or (unit in ("second", "minute") and _is_ordinal_second(tokens, at)):
        return None
    found = of_numeral(first, at + 1, Kind.DURATION, amount, scale=scale)
    found.duration_unit = unit
    return _longer(tokens, found)


def _is_ordinal_second(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] == "second" and tokens.words[at - 1] not in ("-", "a", "one", "1")


def _longer(tokens: Tokens, found: Found) -> Found:
    """A year and a half; two years and three months; 1 year, 2 months."""
    part = part_after_and(tokens, found.last)
    if part is not None and isinstance(found.value, Fraction) and tokens.words[part[1]] not in ("of", "as"):
        found.value += part[0]
        found.step = found.coarse_step = Fraction(1, part[0].denominator)
        found.last = found.number_last = part[1]
        return found
    if found.duration_unit not in PARTS:
        return found
    joined = found.last + 1 if tokens.words[found.last] in ("and", ",") else found.last
    smaller, times = PARTS[found.duration_unit]
    amount = numeral(tokens, joined)
    if amount is None or DURATIONS.get(tokens.words[amount.end]) != smaller or not isinstance(found.value, Fraction):
        return found
    found.value = found.value * times + amount.value
    found.step = found.coarse_step = amount.step
    found.duration_unit, found.last, found.number_last = smaller, amount.end + 1, amount.end
    return found


def _counted_unit(first: int, amount: Numeral, at: int, word: str) -> Found | None:
    if word in TOKEN_WORDS or word in PARAMETER_WORDS:
        found = of_numeral(first, at + 1, Kind.NUMBER, amount)
        found.noun = "token" if word in TOKEN_WORDS else "parameter"
        return found
    if word in ("ktok", "mtok", "ktoks", "mtoks", "ktokens", "mtokens") and amount.suffix:
        found = of_numeral(first, at + 1, Kind.NUMBER, amount)
        found.noun = "token"
        return found
    return None


def _bare(tokens: Tokens, first: int, amount: Numeral) -> Found | None:
    if _runs_into_letters(tokens, amount):
        return None
    found = of_numeral(first, amount.end, Kind.NUMBER, amount)
    found.noun = noun_after(tokens, amount.end)
    return found


def _runs_into_letters(tokens: Tokens, amount: Numeral) -> bool:
    """4o, 22B4: digits that go on as a name does."""
    if amount.in_words or not tokens.glued(amount.end):
        return False
    return tokens.sorts[amount.end] in (Sort.WORD, Sort.NUMBER) or tokens.words[amount.end] == "^"


def noun_after(tokens: Tokens, at: int) -> str:
    """The noun that a bare number counts, singular; "" where none is near."""
    at = tokens.after_hyphen(at)
    for ahead in range(at, at + 5):
        word = tokens.words[ahead]
        if tokens.sorts[ahead] is Sort.NAME and ahead == at:
            continue
        following = tokens.words[ahead + 1]
        if word in NOUN_FORMS and not (word in BETWEEN and following in NOUN_FORMS):
            return NOUN_FORMS[word]
        if word not in BETWEEN and word != "-":
            return _plural(word) if ahead == at or word in SCALES else ""
    return ""


def _plural(word: str) -> str:
    if (
        len(word) < 5
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
        or word in ("across", "versus", "times")
    ):
        return ""
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def with_base(tokens: Tokens, found: Found) -> Found:
    """Takes in the base that follows: $5 per million tokens, 140 tokens a second."""
    if found.kind not in (Kind.MONEY, Kind.NUMBER):
        return found
    follows = base(tokens, found.last)
    if follows is None or (found.kind is Kind.NUMBER and not _may_be_rated(tokens, found, follows.tokens)):
        return found
    found.per, found.per_tokens, found.last = follows.per, follows.tokens, follows.end
    return found


def _may_be_rated(tokens: Tokens, found: Found, per_tokens: int | None) -> bool:
    if found.noun == "token" and found.last > found.number_last:
        return per_tokens is None
    return per_tokens is not None and tokens.words[found.last] in ("per", "/", "for") and found.suffix == ""
