"""Processes that die, that come all at once, a disk that is full, a database that is locked."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from review_queue.desk import Desk
from review_queue.store.engine import open_engine, writing
from tests.fakes.desk import bench, result
from tests.unit.review_queue.desks import drafted
from writer.drafts.draft import Origin, Status
from writer.errors import BadSetting, StoreBusy, StoreError, StoreFull

ROOT = Path(__file__).parents[3]


def forks(what: str, url: str) -> list[Any]:
    """What the program of forks prints."""
    command = [sys.executable, "-m", "tests.unit.review_queue.forks", what, url]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_a_process_killed_between_any_two_statements_leaves_all_in_agreement(url: str) -> None:
    told = forks("kills", url)
    assert {line["name"] for line in told if line["done"]} == {line["name"] for line in told}
    assert [line for line in told if line["faults"]] == []
    killed = Counter(line["name"] for line in told if not line["done"])
    assert min(killed.values()) >= 3, killed
    assert killed.total() > 100, killed
    changed_once = Counter(line["name"] for line in told if line["changed"])
    assert changed_once["approve"] == changed_once["undo"] == changed_once["edit"] == changed_once["publish"] == 1


def test_eight_reviewers_at_once_never_have_the_same_draft_and_never_see_a_lock(url: str) -> None:
    (told,) = forks("storm", url)
    assert [line for line in told["done"] if not line.startswith("a-vs-b")] == []
    assert sorted(told["done"]) == sorted(f"a-vs-b{n}@1" for n in range(120))
    assert (told["approved"], told["faults"]) == (120, [])


def test_of_eight_decisions_at_once_exactly_one_wins_and_a_request_repeated_is_one(url: str) -> None:
    (told,) = forks("rush", url)
    assert Counter(told["decided"])["refused"] == 7, told["decided"]
    assert told["same"] == ["approved"] * 8
    assert told["faults"] == []


def test_eight_drafts_of_one_pair_at_once_become_eight_versions(url: str) -> None:
    (told,) = forks("crowd", url)
    assert sorted(told["saved"]) == [f"alpha-vs-beta@{n}" for n in range(1, 9)]
    assert told["faults"] == []


def test_eight_programs_can_start_on_a_database_that_nobody_has_made(empty_url: str) -> None:
    (told,) = forks("start", empty_url)
    assert told == {"started": ["started"] * 8, "faults": []}


def test_a_locked_database_is_told_in_words_and_nothing_is_changed(url: str) -> None:
    engine = open_engine(url, busy_timeout_seconds=0.2)
    desk = Desk.on(engine, bench())
    kept = drafted(desk)
    other = open_engine(url)
    with writing(other) as session:
        session.connection().execute(text("UPDATE pairs SET revision = revision"))
        with pytest.raises(StoreBusy, match="try again"):
            desk.approve(kept.id, by="anna")
    assert desk.approve(kept.id, by="anna").status is Status.APPROVED
    assert desk.verify().faults == ()
    for opened in (engine, other):
        opened.dispose()


def test_a_full_disk_is_told_in_words_and_nothing_is_changed(desk: Desk, url: str) -> None:
    if not url.startswith("sqlite"):
        with pytest.raises(StoreFull, match="free some space"), writing(desk.office.engine) as session:
            session.connection().execute(
                text("DO $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$")
            )
        return
    kept = drafted(desk)
    with writing(desk.office.engine) as session:
        pages = session.connection().execute(text("PRAGMA page_count")).scalar()
        session.connection().execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(StoreFull, match="free some space"):
        desk.store.save([result("a", f"b{n}") for n in range(200)], origin=Origin.DRAFTED, by="batch")
    assert [row.id for row in desk.list().rows] == [kept.id]
    assert desk.verify().faults == ()


def test_a_disk_that_fills_while_writing_changes_nothing(tmp_path: Path) -> None:
    """The same with a real limit on the size of files."""
    program = (
        "import resource, signal, sys\n"
        "from tests.unit.review_queue.forks import *\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "engine = open_engine(sys.argv[1]); migrate(engine)\n"
        "desk = Desk.on(engine, bench())\n"
        "desk.store.save([result()], origin=Origin.DRAFTED, by='batch')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))\n"
        "try:\n"
        "    desk.store.save([result('a', f'b{n}') for n in range(400)], origin=Origin.DRAFTED, by='batch')\n"
        "except WriterError as error: print(type(error).__name__, len(desk.list().rows), desk.verify().faults)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, f"sqlite:///{tmp_path}/queue.sqlite3"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout in {"StoreFull 1 ()\n", "StoreError 1 ()\n"}


def test_what_is_no_address_of_a_database_is_refused() -> None:
    for address in ("", "mysql://there", "sqlite://", "sqlite:///:memory:", "queue.sqlite3"):
        with pytest.raises(BadSetting, match="WRITER_DATABASE_URL"):
            open_engine(address)


def test_a_server_that_is_not_there_is_told_in_words() -> None:
    engine = open_engine("postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(StoreError, match="could not"), writing(engine) as session:
        session.connection()
