"""What the mutations leave alone because a licensed reading is left."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from writer.catalog.catalog import Catalog
from writer.evaluation.annotate import annotate
from writer.evaluation.draft import Bound, Faithful, Family, Role, Source
from writer.evaluation.leads import bound_before
from writer.evaluation.measure import oracles_of
from writer.evaluation.mutation.all import kinds
from writer.evaluation.mutation.benchmarks import outside_benchmarks
from writer.evaluation.mutation.kind import Site
from writer.evaluation.settings import told
from writer.evaluation.world import World
from writer.facts.compute import fact_sheet


def site(catalog: Catalog, text: str, a: str = "kimi-k2.6", b: str = "gemini-3.1-pro-preview") -> Site:
    sheet = fact_sheet(catalog, a, b)
    draft = Faithful("test", Source.CORPUS, sheet, text, annotate(text, sheet))
    return Site(draft, oracles_of(sheet), World.of(catalog), Random(1))


def mutants(at: Site, name: str) -> list[str]:
    propose = next(kind for kind in kinds() if kind.name == name).propose
    text = at.draft.text
    return [text[: edit.start] + edit.now + text[edit.end :] for edit in propose(at)]


@pytest.mark.parametrize("text", ["128K to 200K tokens", "128K and some 200K tokens", "128K vs. 200K"])
def test_a_suffix_that_the_next_figure_lends_is_not_missing(catalog: Catalog, text: str) -> None:
    assert not [mutant for mutant in mutants(site(catalog, text), "suffix-dropped") if mutant.startswith("128 ")]


def test_a_suffix_that_only_an_earlier_figure_has_is_missing(catalog: Catalog) -> None:
    assert mutants(site(catalog, "400K to 200K tokens"), "suffix-dropped") == ["400K to 200 tokens"]


def test_a_base_without_an_amount_is_no_price(catalog: Catalog) -> None:
    assert not mutants(site(catalog, "# Pennies per million"), "base-thousand")
    assert mutants(site(catalog, "Input costs $0.60 per million."), "base-thousand")


@pytest.mark.parametrize(
    "text", ["10k support chats cost more.", "1K long-document summaries: less.", "exactly 500 coding-agent runs"]
)
def test_the_size_of_a_workload_is_no_figure(catalog: Catalog, text: str) -> None:
    assert not [mark for mark in site(catalog, text).draft.marks if mark.role is Role.FIGURE]


@pytest.mark.parametrize("text", ["two dollars and forty-five cents", "two dollars forty-five", "two dollars 45"])
def test_a_part_of_a_sum_is_no_figure(catalog: Catalog, text: str) -> None:
    assert not [mark.text for mark in site(catalog, text).draft.marks if mark.role is Role.FIGURE]


def test_a_word_of_a_name_is_no_figure_but_a_count_of_parameters_is(catalog: Catalog) -> None:
    pair = ("gemma-4-26b-a4b-it", "gemma-4-31b-it")
    assert not site(catalog, "The 26B is cheaper.", *pair).draft.of(Role.FIGURE)
    assert [mark.text for mark in site(catalog, "It has 26B total parameters.", *pair).draft.of(Role.FIGURE)] == ["26B"]


def test_a_benchmark_from_outside_shares_no_word_with_one_of_the_pair(catalog: Catalog) -> None:
    at = site(catalog, "")
    inside = {benchmark.name for benchmark in at.draft.sheet.context.benchmarks.values()}
    assert "HumanEval" in outside_benchmarks(at)
    assert not inside & set(outside_benchmarks(at))
    assert not [name for name in outside_benchmarks(at) if "Bench" in name.split("-")]


def test_what_stands_before_a_figure_bounds_it() -> None:
    text = "It returns at most 64K tokens."
    assert bound_before(text, text.index("64K")) is Bound.UNDER
    assert bound_before(text, 3) is Bound.NONE


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("effort-high", "high effort"),
        ("thinking-16k", "16K thinking"),
        ("openhands", "openhands"),
        ("5-shot", "5-shot"),
        ("v1.0.1-effort-high", None),
    ],
)
def test_a_setting_in_words(setting: str, words: str | None) -> None:
    assert told(setting) == words


def test_sizes_of_workloads_and_the_blend_s_weights_may_be_stated(catalog: Catalog) -> None:
    oracle = site(catalog, "").oracle
    jobs = site(catalog, "").draft.sheet.context.workloads.values()
    assert all(Fraction(job.output_tokens) in oracle.values[Family.TOKENS] for job in jobs)
    assert {Fraction(70), Fraction(30)} <= set(oracle.values[Family.PERCENT])


def test_a_benchmark_told_beside_another_is_left_alone(catalog: Catalog) -> None:
    assert not mutants(
        site(catalog, "Kimi leads on SWE-Bench Pro and SWE-Bench Verified by 3.1 points."), "benchmark-swapped"
    )


def test_an_amount_in_usd_is_money(catalog: Catalog) -> None:
    (mark,) = site(catalog, "It costs USD 10.01.").draft.of(Role.FIGURE)
    assert (mark.text, mark.family) == ("USD 10.01", Family.MONEY)


@pytest.mark.parametrize(
    "text", ["It scores 0.0 here.", "It is 0% cheaper.", "It costs $0 and takes zero days, 0K tokens."]
)
def test_a_nought_breaks_no_kind(catalog: Catalog, text: str) -> None:
    at = site(catalog, text)
    assert all(text not in mutants(at, kind.name) for kind in kinds())
