"""Numbers that state nothing by themselves: blend weights, list markers, the numbering of headings."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from writer.quantities.grammar.found import Found, Skipped
from writer.quantities.grammar.numerals import numeral
from writer.quantities.grammar.tokens import Sort, Tokens
from writer.quantities.lexicon.rows import words
from writer.quantities.quantity import Kind, PassedKind

_BLEND_WORDS = words("blend blended blends blending mix mixed mixture weight weighted weights weighting split")
_INPUT = words("input in prompt reading")
_OUTPUT = words("output out completion writing generation")
_NEAR = 7
_IN_OR_OUT = frozenset(("in", "out", "input", "output", "tokens", "for", "(", ")"))
_JOINTS = frozenset(("/", ",", "and", "&", "|", "·", "+", "-", "–"))
_ENDS = frozenset((".", ";", "!", "?", "\n", ":"))


def weights(tokens: Tokens, index: int) -> Skipped | None:
    """70/30, 70-30, 70:30, seventy-thirty; 7:3 and 0.7/0.3 beside the word blend."""
    if tokens.words[index + 1] not in ("/", "-", ":", "–"):
        return None
    one = numeral(tokens, index)
    if one is None or one.suffix or tokens.words[one.end] not in ("/", "-", ":", "–") or one.value <= 0:
        return None
    other = numeral(tokens, one.end + 1)
    if (
        other is None
        or other.suffix
        or (tokens.glued(other.end) and tokens.sorts[other.end] in (Sort.WORD, Sort.NUMBER))
    ):
        return None
    if tokens.words[other.end] in ("/", ":") and tokens.glued(other.end) and tokens.sorts[other.end + 1] is Sort.NUMBER:
        return None
    total = one.value + other.value
    whole = total == 100 and one.value.denominator == 1 and one.value % 5 == 0
    if whole or (total in (1, 10) and _beside_blend(tokens, index, other.end)):
        return Skipped(index, other.end, PassedKind.BLEND, (one.value, other.value))
    return None


def _beside_blend(tokens: Tokens, first: int, last: int) -> bool:
    around = [*tokens.words[max(0, first - _NEAR) : first], *tokens.words[last : last + _NEAR]]
    return any(word in _BLEND_WORDS for word in around)


def marker(tokens: Tokens, index: int) -> Skipped | None:
    """1. and 2) and (3) and #4 at the start of a line, also behind the marks of a heading."""
    at = index + 1 if tokens.words[index] == "#" else index
    if tokens.sorts[at] is not Sort.NUMBER or len(tokens.words[at]) > 2 or not tokens.words[at].isdigit():
        return None
    if at > index:
        return Skipped(index, at + 1, PassedKind.MARKER) if tokens.glued(at) and not tokens.glued(at + 1) else None
    if not _opens_line(tokens, index):
        return None
    closed = tokens.words[at + 1] in (".", ")", ":") and tokens.glued(at + 1) and not tokens.glued(at + 2)
    return Skipped(index, at + 2, PassedKind.MARKER) if closed and tokens.sorts[at + 2] is not Sort.BREAK else None


def _opens_line(tokens: Tokens, index: int) -> bool:
    at = index - 1
    while at >= max(0, index - 6) and tokens.words[at] in ("#", "(", "[", "-", "*", ">"):
        at -= 1
    return at < 0 or tokens.sorts[at] is Sort.BREAK


def blends(tokens: Tokens, parts: Sequence[Found | Skipped]) -> list[Found | Skipped]:
    """Two percentages that add up to 100 and name input and output are the weights of a blend."""
    kept: list[Found | Skipped] = []
    for part in parts:
        before = kept[-1] if kept else None
        if isinstance(part, Found) and isinstance(before, Found) and _are_weights(tokens, before, part):
            values = tuple(each.value for each in (before, part) if isinstance(each.value, Fraction))
            kept[-1] = Skipped(before.first, part.last, PassedKind.BLEND, values)
        else:
            kept.append(part)
    return kept


def carry_bases(tokens: Tokens, parts: Sequence[Found | Skipped]) -> None:
    """A base apart from its amounts is theirs: those after "1M input tokens cost" up to the sentence's end, and those of
    "$0.10 in / $0.40 out per 1M" before it."""
    _carry_on(tokens, parts)
    for index, part in enumerate(parts):
        if isinstance(part, Skipped) and part.kind is PassedKind.BASE and not part.is_subject:
            _carry_back(tokens, parts[:index], part)


def _carry_back(tokens: Tokens, before: Sequence[Found | Skipped], base: Skipped) -> None:
    until, allowed = base.first, _IN_OR_OUT
    for part in reversed(before):
        apart = tokens.words[part.last : until]
        if not isinstance(part, Found) or part.kind is not Kind.MONEY or part.per or not allowed.issuperset(apart):
            return
        if part is not before[-1] and _IN_OR_OUT.isdisjoint(apart):
            return
        part.per, part.per_tokens = base.per, base.per_tokens
        until, allowed = part.first, _IN_OR_OUT | _JOINTS


def _carry_on(tokens: Tokens, parts: Sequence[Found | Skipped]) -> None:
    base: Skipped | None = None
    for part in parts:
        if isinstance(part, Skipped):
            base = part if part.kind is PassedKind.BASE and part.is_subject else base
        elif base is not None and part.kind is Kind.MONEY and not part.per:
            if _ENDS.isdisjoint(tokens.words[base.last : part.first]):
                part.per, part.per_tokens = base.per, base.per_tokens
            else:
                base = None


def _are_weights(tokens: Tokens, one: Found, other: Found) -> bool:
    if one.kind is not Kind.PERCENT or other.kind not in (Kind.PERCENT, Kind.NUMBER) or other.first - one.last > _NEAR:
        return False
    if not isinstance(one.value, Fraction) or not isinstance(other.value, Fraction) or one.value + other.value != 100:
        return False
    after_one, after_other = tokens.words[one.last : one.last + 3], tokens.words[other.last : other.last + 3]
    return any(word in _INPUT for word in after_one) and any(word in _OUTPUT for word in after_other)
