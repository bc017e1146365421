"""Facts as JSON: exact where the decimal ends, twelve digits where it does not."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import catalog, model, offer, score
from writer.facts.compute import fact_sheet
from writer.facts.plain import dumps, dumps_value, plain, plain_number
from writer.quantities.dates import YearMonth


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        (Fraction("0.1"), "0.1"),
        (Fraction(20), "20"),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(2, 3), "0.666666666667"),
        (Fraction(32, 55), "0.581818181818"),
        (Fraction("271.74721189591078"), "271.74721189591078"),
        (Fraction(10**15, 3), "333333333333000"),
        (Fraction(1, 3 * 10**9), "0.000000000333333333333"),
        (Fraction(1, 2**20), "0.00000095367431640625"),
    ],
)
def test_numbers_are_exact_where_finite_and_never_have_an_exponent(exact: Fraction, text: str) -> None:
    assert dumps_value(plain_number(exact)) == text


@given(st.fractions())
def test_a_number_is_itself_or_within_half_of_its_twelfth_digit(exact: Fraction) -> None:
    shown = Fraction(plain_number(exact))
    assert abs(shown - exact) <= abs(exact) / 10**11
    assert json.loads(dumps_value(plain_number(exact)), parse_float=Decimal) == plain_number(exact)


def test_a_sheet_is_three_objects_of_plain_values_in_its_own_order() -> None:
    ours = model(
        "a",
        offers=[offer(input="0.1")],
        released=YearMonth(2025, 3),
        scores=[score("sums", "58.60")],
        open_weights=True,
    )
    sheet = fact_sheet(catalog(ours, model("b")), "a", "b")
    read = json.loads(dumps(sheet))
    assert list(read) == ["a", "b", "pair"]
    assert [f"{side}.{key}" for side in read for key in read[side]] == list(sheet.facts)
    assert read["a"]["released"] == "2025-03"
    assert read["a"]["open_weights"] is True
    assert read["a"]["score.sums"] == 58.6
    assert read["a"]["about.data.oldest"] == "2026-07-02"
    assert read["pair"]["scores.only_a"] == ["score.sums"]
    assert plain(sheet)["a"]["price.input"] == Decimal("0.1")
    assert "status" not in read["a"]
