"""Reads every number of a text, typed: quantities, what states none, and what the grammar does not know (fail closed)."""

from __future__ import annotations

from collections.abc import Sequence

from writer.quantities.grammar import groups, skips
from writer.quantities.grammar.found import Found, Skipped
from writer.quantities.grammar.tokens import Tokens, tokenise
from writer.quantities.grammar.walk import walk
from writer.quantities.normalise import Normalised, normalise
from writer.quantities.quantity import Passed, Quantity, Reading, Unread

Masks = Sequence[tuple[int, int]]


def read(text: str | Normalised, masks: Masks = ()) -> tuple[Quantity, ...]:
    """The quantities of ``text`` by start. ``masks`` are spans of the original (names) to be passed over, by start."""
    return scan(text, masks).quantities


def scan(text: str | Normalised, masks: Masks = ()) -> Reading:
    """All that ``text`` holds of numbers. Offsets are those of the original text."""
    seen = text if isinstance(text, Normalised) else normalise(text)
    tokens = tokenise(seen.text, _within(seen, masks))
    parts, unread = walk(tokens)
    groups.join(tokens, [part for part in parts if isinstance(part, Found)])
    skips.carry_bases(tokens, parts)
    parts = skips.blends(tokens, parts)
    return Reading(
        tuple(_quantity(seen, tokens, part) for part in parts if isinstance(part, Found)),
        tuple(_passed(seen, tokens, part) for part in parts if isinstance(part, Skipped)),
        tuple(Unread(*_span(seen, tokens, first, last)) for first, last in unread),
    )


def _within(seen: Normalised, masks: Masks) -> Masks:
    return masks if isinstance(seen.sources, range) else [seen.normalised_span(*mask) for mask in masks]


def _span(seen: Normalised, tokens: Tokens, first: int, last: int) -> tuple[int, int, str]:
    start, end = seen.original_span(tokens.starts[first], tokens.ends[last - 1])
    return start, end, seen.original[start:end]


def _quantity(seen: Normalised, tokens: Tokens, part: Found) -> Quantity:
    start, end, text = _span(seen, tokens, part.first, part.last)
    number_start, number_end = seen.original_span(tokens.starts[part.number_first], tokens.ends[part.number_last - 1])
    return Quantity(
        start,
        end,
        number_start,
        number_end,
        text,
        part.kind,
        part.value,
        part.step,
        part.coarse_step,
        part.modifier,
        part.per,
        part.per_tokens,
        part.noun,
        part.suffix,
        part.duration_unit,
        part.sign,
        part.in_words,
        part.currency,
        part.quantifier,
        part.group,
        part.group_kind,
    )


def _passed(seen: Normalised, tokens: Tokens, part: Skipped) -> Passed:
    return Passed(*_span(seen, tokens, part.first, part.last), part.kind, part.weights, part.per, part.per_tokens)
