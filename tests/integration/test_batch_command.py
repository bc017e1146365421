"""`writer batch` against the scripted server, with the real catalog, checker, queue and clock."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.fakes import replies
from tests.fakes.replies import COMPLETION_TOKENS, PROMPT_TOKENS, Reply, said
from tests.fakes.server import ModelServer, Seen
from writer.briefing.brief import document_of
from writer.llm.prices import parse_prices
from writer.wording.house import answer

ROOT = Path(__file__).parents[2]
PRICES = "openai/scripted=1/4"
COST = parse_prices(PRICES)["openai/scripted"].cost(PROMPT_TOKENS, COMPLETION_TOKENS)


def house(seen: Seen, **options: object) -> Reply:
    """The house writer's words: a good draft of the pair that is asked for."""
    return said(answer(document_of(seen.body["messages"])), **options)  # type: ignore[arg-type]


def mixed(seen: Seen) -> Reply:
    """Faults in turn, two good answers between them."""
    faults = (
        replies.throttled("0.2"),
        replies.fault(500),
        replies.bad_json(),
        replies.truncated(),
        replies.refusal(),
        replies.cut(),
        replies.fault(529),
        replies.filtered(),
        replies.empty_choices(),
        replies.wrong(),
        replies.thin(),
    )
    return faults[seen.number // 3 % len(faults)] if seen.number % 3 == 2 else house(seen)


def command(server: ModelServer, folder: Path, *words: str) -> list[str]:
    os.environ.update(OPENAI_API_BASE=server.url, OPENAI_API_KEY="key", WRITER_PRICES=PRICES, WRITER_USER="tester")
    return [str(Path(sys.executable).with_name("writer")), "--data-dir", str(folder), *words]


def run(server: ModelServer, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(server, folder, *words), cwd=ROOT, capture_output=True, text=True, check=False)


def queued(server: ModelServer, folder: Path) -> list[dict[str, object]]:
    return list(json.loads(run(server, folder, "queue", "list", "--format", "json").stdout))


@pytest.fixture(autouse=True)
def settings_are_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_BASE", "OPENAI_API_KEY", "WRITER_PRICES", "WRITER_USER"):
        monkeypatch.setenv(name, "")


@pytest.mark.parametrize("count", [12, pytest.param(100, marks=pytest.mark.bench)])
def test_under_mixed_faults_every_pair_is_accepted_or_rejected_for_a_reason_and_on_budget(
    tmp_path: Path, count: int
) -> None:
    with ModelServer(mixed, keep_bodies=False) as server:
        done = run(
            server,
            tmp_path,
            "batch",
            "--best",
            str(count),
            "--model",
            "openai/scripted",
            "--concurrency",
            "8",
            "--budget",
            "5",
            "--progress",
            "json",
            "--format",
            "json",
        )
        rows = queued(server, tmp_path)
    assert done.returncode in {0, 1}, done.stderr
    ended = json.loads(done.stderr.splitlines()[-1])
    totals = ended["totals"]
    assert (ended["status"], totals["pending"]) == ("done", 0)
    assert totals["accepted"] + totals["rejected"] + totals["failed"] == count
    assert float(totals["spent_usd"]) == pytest.approx(server.log.billed * float(COST))
    assert float(totals["spent_usd"]) + float(totals["assumed_usd"]) <= 5
    assert len(rows) == totals["accepted"] + totals["rejected"]
    assert all(row["rules"] or row["status"] == "in_review" or row["attempts"] == 3 for row in rows)
    print(
        f"\n{count} pairs: {totals['accepted']} accepted, {totals['rejected']} rejected, {totals['failed']} failed; "
        f"{server.log.requests} requests, ${totals['spent_usd']} spent, {dict(server.log.kinds)}"
    )


def test_ctrl_c_keeps_what_was_done_and_the_same_command_goes_on(tmp_path: Path) -> None:
    words = ("batch", "--best", "12", "--model", "openai/scripted", "--concurrency", "2", "--progress", "plain")
    with ModelServer(lambda seen: house(seen, delay_seconds=0.3)) as server:
        process = subprocess.Popen(
            command(server, tmp_path, *words), cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        deadline = time.monotonic() + 60
        while server.log.requests < 5 and time.monotonic() < deadline:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers, too
        _, told = process.communicate(timeout=60)
        asked = len({seen.pair for seen in server.log.seen})
        assert process.returncode == 130, told
        assert "Traceback" not in told
        assert "writer batches resume" in told
        assert asked - 2 <= len(queued(server, tmp_path)) <= asked, (
            "what was paid is queued, but for what has to be mended"
        )
        again = run(server, tmp_path, *words)
        assert again.returncode in {0, 1}, again.stderr
        assert set(server.log.labels.values()) == {1}, "nothing is asked twice"
        assert len(queued(server, tmp_path)) == 12


def test_a_dry_run_asks_and_spends_nothing(tmp_path: Path) -> None:
    with ModelServer() as server:
        done = run(server, tmp_path, "batch", "--best", "12", "--model", "openai/scripted", "--dry-run")
        assert done.returncode == 0, done.stderr
        assert "12 pairs" in done.stdout
        assert "$" in done.stdout
        assert server.log.requests == 0


def test_what_a_person_has_to_mend_is_said_and_the_batch_waits(tmp_path: Path) -> None:
    with ModelServer(lambda _seen: replies.fault(401)) as server:
        done = run(server, tmp_path, "batch", "--best", "4", "--model", "openai/scripted", "--progress", "plain")
        assert done.returncode == 1, done.stderr
        assert "401" in done.stderr + done.stdout
        assert "Traceback" not in done.stderr
        listed = run(server, tmp_path, "batches", "list")
        assert "paused" in listed.stdout


def test_an_unknown_price_with_a_budget_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    with ModelServer() as server:
        done = run(server, tmp_path, "batch", "--best", "2", "--model", "openai/other", "--budget", "1")
        assert done.returncode == 2
        assert "--allow-unknown-cost" in done.stderr
        assert server.log.requests == 0
