"""Data enter a message inside a delimiter that they cannot contain."""

from __future__ import annotations

import string
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writer.briefing.clean import clean
from writer.briefing.envelope import CLOSE, OPEN, seal, unseal
from writer.errors import InvalidAnswer

HOSTILE = st.lists(st.sampled_from([*string.printable, "\u200b", "\u202e", "\x00", "é", "×", OPEN, CLOSE, "```"])).map(
    "".join
)
SCALARS = st.one_of(
    HOSTILE, st.integers(), st.booleans(), st.none(), st.decimals(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(SCALARS, lambda inner: st.one_of(st.lists(inner), st.dictionaries(HOSTILE, inner)), max_leaves=6)


@given(st.dictionaries(HOSTILE, VALUES, max_size=4))
@settings(max_examples=60)
def test_whatever_is_sealed_has_one_pair_of_delimiters_and_no_fence_or_tag(document: dict[str, Any]) -> None:
    message = seal(document)
    assert message.count(OPEN) == message.count(CLOSE) == 1
    inside = message.removeprefix(OPEN).removesuffix(CLOSE)
    assert not set("<>`&") & set(inside)


@given(st.dictionaries(HOSTILE, VALUES, max_size=4))
@settings(max_examples=60)
def test_what_was_sealed_is_unsealed_again(document: dict[str, Any]) -> None:
    assert unseal("before\n" + seal(document) + "\nafter") == document


def test_figures_stay_exact() -> None:
    sealed = seal({"value": Decimal("0.003625"), "count": 1_048_576})
    assert '"value": 0.003625' in sealed
    assert unseal(sealed) == {"value": Decimal("0.003625"), "count": 1_048_576}


@pytest.mark.parametrize("message", ["none at all", f"{OPEN}{{}}{CLOSE} {OPEN}{{}}{CLOSE}", f"{OPEN}[1]{CLOSE}"])
def test_a_message_without_exactly_one_document_is_refused(message: str) -> None:
    with pytest.raises(InvalidAnswer):
        unseal(message)


@given(HOSTILE, st.integers(min_value=1, max_value=50))
def test_a_cleaned_text_is_one_short_visible_line(text: str, limit: int) -> None:
    cleaned = clean(text, limit)
    assert len(cleaned) <= limit
    assert not set(cleaned) & {"\n", "\t", "\r", "\x00", "\u200b", "\u202e"}
    assert clean(cleaned, limit) == cleaned


def test_cleaning_keeps_what_a_reader_sees() -> None:
    assert clean("Modèle 8×22B", 40) == "Modèle 8×22B"
    assert clean("a\n\n  b\u202ec\u200bd", 40) == "a bcd"
    assert clean("abcdef", 4) == "abc…"
