"""The workshop: what it has taken is not forgotten while it works, and ended when it closes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from review_queue.desk import Desk
from review_queue.store.engine import open_engine, sqlite_url
from review_queue.store.jobs import JobState
from review_queue.store.schema import migrate
from review_queue.web.workshop import Workshop
from tests.fakes.desk import FakeDrafter, HandClock, bench
from tests.unit.review_queue.desks import drafted


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    engine = open_engine(sqlite_url(tmp_path))
    migrate(engine)
    yield Desk.on(engine, bench(clock))
    engine.dispose()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end, "it does not come about"
        time.sleep(0.01)


def test_a_long_job_is_not_forgotten_and_a_waiting_one_neither(desk: Desk, clock: HandClock) -> None:
    goes_on = threading.Event()
    shop = Workshop(desk, FakeDrafter(meanwhile=[lambda: goes_on.wait(20)]), beat_seconds=0.02)
    shop.open()
    ids = [desk.regenerate(drafted(desk, a="a", b=b).id, by="anna").id for b in ("b", "c")]
    for job in ids:
        shop.do(job)
    until(lambda: desk.job(ids[0]).state is JobState.RUNNING)
    for _ in range(3):
        clock.move(minutes=2)
        time.sleep(0.3)
    assert [desk.job(job).state for job in ids] == [JobState.RUNNING, JobState.WAITING]
    goes_on.set()
    until(lambda: all(desk.job(job).state is JobState.DONE for job in ids))
    shop.close()


def test_what_is_not_done_when_it_closes_can_be_asked_for_again(desk: Desk) -> None:
    goes_on = threading.Event()
    shop = Workshop(desk, FakeDrafter(meanwhile=[lambda: goes_on.wait(20)]))
    shop.open()
    kept = drafted(desk)
    job = desk.regenerate(kept.id, by="anna").id
    shop.do(job)
    until(lambda: desk.job(job).state is JobState.RUNNING)
    shop.close()
    assert desk.job(job).state is JobState.FAILED
    assert desk.regenerate(kept.id, by="anna").state is JobState.WAITING
    goes_on.set()
    until(lambda: not [thread for thread in threading.enumerate() if thread.name == "workshop"])
    assert [row.id for row in desk.list().rows] == [kept.id]
    assert desk.verify().faults == ()
