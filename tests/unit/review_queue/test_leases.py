"""Leases: one holder at a time, nobody locked out, nothing lost when somebody leaves or a clock is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from review_queue.desk import Desk
from tests.fakes.desk import GOOD, HandClock, result
from tests.unit.review_queue.desks import drafted
from writer.drafts.draft import Origin, Status
from writer.errors import LeaseLost


def test_one_draft_has_one_holder(desk: Desk) -> None:
    kept = drafted(desk)
    desk.take(kept.id, by="anna")
    with pytest.raises(LeaseLost, match="anna has it open until 12:10"):
        desk.take(kept.id, by="ben")


def test_nobody_is_locked_out_by_their_own_lease(desk: Desk) -> None:
    kept = drafted(desk)
    first = desk.take(kept.id, by="anna")
    second = desk.take(kept.id, by="anna")
    with pytest.raises(LeaseLost, match="opened it again elsewhere"):
        desk.approve(kept.id, by="anna", lease=first.token)
    assert desk.approve(kept.id, by="anna", lease=second.token).status is Status.APPROVED


@pytest.mark.parametrize("decide", ["approve", "request_changes", "decline", "edit", "waive"])
def test_a_foreign_lease_stands_in_the_way_of_every_decision(desk: Desk, decide: str) -> None:
    kept = drafted(desk)
    desk.take(kept.id, by="anna")
    with pytest.raises(LeaseLost, match="anna has it open"):
        _decide(desk, decide, kept.id, "ben")
    assert desk.draft(kept.id).status is Status.IN_REVIEW


@pytest.mark.parametrize("decide", ["approve", "request_changes", "decline", "edit"])
def test_a_lease_that_has_run_out_decides_nothing(desk: Desk, clock: HandClock, decide: str) -> None:
    kept = drafted(desk)
    lease = desk.take(kept.id, by="anna")
    clock.move(minutes=10)
    with pytest.raises(LeaseLost, match="run out"):
        _decide(desk, decide, kept.id, "anna", lease=lease.token)
    assert desk.draft(kept.id).status is Status.IN_REVIEW


def _decide(desk: Desk, decide: str, item: str, by: str, **more: str) -> None:
    from review_queue.waiving import Finding

    arguments: dict[str, tuple[object, ...]] = {"edit": (item, GOOD + " Truly."), "waive": (item, Finding("unclear"))}
    getattr(desk, decide)(*arguments.get(decide, (item,)), by=by, reason="so", **more)


def test_a_lease_in_use_is_kept(desk: Desk, clock: HandClock) -> None:
    kept = drafted(desk)
    lease = desk.take(kept.id, by="anna")
    for _ in range(5):
        clock.move(minutes=9)
        lease = desk.renew(lease)
    assert desk.approve(kept.id, by="anna", lease=lease.token).status is Status.APPROVED


def test_a_lease_that_was_lost_is_not_kept(desk: Desk, clock: HandClock) -> None:
    kept = drafted(desk)
    lease = desk.take(kept.id, by="anna")
    clock.move(minutes=11)
    desk.take(kept.id, by="ben")
    with pytest.raises(LeaseLost, match="ben has it open"):
        desk.renew(lease)
    assert not desk.release(lease)
    assert desk.look(kept.id, by="ben").holder == "ben"


@pytest.mark.parametrize("token", ["", "\x00", "\ud800", "x" * 200])
def test_what_is_no_token_keeps_and_gives_back_nothing(desk: Desk, token: str) -> None:
    kept = drafted(desk)
    strange = replace(desk.take(kept.id, by="anna"), token=token)
    assert not desk.release(strange)
    with pytest.raises(LeaseLost):
        desk.renew(strange)
    with pytest.raises(LeaseLost):
        desk.approve(kept.id, by="anna", lease=token)
    assert desk.look(kept.id, by="ben").holder == "anna"


def test_a_decision_gives_the_lease_back(desk: Desk) -> None:
    kept = drafted(desk)
    lease = desk.take(kept.id, by="anna")
    desk.request_changes(kept.id, by="anna", reason="so", lease=lease.token)
    assert desk.look(kept.id, by="ben").holder == ""


def test_a_lease_is_taken_over_with_a_trace(desk: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(desk)
    lost = desk.take(kept.id, by="anna")
    taken = desk.take_over(kept.id, by="ben", reason="anna is out")
    with pytest.raises(LeaseLost):
        desk.approve(kept.id, by="anna", lease=lost.token)
    event = desk.audit("alpha", "beta")[0]
    assert (event.by, event.action, event.reason) == ("ben", "take_over", "anna is out")
    assert desk.approve(kept.id, by="ben", lease=taken.token).status is Status.APPROVED
    sound()


def test_taking_over_what_nobody_has_leaves_no_trace(desk: Desk) -> None:
    kept = drafted(desk)
    desk.take_over(kept.id, by="ben")
    assert [event.action for event in desk.audit("alpha", "beta")] == ["draft"]


def test_next_gives_the_riskiest_first_and_each_to_one(desk: Desk) -> None:
    desk.store.save([result("a", "plain"), result("a", "repaired", attempts=3)], origin=Origin.DRAFTED, by="batch")
    kept = drafted(desk, a="a", b="edited")
    desk.edit(kept.id, GOOD + " Truly.", by="cleo")
    taken = [desk.take_next(by=f"reader-{n}") for n in range(4)]
    assert [lease.item if lease else None for lease in taken] == [
        "a-vs-edited@2",
        "a-vs-repaired@1",
        "a-vs-plain@1",
        None,
    ]


def test_what_waits_long_enough_comes_before_what_is_risky(desk: Desk, clock: HandClock) -> None:
    drafted(desk, a="a", b="old")
    clock.move(hours=7)
    desk.store.save([result("a", "risky", attempts=3)], origin=Origin.DRAFTED, by="batch")
    first = desk.take_next(by="anna")
    assert first is not None
    assert first.item == "a-vs-old@1"


def test_next_does_not_give_what_one_has_decided(pair_of_eyes: Desk) -> None:
    kept = drafted(pair_of_eyes)
    pair_of_eyes.approve(kept.id, by="anna")
    assert pair_of_eyes.take_next(by="anna") is None
    assert pair_of_eyes.take_next(by="ben") is not None


def test_the_last_reviewer_leaves_with_ten_leases_and_all_come_back(desk: Desk, clock: HandClock) -> None:
    desk.store.save([result("a", f"b{n}") for n in range(10)], origin=Origin.DRAFTED, by="batch")
    assert all(desk.take_next(by="anna") for _ in range(10))
    assert desk.take_next(by="ben") is None
    clock.move(minutes=10)
    assert len({lease.item for _ in range(10) if (lease := desk.take_next(by="ben"))}) == 10


def test_who_leaves_gives_all_back_at_once(desk: Desk) -> None:
    desk.store.save([result("a", f"b{n}") for n in range(10)], origin=Origin.DRAFTED, by="batch")
    assert all(desk.take_next(by="anna") for _ in range(10))
    assert desk.release_all(by="anna") == 10
    assert desk.take_next(by="ben") is not None


def test_a_lease_is_good_to_who_asked_for_the_time_a_moment_before(desk: Desk, clock: HandClock) -> None:
    kept = drafted(desk)
    clock.move(seconds=20)
    desk.take(kept.id, by="anna")
    clock.move(seconds=-20)
    with pytest.raises(LeaseLost):
        desk.take(kept.id, by="ben")
    assert desk.take_next(by="ben") is None


def test_a_clock_set_an_hour_on_lets_others_in_and_nobody_decides_twice(desk: Desk, clock: HandClock) -> None:
    kept = drafted(desk)
    lease = desk.take(kept.id, by="anna")
    clock.move(hours=1)
    taken = desk.take(kept.id, by="ben")
    with pytest.raises(LeaseLost):
        desk.approve(kept.id, by="anna", lease=lease.token)
    assert desk.approve(kept.id, by="ben", lease=taken.token).status is Status.APPROVED


def test_a_clock_set_an_hour_back_locks_nobody_out(desk: Desk, clock: HandClock) -> None:
    kept = drafted(desk)
    desk.take(kept.id, by="anna")
    clock.move(hours=-1)
    taken = desk.take(kept.id, by="ben")
    assert desk.approve(kept.id, by="ben", lease=taken.token).status is Status.APPROVED
    assert desk.verify().faults == ()
