"""Commands that look: facts, checks, catalogs, statistics, the evaluation."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.writer_command import CORPUS, PAIR, Program
from writer.cli import house
from writer.llm import question


def test_facts_are_exact_json_in_the_order_given(writer: Program) -> None:
    there, back = writer("facts", *PAIR, "--format", "json"), writer("facts", *reversed(PAIR), "--format", "json")
    assert (there.json["a"]["slug"], back.json["a"]["slug"]) == PAIR
    assert there.json["a"] == back.json["b"]
    assert there.err == back.err == ""


@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_facts_are_told_with_formula_and_source_on_any_terminal(
    writer: Program,
    monkeypatch: pytest.MonkeyPatch,
    width: str,
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = writer("facts", *PAIR).out
    words = shown.split()
    for word in ("GPT-4.1", "(larger", "smaller)", "models.dev,"):
        assert word in words
    assert max(len(line) for line in shown.splitlines()) <= int(width)


def test_a_text_is_shown_with_its_findings(writer: Program, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("GPT-4.1 costs $2 per 1M input tokens.\n\nIt costs $777 per 1M output tokens.", encoding="utf-8")
    said = writer("check", *PAIR, text, "--explain")
    assert said.status == 1
    assert "3:10 $777" in said.out
    assert "expected $8 per 1M tokens (a.price.output)" in said.out
    assert "a.price.input = $2 per 1M tokens" in said.out
    text.write_text("GPT-4.1 costs $2 per 1M input tokens.", encoding="utf-8")
    assert writer("check", *PAIR, text).status == 0
    plain = writer("check", *PAIR, text, "--format", "json", "--explain").json
    assert plain["accepted"]
    assert plain["statements"][0]["facts"] == ["a.price.input"]
    assert [(each["quote"], each["read"], each["rule"]) for each in plain["numbers"]] == [
        ("$2 per 1M input tokens", "2 USD per 1M tokens", None)
    ]


def test_how_each_number_was_read_is_explained_beside_what_is_said_without_one(writer: Program, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("GPT-4.1 holds about 1M tokens, 24/7. It is newer. It costs $777.", encoding="utf-8")
    lines = " ".join(writer("check", *PAIR, text, "--explain").out.split())
    assert "read as about 1,000,000" in lines
    assert "24/7 read as a manner of speaking, states no fact here" in lines
    assert "$777 read as 777 USD, wrong-number" in lines


def test_facts_are_asked_for_by_words(writer: Program) -> None:
    shown = writer("facts", *PAIR, "workload", "cost_per_request").out
    assert {line.split()[0].partition(".")[0] for line in shown.splitlines() if ".cost_per_request" in line} <= {
        "a",
        "b",
        "(a",
    }
    assert "context_window = " not in shown
    assert len(writer("facts", *PAIR).out) < len(writer("facts", *PAIR, "--all").out)
    assert writer("facts", *PAIR, "zzz").status == 2
    assert writer("facts", *PAIR, "price", "--format", "json").status == 2


def test_the_module_of_the_command_line_is_the_command_line() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "writer.cli.main", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("writer ")


def test_the_rules_are_one_closed_list(writer: Program) -> None:
    rules = writer("check", "--rules", "--format", "json").json
    assert {
        "wrong-number",
        "wrong-subject",
        "wrong-metric",
        "wrong-direction",
        "percent-base",
        "impossible-percent",
        "false-bound",
        "derived",
        "invented",
        "unclear",
    } <= {rule["id"] for rule in rules}
    assert "percent-base" in writer("check", "--rules").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "o3"),
        ("check", "o3", "--cases", "x"),
        ("batch",),
        ("batch", "--best", "3", "--stale"),
        ("batch", "--best", "0"),
        ("facts", "o3"),
        ("queue", "audit"),
        ("serve", "--port", "99999"),
        ("evaluate", "--source", "corpus"),
    ],
)
def test_a_wrong_option_is_exit_status_two(writer: Program, arguments: tuple[str, ...]) -> None:
    said = writer(*arguments)
    assert said.status == 2
    assert "Traceback" not in said.err


def test_a_brief_is_what_a_model_is_sent(writer: Program) -> None:
    messages = writer("brief", *PAIR, "--note", "mind the cost", "--format", "json").json
    assert {message["role"] for message in messages} >= {"system", "user"}
    assert "mind the cost" in json.dumps(messages)
    assert "GPT-4.1" in writer("brief", *PAIR).out


def test_a_catalog_is_checked_listed_and_compared(writer: Program, tmp_path: Path) -> None:
    assert writer("catalog", "check").status == 0
    assert "gpt-4.1" in {model["slug"] for model in writer("catalog", "list", "--format", "json").json}
    assert "GPT-4.1" in writer("catalog", "list").out

    changed = shutil.copytree(CORPUS, tmp_path / "changed")
    file = next(changed.rglob("gpt-4.1.toml"))
    file.write_text(file.read_text(encoding="utf-8").replace("input = 2", "input = 3", 1), encoding="utf-8")
    (change, *_) = writer("catalog", "diff", CORPUS, changed, "--format", "json").json
    assert (change["noun"], change["where"], change["before"]) == ("price", "gpt-4.1", "2")
    assert "gpt-4.1" in writer("catalog", "diff", CORPUS, changed).out

    file.write_text("name = 7", encoding="utf-8")
    writer.catalog = changed
    faulty = writer("catalog", "check", "--format", "json")
    assert faulty.status == 1
    assert len(faulty.json) >= 2
    assert writer("facts", *PAIR).status == 2


def test_what_the_catalog_overtook_is_drafted_anew(writer: Program, tmp_path: Path) -> None:
    writer.catalog = shutil.copytree(CORPUS, tmp_path / "catalog")
    draft = writer("draft", *PAIR, "--format", "json")
    assert draft.status == 0, draft.err
    assert "nothing to draft" in writer("batch", "--stale").err
    file = next(writer.catalog.rglob("gpt-4.1.toml"))
    file.write_text(
        file.read_text(encoding="utf-8").replace("context_window = 1047576", "context_window = 1000000", 1),
        encoding="utf-8",
    )
    summed = writer("batch", "--stale", "--progress", "none", "--format", "json")
    assert summed.json["accepted"] + summed.json["rejected"] == 1
    assert "gpt-4.1-vs-o3@" in writer("queue", "refresh").out


def test_statistics_compare_models_and_prompts(writer: Program, tmp_path: Path) -> None:
    writer("draft", *PAIR)
    (line,) = writer("stats", "--format", "json", "--plot", tmp_path / "stats.png").json
    assert (line["model"], line["drafts"], line["accepted"]) == ("house/plain", 1, 1)
    assert (tmp_path / "stats.png").exists()
    assert "house/plain" in writer("stats").out


def test_the_checker_is_measured(writer: Program, tmp_path: Path) -> None:
    found = writer(
        "evaluate",
        "--share",
        "0.003",
        "--source",
        "templates",
        "--survivors",
        tmp_path / "left.txt",
        "--format",
        "json",
    )
    assert found.status in {0, 1}
    assert found.json["sources"]["templates"]["mutants"]["n"] > 0
    assert (tmp_path / "left.txt").exists()


def test_the_house_writer_has_one_name() -> None:
    assert house.HOUSE == question.HOUSE
