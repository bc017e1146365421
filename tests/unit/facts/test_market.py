"""Which offers count, and which one stands for a model's price."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.factories import catalog, model, offer, tier
from writer.catalog.model import Model, Offer
from writer.facts.compute import fact_sheet
from writer.facts.sheet import FactSheet, Value


def sheet_of(*offers: Offer, **more: object) -> FactSheet:
    ours: Model = model("alpha-1", offers=offers, **more)
    return fact_sheet(catalog(ours, model("beta-2")), "alpha-1", "beta-2")


def value(sheet: FactSheet, key: str) -> Value | None:
    fact = sheet.facts.get(f"a.{key}")
    return fact.value if fact else None


@pytest.mark.parametrize(
    "unfit",
    [
        offer("depot", "0", "0"),
        offer("depot", "0.01", None),
        offer("depot", None, "0.01"),
        offer("depot", "0.01", "0.01", billing="free"),
        offer("depot", "0.01", "0.01", billing="subscription"),
        offer("depot", "0.01", "0.01", ended=date(2026, 5, 1)),
        offer("depot", "0.01", "0.01", held="a seventh of everybody's price"),
    ],
)
def test_what_is_not_an_eligible_offer_sets_no_price(unfit: Offer) -> None:
    sheet = sheet_of(unfit, offer("cloudy", "1", "2"))
    assert value(sheet, "price.provider") == "cloudy"
    assert value(sheet, "offers.depot.input") is None


def test_a_price_of_zero_on_one_side_is_a_price_and_not_free() -> None:
    sheet = sheet_of(offer("cloudy", "0", "2"))
    assert value(sheet, "price.input") == 0
    assert value(sheet, "price.output_to_input.ratio") is None
    assert value(sheet, "price.free_providers") == ()


def test_held_offers_are_listed_but_neither_priced_nor_free() -> None:
    sheet = sheet_of(offer("depot", billing="free", held="unclear"), offer("bolt", "0", "0", billing="free"))
    assert value(sheet, "providers") == ("bolt", "depot")
    assert value(sheet, "price.free_providers") == ("bolt",)


def test_of_a_held_offer_no_price_of_any_tier_is_told() -> None:
    held = offer("depot", "1", "2", held="unclear", tiers=(tier(200_000, "3", "4"),))
    sheet = sheet_of(held, offer("bolt", "1", "2"))
    assert [key for key in sheet.facts if "depot" in key and "tier" in key] == []


def test_without_an_offer_that_has_not_ended_there_are_no_provider_facts() -> None:
    sheet = sheet_of(offer("cloudy", ended=date(2026, 5, 1)))
    assert value(sheet, "providers") is None
    assert value(sheet, "providers.count") is None
    assert value(sheet, "price.free_providers") is None


def test_each_provider_states_its_cheapest_offer_as_that_one_states_it() -> None:
    dear = offer("cloudy", "0.5", "9", "0.1", context_window=8_000, id="turbo")
    sheet = sheet_of(dear, offer("cloudy", "1", "2", id="plain"))
    assert value(sheet, "offers.cloudy.input") == 1
    assert value(sheet, "offers.cloudy.cached_input") is None
    assert value(sheet, "offers.cloudy.context_window") is None


def test_of_equally_cheap_offers_a_missing_id_sorts_first_then_the_id() -> None:
    sheet = sheet_of(offer("cloudy", "1", "2", "0.2", id="a"), offer("cloudy", "1", "2", "0.1"))
    assert value(sheet, "price.cached_input") == Fraction("0.1")
    sheet = sheet_of(offer("cloudy", "1", "2", "0.2", id="b"), offer("cloudy", "1", "2", "0.3", id="a"))
    assert value(sheet, "price.cached_input") == Fraction("0.3")


def test_the_reference_has_at_least_95_percent_of_the_window() -> None:
    narrow = offer("bolt", "0.1", "0.1", context_window=94_999)
    enough = offer("cloudy", "1", "1", context_window=95_000)
    sheet = sheet_of(narrow, enough, context_window=100_000)
    assert value(sheet, "price.provider") == "cloudy"
    assert value(sheet, "price.context_window") == 95_000
    assert value(sheet, "offers.bolt.input") == Fraction("0.1")


def test_where_none_has_the_window_the_cheapest_of_the_largest_stands() -> None:
    offers = (
        offer("bolt", "0.1", "0.1", context_window=10_000),
        offer("cloudy", "2", "2", context_window=60_000),
        offer("depot", "1", "1", context_window=60_000),
    )
    assert value(sheet_of(*offers, context_window=100_000), "price.provider") == "depot"


def test_where_the_models_window_is_unknown_no_offer_is_passed_over() -> None:
    offers = (offer("bolt", "0.1", "0.1", context_window=10_000), offer("cloudy", "2", "2", context_window=60_000))
    sheet = sheet_of(*offers)
    assert value(sheet, "price.provider") == "bolt"
    assert value(sheet, "price.context_window") == 10_000


def test_a_tier_applies_above_its_bound_and_keeps_the_base_of_a_side_it_leaves_out() -> None:
    tiers = (tier(1_499, input="3"), tier(1_500, output="99"), tier(39_999, output="8"))
    sheet = sheet_of(offer("cloudy", "1", "2", tiers=tiers), context_window=200_000)
    assert value(sheet, "price.tier.1499.output") == 2
    assert value(sheet, "price.tier.39999.input") == 1
    assert value(sheet, "workload.support_chat.cost_per_request") == Fraction(1_500 * 3 + 400 * 2, 1_000_000)
    assert value(sheet, "workload.document_digest.cost_per_request") == Fraction(40_000 * 1 + 1_000 * 8, 1_000_000)
    assert value(sheet, "context_fill.cost") == Fraction(200_000, 1_000_000)


def test_the_list_price_is_the_vendors_own_even_where_another_is_cheaper() -> None:
    sheet = sheet_of(offer("acme", "5", "5"), offer("cloudy", "1", "1"))
    assert value(sheet, "price.list.input") == 5
    assert value(sheet_of(offer("cloudy")), "price.list.input") is None


def test_the_spread_needs_two_offers_with_an_input_price() -> None:
    assert value(sheet_of(offer("bolt", "0", "1"), offer("cloudy", "2", "1")), "price.input.lowest") is None
    sheet = sheet_of(offer("bolt", "3", "1"), offer("cloudy", "2", "1"))
    assert value(sheet, "price.input.spread.ratio") == Fraction(3, 2)


def test_the_blend_is_seven_tenths_input() -> None:
    assert value(sheet_of(offer("cloudy", "0.55", "3.20")), "price.blended") == Fraction("1.345")


def test_a_workload_that_breaks_a_limit_has_no_cost_and_names_the_window_first() -> None:
    sheet = sheet_of(offer("cloudy"), context_window=1_000, max_output=300)
    assert value(sheet, "workload.support_chat.fits") is False
    assert value(sheet, "workload.support_chat.limit") == "context_window"
    assert value(sheet, "workload.support_chat.cost") is None
    sheet = sheet_of(offer("cloudy", max_output=300), max_output=1_000)
    assert value(sheet, "workload.support_chat.limit") == "max_output"


def test_an_unknown_limit_does_not_block_and_two_unknown_ones_leave_open_whether_it_fits() -> None:
    sheet = sheet_of(offer("cloudy", "1", "2"))
    assert value(sheet, "workload.support_chat.fits") is None
    assert value(sheet, "workload.support_chat.cost") == 10_000 * Fraction(1_500 + 800, 1_000_000)


def test_without_a_reference_offer_the_models_limits_decide_and_nothing_has_a_cost() -> None:
    sheet = sheet_of(context_window=1_900)
    assert value(sheet, "workload.support_chat.fits") is True
    assert value(sheet, "workload.support_chat.cost") is None
    assert value(sheet, "workload.document_digest.fits") is False
