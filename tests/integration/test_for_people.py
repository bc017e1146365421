"""What people are shown: whole lines for a pipe, nothing that a terminal obeys, and advice that can be followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.writer_command import PAIR, Program


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")


def test_a_list_in_a_pipe_is_a_line_a_row(writer: Program) -> None:
    models = writer("catalog", "list", "--format", "json").json
    rows = writer("catalog", "list").out.splitlines()[1:]
    assert [row.split()[0] for row in rows] == [model["slug"] for model in models]
    writer("draft", *PAIR)
    (draft,) = writer("queue", "list", "--format", "json").json
    first, _ = writer("queue", "list").out.splitlines()
    assert first.split()[-1] == draft["id"]


def test_the_command_that_approves_is_one_line_where_it_may_be_given(writer: Program) -> None:
    writer("draft", *PAIR)
    (draft,) = writer("queue", "list", "--format", "json").json
    (line,) = [each for each in writer("queue", "show", draft["id"]).out.splitlines() if "queue approve" in each]
    assert writer(*line.split()[1:]).status == 0
    assert "queue approve" not in writer("queue", "show", draft["id"]).out


def test_a_text_without_a_quantity_is_not_said_to_be_all_facts(writer: Program, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    said = writer("check", *PAIR, empty)
    assert said.status == 0
    assert "nothing to check" in " ".join(said.out.split())


def test_a_checked_text_moves_no_cursor(writer: Program, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("It costs\x1b[2J $123.\u202e", encoding="utf-8")
    said = writer("check", *PAIR, text)
    assert said.status == 1
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out
    assert "\\x1b[2J" in said.out


def test_a_catalog_that_is_not_there_is_no_catalog_with_faults(writer: Program, tmp_path: Path) -> None:
    writer.catalog = tmp_path / "nonexistent"
    said = writer("catalog", "check")
    assert (said.status, said.out) == (2, "")
    assert "is no directory" in said.err


def test_a_dry_run_counts_what_is_stored_and_says_where_it_took_fewer(writer: Program) -> None:
    writer("batch", "--best", "1", "--progress", "none")
    said = writer("batch", "--best", "1", "--dry-run")
    assert "1 pair, 0 of them to be worded, 1 stored already" in said.out
    assert said.err == ""
    most = writer("batch", "--best", "1000000", "--dry-run", "--format", "json")
    assert most.json["reused"] == 1
    assert f"the catalog has {len(most.json['pairs']):,} pairs of listed models" in most.err
