"""A user's mistake is a clear line and exit status 2, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.writer_command import Program

MISTAKES = {
    ("facts", "o3", "O3"): "did you mean o3?",
    ("facts", "o3", "o3"): "cannot be compared with itself",
    ("page", "o3", "nobody-9"): "no model of the catalog",
    ("check", "o3", "gpt-4.1", "{tmp}"): "Is a directory",
    ("check", "o3", "gpt-4.1", "{tmp}/none"): "check the path",
    ("check", "o3", "gpt-4.1", "{tmp}/bytes"): "byte 0 is no UTF-8",
    ("batch", "--pairs", "{tmp}"): "Is a directory",
    ("batch", "--pairs", "{tmp}/empty"): "holds no pair",
    ("batch", "--pairs", "{tmp}/bytes"): "expected a CSV file in UTF-8",
    ("queue", "show", "nope"): "is no draft's id",
    ("queue", "show", "o3-vs-o4@1"): "o3-vs-o4@1",
    ("batches", "show", "nope"): "no batch has this id",
    ("catalog", "import", "curated", "{tmp}/empty", "--into", "{tmp}/into"): "expected the curated file",
    ("catalog", "diff", "{tmp}/none"): "is no directory",
    ("publish", "{tmp}/empty"): "is not a directory",
    ("stats", "--plot", "{tmp}/none/x.png"): "check the path",
    ("evaluate", "--corpus", "{tmp}/bytes"): "is no UTF-8",
}


@pytest.mark.parametrize(("arguments", "line"), MISTAKES.items(), ids=[" ".join(words[:3]) for words in MISTAKES])
def test_a_mistake_is_a_clear_line(writer: Program, tmp_path: Path, arguments: tuple[str, ...], line: str) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    said = writer(*(word.format(tmp=tmp_path) for word in arguments))
    assert said.status == 2
    assert said.out == ""
    assert line in said.err
    assert all(each.startswith("writer: ") for each in said.err.splitlines())


def test_a_data_directory_that_is_a_file_is_told(writer: Program, tmp_path: Path) -> None:
    writer.data_dir = tmp_path / "file"
    writer.data_dir.touch()
    said = writer("queue", "list")
    assert (said.status, said.out) == (2, "")
    assert f"{writer.data_dir}: File exists" in said.err


def test_a_queue_that_is_no_database_is_told(writer: Program) -> None:
    writer.data_dir.mkdir()
    (writer.data_dir / "queue.sqlite3").write_bytes(b"not a database" * 100)
    said = writer("queue", "list")
    assert (said.status, said.out) == (2, "")
    assert "not a database" in said.err


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("mysql://x", "WRITER_DATABASE_URL: cannot be used"),
        ("postgresql://nobody@127.0.0.1:1/none", "nothing was changed"),
    ],
)
def test_a_database_that_cannot_be_reached_is_told(
    writer: Program,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    line: str,
) -> None:
    monkeypatch.setenv("WRITER_DATABASE_URL", url)
    said = writer("queue", "list")
    assert (said.status, said.out) == (2, "")
    assert line in said.err


def test_a_malformed_catalog_is_told_whole(writer: Program, tmp_path: Path) -> None:
    writer.catalog = tmp_path / "catalog"
    folder = writer.catalog / "models" / "acme"
    folder.mkdir(parents=True)
    (folder / "one.toml").write_text("name = ", encoding="utf-8")
    (folder / "two.toml").write_text('name = "Two"\nvendor = "acme"\ncontext_window = "large"\n', encoding="utf-8")
    said = writer("facts", "one", "two")
    assert said.status == 2
    assert "one.toml" in said.err
    assert "two.toml: context_window" in said.err
