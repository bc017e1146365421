"""A figure is spelled in the fewest digits that keep within the contract's tolerance."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer.sayings.numbers import dollars
from writer.wording import figures

POSITIVE = st.fractions(min_value=Fraction(1, 1000), max_value=10_000_000)


def spoken(text: str) -> Fraction:
    return Fraction(Decimal(text.removeprefix("$").removesuffix("%").removesuffix(" times").replace(",", "")))


@given(POSITIVE)
def test_money_is_within_two_and_a_half_percent(value: Fraction) -> None:
    assert abs(spoken(figures.money(value)) - value) <= value / 40


@given(st.integers(min_value=1, max_value=10**7))
def test_a_price_that_ends_is_told_as_the_page_shows_it(tenths_of_a_mil: int) -> None:
    value = Fraction(tenths_of_a_mil, 10_000)
    assert figures.money(value) == dollars(value)


@given(st.fractions(min_value=Fraction(11, 10), max_value=100_000))
def test_a_ratio_is_within_two_and_a_half_percent(value: Fraction) -> None:
    words = {"twice": 2, "one": 1, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
    text = figures.times(value).removesuffix(" times")
    assert abs((Fraction(words[text]) if text in words else spoken(text)) - value) <= value / 40


@given(st.fractions(min_value=Fraction(1, 10_000), max_value=Fraction(999_999, 10_000)))
def test_a_percentage_is_never_rounded_to_nothing_or_to_all(value: Fraction) -> None:
    text = figures.percent(value)
    assert text not in {"0%", "100%"}
    assert abs(spoken(text) - value) <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5", "$5"),
        ("0.1", "$0.10"),
        ("2.5", "$2.50"),
        ("1.345", "$1.345"),
        ("0.435", "$0.435"),
        ("0.003625", "$0.00362"),
        ("1200", "$1,200"),
    ],
)
def test_a_price_bears_cents_or_the_digits_that_count(value: str, text: str) -> None:
    assert figures.money(Fraction(value)) == text


@pytest.mark.parametrize(("value", "text"), [("1.9", "$1.90"), ("38", "$38"), ("168.4", "$168"), ("0.0128", "$0.0128")])
def test_a_bill_is_in_whole_dollars_from_a_hundred_on(value: str, text: str) -> None:
    assert figures.bill(Fraction(value)) == text


@pytest.mark.parametrize(
    ("months", "text"),
    [
        ("1", "one month"),
        ("12", "12 months"),
        ("18.7", "19 months"),
        ("2.8", "nearly three months"),
        ("16.5", "just over 16 months"),
        ("2.4", "2.4 months"),
    ],
)
def test_a_time_is_told_as_one_would_say_it(months: str, text: str) -> None:
    assert figures.span(Fraction(months)) == text


def test_small_counts_are_words_and_nouns_agree() -> None:
    assert figures.count(1, "provider") == "one provider"
    assert figures.count(4, "provider") == "four providers"
    assert figures.count(12, "provider") == "12 providers"


def test_dates_and_lists_read_as_english() -> None:
    assert figures.on("2026-04-21") == "on 21 April 2026"
    assert figures.on("2026-04") == "in April 2026"
    assert figures.listing(("a", "b", "c")) == "a, b and c"
    assert figures.either(("a", "b", "c")) == "a, b or c"
    assert figures.size(Fraction(1_230_000_000)) == "1.23B"
    assert figures.points_of(Fraction(1), "points") == "1 point"
