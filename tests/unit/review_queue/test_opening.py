"""The next draft is of today: what has moved is looked at again before it is given to anybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import pytest

from review_queue.desk import Desk
from tests.fakes.desk import FakeChecker, FakePages, HandClock
from tests.unit.review_queue.desks import drafted
from writer.drafts.draft import Status
from writer.errors import WriterError


def test_what_is_of_today_is_given_as_it_is(desk: Desk) -> None:
    kept = drafted(desk)
    head = desk.verify().head
    lease = desk.open_next(by="anna")
    assert lease is not None
    assert lease.item == kept.id
    assert desk.verify().head == head


def test_what_has_moved_is_looked_at_again_and_can_be_decided_on(
    desk: Desk, checker: FakeChecker, pages: FakePages, sound: Callable[[], None]
) -> None:
    drafted(desk)
    checker.version, pages.templates = "moved", "page-2"
    lease = desk.open_next(by="anna")
    assert lease is not None
    assert desk.approve(lease.item, by="anna", lease=lease.token).status is Status.APPROVED
    sound()


def test_what_strays_now_is_passed_over_and_given_back(
    desk: Desk, checker: FakeChecker, clock: HandClock, sound: Callable[[], None]
) -> None:
    first = drafted(desk, a="a", b="b")
    clock.move(minutes=1)
    second = drafted(desk, "Alpha costs $1 per 1M tokens.", "x", "y")
    checker.version, checker.wrong = "moved", ("128K",)
    lease = desk.open_next(by="anna")
    assert lease is not None
    assert lease.item == second.id
    assert (desk.draft(first.id).status, desk.look(first.id, by="ben").holder) == (Status.REJECTED, "")
    assert desk.open_next(by="ben") is None
    sound()


def test_what_the_catalog_no_longer_holds_is_marked_and_given_so_that_it_can_be_declined(
    desk: Desk, checker: FakeChecker
) -> None:
    drafted(desk)
    checker.gone = True
    lease = desk.open_next(by="anna")
    assert lease is not None
    assert desk.draft(lease.item).stale
    assert desk.decline(lease.item, by="anna", reason="gone", lease=lease.token).status is Status.DECLINED


def test_where_looking_again_breaks_nothing_stays_held(desk: Desk, checker: FakeChecker) -> None:
    kept = drafted(desk)
    checker.yardstick = _broken  # type: ignore[method-assign]
    with pytest.raises(WriterError):
        desk.open_next(by="anna")
    assert desk.look(kept.id, by="ben").holder == ""


def _broken(a: str, b: str) -> NoReturn:
    raise WriterError(f"catalog/models/{a}-{b}.toml: half of it is there: save it again")
