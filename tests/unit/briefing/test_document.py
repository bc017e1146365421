"""The document: what matters for the pair, with what may be said of it, in few tokens."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from tests import factories as make
from tests.unit.briefing.pairs import harbor, osprey, sheet_of
from writer.briefing.document import document
from writer.briefing.envelope import seal
from writer.briefing.facts_of import FACTS_AT_MOST, facts_of, shared_scores
from writer.briefing.measure import QUANTITIES_AT_LEAST, Measure
from writer.briefing.short import short_name
from writer.catalog_files.load import load_catalog
from writer.facts.compute import Facts
from writer.facts.plan import plan

CORPUS = Path(__file__).parents[2] / "corpus" / "catalog"


def test_a_fact_bears_value_unit_and_what_may_be_said() -> None:
    facts = document(sheet_of())["facts"]
    assert isinstance(facts, dict)
    assert facts["a.price.input"] == {
        "value": Decimal("0.5"),
        "unit": "USD per 1M tokens",
        "say": ["$0.50 per 1M tokens"],
    }
    assert facts["pair.open_weights.only"] == {"value": "a", "say": ["only Harbor 2 has open weights"]}


def test_every_key_of_plan_and_facts_is_a_fact_of_the_sheet() -> None:
    sheet = sheet_of()
    said = document(sheet)
    assert set(said["facts"]) <= set(sheet.facts)
    assert {key for point in said["plan"] for key in point["facts"]} <= set(said["facts"])


def test_the_plan_keeps_its_order() -> None:
    sheet = sheet_of()
    topics = [point["topic"] for point in document(sheet)["plan"]]
    assert topics == [point.topic for point in plan(sheet).points][: len(topics)]


def test_the_names_are_those_that_the_facts_use() -> None:
    said = document(sheet_of())
    assert said["names"]["providers"] == {"cloudy": "Cloudy", "rainy": "Rainy"}
    assert said["names"]["benchmarks"]["mazes"] == {"name": "Mazes", "higher_is_better": False}
    assert said["names"]["workloads"]["support_chat"] == "10,000 support chats"


def test_a_list_too_long_to_be_told_is_left_out_and_its_count_stays() -> None:
    sellers = [make.offer(f"seller-{number}") for number in range(20)]
    facts = document(sheet_of(harbor(offers=sellers)))["facts"]
    assert "a.providers" not in facts
    assert facts["a.providers.count"]["value"] == 20


def test_what_nobody_would_say_is_left_out() -> None:
    facts = document(sheet_of())["facts"]
    assert "pair.price.blended.ratio" in facts
    assert "pair.price.blended.premium_percent" not in facts


def test_a_sellers_limit_is_shown_where_it_differs_and_hides_the_cost_of_filling_the_window() -> None:
    whole = facts_of(sheet_of(), ())
    offer = make.offer("cloudy", "0.5", "1.5", "0.05", context_window=900_000)
    other = facts_of(sheet_of(harbor(offers=[offer])), ())
    assert {"a.context_fill.cost", "pair.context_fill.cost.higher"} <= {fact.key for fact in whole}
    assert not any(fact.key == "a.price.context_window" for fact in whole)
    assert "a.price.context_window" in {fact.key for fact in other}
    assert not any(fact.metric == "context_fill.cost" for fact in other)


def test_however_many_scores_there_are_a_few_of_either_winner_are_shown() -> None:
    tables = {"benchmarks": [make.benchmark(f"test-{number}") for number in range(30)]}
    ours = [make.score(f"test-{number}", 50 + (number if number % 3 else -number)) for number in range(30)]
    theirs = [make.score(f"test-{number}", 50) for number in range(30)]
    sheet = sheet_of(harbor(scores=ours), osprey(scores=theirs), **tables)
    winners = {fact.value for fact in facts_of(sheet, plan(sheet).facts) if fact.aspect == "winner"}
    assert {"a", "b"} <= winners
    assert len(document(sheet)["facts"]) <= FACTS_AT_MOST
    needs = [finding["need"] for finding in document(sheet)["verdict"]]
    assert len([need for need in needs if need.startswith("benchmark")]) <= 5


def test_another_setting_of_a_benchmark_comes_after_other_benchmarks() -> None:
    tables = {"benchmarks": [make.benchmark("sums"), make.benchmark("mazes")]}
    settings = [make.score("sums", "90", each) for each in ("high", "low")]
    one = harbor(scores=[*settings, make.score("mazes", "41")])
    other = osprey(scores=[*(make.score("sums", "50", each) for each in ("high", "low")), make.score("mazes", "40")])
    assert shared_scores(sheet_of(one, other, **tables)) == ("sums@high", "mazes", "sums@low")


def test_the_measure_asks_for_no_more_quantities_than_there_are() -> None:
    bare = sheet_of(make.model("alpha-1", context_window=8_000), make.model("beta-1", context_window=16_000))
    assert Measure.of(document(bare)).quantities == 2
    assert Measure.of(document(sheet_of())).quantities == QUANTITIES_AT_LEAST
    assert Measure.of({}) == Measure()


@pytest.mark.parametrize(
    ("name", "rival", "short"),
    [
        ("Claude Opus 4.7", "Llama 3.2 1B", "Claude"),
        ("Claude Opus 4.7", "Claude Sonnet 4.6", "Opus 4.7"),
        ("GPT-5.4 mini", "Claude Opus 4.7", "GPT-5.4 mini"),
        ("Gemini 2.5 Flash", "Gemini 2.5 Flash-Lite", "Gemini 2.5 Flash"),
        ("o3", "o3-mini", "o3"),
        ("Qwen3.5 397B-A17B", "Kimi K2.5", "Qwen3.5"),
        ("Qwen3-Coder 480B-A35B Instruct", "Claude Opus 4.7", "Qwen3-Coder"),
        ("Qwen3 32B", "Qwen3 30B A3B", "Qwen3 32B"),
        ("GLM-4.5-Air", "Claude Opus 4.7", "GLM-4.5-Air"),
    ],
)
def test_a_short_name_is_a_part_that_the_rival_does_not_share(name: str, rival: str, short: str) -> None:
    assert short_name(name, rival) == short


def test_the_messages_of_real_pairs_stay_short() -> None:
    catalog = load_catalog(CORPUS)
    facts = Facts(catalog)
    sizes = [len(seal(document(facts.sheet(*pair)))) for pair in list(combinations(sorted(catalog.models), 2))[::31]]
    assert max(sizes) < 13_500  # with the system message of 7,600 about 5,200 tokens
    assert sum(sizes) / len(sizes) < 12_400  # … and 5,000 on average


def test_a_benchmark_that_a_model_has_in_another_setting_is_not_called_undocumented_for_it() -> None:
    shared = [make.score("codex-test", "55"), make.score("mazes", "9")]
    bare, scored = osprey(scores=shared), osprey(scores=[*shared, make.score("sums", "77", "assisted")])

    assert "score.sums" in document(sheet_of(b=bare))["undocumented"]["b"]
    assert "score.sums" not in document(sheet_of(b=scored))["undocumented"]["b"]
