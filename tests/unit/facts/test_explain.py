"""Every fact can say how it was come by."""

from __future__ import annotations

import pytest

from tests.factories import SEEN, catalog, model, offer, score, tier
from writer.catalog.model import Provenance, Status
from writer.facts.compute import fact_sheet
from writer.facts.explain import explain
from writer.facts.sheet import FactSheet


def sheet() -> FactSheet:
    card = {
        "context_window": Provenance("https://acme.example/card", "limits", SEEN, also=("listings",)),
        "capabilities.reasoning": Provenance("listings", "flags"),
    }
    ours = model(
        "a",
        status=Status.PREVIEW,
        context_window=200_000,
        inputs=("text", "image"),
        capabilities={"reasoning": True},
        offers=[offer("acme", "1", "2", tiers=[tier(1_000, "2")], ref="acme/a"), offer("bolt", "3", "4", ref="bolt/a")],
        scores=[score("sums", 50, source="listings", ref="board"), score("mazes", 3)],
        provenance=card,
        released=SEEN,
    )
    theirs = model(
        "b",
        context_window=1_000,
        max_output=500,
        offers=[offer("bolt", "5", "6", ref="bolt/b")],
        scores=[score("sums", 40)],
        released=SEEN,
    )
    return fact_sheet(catalog(ours, theirs), "a", "b")


@pytest.mark.parametrize("key", sorted(sheet().facts))
def test_every_fact_has_a_formula_over_facts_of_the_sheet(key: str) -> None:
    found = explain(sheet(), key)
    assert found.formula
    assert set(found.operands) <= set(sheet().facts) - {key}


def test_a_ratio_names_both_operands_and_where_each_was_seen() -> None:
    found = explain(sheet(), "pair.price.input.ratio")
    assert found.operands == ("a.price.input", "b.price.input")
    assert "larger divided by the smaller" in found.formula
    assert [(each.key, each.name, each.ref, each.seen) for each in found.sources] == [
        ("a.price.input", "The Listings", "acme/a", SEEN),
        ("b.price.input", "The Listings", "bolt/b", SEEN),
    ]


def test_a_stated_value_names_its_source_and_those_that_agree() -> None:
    found = explain(sheet(), "a.context_window")
    assert [each.url for each in found.sources] == ["https://acme.example/card", "https://listings.example/"]
    assert found.operands == ()


def test_a_score_and_a_capability_name_theirs() -> None:
    assert [each.ref for each in explain(sheet(), "pair.score.sums.difference").sources] == ["board"]
    assert [each.ref for each in explain(sheet(), "a.capabilities.count").sources] == ["flags"]


def test_a_spread_names_every_offer_and_a_list_price_the_vendors_own() -> None:
    assert {each.ref for each in explain(sheet(), "a.price.input.spread.ratio").sources} == {"acme/a", "bolt/a"}
    assert {each.ref for each in explain(sheet(), "a.price.list.input").sources} == {"acme/a"}
    assert {each.ref for each in explain(sheet(), "a.offers.bolt.input").sources} == {"bolt/a"}
    assert {each.ref for each in explain(sheet(), "a.providers").sources} == {"acme/a", "bolt/a"}
