"""Rows of the curated file become scores: at which setting, and which of several."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.unit.catalog_files.curated_file import model, row, write_file
from tests.unit.catalog_files.imported import imported
from writer.catalog.model import Model
from writer.catalog_files.curated.run import import_curated
from writer.catalog_files.load import load_catalog


def scores(found: Model) -> dict[str, Decimal]:
    return {score.key: score.score for score in found.scores}


def twice(place: Path, rows: list[Any]) -> dict[str, Decimal]:
    """The scores of a model beside a second model with the same rows, so that no setting is alone."""
    import_curated(
        write_file(place, model(benchmarks=rows), model(id="openai/two", name="Two", benchmarks=rows)), place / "c"
    )
    return scores(load_catalog(place / "c").models["one-1"])


@pytest.mark.parametrize(
    ("told", "key"),
    [
        (row(), "gpqa-diamond"),
        (row(settings={"effort": "high"}), "gpqa-diamond@effort-high"),
        (row(settings={"effort": "32K"}), "gpqa-diamond@thinking-32k"),
        (row(origin="simple-evals", settings={"prompt": "n/a"}), "gpqa-diamond@simple-evals"),
        (
            row("Terminal-Bench", settings={"agent": "Terminus 2", "effort": "low"}),
            "terminal-bench@terminus-2-effort-low",
        ),
        (row("Aider polyglot", origin="aider", settings={"edit_format": "diff"}), "aider-polyglot"),
        (row("Aider polyglot", origin="aider", model_name="one (32k thinking)"), "aider-polyglot@thinking-32k"),
        (row("Aider polyglot", origin="aider", model_name="one (no think)"), "aider-polyglot"),
        (row("BFCL v4 overall", origin="bfcl", settings={"mode": "FC"}), "bfcl-v4@function-calling"),
        (row("MMLU", origin="llm-stats", settings={"method": "5-shot CoT"}), "mmlu@reported-5-shot-cot"),
        (row("AIME 2025", origin="llm-stats", settings={"method": "Parallel test-time compute"}), "aime-2025@assisted"),
        (row("AIME 2025", origin="llm-stats", settings={"method": "accuracy (no tools)"}), "aime-2025"),
        (row("LiveBench 2026-01-08: average", origin="livebench", settings={"thinking": "off"}), "livebench"),
        (row("OpenHands Index: GAIA", origin="openhands-index", settings={"agent": "OpenHands"}), "gaia@openhands"),
    ],
)
def test_what_a_score_depends_on_becomes_its_setting(tmp_path: Path, told: Any, key: str) -> None:
    assert twice(tmp_path, [told]) == {key: Decimal(50)}


@pytest.mark.parametrize(
    ("rows", "score"),
    [
        ([row(score=60, self_reported=True), row(score=50, self_reported=False)], 50),
        ([row(score=50, model_name="one-2024-05-13"), row(score=40, model_name="one-2024-11-20")], 40),
        ([row(score=50, date="2025-01-01"), row(score=40, date="2025-02-01")], 40),
        ([row(score=50), row(score=40)], 40),
        ([row("Vectara hallucination rate (HHEM)", s, "vectara", higher_is_better=False) for s in (1, 2)], 2),
        ([row("Aider polyglot", 50, "models.dev"), row("Aider polyglot", 40, "aider")], 40),
    ],
)
def test_of_several_results_at_one_setting_a_stated_rule_picks(tmp_path: Path, rows: list[Any], score: int) -> None:
    forward, backward = twice(tmp_path, rows), twice(tmp_path, rows[::-1])
    assert list(forward.values()) == list(backward.values()) == [Decimal(score)]


def test_a_row_that_is_no_benchmark_of_ours_is_left_out_and_counted(tmp_path: Path) -> None:
    done = import_curated(write_file(tmp_path, model(benchmarks=[row("Nobody's"), row()])), tmp_path / "catalog")
    assert "1 scores; 1 rows of 1 benchmarks left out" in done.notes[0]


def test_a_setting_that_one_model_alone_has_compares_with_nothing_and_is_left_out(tmp_path: Path) -> None:
    assert scores(imported(tmp_path, benchmarks=[row(settings={"effort": "max"}), row(score=1)])) == {"gpqa-diamond": 1}


def test_an_agent_that_is_named_like_a_model_makes_no_setting(tmp_path: Path) -> None:
    assert twice(tmp_path, [row("OSWorld", settings={"agent": "GPT-4o"})]) == {}
