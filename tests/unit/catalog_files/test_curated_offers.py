"""Listings of the curated file become offers: which are taken, which are held."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.unit.catalog_files.curated_file import fact, listing, model, write_file
from tests.unit.catalog_files.imported import imported
from writer.catalog.model import Billing, Model, Status
from writer.catalog_files.curated.run import import_curated
from writer.catalog_files.load import load_catalog


@pytest.mark.parametrize(
    ("told", "billing", "input"),
    [
        (listing(input=0.7999999999999999), Billing.TOKENS, Decimal("0.8")),
        (listing(input=0, output=0), Billing.TOKENS, None),
        (listing(input=None, output=None), Billing.TOKENS, None),
        (listing(id="acme/one:free", input=0, output=0), Billing.FREE, Decimal(0)),
        (listing(id="acme/one:free", input=1), Billing.TOKENS, Decimal(1)),
        (listing("zai-coding-plan", input=0, output=0), Billing.SUBSCRIPTION, None),
        (listing("github-copilot", input=2), Billing.SUBSCRIPTION, None),
    ],
)
def test_a_price_of_zero_is_free_only_where_the_listing_says_so(
    tmp_path: Path, told: Any, billing: Billing, input: Any
) -> None:
    (found,) = imported(tmp_path, offers=[told]).offers
    assert (found.billing, found.input) == (billing, input)


def test_local_programs_floating_aliases_and_hidden_models_are_no_offers(tmp_path: Path) -> None:
    assert (
        imported(tmp_path, offers=[listing("lmstudio"), listing(id="one-latest"), listing(id="stealth/one")]).offers
        == ()
    )


def test_of_listings_with_the_same_terms_the_shortest_id_stands(tmp_path: Path) -> None:
    told = [listing(id="one-2025-03-14"), listing(id="one"), listing(id="one-fp8", input=3)]
    assert [offer.id for offer in imported(tmp_path, offers=told).offers] == ["one", "one-fp8"]


def test_an_offers_limits_stand_where_they_differ_from_the_models(tmp_path: Path) -> None:
    told = [listing("a", context=100_000), listing("b", context=32_000, max_output=32_000), listing("c", context=0)]
    found = imported(tmp_path, context_window=fact(100_000), max_output=fact(8_000), offers=told).offers
    assert [(offer.context_window, offer.max_output) for offer in found] == [(None, None), (32_000, None), (None, None)]


def test_an_offer_tells_where_and_when_it_was_seen(tmp_path: Path) -> None:
    (found,) = imported(tmp_path, offers=[listing("wafer.ai", tiers=[{"tier": {"size": 200_000}, "input": 2}])]).offers
    assert (found.provider, found.source, found.ref) == ("wafer-ai", "models-dev", "providers/wafer.ai")
    assert found.checked == date(2026, 7, 2)
    assert [(tier.above_input_tokens, tier.input, tier.output) for tier in found.tiers] == [(200_000, Decimal(2), None)]


def test_a_listing_marked_deprecated_is_held(tmp_path: Path) -> None:
    (found,) = imported(tmp_path, offers=[listing(status="deprecated")]).offers
    assert found.held is not None


def held(found: Model) -> list[str]:
    return [offer.provider for offer in found.offers if offer.held]


def test_a_price_far_from_everybody_elses_is_held(tmp_path: Path) -> None:
    told = [*(listing(name, input=7, output=7) for name in "abcde"), listing("odd", input=1, output=1)]
    assert held(imported(tmp_path, offers=told)) == ["odd"]


def test_a_far_price_that_another_provider_asks_too_is_not_held(tmp_path: Path) -> None:
    told = [
        *(listing(name, input=7, output=7) for name in "abcde"),
        listing("x", input=1, output=1),
        listing("y", input=1, output=1),
    ]
    assert held(imported(tmp_path, offers=told)) == []


def test_the_vendors_own_price_is_never_held(tmp_path: Path) -> None:
    told = [*(listing(name, input=1, output=1) for name in "abcde"), listing("openai", input=9, output=9)]
    assert held(imported(tmp_path, offers=told)) == []


@pytest.mark.parametrize(("open_weights", "expected"), [(False, ["under"]), (True, []), (None, [])])
def test_far_under_the_vendors_price_for_closed_weights_is_held(
    tmp_path: Path, open_weights: Any, expected: Any
) -> None:
    told = [
        listing("openai", input=9, output=9),
        listing("under", input=5, output=5),
        listing("near", input=7, output=7),
    ]
    weights = None if open_weights is None else fact(open_weights)
    assert held(imported(tmp_path, offers=told, open_weights=weights)) == expected


def test_a_provider_with_half_its_prices_far_off_is_held_altogether(tmp_path: Path) -> None:
    models = [
        model(
            id=f"openai/one-{n}",
            name=f"One {n}",
            offers=[*(listing(name, input=7, output=7) for name in "abcde"), listing("odd", input=odd, output=odd)],
        )
        for n, odd in enumerate((1, 1, 7))
    ]
    import_curated(write_file(tmp_path, *models), tmp_path / "catalog")
    found = load_catalog(tmp_path / "catalog").models
    assert [held(found[f"one-{n}"]) for n in range(3)] == [["odd"]] * 3


@pytest.mark.parametrize(
    ("offers", "status"),
    [
        ([listing("openai")], Status.CURRENT),
        ([listing("openai", status="deprecated")], Status.DEPRECATED),
        ([listing("openrouter")], None),
    ],
)
def test_the_vendors_own_listing_tells_the_status(tmp_path: Path, offers: Any, status: Status | None) -> None:
    assert imported(tmp_path, offers=offers).status is status
