"""A slug resolves; anything else says what may have been meant."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import catalog, model
from writer.catalog.resolve import find_model, near_slugs
from writer.errors import UnknownModel

ONE = catalog(
    replace(model("gpt-5"), name="GPT-5"),
    replace(model("gpt-5-mini"), name="GPT-5 mini"),
    replace(model("claude-opus-4-8"), name="Claude Opus 4.8", aliases=("opus-4.8",)),
)


def test_a_slug_gives_its_model() -> None:
    assert find_model(ONE, "gpt-5").name == "GPT-5"


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("gpt5", "gpt-5"),
        ("GPT-5 mini", "gpt-5-mini"),
        ("Claude Opus 4.8", "claude-opus-4-8"),
        ("opus-4.8", "claude-opus-4-8"),
    ],
)
def test_a_name_alias_or_slip_is_refused_with_the_slug_that_was_meant(typed: str, near: str) -> None:
    with pytest.raises(UnknownModel) as raised:
        find_model(ONE, typed)
    assert raised.value.near[0] == near
    assert f"did you mean {near}" in str(raised.value)


def test_what_resembles_nothing_has_no_near_slug() -> None:
    with pytest.raises(UnknownModel, match="writer catalog list"):
        find_model(ONE, "zzzz")


def test_equally_near_slugs_come_in_order() -> None:
    assert near_slugs(catalog(model("a-2"), model("a-1"), model("a-3"), model("a-4")), "a-9") == ("a-1", "a-2", "a-3")


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    assert set(near_slugs(ONE, text)) <= set(ONE.models)
