"""Laws of the facts, over made-up models and over every pair of a real catalog."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.factories import catalog as catalog_of
from tests.property.made_up import catalogs
from tests.property.second_opinion import second_opinion
from writer.catalog.catalog import Catalog
from writer.catalog_files.load import load_catalog
from writer.facts.compute import Facts, fact_sheet
from writer.facts.plan import plan
from writer.facts.sheet import FactSheet, Side, Value
from writer.facts.verdict import verdict

ROOT = Path(__file__).parents[2]
steady = settings(deadline=None, derandomize=True)
TURNED = {"a": "b", "b": "a"}


def as_plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, bool | int | Fraction | str):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def by_contract(sheet: FactSheet) -> dict[str, dict[str, Any]]:
    """The sheet without what was added to the contract's keys."""
    sides: dict[str, dict[str, Any]] = {"a": {}, "b": {}, "pair": {}}
    for key, fact in sheet.facts.items():
        side, _, rest = key.partition(".")
        if not rest.startswith("about."):
            sides[side][rest] = as_plain(fact.value)
    return sides


def turned_key(key: str) -> str:
    side, _, rest = key.partition(".")
    head, dot, last = rest.rpartition(".")
    for ending in ("", "only_", "documented_only_"):
        for letter, other in TURNED.items():
            if side == "pair" and last == f"{ending}{letter}":
                return f"pair.{head}{dot}{ending}{other}"
    return f"{TURNED.get(side, side)}.{rest}"


@settings(steady, max_examples=300)
@given(catalogs())
def test_the_facts_are_what_the_contract_says(catalog: Catalog) -> None:
    assert by_contract(fact_sheet(catalog, "one", "two")) == second_opinion(catalog, "one", "two")


@steady
@given(catalogs())
def test_swapping_the_models_swaps_sides_keys_and_values_and_nothing_else(catalog: Catalog) -> None:
    sheet, turned = fact_sheet(catalog, "one", "two"), fact_sheet(catalog, "two", "one")
    for key, fact in sheet.facts.items():
        other = turned.facts[turned_key(key)]
        swapped = fact.aspect in {"higher", "newer", "winner", "only"}
        assert other.value == (TURNED.get(str(fact.value), fact.value) if swapped else fact.value)
        assert other.unit == fact.unit
    assert len(sheet.facts) == len(turned.facts)
    assert sheet.hash == turned.hash


@steady
@given(catalogs())
def test_savings_stay_below_100_and_ratios_restore_the_higher_value(catalog: Catalog) -> None:
    sheet = fact_sheet(catalog, "one", "two")
    for fact in sheet.facts.values():
        if fact.side is Side.PAIR and fact.aspect == "saving_percent":
            assert 0 <= fact.value < 100
        if fact.side is Side.PAIR and fact.aspect == "ratio":
            ours, theirs = (sheet.facts[f"{side}.{fact.metric}"].value for side in "ab")
            assert fact.value >= 1
            assert fact.value * min(ours, theirs) == max(ours, theirs)
            assert sheet.facts[f"pair.{fact.metric}.difference"].value == max(ours, theirs) - min(ours, theirs)


@steady
@given(catalogs())
def test_a_pair_depends_on_nothing_but_its_own_part_of_the_catalog(catalog: Catalog) -> None:
    alone = replace(catalog, models={slug: catalog.models[slug] for slug in ("one", "two")})
    bare = catalog_of(*alone.models.values())
    assert fact_sheet(catalog, "one", "two") == fact_sheet(alone, "one", "two") == fact_sheet(bare, "one", "two")


@steady
@given(catalogs())
def test_every_key_is_its_facts_own(catalog: Catalog) -> None:
    sheet = fact_sheet(catalog, "one", "two")
    assert all(key == fact.key for key, fact in sheet.facts.items())
    assert [key.partition(".")[0] for key in sheet.facts] == sorted(key.partition(".")[0] for key in sheet.facts)


@steady
@given(catalogs())
def test_plan_and_verdict_cite_facts_that_are_there_and_turn_with_the_pair(catalog: Catalog) -> None:
    sheet, turned = fact_sheet(catalog, "one", "two"), fact_sheet(catalog, "two", "one")
    cited = {key for point in plan(sheet).points for key in point.facts}
    cited |= {key for finding in verdict(sheet).findings for key in finding.facts}
    assert cited <= set(sheet.facts)
    assert not {key for finding in verdict(sheet).findings for key in finding.missing} & set(sheet.facts)
    ours = {
        (each.need, each.subject, each.choice and each.choice.other, each.reason) for each in verdict(sheet).findings
    }
    assert ours == {(each.need, each.subject, each.choice, each.reason) for each in verdict(turned).findings}


@pytest.mark.parametrize("directory", ["tests/corpus/catalog", "catalog"])
def test_every_pair_of_a_real_catalog_agrees_with_the_second_opinion(directory: str) -> None:
    catalog = load_catalog(ROOT / directory)
    facts, pairs = Facts(catalog), list(combinations(catalog.models, 2))
    for a, b in pairs[:: max(1, len(pairs) // 400)]:
        assert by_contract(facts.sheet(a, b)) == second_opinion(catalog, a, b)


@pytest.mark.bench
@pytest.mark.parametrize("directory", ["tests/corpus/catalog", "catalog"])
def test_all_pairs_of_a_real_catalog_agree_with_the_second_opinion(directory: str) -> None:
    catalog = load_catalog(ROOT / directory)
    facts, pairs = Facts(catalog), list(combinations(catalog.models, 2))
    for a, b in pairs:
        assert by_contract(facts.sheet(a, b)) == second_opinion(catalog, a, b)
    print(f"{directory}: {len(pairs):,} pairs agree with the second opinion")
