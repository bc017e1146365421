"""Run as a program: forks processes that work on one database, or that die in the middle of it, and prints what came of it.

``python -m tests.unit.review_queue.forks kills URL`` and ``… storm URL``, ``… rush URL``, ``… crowd URL``, ``… start URL``: JSON, a line each.
A program of its own, since forking a test runner with its threads is no good.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import Engine, event

from review_queue.desk import Desk
from review_queue.ports import Bench
from review_queue.store.engine import open_engine
from review_queue.store.schema import migrate
from review_queue.waiving import Finding
from tests.fakes.desk import GOOD, VAGUE, FakeChecker, FakeDrafter, FakeFreshness, FakePages, bench, result
from writer.drafts.draft import Origin, Status
from writer.errors import NotAllowed, WriterError

WORKERS = 8
DRAFTS = 120
ITEM = "alpha-vs-beta@1"


class WallClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@contextmanager
def opened(url: str, desk_bench: Bench | None = None) -> Iterator[Desk]:
    engine = open_engine(url)
    yield Desk.on(engine, desk_bench or bench())
    engine.dispose()


def moved() -> Bench:
    """A bench whose facts have moved, so that an approved page is another."""
    return Bench(FakeChecker(facts="moved"), FakePages(figure="2"), FakeFreshness(), bench().clock)


def drifted_further() -> Bench:
    """Facts that have moved once more, so that the page is the same as the one that was approved last."""
    return replace(moved(), checker=FakeChecker(facts="moved again"))


def _save_once(desk: Desk) -> None:
    if desk.store.revision("alpha", "beta") == 0:
        desk.store.save([result(), result("x", "y", VAGUE)], origin=Origin.DRAFTED, by="batch")


def _regenerate(desk: Desk) -> None:
    job = desk.regenerate("alpha-vs-beta@2", by="anna", nonce="request-8")
    desk.run(job.id, FakeDrafter())


OPERATIONS: tuple[tuple[str, Callable[[Desk], object], Callable[[], Bench]], ...] = (
    ("save", _save_once, bench),
    ("take", lambda desk: desk.take(ITEM, by="anna"), bench),
    ("take over", lambda desk: desk.take_over(ITEM, by="ben"), bench),
    ("approve", lambda desk: desk.approve(ITEM, by="ben", nonce="request-1"), bench),
    ("undo", lambda desk: desk.undo(ITEM, by="ben", nonce="request-2"), bench),
    ("approve again", lambda desk: desk.approve(ITEM, by="ben", nonce="request-3"), bench),
    ("refresh", lambda desk: desk.refresh(ITEM, by="system"), moved),
    ("approve once more", lambda desk: desk.approve(ITEM, by="ben", nonce="request-10"), moved),
    ("carry forward", lambda desk: desk.refresh(ITEM, by="system"), drifted_further),
    ("send back", lambda desk: desk.request_changes(ITEM, by="anna", reason="so", nonce="request-11"), bench),
    ("edit", lambda desk: desk.edit(ITEM, GOOD + " Truly.", by="anna", nonce="request-4"), bench),
    (
        "waive",
        lambda desk: desk.waive("x-vs-y@1", Finding("unclear"), by="anna", reason="so", nonce="request-5"),
        bench,
    ),
    ("decline", lambda desk: desk.decline("x-vs-y@1", by="anna", reason="so", nonce="request-6"), bench),
    ("approve the edit", lambda desk: desk.approve("alpha-vs-beta@2", by="ben", nonce="request-7"), bench),
    ("publish", lambda desk: desk.publish("alpha-vs-beta@2", by="ben", nonce="request-9"), bench),
    ("stale", lambda desk: desk.refresh("alpha-vs-beta@2", by="system"), moved),
    ("regenerate", _regenerate, bench),
)


def kills(url: str) -> None:
    """Carry out each operation, killed after its first write, then after its second … until it goes through."""
    for name, act, made in OPERATIONS:
        point, (before, _) = 0, _state(url)
        while True:
            point += 1
            done = _forked(partial(_die_at, url, act, made(), point))
            after, faults = _state(url)
            print(
                json.dumps({"name": name, "point": point, "done": done, "changed": after != before, "faults": faults})
            )
            if done:
                break
            before = after


def _die_at(url: str, act: Callable[[Desk], object], desk_bench: Bench, point: int) -> None:
    with opened(url, desk_bench) as desk:
        _count_down(desk.office.engine, point)
        act(desk)


def _count_down(engine: Engine, point: int) -> None:
    left = [point]

    def tick(*_: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def written(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("SELECT", "BEGIN", "SET")):  # to die after a read is to die before the next write
            tick()

    event.listen(engine, "after_cursor_execute", written)
    event.listen(engine, "commit", tick)  # before the database commits
    event.listen(engine, "checkin", tick)  # after it has


def _state(url: str) -> tuple[list[Any], tuple[str, ...]]:
    """Where everything stands, and what does not agree."""
    with opened(url) as desk:
        verified = desk.verify()
        rows = [(row.id, row.status.value, row.stale) for row in desk.list(limit=1000).rows]
        return [*rows, verified.head.rows], verified.faults


def _faults(url: str) -> tuple[str, ...]:
    with opened(url) as desk:
        return desk.verify().faults


def _forked(act: Callable[[], None]) -> bool:
    """Whether the child came to its end; False where it was killed."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            act()
            code = 0
        except WriterError as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("an operation failed by itself")
    return os.WIFEXITED(status)


def storm(url: str) -> None:
    """Eight reviewers, each taking the next draft and approving it until nothing is left."""
    with opened(url) as desk:
        desk.store.save([result("a", f"b{n}") for n in range(DRAFTS)], origin=Origin.DRAFTED, by="batch")
    lines = _all_at_once(lambda number: _review(url, f"reader-{number}"))
    with opened(url) as desk:
        counts = desk.list(limit=1).counts
    print(json.dumps({"done": lines, "approved": counts[Status.APPROVED], "faults": _faults(url)}))


def _review(url: str, by: str) -> Iterator[str]:
    with opened(url, Bench(FakeChecker(), FakePages(), FakeFreshness(), WallClock())) as desk:
        while (lease := desk.take_next(by=by)) is not None:
            desk.approve(lease.item, by=by, lease=lease.token)
            yield lease.item


def rush(url: str) -> None:
    """Eight people decide on one draft at once, each their own way; then eight times one and the same request."""
    with opened(url) as desk:
        desk.store.save([result(), result("x", "y")], origin=Origin.DRAFTED, by="batch")
    decided = _all_at_once(lambda number: _decide(url, number))
    same = _all_at_once(lambda _: _same(url))
    print(json.dumps({"decided": decided, "same": same, "faults": _faults(url)}))


def _decide(url: str, number: int) -> Iterator[str]:
    with opened(url) as desk:
        try:
            if number % 2:
                yield desk.decline(ITEM, by=f"reader-{number}", reason="so").status.value
            else:
                yield desk.store.save(
                    [result(text=f"{GOOD} {number}.")], origin=Origin.REGENERATED, by="batch", revisions=[1]
                )[0].id
        except NotAllowed:
            yield "refused"


def _same(url: str) -> Iterator[str]:
    with opened(url) as desk:
        yield desk.approve("x-vs-y@1", by="anna", nonce="one-request").status.value


def crowd(url: str) -> None:
    """Eight batches save a draft of one and the same pair at once."""
    print(json.dumps({"saved": _all_at_once(lambda number: _save(url, number)), "faults": _faults(url)}))


def _save(url: str, number: int) -> Iterator[str]:
    with opened(url) as desk:
        yield desk.store.save([result(text=f"{GOOD} {number}.")], origin=Origin.DRAFTED, by=f"batch-{number}")[0].id


def start(url: str) -> None:
    """Eight programs start on a database that nobody has made yet."""

    def begin(_: int) -> Iterator[str]:
        engine = open_engine(url)
        migrate(engine)
        engine.dispose()
        yield "started"

    print(json.dumps({"started": _all_at_once(begin), "faults": _faults(url)}))


def _all_at_once(work: Callable[[int], Iterator[str]]) -> list[str]:
    """What each of eight processes said, an error as its class and message."""
    readers, gate = [], os.pipe()
    for number in range(WORKERS):
        read, write = os.pipe()
        if os.fork() == 0:
            os.close(gate[1])
            os.read(gate[0], 1)  # all begin when the gate is closed
            _tell(write, work, number)
        os.close(write)
        readers.append(os.fdopen(read))
    os.close(gate[1])
    lines = [line.strip() for reader in readers for line in reader]
    for _ in range(WORKERS):
        os.wait()
    return lines


def _tell(write: int, work: Callable[[int], Iterator[str]], number: int) -> None:
    with os.fdopen(write, "w") as out:
        try:
            for line in work(number):
                print(line, file=out, flush=True)
        except Exception as error:  # noqa: BLE001  whatever it is, the test has to see it
            print(f"{type(error).__name__}: {error}", file=out)
    os._exit(0)


if __name__ == "__main__":
    {"kills": kills, "storm": storm, "rush": rush, "crowd": crowd, "start": start}[sys.argv[1]](sys.argv[2])
