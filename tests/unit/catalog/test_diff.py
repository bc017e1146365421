"""A difference between two catalogs is one typed change for each key of a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings

from tests.factories import catalog, model, offer, score, tier
from tests.unit.catalog_files.made_up import catalogs
from writer.catalog.catalog import Catalog
from writer.catalog.diff import Change, Noun, diff_catalogs, diff_models
from writer.catalog.model import Provenance, Vendor
from writer.quantities.dates import YearMonth

OLD = replace(
    model("one"),
    offers=(offer("azure", "1", "2", id="x"), offer("gone")),
    scores=(score("trivia", 50),),
    released=date(2025, 3, 14),
)


def changed(**more: Any) -> list[Change]:
    return list(diff_models(OLD, replace(OLD, **more)))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"context_window": 5}, Change(Noun.TRAIT, "one", "context_window", OLD.context_window, 5)),
        (
            {"released": YearMonth(2025, 3)},
            Change(Noun.TRAIT, "one", "released", date(2025, 3, 14), YearMonth(2025, 3)),
        ),
        (
            {"offers": (offer("azure", "0.5", "2", id="x"), OLD.offers[1])},
            Change(Noun.PRICE, "one", "offers.azure/x.input", Decimal(1), Decimal("0.5")),
        ),
        (
            {"offers": (replace(OLD.offers[0], tiers=(tier(5, "3"),)), OLD.offers[1])},
            Change(Noun.PRICE, "one", "offers.azure/x.tiers", (), (tier(5, "3"),)),
        ),
        (
            {"offers": (OLD.offers[0], replace(OLD.offers[1], ended=date(2026, 5, 1)))},
            Change(Noun.OFFER, "one", "offers.gone.ended", None, date(2026, 5, 1)),
        ),
        ({"offers": OLD.offers[:1]}, Change(Noun.OFFER, "one", "offers.gone", "gone", None)),
        (
            {"offers": (*OLD.offers, offer("new"))},
            Change(Noun.OFFER, "one", "offers.new", None, "new"),
        ),
        (
            {"offers": (OLD.offers[0], replace(OLD.offers[1], checked=date(2026, 8, 1)))},
            Change(Noun.SOURCE, "one", "offers.gone.checked", date(2026, 7, 2), date(2026, 8, 1)),
        ),
        (
            {"scores": (score("trivia", 51),)},
            Change(Noun.SCORE, "one", "scores.trivia.score", Decimal(50), Decimal(51)),
        ),
        ({"scores": ()}, Change(Noun.SCORE, "one", "scores.trivia", Decimal(50), None)),
        (
            {"capabilities": MappingProxyType({"vision": True})},
            Change(Noun.TRAIT, "one", "capabilities.vision", OLD.capabilities.get("vision"), True),
        ),
        (
            {"provenance": MappingProxyType({"released": Provenance("web")})},
            Change(Noun.SOURCE, "one", "facts.released", None, Provenance("web")),
        ),
    ],
)
def test_each_kind_of_change_is_told_with_both_values(more: dict[str, Any], expected: Change) -> None:
    assert changed(**more) == [expected]


def test_a_model_that_came_or_went_is_one_change() -> None:
    with_one, without = catalog(OLD, model("two")), catalog(model("two"))
    assert diff_catalogs(with_one, without)[-1] == Change(Noun.MODEL, "one", "name", OLD.name, None)
    assert diff_catalogs(without, with_one)[-1] == Change(Noun.MODEL, "one", "name", None, OLD.name)


def test_a_table_that_changed_comes_before_the_models() -> None:
    base = catalog(OLD)
    vendors = MappingProxyType({**base.vendors, "new": Vendor("new", "New")})
    change = next(iter(diff_catalogs(base, replace(base, vendors=vendors))))
    assert (change.noun, change.where, change.key, change.after) == (Noun.TABLE, "vendors.new", "name", "New")


def test_a_change_reads_as_a_line() -> None:
    (change,) = changed(scores=(score("trivia", "51.5"),))
    assert str(change) == "one: scores.trivia.score: 50 -> 51.5"
    assert str(Change(Noun.TRAIT, "one", "listed", None, False)) == "one: listed: unknown -> false"
    assert (
        str(Change(Noun.PRICE, "one", "tiers", (), (tier(5, "3"),))) == "one: tiers: none -> above 5: 3 in, unknown out"
    )


@given(catalogs, catalogs)
@settings(max_examples=40, deadline=None)
def test_nothing_changed_exactly_where_two_catalogs_are_equal(old: Catalog, new: Catalog) -> None:
    assert diff_catalogs(old, old) == ()
    assert (diff_catalogs(old, new) == ()) == (old == new)


@given(catalogs, catalogs)
@settings(max_examples=40, deadline=None)
def test_swapping_the_catalogs_swaps_before_and_after(old: Catalog, new: Catalog) -> None:
    there = {(change.where, change.key): (change.before, change.after) for change in diff_catalogs(old, new)}
    back = {(change.where, change.key): (change.after, change.before) for change in diff_catalogs(new, old)}
    assert there == back
