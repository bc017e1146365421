from __future__ import annotations

import json
from pathlib import Path

import pytest

from writer.cli.watching import watching
from writer.cli.words import count
from writer.drafting.events import Ended, Started
from writer.drafts.batch import Totals

STARTED = Started("b1", 10, "openai/x", Totals(pending=10))
ENDED = Ended("b1", "done", "", Totals(accepted=10))


@pytest.mark.parametrize("kind", ["auto", "live", "plain", "json"])
def test_a_batch_is_watched_on_standard_error_alone(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    with watching(kind) as watcher:
        watcher.tell(STARTED)
        watcher.tell(ENDED)
    said = capsys.readouterr()
    assert said.out == ""
    assert "b1" in said.err


def test_nobody_need_watch(capsys: pytest.CaptureFixture[str]) -> None:
    with watching("none") as watcher:
        watcher.tell(STARTED)
    assert capsys.readouterr().err == ""


def test_a_log_takes_every_event_after_what_it_holds(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    for _ in range(2):
        with watching("none", log) as watcher:
            watcher.tell(STARTED)
            watcher.tell(ENDED)
    lines = [json.loads(line)["event"] for line in log.read_text(encoding="utf-8").splitlines()]
    assert lines == ["Started", "Ended"] * 2


def test_one_is_singular() -> None:
    assert (count(1, "pair"), count(2, "pair"), count(1200, "reply", "replies")) == (
        "1 pair",
        "2 pairs",
        "1,200 replies",
    )
