"""How quick the desk is on a long queue: medians, printed beside the number of rows. ``make bench`` runs it.

The queue is long with made-up drafts, and on top lie real ones of real models, drafted by a batch. Those are looked at and
decided on as a person does: over HTTP, with the real checker, the real catalog and the real page.
"""

from __future__ import annotations

import itertools
import os
import re
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from starlette.testclient import TestClient

from review_queue.desk import Desk
from review_queue.store.engine import open_engine, sqlite_url
from review_queue.store.listing import Cursor, Filter
from review_queue.store.schema import migrate
from tests.bench.desk_loader import load
from tests.fakes.desk import bench
from tests.postgres import server
from writer.cli.main import run
from writer.cli.project import shipped
from writer.drafting.clock import SystemClock
from writer.drafts.draft import Status
from writer.serving.app import build_app
from writer.serving.bench import desk_bench
from writer.serving.live_catalog import LiveCatalog

pytestmark = pytest.mark.bench

BOUND_MS = 50.0
ROUNDS = 60
REAL = 4 * ROUNDS
SIZES = {"sqlite": 100_000, "postgresql": 1_000_000}
BESIDE = {
    "its preview (approved next)",
    "its preview (declined next)",
}  # loads while the draft is read; printed, no bound
HOME = "http://127.0.0.1"
Figures = dict[str, float]
Result = TypeVar("Result")


@pytest.fixture(params=list(SIZES), scope="module")
def long_queue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, int]]:
    drafts = int(os.environ.get("WRITER_BENCH_DRAFTS", SIZES[request.param]))
    data = tmp_path_factory.mktemp("long")
    if request.param == "sqlite":
        with _desk(sqlite_url(data), drafts, data) as desk:
            yield desk, drafts
    else:
        with server() as address, _desk(address, drafts, data) as desk:
            yield desk, drafts


@contextmanager
def _desk(url: str, drafts: int, data: Path) -> Iterator[Desk]:
    engine = open_engine(url)
    migrate(engine)
    began = time.perf_counter()
    load(engine, drafts)
    print(f"\n{engine.dialect.name}: {drafts:,} drafts loaded in {time.perf_counter() - began:.0f} s")
    _draft_real_ones(url, data)
    with engine.begin() as connection:  # the most urgent of all, so that "next" gives them
        connection.exec_driver_sql("UPDATE items SET due = 0 WHERE a NOT LIKE 'model-%%'")
    yield Desk.on(engine, bench())
    engine.dispose()


def _draft_real_ones(url: str, data: Path) -> None:
    """In this process, so that the checker that drafts is the very checker that judges."""
    settings = {"WRITER_DATABASE_URL": url, "WRITER_DATA_DIR": str(data), "WRITER_MODEL": "", "WRITER_CATALOG": ""}
    with pytest.MonkeyPatch.context() as patched:
        for name, value in settings.items():
            patched.setenv(name, value)
        assert run(["batch", "--best", str(REAL), "--progress", "none"]) in {0, 1}


def test_next_list_draft_and_decision_are_quick_as_a_person_feels_them(long_queue: tuple[Desk, int]) -> None:
    desk, drafts = long_queue
    live = LiveCatalog(shipped("catalog"))
    real = Desk.on(desk.office.engine, desk_bench(live, SystemClock()))
    app = build_app(real, live, None, user="judge", hosts=())
    with TestClient(app, base_url=HOME, follow_redirects=False, headers={"Origin": HOME}) as browser:
        _tell(desk, drafts, "over HTTP, real checker, catalog and page", _felt(browser, _real_ones(real)))


def _real_ones(desk: Desk) -> Iterator[str]:
    """The ids that wait and are of real models: the newest that came."""
    with desk.office.engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT id FROM items WHERE status = 'in_review' AND a NOT LIKE 'model-%%' ORDER BY id"
        )
        ids = [row[0] for row in found]
    assert len(ids) >= 2 * ROUNDS + 10, len(ids)
    return iter(ids)


def _felt(browser: TestClient, ids: Iterator[str]) -> Figures:
    """Each draft is opened, its preview is loaded, and it is decided on with what the page's form holds."""
    for warm in itertools.islice(ids, 5):
        _decide(browser, warm, "decline")
    return {
        "next": _median_ms(lambda: _answered(browser.post("/next").status_code, 303)),
        "list page": _median_ms(lambda: _answered(browser.get("/drafts").status_code, 200)),
        **_decisions(browser, ids, "approve"),
        **_decisions(browser, ids, "decline"),
    }


def _decisions(browser: TestClient, ids: Iterator[str], verdict: str) -> Figures:
    times = [_decide(browser, item, verdict) for item in itertools.islice(ids, ROUNDS)]
    names = ("draft page", "its preview", verdict)
    medians = {name: statistics.median(each) for name, each in zip(names, zip(*times, strict=True), strict=True)}
    return {f"{name} ({verdict}d next)" if name != verdict else verdict: median for name, median in medians.items()}


def _decide(browser: TestClient, item: str, verdict: str) -> tuple[float, float, float]:
    opened, page = _timed(lambda: browser.get(f"/drafts/{item}"))
    loaded, _ = _timed(lambda: browser.get(f"/drafts/{item}/preview"))
    held = browser.post(f"/drafts/{item}/lease").json()["token"]
    found = re.search(r'name="expect" value="([0-9a-f]{64})"', page.text)
    assert found, page.text
    form = {"expect": found[1], "lease": held, "nonce": f"bench-{item.replace('@', '-')[-80:]}".replace(".", "-")}
    decided, answer = _timed(lambda: browser.post(f"/drafts/{item}/{verdict}", data={**form, "reason": "so"}))
    _answered(answer.status_code, 303)
    return opened, loaded, decided


def test_the_database_itself_is_quick(long_queue: tuple[Desk, int]) -> None:
    desk, drafts = long_queue
    _tell(desk, drafts, "the desk alone", {name: _median_ms(act) for name, act in _acts(desk).items()})


def _acts(desk: Desk) -> dict[str, Callable[[], object]]:
    people = (f"reader-{n}" for n in itertools.count())
    made_up = Cursor(1, "")  # behind the real ones
    first = desk.list(Filter(Status.IN_REVIEW), after=made_up, limit=1).rows[0]
    ids = (row.id for row in desk.list(Filter(Status.IN_REVIEW), after=made_up, limit=4 * ROUNDS).rows)
    deep = Cursor(first.due + 600_000, "m")
    return {
        "next": lambda: desk.take_next(by=next(people)),
        "list, first page": lambda: desk.list(Filter(Status.IN_REVIEW)),
        "list, deep page": lambda: desk.list(Filter(Status.IN_REVIEW), after=deep),
        "list, published": lambda: desk.list(Filter(Status.PUBLISHED)),
        "list, everything": desk.list,
        "list, one model": lambda: desk.list(Filter(slug="model-0100")),
        "list, one model and status": lambda: desk.list(Filter(Status.APPROVED, slug="model-0100")),
        "look": lambda: desk.look(next(ids), by="judge"),
        "decline": lambda: desk.decline(next(ids), by="judge", reason="so"),
        "approve": lambda: desk.approve(next(ids), by="judge"),
    }


def _tell(desk: Desk, drafts: int, what: str, figures: Figures) -> None:
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    print(f"{desk.office.engine.dialect.name}, {drafts:,} drafts, {what}, medians of {ROUNDS} ({load}):")
    for name, median in figures.items():
        print(f"  {name:<28} {median:7.1f} ms")
    assert {name: median for name, median in figures.items() if median > BOUND_MS and name not in BESIDE} == {}


def _median_ms(act: Callable[[], object]) -> float:
    return statistics.median(_timed(act)[0] for _ in range(ROUNDS))


def _timed(act: Callable[[], Result]) -> tuple[float, Result]:
    began = time.perf_counter()
    result = act()
    return (time.perf_counter() - began) * 1000, result


def _answered(code: int, expected: int) -> None:
    assert code == expected, code
