"""Batches from the command line, against a model server that follows a script."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes.replies import fault, good
from tests.fakes.server import ModelServer, always
from tests.integration.writer_command import CORPUS, Program
from writer.cli.settings import Settings
from writer.serving.resuming import BatchResumer

pytestmark = pytest.mark.model
MODEL = "openai/scripted"
PRICE = f"{MODEL}=1/2"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer(always(good())) as running:
        monkeypatch.setenv("OPENAI_API_BASE", running.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        yield running


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    file = tmp_path / "pairs.csv"
    file.write_text("gpt-4.1,o3\no3,o3-mini\ngpt-4.1,o3-mini\n", encoding="utf-8")
    return file


def test_a_rejected_draft_costs_what_it_cost(writer: Program, server: ModelServer, pairs: Path) -> None:
    said = writer(
        "batch",
        "--pairs",
        pairs,
        "--model",
        MODEL,
        "--attempts",
        "2",
        "--price",
        PRICE,
        "--progress",
        "none",
        "--format",
        "json",
    )
    assert said.status == 1, said.err
    assert (said.json["rejected"], said.json["calls"], server.log.requests) == (3, 6, 6)
    assert said.json["spent_usd"] == pytest.approx(6 * (3000 + 2 * 900) / 1_000_000)
    assert len(said.json["rejections"]) == 3


def test_the_same_command_asks_nothing_twice(writer: Program, server: ModelServer, pairs: Path) -> None:
    line = ("batch", "--pairs", pairs, "--model", MODEL, "--attempts", "1", "--progress", "none", "--format", "json")
    writer(*line)
    again = writer(*line)
    assert again.status == 1
    assert server.log.requests == 3


def test_a_budget_stops_before_it_is_passed(writer: Program, server: ModelServer, pairs: Path) -> None:
    line = ("batch", "--pairs", pairs, "--model", MODEL, "--price", PRICE, "--progress", "none", "--format", "json")
    said = writer(*line, "--budget", "0.000001")
    assert said.status == 1
    assert (said.json["status"], server.log.requests) == ("stopped", 0)
    assert "budget" in said.json["reason"]


def test_a_budget_without_a_price_is_refused(writer: Program, server: ModelServer, pairs: Path) -> None:
    said = writer("batch", "--pairs", pairs, "--model", MODEL, "--budget", "1")
    assert (said.status, server.log.requests) == (2, 0)
    assert "--allow-unknown-cost" in said.err


def test_a_wrong_key_pauses_the_batch_for_a_person(writer: Program, server: ModelServer, pairs: Path) -> None:
    server.script = always(fault(401, code="invalid_api_key", message="wrong key"))
    said = writer("batch", "--pairs", pairs, "--model", MODEL, "--progress", "none", "--format", "json")
    assert said.status == 1
    assert said.json["status"] == "paused"
    server.script = always(good())
    resumed = writer("batches", "resume", said.json["id"], "--progress", "none", "--format", "json")
    assert resumed.json["status"] == "done"
    assert resumed.json["pending"] == 0


def test_a_batch_is_listed_shown_changed_and_cancelled(writer: Program, server: ModelServer, pairs: Path) -> None:
    server.script = always(fault(401, code="invalid_api_key", message="wrong key"))
    name = writer("batch", "--pairs", pairs, "--model", MODEL, "--progress", "none", "--format", "json").json["id"]
    assert [each["id"] for each in writer("batches", "list", "--format", "json").json] == [name]
    assert name in writer("batches", "list").out
    assert "pending" in writer("batches", "show", name).out
    priced = ("--price", f"{MODEL}=1/4")
    assert writer("batches", "set", name, "--concurrency", "3", "--budget", "2.50", *priced).status == 0
    changed = writer("batches", "list", "--format", "json").json[0]
    assert (changed["concurrency"], changed["budget_usd"]) == (3, 2.5)
    assert writer("batches", "set", name).status == 2
    assert writer("batches", "cancel", name, "--reason", "no need").status == 0
    assert writer("batches", "resume", name).status == 2
    assert writer("batches", "show", "no-such-batch").status == 2


def test_a_budget_that_cannot_be_kept_is_not_set(writer: Program, server: ModelServer, pairs: Path) -> None:
    server.script = always(fault(401, code="invalid_api_key", message="wrong key"))
    asked = ("batch", "--pairs", pairs, "--model", "openai/unpriced", "--progress", "none", "--format", "json")
    name = writer(*asked).json["id"]
    refused = writer("batches", "set", name, "--budget", "2.50")
    assert (refused.status, "the price of openai/unpriced is unknown" in refused.err) == (2, True)
    assert writer("batches", "list", "--format", "json").json[0]["budget_usd"] is None
    assert writer("batches", "set", name, "--budget", "2.50", "--price", "openai/unpriced=1/2").status == 0


def test_ctrl_c_loses_nothing_and_the_same_command_goes_on(
    writer: Program,
    server: ModelServer,
    pairs: Path,
    tmp_path: Path,
) -> None:
    server.script = always(good(delay_seconds=1.0))
    line = [
        sys.executable,
        "-m",
        "writer",
        "batch",
        "--pairs",
        str(pairs),
        "--model",
        MODEL,
        "--attempts",
        "1",
        "--concurrency",
        "1",
        "--progress",
        "plain",
        "--catalog",
        str(CORPUS),
        "--data-dir",
        str(tmp_path / "data"),
    ]
    running = subprocess.Popen(line, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ.copy())
    wait_for(lambda: server.log.requests == 1)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 130, err
    assert "is paused" in err
    assert "Traceback" not in err
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert server.log.requests == 3


def test_the_desk_goes_on_with_a_batch_in_a_process_of_its_own(
    writer: Program, server: ModelServer, pairs: Path, tmp_path: Path
) -> None:
    server.script = always(fault(401, code="invalid_api_key", message="wrong key"))
    name = writer("batch", "--pairs", pairs, "--model", MODEL, "--progress", "none", "--format", "json").json["id"]
    server.script = always(good())
    settings = Settings(
        catalog=CORPUS, data_dir=tmp_path / "data", user="ann", database_url=f"sqlite:///{tmp_path}/data/queue.sqlite3"
    )
    resumer = BatchResumer(settings.variables(), tmp_path / "data" / "batches.log")
    resumer(name)
    wait_for(lambda: writer("batches", "list", "--format", "json").json[0]["status"] == "done")
    (process,) = resumer.started
    assert process.wait(20) == 1, "its drafts stray: they are rejected"
    assert f"batch {name} done: 3 of 3 pairs, 3 rejected" in (tmp_path / "data" / "batches.log").read_text()


def wait_for(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    """Until it holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)
