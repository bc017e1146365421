"""How fast a batch is, what it costs in CPU and memory: `make bench`."""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
import os
import random
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from tests.fakes.batch_process import MODEL, tools_in
from tests.fakes.server import pairs
from writer.briefing.brief import document_of
from writer.catalog_files.load import load_catalog
from writer.drafting.bench import Task
from writer.drafting.benches import PooledBench
from writer.drafting.craft import Craft
from writer.drafting.events import Event
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
    """The real one, over the catalog of the corpus."""
    return Craft(load_catalog(ROOT / "tests/corpus/catalog"), FileSystemLoader(ROOT / "prompts"))


def house_answers(folder: Path, count: int) -> tuple[list[tuple[str, str]], Path]:
    """So many pairs that the house writer words well, and a file of its answers."""
    work, answers = craft(), {}
    slugs = sorted(load_catalog(ROOT / "tests/corpus/catalog").models)
    shuffled = list(itertools.combinations(slugs, 2))
    random.Random(5).shuffle(shuffled)
    for a, b in shuffled[:count]:
        answers[f"{a}_{b}"] = answer(document_of(work.prepare(Task(a, b)).messages))
    path = folder / "answers.json"
    path.write_text(json.dumps(answers))
    return shuffled[:count], path


@contextmanager
def served(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.fakes.server_process", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    monkeypatch.setenv("OPENAI_API_BASE", process.stdout.readline().strip())
    monkeypatch.setenv("OPENAI_API_KEY", "key")
    try:
        yield
    finally:
        process.communicate("")


class Memory:
    """Watches the resident memory at each thousand of finished pairs."""

    def __init__(self) -> None:
        self.megabytes: dict[int, float] = {}
        self._finished = 0

    def tell(self, event: Event) -> None:
        if type(event).__name__ == "PairFinished":
            self._finished += 1
            if self._finished % 1000 == 0:
                self.megabytes[self._finished] = resident()


def resident() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


@dataclass(frozen=True, slots=True)
class Figures:
    totals: Totals
    seconds: float
    client: float
    check: float
    store: float

    def told(self, concurrency: int) -> str:
        drafts = self.totals.finished
        ideal = concurrency / LATENCY_SECONDS
        rate = drafts / self.seconds
        split = ", ".join(
            f"{name} {1000 * value / drafts:.1f}"
            for name, value in (("client", self.client), ("check", self.check), ("store", self.store))
        )
        return (
            f"concurrency {concurrency}: {drafts} drafts in {self.seconds:.1f} s, {rate:.1f} a second, "
            f"{100 * rate / ideal:.1f} % of ideal; CPU ms a draft: {split}; RSS {resident():.0f} MB"
        )


async def measured(tools: Tools, wish: Order) -> Figures:
    """Runs the batch; CPU of this thread is the client's, of the store's thread the store's, of children the check's."""
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
    began, client = time.perf_counter(), time.thread_time()
    _, totals = await run_batch(batch, replace(tools, book=book, store=store))  # type: ignore[arg-type]  # they are wrapped
    seconds, client = time.perf_counter() - began, time.thread_time() - client
    return Figures(totals, seconds, client, 0.0, sum(store_seconds))


class Timed:
    """Wraps every method of an object."""

    def __init__(self, inner: object, wrap) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        self._inner, self._wrap = inner, wrap

    def __getattr__(self, name: str) -> object:
        return self._wrap(getattr(self._inner, name))


@pytest.mark.parametrize(("concurrency", "rounds"), [(128, 10), (256, 5)])
async def test_throughput_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, concurrency: int, rounds: int
) -> None:
    chosen, answers = house_answers(tmp_path, concurrency * rounds)
    gateway.library()
    workers = int(os.environ.get("WRITER_BENCH_WORKERS", max(1, (os.cpu_count() or 2) - 1)))
    bench = PooledBench(craft, workers)
    await asyncio.gather(*(bench.prepare(Task(*chosen[0])) for _ in range(workers)))
    tools = replace(tools_in(tmp_path), bench=bench)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with served(monkeypatch, str(LATENCY_SECONDS), str(answers)):
        wish = order(Order("", (), MODEL, attempts=1, concurrency=concurrency, by="bench"), chosen, lambda _a, _b: 0)
        figures = await measured(tools, wish)
        bench.close()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    await gateway.close()
    checked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print("\n" + replace(figures, check=checked).told(concurrency), f"({threading.active_count()} threads)")
    assert figures.totals.finished == len(chosen)


async def test_memory_stays_flat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    tools = replace(tools_in(tmp_path), progress=memory)
    with served(monkeypatch, "0"):
        wish = order(Order("", (), MODEL, concurrency=64, by="bench"), pairs(20_000), lambda _a, _b: 0)
        figures = await measured(tools, wish)
    await gateway.close()
    gc.collect()
    first, last = memory.megabytes[1000], memory.megabytes[20_000]
    highest = max(memory.megabytes.values())
    print(
        f"\nRSS {first:.0f} MB at 1,000 drafts, {last:.0f} MB at 20,000, {highest:.0f} MB at most; "
        f"{20_000 / figures.seconds:.0f} drafts a second, CPU ms a draft: client {figures.client / 20:.1f}, "
        f"store {figures.store / 20:.1f}"
    )
    assert abs(last - first) <= 50
