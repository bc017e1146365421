"""What each chapter says of each shape of pair; every wording has its turn under eight names."""

from __future__ import annotations

import pytest

from tests.unit.wording.chapters import UNDOCUMENTED, first, texts
from tests.unit.wording.documents import compared, document, fact, priced, scored, won


def test_split_and_swept_benchmarks_open_with_their_winners() -> None:
    facts = {**won(1, 1), **scored("sums", 70, 60, "a"), **scored("mazes", 12, 9, "b")}
    for text in texts(facts, ("benchmarks", "split", "")):
        assert "Sums" in first(text)
        assert "Mazes" in first(text)
    for text in texts({**won(2, 0), **scored("sums", 70, 60, "a")}, ("benchmarks", "sweep", "a")):
        assert "both shared benchmarks" in first(text)


def test_limits_that_pull_apart_are_told_once() -> None:
    facts = {**compared("context_window", 128_000, 400_000), **compared("max_output", 64_000, 8_000)}
    for text in texts(facts, ("limits", "reversal", "")):
        assert all(text.count(figure) == 1 for figure in ("128,000", "400,000", "64,000"))
        assert "Osprey" in first(text)
    for text in texts(facts):
        assert "400,000" in text
        assert "64,000" in text


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (128_000, 400_000, ("3.1 times",)),
        (128_000, 160_000, ("25% more", "160,000")),
        (128_000, 131_072, ("barely", "little")),
    ],
)
def test_context_windows_are_compared_by_their_ratio(a: int, b: int, words: tuple[str, ...]) -> None:
    for text in texts(compared("context_window", a, b)):
        assert any(word in text for word in words)


def test_a_much_larger_window_may_open() -> None:
    for text in texts(compared("context_window", 128_000, 400_000), ("context_window", "gap", "b")):
        assert "400,000" in first(text)
        assert text.count("400,000") == 1


def test_output_limits_are_told_close_wide_equal_and_unknown() -> None:
    assert all("1,000 tokens apart" in text for text in texts(compared("max_output", 8_000, 9_000)))
    assert all("64,000" in text and "8,000" in text for text in texts(compared("max_output", 8_000, 64_000)))
    assert all("8,000" in text for text in texts(compared("max_output", 8_000, 8_000)))
    for text in texts({"a.max_output": 8_000}, undocumented=UNDOCUMENTED):
        assert "undocumented" in text or "none is documented" in text
    both = {"a": ["max_output"], "b": ["max_output"]}
    assert all("output limit of both models is undocumented" in text for text in texts({}, undocumented=both))
    nothing = {"a": ["max_output", "context_window"], "b": ["max_output", "context_window"]}
    assert all("Neither a context window nor an output limit" in text for text in texts({}, undocumented=nothing))


def test_equal_limits_are_told_together() -> None:
    facts = {**compared("context_window", 128_000, 128_000), **compared("max_output", 8_000, 8_000)}
    for text in texts(facts):
        assert text.count("128,000") == text.count(" 8,000") == 1


def test_a_job_out_of_reach_may_open() -> None:
    facts = {"a.workload.code_agent.limit": "context_window"}
    for text in texts(facts, ("workload.code_agent", "limit", "b")):
        assert "500 coding-agent runs" in first(text)
        assert "context window" in first(text)


def test_a_limit_that_the_seller_sets_is_told_as_the_sellers() -> None:
    facts = {
        **compared("max_output", 8_000, 8_000),
        "a.price.max_output": 5_000,
        "a.price.provider": "cloudy",
        "a.workload.code_agent.limit": "max_output",
    }
    for aims in ((), (("workload.code_agent", "limit", "b"),)):
        for text in texts(facts, *aims):
            assert "Cloudy caps" in text
            assert "5,000 tokens" in text
            assert "exceed" not in text


def test_a_limit_that_the_seller_repeats_is_the_models() -> None:
    facts = {"a.max_output": 8_000, "a.price.max_output": 8_000, "a.workload.code_agent.limit": "max_output"}
    assert not any("caps" in text for text in texts(facts))


def test_what_it_costs_to_fill_another_window_than_the_one_told_is_not_told() -> None:
    facts = {**compared("context_window", 256_000, 200_000), **compared("context_fill.cost", 3, 0.5)}
    assert all("$3" in text for text in texts(facts))
    facts |= {"b.price.context_window": 900_000, "b.price.provider": "rainy"}
    assert not any("$3" in text for text in texts(facts))


def test_a_job_that_fits_neither_is_told_of_both() -> None:
    facts = {f"{side}.workload.code_agent.limit": "max_output" for side in "ab"}
    for text in texts(facts):
        assert "Neither can take 500 coding-agent runs" in text


def test_a_single_job_and_equal_jobs_are_told() -> None:
    for text in texts({**priced((1, 2), (3, 9)), **compared("workload.support_chat.cost", 23, 81)}):
        assert "$23" in text
        assert "$81" in text
    for text in texts({**priced((1, 2), (1, 2)), **compared("workload.support_chat.cost", 23, 23)}):
        assert "cost $23 on either model" in text


def test_capabilities_weights_and_dates_may_open() -> None:
    only = {"pair.capabilities.only_b": ["vision"]}
    assert all("vision" in first(text) for text in texts(only, ("capabilities.b", "only", "b")))
    opened = {"pair.open_weights.only": "a", "a.open_weights": True, "b.open_weights": False}
    assert all("open weights" in first(text) for text in texts(opened, ("open_weights", "only", "a")))
    dated = {
        "a.released": "2025-01-01",
        "b.released": "2026-01-01",
        "pair.released.newer": "b",
        "pair.released.gap.months": "12",
        "pair.released.gap.days": 365,
    }
    for text in texts(dated, ("released", "gap", "b")):
        assert "12 months" in first(text)
        assert text.count("12 months") == 1


def test_what_is_common_to_both_is_told() -> None:
    facts = {
        "pair.capabilities.shared": ["vision", "reasoning"],
        "a.capabilities.unsupported": ["pdf_input"],
        "b.capabilities.unsupported": ["pdf_input"],
        "a.capabilities.count": 2,
        "b.capabilities.count": 2,
        "a.open_weights": True,
        "b.open_weights": True,
        "a.knowledge_cutoff": "2025-01",
        "b.knowledge_cutoff": "2025-01",
    }
    for text in texts(facts):
        assert "ision and reasoning" in text
        assert "Neither supports PDF input." in text
        assert "Each has two documented capabilities." in text
        assert "Both have open weights." in text
        assert "Both have a knowledge cutoff of January 2025." in text


def test_two_cutoffs_are_never_told_as_one_though_the_gap_between_them_is_left_out() -> None:
    apart = {"a.knowledge_cutoff": "2024-06", "b.knowledge_cutoff": "2024-01", "pair.knowledge_cutoff.newer": "a"}
    for text in texts(apart):
        assert "Both have a knowledge cutoff" not in text


def test_counts_of_capabilities_agree_with_their_noun() -> None:
    for text in texts({"a.capabilities.count": 1, "b.capabilities.count": 0}):
        assert "one capability is documented for Harbor and none for Osprey" in text


def test_one_known_date_is_told_with_what_is_missing() -> None:
    facts = {"a.released": "2025-01-01", "a.knowledge_cutoff": "2024-06", "a.status": "deprecated"}
    for text in texts(facts, undocumented=UNDOCUMENTED):
        assert "release date of Osprey is undocumented" in text
        assert "knowledge cutoff of Harbor is June 2024; that of Osprey is undocumented" in text
        assert "Harbor is marked as deprecated" in text


def test_scores_of_one_model_alone_are_named() -> None:
    facts = {**won(1, 0), **scored("sums", 70, 60, "a"), "a.score.mazes": fact("12", "minutes")}
    for text in texts(facts, undocumented={"a": [], "b": ["score.mazes"]}):
        assert "Harbor also has 12 on Mazes" in text
    apart = {"pair.scores.shared.count": 0, "a.score.sums": "70", "b.score.mazes": fact("9", "minutes")}
    for text in texts(apart, undocumented={"a": ["score.mazes"], "b": ["score.sums"]}):
        assert "70" in text
        assert "9" in text
    alone = {"pair.scores.shared.count": 0, "b.score.mazes": fact("9", "minutes")}
    for text in texts(alone, undocumented={"a": ["score.mazes", "scores"], "b": []}):
        assert "Osprey" in text.partition("Mazes")[0]


def test_level_benchmarks_are_level() -> None:
    facts = {**won(0, 0, 2), **scored("sums", 70, 70, "tie"), **scored("mazes", 12, 12, "tie")}
    for text in texts(facts):
        assert "The two shared benchmarks end level." in text
        assert "Both score 70 on Sums." in text
    for text in texts({**won(3, 0, 1), **scored("sums", 70, 60, "a")}):
        assert "Of the four shared benchmarks, Harbor wins three and the rest are ties" in text


def test_advice_rests_on_what_sets_the_models_apart() -> None:
    near = {"a.context_window": 131_072, "b.context_window": 128_000, "pair.context_window.higher": "a"}
    for text in texts({**near, **priced((1, 2), (3, 9))}):
        assert "roomier" not in text
        assert "larger context" not in text
        assert "long input" not in text
    for text in texts(priced((1, 2), (1, 9))):
        assert "lower price" not in text
        assert "output" in text.rpartition("\n\n")[2]


def test_later_knowledge_is_advice_only_where_the_cutoffs_were_told() -> None:
    newer = {"pair.knowledge_cutoff.newer": "a", **priced((1, 2), (3, 9))}
    dates = {"a.knowledge_cutoff": "2025-01", "b.knowledge_cutoff": "2024-01"}
    plan = (("price", "gap", "a"),)
    assert not any("later knowledge" in text for text in texts(newer, *plan))
    assert all("later knowledge" in text and "January 2025" in text for text in texts(newer | dates, *plan))


def test_one_benchmark_under_several_settings_is_told_once_for_a_winner() -> None:
    settings = {f"sums@{each}": {"name": f"Sums ({each})"} for each in ("high", "low", "medium")}
    names = document({})["names"] | {"benchmarks": settings | {"mazes": {"name": "Mazes"}}}
    facts = {**won(3, 1), **scored("mazes", 10, 20, "b")}
    for gap, key in enumerate(settings, 1):
        facts |= scored(key, 80, 60 - gap, "a")
    for text in texts(facts, names=names):
        assert text.count("Sums (") == 1
        assert "Mazes" in text
