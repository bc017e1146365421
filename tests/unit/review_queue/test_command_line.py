"""`writer queue` on both engines: what was seen is named, faults are a line, and the exit status tells which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text

from review_queue.desk import Desk
from review_queue.store import engine as engines
from review_queue.store.engine import open_engine, writing
from tests.fakes.desk import bench
from tests.integration.writer_command import PAIR, Program
from tests.unit.review_queue.forks import WallClock
from tests.unit.review_queue.web.test_faults import fill, make_room

ITEM = "gpt-4.1-vs-o3@1"


@pytest.fixture
def writer(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program on this database, with one draft, and little patience for locks."""
    for name, value in {"WRITER_DATABASE_URL": url, "WRITER_USER": "anna", "WRITER_MODEL": ""}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(engines, "open_engine", partial(open_engine, busy_timeout_seconds=0.2))
    program = Program(tmp_path, capsys)
    assert program("draft", *PAIR).status == 0
    return program


def seal(writer: Program) -> str:
    return str(writer("queue", "show", ITEM, "--format", "json").json["seal"])


@pytest.fixture
def other(url: str) -> Iterator[Desk]:
    """Somebody else's desk on the same database."""
    engine = open_engine(url)
    yield Desk.on(engine, replace(bench(), clock=WallClock()))
    engine.dispose()


def test_an_approval_names_what_was_seen(writer: Program) -> None:
    seen = seal(writer)
    refused = writer("queue", "approve", ITEM, "--expect", "0" * 64)
    assert refused.status == 2
    assert f"stored is {seen[:12]}" in refused.err
    assert writer("queue", "approve", ITEM, "--expect", seen[:12]).status == 0
    assert writer("queue", "list", "--format", "json").json[0]["status"] == "approved"


def test_what_another_has_open_is_not_decided_on(writer: Program, other: Desk) -> None:
    assert writer("queue", "next").out.strip() == ITEM
    other.take_over(ITEM, by="ben", reason="anna is out")
    refused = writer("queue", "approve", ITEM)
    assert (refused.status, "ben has it open until" in refused.err) == (2, True)


def test_a_locked_database_is_a_line(writer: Program, other: Desk) -> None:
    with writing(other.office.engine) as session:
        session.connection().execute(text("UPDATE pairs SET revision = revision"))
        busy = writer("queue", "approve", ITEM)
    assert busy.status == 2
    assert busy.err.strip() == "writer: the queue's database is busy: nothing was changed: try again in a moment"
    assert writer("queue", "approve", ITEM).status == 0
    assert writer("queue", "audit", "--verify").status == 0


def test_a_full_disk_is_a_line(
    writer: Program, other: Desk, url: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    if url.startswith("sqlite"):
        monkeypatch.setattr(engines, "open_engine", full_engine)
    else:
        fill(other, url)
        request.addfinalizer(partial(make_room, url))
    full = writer("draft", "claude-sonnet-5", "gemini-2.5-pro")
    assert full.status == 2
    assert full.err.strip().splitlines()[-1] == (
        "writer: the queue's disk is full: nothing was changed: free some space and try again"
    )


def full_engine(url: str) -> Engine:
    """An engine whose database may not grow by a page."""
    engine = open_engine(url)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
    return engine


def test_the_trail_is_verified_with_a_head_that_was_kept(writer: Program, other: Desk) -> None:
    kept = writer("queue", "audit", "--verify").err.split()[1].rstrip(":")
    assert writer("queue", "approve", ITEM).status == 0
    assert writer("queue", "audit", "--verify", "--head", kept).status == 0
    with writing(other.office.engine) as session:
        session.connection().execute(text("UPDATE audit SET reason = 'nicer' WHERE seq = 0"))
    tampered = writer("queue", "audit", "--verify", "--head", kept)
    assert tampered.status == 1
    assert "row 0: was changed after it was written" in tampered.out
