"""Which pairs deserve a page, and which come next."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.factories import catalog, model, offer, score
from writer.catalog.catalog import Catalog
from writer.catalog.model import Model
from writer.catalog_files.load import load_catalog
from writer.ranking.best import best_pairs
from writer.ranking.merit import merit
from writer.ranking.profile import profiles
from writer.ranking.related import Neighbours, related_pairs

SHIPPED = load_catalog(Path("catalog"))


def made(slug: str, scores: int = 0, price: str | None = None, listed: bool = True, vendor: str = "acme") -> Model:
    offers = () if price is None else (offer("cloudy", price, price),)
    tests = tuple(score(f"b{n}", 50) for n in range(scores))
    return replace(model(slug), vendor=vendor, listed=listed, offers=offers, scores=tests)


def points(a: Model, b: Model) -> int:
    one, other = profiles(catalog(a, b))
    assert merit(one, other) == merit(other, one)
    return merit(one, other)


def test_shared_results_prices_in_one_class_and_two_vendors_each_count() -> None:
    bare = points(made("a"), made("b"))
    assert points(made("a", scores=3), made("b", scores=2)) == bare + 4
    assert points(made("a", scores=20), made("b", scores=20)) == bare + 24
    assert points(made("a"), made("b", vendor="other")) == bare + 4
    near, far = points(made("a", price="1"), made("b", price="2")), points(made("a", price="1"), made("b", price="50"))
    assert near == far + 4 > bare + 4


def test_a_price_of_one_side_alone_counts_for_nothing() -> None:
    assert points(made("a", price="1"), made("b")) == points(made("a"), made("b"))


def test_only_equal_settings_are_shared() -> None:
    high, low = (
        replace(made(slug), scores=(score("b", 5, setting),)) for slug, setting in (("a", "high"), ("b", "low"))
    )
    assert points(high, low) == points(made("a"), made("b"))


def test_best_pairs_are_canonical_distinct_and_never_name_an_unlisted_model() -> None:
    found = best_pairs(SHIPPED, 10_000)
    listed = [slug for slug, one in SHIPPED.models.items() if one.listed]
    assert sorted(found) == sorted(combinations(listed, 2))
    assert len(best_pairs(SHIPPED, 7)) == 7
    assert best_pairs(SHIPPED, 7) == found[:7]


def test_no_model_fills_the_list() -> None:
    named = Counter(slug for pair in best_pairs(SHIPPED, 60) for slug in pair)
    assert max(named.values()) <= 6
    assert len(named) >= 40


def test_the_order_does_not_depend_on_the_order_of_the_models() -> None:
    backwards = replace(SHIPPED, models=MappingProxyType(dict(reversed(list(SHIPPED.models.items())))))
    assert best_pairs(backwards, 50) == best_pairs(SHIPPED, 50)


def test_the_pair_with_most_in_common_comes_first() -> None:
    models = [made("a", 9, "1"), made("b", 9, "1", vendor="other"), made("c", 1, "9"), made("d", 0)]
    assert best_pairs(catalog(*models), 1) == [("a", "b")]


@pytest.mark.parametrize("pair", best_pairs(SHIPPED, 30), ids=" ".join)
def test_related_pairs_share_a_model_with_the_page_and_bring_a_third_each(pair: tuple[str, str]) -> None:
    found = related_pairs(SHIPPED, *pair)
    thirds = [next(slug for slug in other if slug not in pair) for other in found]
    assert len(found) == 6 == len(set(thirds))
    assert all(a < b and {a, b} & set(pair) for a, b in found)
    assert sum(pair[0] in other for other in found) == 3


def test_a_model_that_is_not_listed_is_in_no_related_pair() -> None:
    found = related_pairs(SHIPPED, "llama-3.2-1b", "mixtral-8x22b-instruct-v0.3")
    assert len(found) >= 4
    assert all(SHIPPED.models[slug].listed for pair in found for slug in pair)


def test_related_pairs_may_be_kept_to_those_that_are_published() -> None:
    published = frozenset(best_pairs(SHIPPED, 200))
    a, b = best_pairs(SHIPPED, 1)[0]
    found = related_pairs(SHIPPED, a, b, n=4, among=published)
    assert found
    assert set(found) <= published


def test_related_pairs_do_not_depend_on_the_order_of_the_two() -> None:
    assert set(related_pairs(SHIPPED, "gpt-5", "o3")) == set(related_pairs(SHIPPED, "o3", "gpt-5"))


def test_a_catalog_of_two_has_nothing_related() -> None:
    assert related_pairs(catalog(made("a"), made("b")), "a", "b") == []


def thousand() -> Catalog:
    copies = {
        f"{slug}-{n}": replace(one, slug=f"{slug}-{n}") for n in range(13) for slug, one in SHIPPED.models.items()
    }
    return replace(SHIPPED, models=MappingProxyType(dict(sorted(copies.items())[:1000])))


@pytest.mark.bench
def test_a_thousand_models_are_ranked_within_ten_seconds() -> None:
    many = thousand()
    start = time.perf_counter()
    assert len(best_pairs(many, 1000)) == 1000
    neighbours = Neighbours.of(many)
    assert len(neighbours.pairs("gpt-5-0", "o3-0")) == 6
    assert time.perf_counter() - start < 10
