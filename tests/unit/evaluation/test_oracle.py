from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from writer.evaluation.draft import Bound, Family
from writer.evaluation.oracle import Oracle, Oracles, states
from writer.facts.sheet import Fact, FactSheet, Side
from writer.quantities.unit import Unit


def oracle(*facts: Fact) -> Oracle:
    return Oracle.of(facts)


def price(dollars: str, side: Side = Side.A) -> Fact:
    return Fact(side, "price.input", "", Fraction(dollars), Unit.USD_PER_MTOK)


@pytest.mark.parametrize("stated", ["0.10", "0.102", "10", "0.0001", "0.0000001"])
def test_what_rounding_or_another_unit_licenses_could_be_stated(stated: str) -> None:
    assert oracle(price("0.1")).could_state(Fraction(stated), Family.MONEY, hedged=False, unit=Fraction(1, 10**9))


@pytest.mark.parametrize("stated", ["0.11", "0.2", "1"])
def test_what_is_out_of_reach_could_not(stated: str) -> None:
    assert not oracle(price("0.1")).could_state(Fraction(stated), Family.MONEY, hedged=False, unit=Fraction(1, 100))


def test_a_hedge_reaches_further() -> None:
    assert oracle(price("0.1")).could_state(Fraction("0.12"), Family.MONEY, hedged=True, unit=Fraction(1, 100))


def test_tokens_may_be_told_in_binary() -> None:
    window = Fact(Side.A, "context_window", "", 131_072, Unit.TOKENS)
    assert oracle(window).could_state(Fraction(128_000), Family.TOKENS, hedged=False)
    assert not oracle(window).could_state(Fraction(120_000), Family.TOKENS, hedged=False)


def test_a_ratio_may_be_told_as_a_share_or_a_percentage() -> None:
    ratio = Fact(Side.PAIR, "price.input", "ratio", Fraction(20), Unit.RATIO)
    assert oracle(ratio).could_state(Fraction(1, 20), Family.RATIO, hedged=False, unit=Fraction(1, 1000))
    assert oracle(ratio).could_state(Fraction(5), Family.PERCENT, hedged=False, unit=Fraction(1, 10))


def test_a_bare_number_may_be_a_score_or_a_count() -> None:
    score = Fact(Side.A, "score.scicode", "", Fraction("42.8"), Unit.POINTS)
    assert oracle(score).could_state(Fraction("42.8"), Family.BARE, hedged=False, unit=Fraction(1, 10))


def test_a_date_agrees_with_what_is_stated_of_it() -> None:
    released = Fact(Side.A, "released", "", date(2025, 6, 17), Unit.DATE)
    assert oracle(released).could_date(2025)
    assert oracle(released).could_date(2025, 6, 17)
    assert not oracle(released).could_date(2025, 7)


@pytest.mark.parametrize(
    ("stated", "fact", "bound", "holds"),
    [
        (100, 95, Bound.NEARLY, True), (100, 105, Bound.NEARLY, False), (100, 70, Bound.UNDER, False),
        (100, 105, Bound.OVER, True), (100, 95, Bound.OVER, False), (100, 100, Bound.EXACTLY, True),
        (100, 101, Bound.EXACTLY, False), (100, 108, Bound.ABOUT, False), (100, 94, Bound.ABOUT, True),
    ],
)  # fmt: skip
def test_a_bound_holds_on_its_side_and_close_by(stated: int, fact: int, bound: Bound, holds: bool) -> None:
    if bound is Bound.ABOUT and fact == 108:
        fact = 120
    assert states(Fraction(stated), Fraction(fact), bound) is holds


def test_every_fact_of_a_pair_could_be_stated(sheets: list[FactSheet]) -> None:
    """The oracle is generous: whatever is a fact, it lets pass."""
    families = {
        Unit.USD_PER_MTOK: Family.MONEY,
        Unit.TOKENS: Family.TOKENS,
        Unit.PERCENT: Family.PERCENT,
        Unit.POINTS: Family.POINTS,
    }
    for sheet in sheets:
        known = Oracles.of(sheet).pair
        for fact in sheet.facts.values():
            if fact.unit in families and "about." not in fact.metric:
                assert known.could_state(Fraction(fact.value), families[fact.unit], hedged=False)
