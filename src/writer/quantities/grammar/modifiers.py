"""Hedges and bounds around a number: which words before and after it belong to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from writer.quantities.grammar.found import Found
from writer.quantities.grammar.measures import noun_after
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.modifiers import AFTER, BEFORE, COMPARATIVE_HEADS
from writer.quantities.lexicon.rows import words
from writer.quantities.quantity import Kind, Modifier

_Lengths = Mapping[str, Sequence[int]]


def _lengths(phrases: Mapping[tuple[str, ...], Modifier], at: int) -> _Lengths:
    """How long phrases are whose word next to the number (last of those before, first of those after) is this; longest first."""
    table: dict[str, set[int]] = {}
    for phrase in phrases:
        table.setdefault(phrase[at], set()).add(len(phrase))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in table.items()}


_BEFORE = _lengths(BEFORE, -1)
_AFTER = _lengths(AFTER, 0)
_ARTICLES = frozenset(("a", "an"))
# The number of a bound may stand behind these: "at most a 5% premium", "nearly a full 3x".
_SKIPPED = words("a an full whole mere solid total combined")
_HANDING = words("hand hands handing handed turn turning turned fork sign pass carry carries carried left take taken")
_UNSAFE_AFTER = words("flat even dead sharp max maximum minimum plus odd exactly precisely roughly approximately")


def modify(tokens: Tokens, found: Found, before: Found | None) -> Found:
    """Takes the words around ``found`` into it; ``before`` is the quantity that was read last."""
    if found.quantifier and found.quantifier not in ("all", "only"):
        return found
    floor = before.last if before is not None else 0
    _signed(tokens, found, floor)
    compared = before is not None and not before.quantifier and before.kind is not Kind.DATE
    if not _lead(tokens, found, found.first, floor, compared=compared):
        at = found.first - 1
        if at > floor and tokens.words[at] in _SKIPPED and tokens.words[found.first] not in _ARTICLES:
            _lead(tokens, found, at, floor, compared=compared)
    if found.modifier in (Modifier.NONE, Modifier.FROM, Modifier.UP_TO):
        _trail(tokens, found)
    return found


def _signed(tokens: Tokens, found: Found, floor: int) -> None:
    at = found.first - 1
    if at < floor or tokens.words[at] not in ("-", "+", "–") or not tokens.glued(found.first):
        return
    if at > 0 and tokens.glued(at) and tokens.words[at - 1] not in ("(", "[", ":", "~", "≈"):
        return
    found.sign = 1 if tokens.words[at] == "+" else -1
    found.first = at


def _lead(tokens: Tokens, found: Found, end: int, floor: int, *, compared: bool) -> bool:
    """Whether a phrase ends right before ``end``; it is taken in. ``compared`` where a measure ends at ``floor``: what
    follows it at once compares ("25 % less than GPT-5") and bounds nothing."""
    for length in _BEFORE.get(tokens.words[end - 1], ()):
        start = end - length
        phrase = tuple(tokens.words[start:end]) if start >= floor else ()
        modifier = BEFORE.get(phrase)
        if modifier is not None:
            if start == floor and compared and phrase[0] in COMPARATIVE_HEADS:
                return False
            if not _means_it(tokens, found, phrase, start, end):
                continue
            found.first, found.modifier = start, modifier
            return True
    return _dotted(tokens, found, end)


def _dotted(tokens: Tokens, found: Found, end: int) -> bool:
    """Approx. 5, ca. 5, c. 5."""
    if tokens.words[end - 1] == "." and tokens.words[end - 2] in ("approx", "ca", "c", "est", "max", "min"):
        word = tokens.words[end - 2]
        found.modifier = {"max": Modifier.AT_MOST, "min": Modifier.AT_LEAST}.get(word, Modifier.ABOUT)
        found.first = end - 2
        return True
    return False


def _means_it(tokens: Tokens, found: Found, phrase: tuple[str, ...], start: int, end: int) -> bool:
    """Words that bound numbers only in some company."""
    last = phrase[-1]
    if last in (">", "<", ">=", "<=") and tokens.words[start - 1] in ("-", "=", "–") and tokens.glued(start):
        return False  # an arrow
    if len(phrase) > 1:
        return not (
            phrase[0] == "as"
            and tokens.words[start - 1] in ("times", "x", "×", "half", "twice", "fold", "quarter", "third")
        )
    if last == "say":
        return tokens.words[start - 1] in (",", "(", "—", "-", "")
    if last in ("past", "beyond", "above", "below", "inside", "within", "near") and found.kind is Kind.DATE:
        return False
    if last in ("c", "ca", "min", "max"):
        return tokens.words[end] != "." and tokens.glued(start) is False
    if last == "over":
        return tokens.words[start - 1] not in _HANDING
    if last == "some":
        return tokens.sorts[end] is not Sort.NAME and found.kind is not Kind.FRACTION
    return not (last == "from" and found.kind is Kind.DURATION)


def _trail(tokens: Tokens, found: Found) -> None:
    for length in _AFTER.get(tokens.words[found.last], ()):
        end = found.last + length
        phrase = tuple(tokens.words[found.last : end])
        modifier = AFTER.get(phrase)
        if modifier is None:
            continue
        if phrase[0] == "+" and (not tokens.glued(found.last) or tokens.sorts[end] is Sort.NUMBER):
            continue
        if (
            ((phrase[-1] in _UNSAFE_AFTER and len(phrase) < 3) or phrase[0] == "at")
            and tokens.sorts[end] is Sort.WORD
            and not _ends_a_phrase(tokens, end)
        ):
            continue
        found.last, found.modifier = end, modifier
        if found.kind is Kind.NUMBER and not found.noun and not found.quantifier:
            found.noun = noun_after(tokens, end)
        return


def _ends_a_phrase(tokens: Tokens, end: int) -> bool:
    return tokens.words[end] in (
        "for",
        "on",
        "in",
        "to",
        "against",
        "per",
        "and",
        "or",
        "but",
        "at",
        "versus",
        "vs",
        "than",
        "apart",
        "tokens",
    )
