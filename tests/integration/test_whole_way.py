"""From the catalog to published pages, by the command line alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.integration.writer_command import PAIR, Program


def test_a_pair_goes_from_facts_to_a_published_page(writer: Program, tmp_path: Path) -> None:
    drafted = writer("draft", *reversed(PAIR), "--format", "json")
    assert drafted.status == 0, drafted.err
    assert (drafted.json["a"], drafted.json["b"], drafted.json["status"]) == (*PAIR, "in_review")
    assert drafted.json["cost_usd"] == 0

    listed = writer("queue", "list", "--format", "json").json
    assert listed == [drafted.json]
    assert set(listed[0]) == {"id", "a", "b", "status", "version", "model", "attempts", "cost_usd", "text", "rules"}

    assert writer("page", *PAIR).status == 2
    shown = writer("page", *PAIR, "--draft", "--format", "md")
    assert "Not approved for publication" in shown.out

    assert writer("queue", "approve", drafted.json["id"]).status == 0
    site = tmp_path / "site"
    assert writer("publish", site).status == 0
    page = (site / "gpt-4.1-vs-o3.html").read_text(encoding="utf-8")
    assert page.count("<h1") == 1
    assert "noindex" in page
    assert writer("queue", "list", "--status", "published", "--format", "json").json[0]["id"] == drafted.json["id"]


def test_publishing_again_changes_nothing(writer: Program, tmp_path: Path) -> None:
    approved(writer)
    writer("publish", tmp_path / "site")
    before = {path.name: path.read_bytes() for path in (tmp_path / "site").iterdir()}
    again = writer("publish", tmp_path / "site")
    assert "0 files written" in again.err
    assert {path.name: path.read_bytes() for path in (tmp_path / "site").iterdir()} == before


def test_a_directory_that_is_refused_leaves_the_draft_approved(writer: Program, tmp_path: Path) -> None:
    approved(writer)
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "thesis.txt").write_text("mine", encoding="utf-8")
    refused = writer("publish", tmp_path / "theirs")
    assert refused.status == 2
    assert "is not empty" in refused.err
    assert writer("queue", "list", "--format", "json").json[0]["status"] == "approved"


def test_what_is_drafted_twice_is_stored_once(writer: Program) -> None:
    first, second = (writer("draft", *PAIR, "--format", "json") for _ in range(2))
    assert first.json == second.json
    assert "stored before" in second.err
    assert len(writer("queue", "list", "--format", "json").json) == 1


def test_regenerating_is_a_new_version(writer: Program) -> None:
    first = writer("draft", *PAIR, "--format", "json").json
    second = writer("regenerate", *PAIR, "--note", "say more about cost", "--format", "json")
    assert second.status == 0, second.err
    assert second.json["version"] == first["version"] + 1
    statuses = {row["version"]: row["status"] for row in writer("queue", "list", "--format", "json").json}
    assert statuses == {1: "superseded", 2: "in_review"}


def test_without_the_queue_nothing_is_stored(writer: Program) -> None:
    drafted = writer("draft", *PAIR, "--no-queue", "--format", "json")
    assert drafted.status == 0, drafted.err
    assert drafted.json["accepted"]
    assert not writer.data_dir.exists()
    assert writer("queue", "list", "--format", "json").json == []


def test_each_decision_needs_its_reason_and_leaves_a_trace(writer: Program) -> None:
    draft = writer("draft", *PAIR, "--format", "json").json["id"]
    assert writer("queue", "decline", draft).status == 2
    assert writer("queue", "request-changes", draft, "--reason", "too dry").status == 0
    assert writer("queue", "undo", draft).status == 0
    assert writer("queue", "decline", draft, "--reason", "not wanted").status == 0
    trail = writer("queue", "audit", *PAIR).out
    assert [word for word in ("decline", "undo", "request_changes", "draft") if f"ann {word}" in trail] == [
        "decline",
        "undo",
        "request_changes",
        "draft",
    ]
    assert writer("queue", "audit", "--verify").status == 0


def test_an_approval_is_of_what_was_seen(writer: Program) -> None:
    draft = writer("draft", *PAIR, "--format", "json").json["id"]
    seal = writer("queue", "show", draft, "--format", "json").json["seal"]
    assert writer("queue", "approve", draft, "--expect", "0" * 64).status == 2
    assert writer("queue", "approve", draft, "--expect", seal[:12]).status == 0


def test_where_two_have_to_approve_one_is_not_enough(writer: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WRITER_APPROVALS", "2")
    draft = writer("draft", *PAIR, "--format", "json").json["id"]
    for who, status in (("ben", "in_review"), ("ben", "in_review"), ("eve", "approved")):
        monkeypatch.setenv("WRITER_USER", who)
        writer("queue", "approve", draft)
        assert writer("queue", "list", "--format", "json").json[0]["status"] == status


def test_an_edit_that_strays_is_not_stored(writer: Program, tmp_path: Path) -> None:
    drafted = writer("draft", *PAIR, "--format", "json").json
    words = tmp_path / "words.txt"
    words.write_text(drafted["text"] + "\n\nGPT-4.1 costs $777 per 1M input tokens.", encoding="utf-8")
    refused = writer("queue", "edit", drafted["id"], words)
    assert refused.status == 1
    assert "$777" in refused.out
    assert len(writer("queue", "list", "--format", "json").json) == 1


def test_one_decision_that_cannot_be_stops_no_other(writer: Program) -> None:
    draft = writer("draft", *PAIR, "--format", "json").json["id"]
    said = writer("queue", "approve", "no-such-vs-draft@1", draft)
    assert said.status == 2
    assert "no-such-vs-draft@1" in said.err
    assert writer("queue", "list", "--format", "json").json[0]["status"] == "approved"


def test_a_batch_is_summed_up_and_goes_on_by_the_same_command(writer: Program, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("a,b\no3,gpt-4.1\ngpt-4.1,o3\no3,gpt-4.1-mini\n", encoding="utf-8")
    first = writer("batch", "--pairs", pairs, "--progress", "json", "--format", "json")
    assert first.json["accepted"] + first.json["rejected"] == 2
    assert first.json["spent_usd"] == 0
    assert {json.loads(line)["event"] for line in first.err.splitlines()} >= {"Started", "PairFinished", "Ended"}
    again = writer("batch", "--pairs", pairs, "--progress", "none", "--format", "json")
    assert again.json["calls"] == 0
    assert again.json["reused"] == 2


def test_a_dry_run_asks_nothing(writer: Program, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("o3,gpt-4.1\n", encoding="utf-8")
    said = writer("batch", "--pairs", pairs, "--dry-run", "--model", "openai/gpt-4o-mini", "--format", "json")
    assert said.status == 0, said.err
    assert said.json["pairs"] == [{"a": "gpt-4.1", "b": "o3", "generation": 1}]
    assert said.json["cost_usd"] > 0
    assert writer("batches", "list", "--format", "json").json == []


def test_every_fault_of_a_pairs_file_is_told_at_once(writer: Program, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("o3,gpt-4.1\no33,gpt-4.1\no3,o3\no3\n", encoding="utf-8")
    said = writer("batch", "--pairs", pairs)
    assert said.status == 2
    assert [line.split(":")[2] for line in said.err.splitlines()] == ["2", "3", "4"]


def approved(writer: Program) -> str:
    """An approved draft of the pair."""
    drafted = writer("draft", *PAIR, "--format", "json")
    assert drafted.status == 0, drafted.err
    draft = str(drafted.json["id"])
    assert writer("queue", "approve", draft).status == 0
    return draft
