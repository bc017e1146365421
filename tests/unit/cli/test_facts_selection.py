"""What `writer facts` shows, and under which heading."""

from __future__ import annotations

from tests.unit.page.pairs import rich
from writer.cli.facts_selection import WHAT_IT_IS, Wanted, section, sections
from writer.facts.compute import fact_sheet
from writer.facts.sheet import Fact

FACTS = tuple(fact_sheet(rich(), "alpha-1", "beta-2").facts.values())


def keys(wanted: Wanted) -> set[str]:
    return {fact.key for fact in FACTS if wanted.holds(fact)}


def test_by_default_what_a_comparison_is_made_of() -> None:
    usual = keys(Wanted())
    assert {"a.price.input", "a.providers", "pair.price.input.higher", "a.score.mazes"} <= usual
    assert not [key for key in usual if ".offers." in key or ".about." in key]


def test_everything_is_everything() -> None:
    assert keys(Wanted(everything=True)) == {fact.key for fact in FACTS}


def test_words_ask_for_keys_and_headings_that_hold_them_all() -> None:
    assert keys(Wanted(("price", "INPUT"))) == {
        fact.key for fact in FACTS if "input" in fact.key and ("price" in fact.key or section(fact) == "prices")
    }
    assert "a.offers.acme.input" in keys(Wanted(("acme",)))
    assert "a.price.blended" in keys(Wanted(("prices",)))
    assert keys(Wanted(("zzz",))) == set()


def test_each_fact_stands_under_one_heading_in_order() -> None:
    told: list[Fact] = []
    titles = []
    for title, under in sections(FACTS):
        titles.append(title)
        told += under
    assert titles[0] == WHAT_IT_IS
    assert len(titles) == len(set(titles))
    assert sorted(fact.key for fact in told) == sorted(fact.key for fact in FACTS)
