"""How fast a batch is, what it costs in CPU and memory: `make bench`.

The server is a process of its own; what it and every other process here used is printed beside what was reached, with the
load of the machine: on a shared one the share of ideal says as much of the others as of this program.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
import multiprocessing
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from tests.fakes.batch_process import MODEL, tools_in
from tests.fakes.pairs import pairs
from writer.briefing.brief import document_of
from writer.catalog_files.load import load_catalog
from writer.drafting.bench import Task
from writer.drafting.benches import PooledBench
from writer.drafting.craft import Craft
from writer.drafting.events import CallMade, Event, PairFinished
from writer.drafting.order import order
from writer.drafting.run import open_batch, run_batch
from writer.drafting.shop import Tools
from writer.drafts.batch import Order, Totals
from writer.llm import gateway
from writer.wording.house import answer

ROOT = Path(__file__).parents[2]
LATENCY_SECONDS = 2.0

pytestmark = [pytest.mark.bench, pytest.mark.model]


def craft() -> Craft:
    """The real one, over the catalog that is shipped."""
    return Craft(load_catalog(ROOT / "catalog"), FileSystemLoader(ROOT / "prompts"))


def house_answers(folder: Path, count: int) -> tuple[list[tuple[str, str]], Path]:
    """So many pairs that the house writer words well, and a file of its answers."""
    work, answers = craft(), {}
    shuffled = list(itertools.combinations(sorted(load_catalog(ROOT / "catalog").models), 2))
    random.Random(5).shuffle(shuffled)
    for a, b in shuffled[:count]:
        answers[f"{a}_{b}"] = answer(document_of(work.prepare(Task(a, b)).messages))
    path = folder / "answers.json"
    path.write_text(json.dumps(answers))
    return shuffled[:count], path


@contextmanager
def served(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Iterator[int]:
    """The id of the server's process."""
    command = [sys.executable, "-m", "tests.fakes.server_process", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    monkeypatch.setenv("OPENAI_API_BASE", process.stdout.readline().strip())
    monkeypatch.setenv("OPENAI_API_KEY", "key")
    try:
        yield process.pid
    finally:
        process.communicate("")


@dataclass
class Watcher:
    """Notes the resident memory at each thousand of finished pairs, and when each call was answered."""

    megabytes: dict[int, float] = field(default_factory=dict)
    answered: list[float] = field(default_factory=list)
    finished: int = 0

    def tell(self, event: Event) -> None:
        if isinstance(event, CallMade):
            self.answered.append(time.perf_counter())
        if isinstance(event, PairFinished):
            self.finished += 1
            if self.finished % 1000 == 0:
                self.megabytes[self.finished] = resident()

    def steady_rate(self) -> float:
        """Answers a second between the first quarter and the last: neither the start nor the end counts."""
        first, last = len(self.answered) // 4, 3 * len(self.answered) // 4
        return (last - first) / (self.answered[last] - self.answered[first])


def resident() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


def used_by(*processes: int) -> float:
    """Seconds of CPU that these processes have used."""
    fields = [Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split() for process in processes]
    return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Figures:
    """CPU in seconds: the client is the thread that asks, the store the threads that write and read; the rest of this
    process hands drafts to those that check and back."""

    totals: Totals
    seconds: float
    client: float
    store: float
    process: float = 0.0
    check: float = 0.0
    server: float = 0.0
    steady: float = 0.0

    def told(self, concurrency: int) -> str:
        drafts, ideal = self.totals.finished, concurrency / LATENCY_SECONDS
        rest = self.process - self.client - self.store
        parts = {
            "client": self.client,
            "check": self.check,
            "store": self.store,
            "between": rest,
            "server": self.server,
        }
        split = ", ".join(f"{name} {1000 * value / drafts:.1f}" for name, value in parts.items())
        return (
            f"concurrency {concurrency}: {drafts} drafts in {self.seconds:.1f} s, end to end "
            f"{100 * drafts / self.seconds / ideal:.1f} % of ideal, {100 * self.steady / ideal:.1f} % between start and end; "
            f"CPU ms a draft: {split}, together {1000 * (self.process + self.check + self.server) / drafts:.1f} "
            f"({1000 * (os.cpu_count() or 1) / ideal:.1f} are there at ideal); RSS {resident():.0f} MB; "
            f"load {os.getloadavg()[0]:.1f}"
        )


async def measured(tools: Tools, wish: Order) -> Figures:
    """Runs the batch; CPU of this thread is the client's, of the store's threads the store's."""
    batch = open_batch(wish, tools)
    store_seconds: list[float] = []

    def timed(method):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202  any method of the store
        def run(*args: object, **options: object) -> object:
            before = time.thread_time()
            try:
                return method(*args, **options)
            finally:
                store_seconds.append(time.thread_time() - before)

        return run

    book, store = Timed(tools.book, timed), Timed(tools.store, timed)
    began, client, process = time.perf_counter(), time.thread_time(), used_by(os.getpid())
    _, totals = await run_batch(batch, replace(tools, book=book, store=store))  # type: ignore[arg-type]  # they are wrapped
    seconds, client = time.perf_counter() - began, time.thread_time() - client
    return Figures(totals, seconds, client, sum(store_seconds), used_by(os.getpid()) - process)


class Timed:
    """Wraps every method of an object."""

    def __init__(self, inner: object, wrap: Callable[[object], object]) -> None:
        self._inner, self._wrap = inner, wrap

    def __getattr__(self, name: str) -> object:
        return self._wrap(getattr(self._inner, name))


def workers() -> list[int]:
    """The processes that check drafts."""
    return [child.pid for child in multiprocessing.active_children() if child.pid is not None]


@pytest.mark.parametrize("concurrency", [128, 256])
async def test_throughput_end_to_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, concurrency: int) -> None:
    chosen, answers = house_answers(tmp_path, int(os.environ.get("WRITER_BENCH_DRAFTS", "3072")))
    gateway.library()
    count = int(os.environ.get("WRITER_BENCH_WORKERS", os.cpu_count() or 1))
    bench, watcher = PooledBench(craft, count), Watcher()
    await asyncio.gather(*(bench.prepare(Task(*pair)) for pair in chosen[: 8 * count]))
    tools = replace(tools_in(tmp_path), bench=bench, progress=watcher)
    with served(monkeypatch, str(LATENCY_SECONDS), str(answers)) as server:
        wish = order(Order("", (), MODEL, attempts=1, concurrency=concurrency, by="bench"), chosen, lambda _a, _b: 0)
        checked, answered = used_by(*workers()), used_by(server)
        figures = await measured(tools, wish)
        checked, answered = used_by(*workers()) - checked, used_by(server) - answered
        bench.close()
    await gateway.close()
    print("\n" + replace(figures, check=checked, server=answered, steady=watcher.steady_rate()).told(concurrency))
    assert figures.totals.finished == len(chosen)


async def test_memory_stays_flat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watcher = Watcher()
    tools = replace(tools_in(tmp_path), progress=watcher)
    with served(monkeypatch, "0"):
        wish = order(Order("", (), MODEL, concurrency=64, by="bench"), pairs(20_000), lambda _a, _b: 0)
        figures = await measured(tools, wish)
    await gateway.close()
    gc.collect()
    first, last = watcher.megabytes[1000], watcher.megabytes[20_000]
    highest = max(watcher.megabytes.values())
    print(
        f"\nRSS {first:.0f} MB at 1,000 drafts, {last:.0f} MB at 20,000, {highest:.0f} MB at most; "
        f"{20_000 / figures.seconds:.0f} drafts a second, CPU ms a draft: client {figures.client / 20:.1f}, "
        f"store {figures.store / 20:.1f}"
    )
    assert abs(last - first) <= 50
