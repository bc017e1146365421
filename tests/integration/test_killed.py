"""Killed with -9 at random moments, a batch ends with each result once, and pays for nothing twice but what was out."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.fakes import replies
from tests.fakes.batch_process import COST, tools_in
from tests.fakes.server import ModelServer, always
from writer.drafts.batch import BatchStatus, CallState

ROOT = Path(__file__).parents[2]


def started(folder: Path, server: ModelServer, count: int, concurrency: int) -> subprocess.Popen[bytes]:
    settings = {**os.environ, "OPENAI_API_BASE": server.url, "OPENAI_API_KEY": "key"}
    command = [sys.executable, "-m", "tests.fakes.batch_process", str(folder), str(count), str(concurrency)]
    return subprocess.Popen(command, cwd=ROOT, env=settings)


def killed_at(process: subprocess.Popen[bytes], server: ModelServer, requests: int) -> None:
    deadline = time.monotonic() + 120
    while server.log.requests < requests and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)
    process.kill()
    process.wait()


def finished_after(folder: Path, kills: int, count: int, concurrency: int) -> ModelServer:
    chance = random.Random(7)
    script = always(replies.good(delay_seconds=0.1))
    with ModelServer(script, keep_bodies=False) as server:
        for kill in range(1, kills + 1):
            process = started(folder, server, count, concurrency)
            killed_at(process, server, int(count * kill / (kills + 1)) + chance.randint(-8, 8))
            assert process.returncode == -9, "it was killed before it could end"
        assert started(folder, server, count, concurrency).wait() == 0
        return server


def check(folder: Path, server: ModelServer, kills: int, count: int, concurrency: int) -> str:
    tools, log = tools_in(folder), server.log
    (batch,) = tools.book.batches()
    totals = tools.book.totals(batch.id)
    calls = tools.book.calls(batch.id, limit=10 * count)
    states = Counter(call.state for call in calls)
    drafts = [tools.store.revision(unit.a, unit.b) for unit in tools.book.units(batch.id, limit=count)]
    assert batch.status is BatchStatus.DONE
    assert (totals.accepted, totals.pending) == (count, 0)
    assert drafts == [1] * count, "each pair has one draft"
    assert states == {CallState.ANSWERED: count, **({CallState.LOST: totals.lost_calls} if totals.lost_calls else {})}
    assert count <= log.requests <= count + totals.lost_calls
    assert totals.lost_calls <= kills * concurrency, "only what was out is asked again"
    lost = Counter(f"{call.a}_{call.b}-g1-a1" for call in calls if call.state is CallState.LOST)
    assert all(times <= 1 + lost[label] for label, times in log.labels.items()), "what was answered is not asked again"
    assert totals.spent_usd == count * COST
    paid_for_lost = log.billed * COST - totals.spent_usd
    assert 0 <= paid_for_lost <= totals.assumed_usd, "what the server charged for lost calls is within what is assumed"
    return (
        f"{kills} kills, {count} pairs: {count} drafts, {log.requests} requests "
        f"({log.requests - count} were out at a kill, {totals.lost_calls} recorded as lost), "
        f"spent ${totals.spent_usd} of ${log.billed * COST} by the server's count, ${paid_for_lost} of it lost"
    )


def test_a_batch_killed_twice_asks_only_what_was_out_again(tmp_path: Path) -> None:
    server = finished_after(tmp_path, 2, 60, 8)
    print(check(tmp_path, server, 2, 60, 8))


@pytest.mark.bench
def test_five_hundred_pairs_killed_ten_times(tmp_path: Path) -> None:
    server = finished_after(tmp_path, 10, 500, 16)
    print("\n" + check(tmp_path, server, 10, 500, 16))
