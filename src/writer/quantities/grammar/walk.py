"""Which recogniser is asked at which token, and in what order; what none of them takes stays unread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from writer.quantities.grammar import counts, multiples, skips
from writer.quantities.grammar.bases import marked, subject
from writer.quantities.grammar.figure_dates import date_from_number
from writer.quantities.grammar.found import Found, Skipped
from writer.quantities.grammar.measures import measured, measured_figures, with_base
from writer.quantities.grammar.modifiers import modify
from writer.quantities.grammar.multiples import AMOUNTS
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.grammar.word_dates import DATE_WORDS, date_from_word
from writer.quantities.lexicon.idioms import IDIOMS
from writer.quantities.lexicon.look_alikes import KEPT
from writer.quantities.lexicon.numbers import (
    CARDINALS,
    DENOMINATORS,
    GLYPHS,
    HALVES,
    MULTIPLES,
    ORDINALS,
    ROMAN,
    SCALES,
    VAGUE,
)
from writer.quantities.lexicon.rows import words
from writer.quantities.lexicon.units import AFTER_ARTICLE, CURRENCY_CODES, CURRENCY_SIGNS, DOLLAR_PREFIXES
from writer.quantities.quantity import PassedKind

_Recogniser = Callable[[Tokens, int], Found | Skipped | None]


def walk(tokens: Tokens) -> tuple[list[Found | Skipped], list[tuple[int, int]]]:
    """What is recognised, in order, and the numeric tokens that nothing recognises, as (first, last)."""
    parts: list[Found | Skipped] = []
    unread: list[tuple[int, int]] = []
    before: Found | None = None
    at = 0
    told, sorts = tokens.words, tokens.sorts
    while at < tokens.count:
        if (
            sorts[at] is not Sort.NUMBER
            and told[at] not in _BY_WORD
            and told[at].isascii()
            and told[at] not in _NUMERIC_WORDS
        ):
            at += 1
            continue
        if told[at] in _LEADING and told[at + 1] not in _LED[told[at]]:
            at += 1
            continue
        part = _recognised(tokens, at)
        if part is None:
            if _is_numeric(tokens, at):
                unread.append((at, at + 1))
            at += 1
            continue
        if isinstance(part, Found):
            before = modify(tokens, part, before)
        parts.append(part)
        at = part.last
    return parts, unread


def _recognised(tokens: Tokens, at: int) -> Found | Skipped | None:
    sort = tokens.sorts[at]
    if sort is Sort.NUMBER:
        return None if _goes_on_from_letters(tokens, at) else _first_of(_FIGURES, tokens, at)
    recognisers = _BY_WORD.get(tokens.words[at])
    return _first_of(recognisers, tokens, at) if recognisers else None


def _first_of(recognisers: Sequence[_Recogniser], tokens: Tokens, at: int) -> Found | Skipped | None:
    for recogniser in recognisers:
        part = recogniser(tokens, at)
        if part is not None:
            return part
    return None


def _goes_on_from_letters(tokens: Tokens, at: int) -> bool:
    """K2, GPT-5: digits that a name or a word runs into."""
    if at == 0 or not tokens.glued(at):
        return False
    if tokens.words[at - 1] in ("±", "^"):
        return True
    if tokens.sorts[at - 1] in (Sort.WORD, Sort.NAME):
        return tokens.words[at - 1] not in ("ca", "c", "approx")
    hyphened = tokens.words[at - 1] == "-" and at > 1 and tokens.glued(at - 1)
    return (
        hyphened
        and tokens.sorts[at - 2] in (Sort.WORD, Sort.NAME)
        and tokens.words[at - 2] not in ("to", "for", "sub", "mid", "of", "per")
    )


def _is_numeric(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if tokens.sorts[at] is Sort.NUMBER or (word in _NUMERIC_WORDS and word not in ROMAN):
        return True
    if word in ROMAN:
        return tokens.raw(at).isupper() and tokens.words[tokens.after_hyphen(at + 1)] in _AFTER_ROMAN
    return not word.isascii() and any(char in KEPT or char.isnumeric() for char in word)


def _base_alone(tokens: Tokens, at: int) -> Skipped | None:
    found = marked(tokens, at)
    return (
        Skipped(at, found.end, PassedKind.BASE, per=found.per, per_tokens=found.tokens) if found is not None else None
    )


def _base_as_subject(tokens: Tokens, at: int) -> Skipped | None:
    found = subject(tokens, at)
    if found is None:
        return None
    return Skipped(at, found.end, PassedKind.BASE, per=found.per, per_tokens=found.tokens, is_subject=True)


def _decimal_point(tokens: Tokens, at: int) -> Found | None:
    """.5 where no digit or letter runs into it."""
    glued = at > 0 and tokens.glued(at) and tokens.sorts[at - 1] in (Sort.NUMBER, Sort.WORD, Sort.NAME)
    return None if glued or not tokens.glued(at + 1) else measured(tokens, at)


def _factor(tokens: Tokens, at: int) -> Found | None:
    return multiples.factor(tokens, at)


def _part_and_more(tokens: Tokens, at: int) -> Found | None:
    """1/2 as much again."""
    return multiples.again(tokens, at) if tokens.words[at + 1] == "/" else None


def _ratio(tokens: Tokens, at: int) -> Found | None:
    found = multiples.multiple(tokens, at)
    return found and with_base(tokens, found)


_FIGURES: tuple[_Recogniser, ...] = (
    counts.idiom,
    skips.marker,
    skips.weights,
    date_from_number,
    _base_as_subject,
    _part_and_more,
    measured_figures,
)


def _by_word() -> dict[str, tuple[_Recogniser, ...]]:
    table: dict[str, list[_Recogniser]] = {}

    def add(words: Sequence[str] | frozenset[str] | dict[str, object], *recognisers: _Recogniser) -> None:
        for word in sorted(words):
            table.setdefault(word, []).extend(each for each in recognisers if each not in table.get(word, ()))

    add([first for first, _ in IDIOMS], counts.idiom)
    add(DATE_WORDS, date_from_word)
    add(
        ["both", "neither", "either", "each", "every", "none", "sole", "single", "lone", "solitary", "all"],
        counts.quantifier,
    )
    add(["for", "per", "/"], _base_alone)
    add(["a", "one", "each", "every"], _base_as_subject)
    add(["#"], skips.marker)
    add(["seventy", "fifty", "sixty", "eighty", "thirty", "forty", "ninety", "twenty"], skips.weights)
    add(["as"], multiples.again)
    add(["a", "an", "one", "full", "whole"], multiples.magnitude)
    add(["a", "an", "half", "quarter", *CARDINALS, *GLYPHS], multiples.again)
    add(["one", "ones", "one's"], counts.one)
    add(["two"], counts.two)
    add(["a", "an", "half", "quarter", "hundred", *CARDINALS, *GLYPHS], measured)
    add(["a", "an"], counts.period)
    add([*CURRENCY_SIGNS, *DOLLAR_PREFIXES, *CURRENCY_CODES], measured)
    add(["point"], measured)
    add(["'"], date_from_number)
    add(["."], _decimal_point)
    add([*MULTIPLES, *HALVES, "×", "x"], _ratio)
    add(_FOLDS, _ratio)
    add(["factor", "multiple", "ratio"], _factor)
    add(["couple", "pair", "pairs", "duo"], counts.couple)
    add(list(ORDINALS), counts.ordinal)
    add(list(SCALES), counts.scale)
    return {word: tuple(recognisers) for word, recognisers in table.items()}


_FOLDS = frozenset(stem + "fold" for stem in [*CARDINALS, "hundred", "thousand", "million"])
_NUMERIC_WORDS = (
    frozenset(SCALES) - {"grand", "mil", "bil"}
    | CARDINALS
    | frozenset(DENOMINATORS)
    | frozenset(word + "s" for word in DENOMINATORS)
    | frozenset(MULTIPLES)
    | HALVES
    | VAGUE
    | ROMAN
    | {"hundred", "dozen", "halves"}
)
_AFTER_ROMAN = words("times x × % percent points tokens days months years dollars cents providers capabilities fold")
_BY_WORD = _by_word()
# Frequent words that begin something only before certain others.
_LEADING = frozenset(("a", "an", "for", "as", "in", "on", "at"))
_LED = {
    lead: frozenset(second for first, second in IDIOMS if first == lead) | followers
    for lead, followers in {
        **dict.fromkeys(("a", "an"), AFTER_ARTICLE),
        "for": frozenset(("every", "each")),
        "as": AMOUNTS,
        **dict.fromkeys(("in", "on", "at"), frozenset[str]()),
    }.items()
}
