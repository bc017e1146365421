"""Whatever people, models and catalogs do, in whatever order: the desk's promises hold."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_queue.desk import Desk
from review_queue.office import today
from review_queue.statuses import OPEN
from review_queue.store.engine import reading
from review_queue.store.items import of_pair
from review_queue.waiving import Finding
from tests.fakes.desk import GOOD, VAGUE, WRONG, FakeChecker, FakeDrafter, FakePages, HandClock, result
from writer.drafts.draft import Origin, Status
from writer.errors import NotAllowed, UserError

_numbers = itertools.count(1)

OPERATIONS: dict[str, Callable[[Desk, str, str, int], object]] = {
    "draft": lambda desk, a, b, n: desk.store.save([result(a, b, f"{GOOD} {n}.")], origin=Origin.DRAFTED, by="batch"),
    "draft badly": lambda desk, a, b, _: desk.store.save([result(a, b, WRONG)], origin=Origin.DRAFTED, by="batch"),
    "draft vaguely": lambda desk, a, b, _: desk.store.save([result(a, b, VAGUE)], origin=Origin.DRAFTED, by="batch"),
    "approve": lambda desk, a, b, n: desk.approve(some(desk, a, b, n), by="anna"),
    "request changes": lambda desk, a, b, n: desk.request_changes(some(desk, a, b, n), by="anna", reason="so"),
    "decline": lambda desk, a, b, n: desk.decline(some(desk, a, b, n), by="ben", reason="so"),
    "edit": lambda desk, a, b, n: desk.edit(some(desk, a, b, n), f"{GOOD} Edited {n}.", by="anna"),
    "waive": lambda desk, a, b, n: desk.waive(some(desk, a, b, n), Finding("unclear"), by="ben", reason="so"),
    "undo": lambda desk, a, b, n: desk.undo(some(desk, a, b, n), by="ben"),
    "publish": lambda desk, a, b, n: desk.publish(some(desk, a, b, n), by="anna"),
    "refresh": lambda desk, a, b, n: desk.refresh(some(desk, a, b, n), by="system"),
    "regenerate": lambda desk, a, b, n: desk.run(
        desk.regenerate(some(desk, a, b, n), by="anna").id, FakeDrafter(f"{GOOD} Anew {n}.")
    ),
    "take": lambda desk, a, b, n: desk.take(some(desk, a, b, n), by="cleo"),
    "wait": lambda desk, *_: clock_of(desk).move(minutes=11),
    "move the facts": lambda desk, _a, _b, n: setattr(desk.office.bench.checker, "facts", f"facts-{n % 3}"),
    "move the page": lambda desk, _a, _b, n: setattr(desk.office.bench.pages, "figure", f"{n % 3}"),
    "move the rules": lambda desk, _a, _b, n: setattr(
        desk.office.bench.checker, "wrong", ("1900%",) if n % 2 else ("128K",)
    ),
}


def some(desk: Desk, a: str, b: str, number: int) -> str:
    """One of the pair's versions, mostly the newest."""
    with reading(desk.office.engine) as session:
        versions = [item.id for item in of_pair(session, a, b)]
    return versions[0 if number % 3 else number % len(versions)] if versions else f"{a}-vs-{b}@1"


def clock_of(desk: Desk) -> HandClock:
    assert isinstance(desk.office.bench.clock, HandClock)
    return desk.office.bench.clock


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(list(OPERATIONS)), st.integers(0, 5)), min_size=3, max_size=25))
def test_the_desks_promises_hold_whatever_happens(
    desk: Desk, checker: FakeChecker, pages: FakePages, done: list[tuple[str, int]]
) -> None:
    a, b = f"a{next(_numbers)}", "b"
    checker.facts, checker.wrong, pages.figure = "facts-1", ("1900%",), "1"
    for name, number in done:
        before = desk.verify().head
        try:
            OPERATIONS[name](desk, a, b, number)
        except UserError:
            assert desk.verify().head == before, "a refusal changes nothing"
        except Exception as error:
            raise AssertionError(f"{name} broke: {error}") from error
        holds(desk, a, b)


def holds(desk: Desk, a: str, b: str) -> None:
    assert desk.verify().faults == ()
    with reading(desk.office.engine) as session:
        versions = of_pair(session, a, b)
    assert sum(Status(item.status) in OPEN for item in versions) <= 1
    assert sum(item.status == Status.PUBLISHED.value for item in versions) <= 1
    for item in versions:
        draft = desk.draft(item.id)
        if draft.status in {Status.APPROVED, Status.PUBLISHED} and not draft.stale:
            assert draft.reviewed_by, "somebody approved what is approved"
        if draft.status in {Status.IN_REVIEW, Status.APPROVED}:
            assert item.strays == 0, "nothing that strays is before a person"
    for ready in desk.ready():
        if {ready.draft.result.a, ready.draft.result.b} == {a, b} and not ready.refusal:
            with suppress(NotAllowed):
                assert today(desk.office, ready.draft).seal == ready.seal, "what is shown is what was approved"
