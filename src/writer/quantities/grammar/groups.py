"""Quantities side by side: ranges, scores, lists; a unit that stands on one end alone is given to the other."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from writer.quantities.grammar.found import Found
from writer.quantities.grammar.tokens import Tokens
from writer.quantities.lexicon.numbers import SUFFIXES
from writer.quantities.lexicon.rows import words
from writer.quantities.lexicon.units import BETWEEN, NOUN_FORMS
from writer.quantities.quantity import GroupKind, Kind, Modifier

_JOINTS: dict[tuple[str, ...], GroupKind] = {
    ("to",): GroupKind.TO,
    ("-", "to", "-"): GroupKind.RATIO,
    ("-",): GroupKind.DASH,
    ("–",): GroupKind.DASH,
    ("—",): GroupKind.DASH,
    (":",): GroupKind.RATIO,
    ("-", "to"): GroupKind.TO,
    ("-", "or"): GroupKind.LIST,
    ("-", "for", "-"): GroupKind.OF,
    ("of",): GroupKind.OF,
    ("of", "the"): GroupKind.OF,
    ("of", "its"): GroupKind.OF,
    ("of", "their"): GroupKind.OF,
    ("of", "those"): GroupKind.OF,
    ("of", "these"): GroupKind.OF,
    ("out", "of"): GroupKind.OF,
    ("out", "of", "the"): GroupKind.OF,
    ("through",): GroupKind.RANGE,
    ("and",): GroupKind.LIST,
    ("or",): GroupKind.LIST,
    ("&",): GroupKind.LIST,
    (",",): GroupKind.LIST,
    (",", "and"): GroupKind.LIST,
    ("/",): GroupKind.LIST,
    ("vs",): GroupKind.LIST,
    ("vs", "."): GroupKind.LIST,
    ("versus",): GroupKind.LIST,
    ("against",): GroupKind.LIST,
}
_LONGEST, _NOUN = 3, 3
_SCALED = 1000  # below it "two or three million" shares its million; 1,000,000 and 260K do not
_EVERY = words("both neither either each every none")
_BOUND = frozenset((GroupKind.TO, GroupKind.DASH, GroupKind.RANGE))


def join(tokens: Tokens, parts: Sequence[Found]) -> None:
    """Numbers the groups, from 1 up, and shares units within them; a range or a score binds more tightly than a list."""
    pairs = [(one, other, _joint(tokens, one, other)) for one, other in pairwise(parts)]
    joined = [pair for pair in pairs if pair[2] is not GroupKind.NONE]
    tight = [pair for pair in joined if pair[2] is not GroupKind.LIST]
    groups = _numbered(tight, 0)
    _numbered([pair for pair in joined if pair[2] is GroupKind.LIST], groups)
    for one, other, kind in reversed(joined):
        _share_unit(one, other, kind, slashed=tokens.words[one.last] == "/")


def _numbered(pairs: Sequence[tuple[Found, Found, GroupKind]], groups: int) -> int:
    for one, other, kind in pairs:
        if other.group or (one.group and one.group_kind is not kind):
            continue
        if not one.group:
            groups += 1
            one.group, one.group_kind = groups, kind
        other.group, other.group_kind = one.group, kind
    return groups


def _joint(tokens: Tokens, one: Found, other: Found) -> GroupKind:
    if other.first - one.last > _LONGEST + _NOUN or other.first <= one.last:
        return GroupKind.NONE
    kind = _between(tokens.words[one.last : other.first], counted=bool(one.noun) and one.kind is Kind.NUMBER)
    if kind is GroupKind.TO and (one.modifier is Modifier.FROM or tokens.words[one.first - 1] == "from"):
        return GroupKind.RANGE
    if kind is GroupKind.LIST and tokens.words[one.first - 1] == "between" and tokens.words[one.last] == "and":
        return GroupKind.RANGE
    if kind is GroupKind.DASH and one.kind not in (Kind.NUMBER, Kind.DATE):
        return GroupKind.RANGE
    if kind is GroupKind.LIST and tokens.words[one.last] == "," and one.kind is not other.kind:
        return GroupKind.NONE
    if kind in (GroupKind.OF, GroupKind.RATIO) and not _are_numbers(one, other):
        return GroupKind.NONE
    if kind is GroupKind.RATIO and not (tokens.glued(one.last) and tokens.glued(other.first)):
        return GroupKind.NONE
    return GroupKind.NONE if one.quantifier in _EVERY or other.quantifier in _EVERY else kind


def _between(gap: Sequence[str], *, counted: bool) -> GroupKind:
    """How the words between two numbers join them; the first may have its noun there: "three providers to one"."""
    at = 0
    while (
        counted
        and at < len(gap)
        and at < _NOUN
        and (gap[at] in NOUN_FORMS or gap[at] in BETWEEN)
        and tuple(gap[at:]) not in _JOINTS
    ):
        at += 1
    return GroupKind.NONE if at and gap[at:][:1] == [","] else _JOINTS.get(tuple(gap[at:]), GroupKind.NONE)


def _are_numbers(one: Found, other: Found) -> bool:
    return one.kind is other.kind is Kind.NUMBER


def _share_unit(one: Found, other: Found, kind: GroupKind, *, slashed: bool) -> None:
    if kind is GroupKind.LIST and (one.quantifier or other.quantifier):
        return
    if _is_bare(one) and not _is_bare(other) and (kind in _BOUND or kind is GroupKind.LIST):
        _give(other, one)
    elif _is_bare(other) and not _is_bare(one) and kind in _BOUND:
        _give(one, other)
    elif (
        one.kind is Kind.MONEY
        and (kind in _BOUND or slashed)
        and other.kind in (Kind.MONEY, Kind.NUMBER)
        and other.per
        and not one.per
    ):
        one.per, one.per_tokens = other.per, other.per_tokens
        other.kind, other.currency = Kind.MONEY, other.currency or one.currency


def _is_bare(part: Found) -> bool:
    return part.kind is Kind.NUMBER and not (part.noun or part.per or part.quantifier or part.suffix)


def _give(giver: Found, taker: Found) -> None:
    """The unit of ``giver``, and what one of it is worth: the 12 of "12 to 30 cents" is 0.12."""
    if giver.kind in (Kind.DATE, Kind.FRACTION) or giver.quantifier or not isinstance(taker.value, Fraction):
        return
    if giver.kind is Kind.NUMBER and not (giver.noun in ("token", "parameter") or giver.suffix):
        return
    scale = SUFFIXES.get(giver.suffix.lower(), 1) if taker.value < _SCALED else 1
    worth = giver.worth * scale
    taker.value, taker.step, taker.coarse_step = taker.value * worth, taker.step * worth, taker.coarse_step * worth
    taker.kind, taker.noun, taker.per, taker.per_tokens = giver.kind, giver.noun, giver.per, giver.per_tokens
    taker.currency, taker.duration_unit = giver.currency, giver.duration_unit
    taker.suffix = giver.suffix if scale > 1 else taker.suffix
