"""How quick the desk is on a long queue: medians, printed beside the number of rows. ``make bench`` runs it."""

from __future__ import annotations

import itertools
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from review_queue.desk import Desk
from review_queue.store.engine import open_engine, sqlite_url
from review_queue.store.listing import Cursor, Filter
from review_queue.store.schema import migrate
from tests.bench.desk_loader import load
from tests.fakes.desk import bench
from tests.postgres import server
from writer.drafts.draft import Status

pytestmark = pytest.mark.bench

BOUND_MS = 50.0
ROUNDS = 60
SIZES = {"sqlite": 100_000, "postgresql": 1_000_000}


@pytest.fixture(params=list(SIZES), scope="module")
def long_queue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, int]]:
    drafts = int(os.environ.get("WRITER_BENCH_DRAFTS", SIZES[request.param]))
    if request.param == "sqlite":
        with _desk(sqlite_url(tmp_path_factory.mktemp("long")), drafts) as desk:
            yield desk, drafts
    else:
        with server() as address, _desk(address, drafts) as desk:
            yield desk, drafts


@contextmanager
def _desk(url: str, drafts: int) -> Iterator[Desk]:
    engine = open_engine(url)
    migrate(engine)
    began = time.perf_counter()
    load(engine, drafts)
    print(f"\n{engine.dialect.name}: {drafts:,} drafts loaded in {time.perf_counter() - began:.0f} s")
    yield Desk.on(engine, bench())
    engine.dispose()


def test_next_list_draft_and_decision_are_quick(long_queue: tuple[Desk, int]) -> None:
    desk, drafts = long_queue
    figures = {name: _median_ms(act) for name, act in _acts(desk).items()}
    print(f"{desk.office.engine.dialect.name}, {drafts:,} drafts, medians of {ROUNDS}:")
    for name, median in figures.items():
        print(f"  {name:<28} {median:7.1f} ms")
    assert {name: median for name, median in figures.items() if median > BOUND_MS} == {}


def _acts(desk: Desk) -> dict[str, Callable[[], object]]:
    people = (f"reader-{n}" for n in itertools.count())
    waiting = [row.id for row in desk.list(Filter(Status.IN_REVIEW), limit=10 * ROUNDS).rows]
    ids = iter(waiting[5 * ROUNDS :])  # those in front are taken by "next"
    deep = Cursor(desk.list(Filter(Status.IN_REVIEW), limit=1).rows[0].due + 600_000, "m")
    return {
        "next": lambda: desk.take_next(by=next(people)),
        "list, first page": lambda: desk.list(Filter(Status.IN_REVIEW)),
        "list, deep page": lambda: desk.list(Filter(Status.IN_REVIEW), after=deep),
        "list, published": lambda: desk.list(Filter(Status.PUBLISHED)),
        "list, everything": desk.list,
        "list, one model": lambda: desk.list(Filter(slug="model-0100")),
        "list, one model and status": lambda: desk.list(Filter(Status.APPROVED, slug="model-0100")),
        "draft page": lambda: desk.look(next(ids), by="judge"),
        "decline": lambda: desk.decline(next(ids), by="judge", reason="so"),
        "approve": lambda: desk.approve(next(ids), by="judge"),
    }


def _median_ms(act: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)
