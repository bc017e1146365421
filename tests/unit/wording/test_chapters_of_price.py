"""What the chapters on price and sellers say of each shape of pair."""

from __future__ import annotations

import pytest

from tests.unit.wording.chapters import UNDOCUMENTED, first, texts
from tests.unit.wording.documents import compared, fact, priced, scored, won


def test_a_wide_gap_of_price_opens_with_its_ratio() -> None:
    for text in texts(priced((1, 2), (5, 12)), ("price", "gap", "a")):
        assert "5.5 times" in first(text)


def test_a_narrow_gap_of_price_opens_with_the_saving() -> None:
    for text in texts(priced((1, 2), (1.2, 2.5)), ("price", "gap", "a")):
        assert "18%" in first(text)
        assert "times" not in first(text)


def test_a_price_that_is_cheaper_on_most_lines_says_so() -> None:
    facts = {**priced((1, 2), (3, 9)), **compared("price.cached_input", 0.5, 0.3)}
    for text in texts(facts, ("price", "reversal", "a")):
        assert "not every line agrees" in text or "not on every line" in text
        assert "$0.30" in text
        assert "reverses the order" in text or "goes the other way" in text


def test_a_trade_and_a_dominance_open_with_price_and_wins() -> None:
    facts = {**priced((1, 2), (3, 9)), **won(0, 2), **scored("sums", 60, 70, "b"), **scored("mazes", 12, 9, "b")}
    for text in texts(facts, ("price and benchmarks", "trade-off", "")):
        assert "both shared benchmarks" in first(text)
        assert text.count("both shared benchmarks") == 1
    facts |= {**won(2, 1), **scored("sums", 70, 60, "a")}
    for text in texts(facts, ("price and benchmarks", "dominance", "a")):
        assert "two of the three shared benchmarks" in first(text)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"a.providers.count": 4, "b.providers.count": 2, "pair.providers.shared": ["cloudy"]}, "our providers"),
        (
            {"a.providers.count": 1, "b.providers.count": 1, "pair.providers.shared": ["cloudy"]},
            "with Cloudy in common",
        ),
        ({"a.providers.count": 2, "b.providers.count": 2, "pair.providers.shared.count": 0}, "none is common to both"),
        (
            {"a.providers.count": 9, "b.providers.count": 9, "pair.providers.shared.count": 6},
            "six of them common to both",
        ),
    ],
)
def test_sellers_are_counted_and_what_they_share_is_named(facts: dict[str, object], words: str) -> None:
    assert all(words in text for text in texts(facts))


def test_a_model_that_nobody_sells_is_said_so() -> None:
    for text in texts({"a.providers.count": 4}, undocumented=UNDOCUMENTED):
        assert "no provider is listed for Osprey" in text


def test_what_depends_on_the_seller_and_on_the_request_is_told() -> None:
    facts = {
        **priced((1, 2), (3, 9)),
        "a.price.input.lowest": "1",
        "a.price.input.highest": "4",
        "a.price.input.spread.ratio": "4",
        "b.price.tier.200000.input": fact("6"),
    }
    for text in texts(facts):
        assert "$1 to $4" in text
        assert "Above 200,000 input tokens in a request, Osprey charges $6" in text


def test_cached_rates_are_told_straight_equal_and_alone() -> None:
    assert all(
        "$0.50" in text for text in texts({**priced((1, 2), (3, 9)), **compared("price.cached_input", 0.1, 0.5)})
    )
    for text in texts({**priced((1, 2), (3, 9)), **compared("price.cached_input", 0.5, 0.5)}):
        assert "Cached input costs $0.50 per 1M tokens on both" in text
    for text in texts({**priced((1, 2), (3, 9)), "a.price.cached_input": "0.1"}, undocumented=UNDOCUMENTED):
        assert "no cached rate is documented for Osprey" in text


def test_prices_on_one_seller_and_equal_rates_are_told_once() -> None:
    one_seller = {**priced((1, 2), (3, 9)), "b.price.provider": "cloudy"}
    assert all(text.count("Cloudy") == 1 and "Rainy" not in text for text in texts(one_seller))
    alike = {**priced((1, 2), (1, 2)), "b.price.provider": "cloudy"}
    assert all(text.count("$1 per 1M") == 1 for text in texts(alike))
    flat = priced((1, 1), (20, 20))
    assert all("20 times" in text and "70/30 blend is" not in text for text in texts(flat))
    half = priced((1, 1), (1, 3))
    assert all("input price is the same" in text for text in texts(half))
