"""Undoing, on both engines: back along the trail, once, until it is published."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from review_queue.desk import Desk
from review_queue.waiving import Finding
from tests.fakes.desk import GOOD, VAGUE, HandClock
from tests.unit.review_queue.desks import drafted, published
from writer.drafts.draft import Status
from writer.errors import NotAllowed


@pytest.mark.parametrize("decide", ["approve", "request_changes", "decline"])
def test_a_decision_can_be_undone_until_published(desk: Desk, decide: str, sound: Callable[[], None]) -> None:
    kept = drafted(desk)
    getattr(desk, decide)(kept.id, by="anna", reason="so")
    undone = desk.undo(kept.id, by="ben")
    assert (undone.status, undone.reviewed_by) == (Status.IN_REVIEW, ())
    with pytest.raises(NotAllowed, match="cannot be undone"):
        desk.undo(kept.id, by="ben")
    sound()


def test_undoing_an_edit_brings_the_old_words_and_their_approval_back(desk: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    edited = desk.edit(kept.id, GOOD + " Truly.", by="ben").stored
    assert edited is not None
    stands = desk.undo(edited.id, by="ben")
    assert (stands.id, stands.status, stands.reviewed_by) == (kept.id, Status.APPROVED, ("anna",))
    assert desk.draft(edited.id).status is Status.SUPERSEDED
    assert desk.undo(kept.id, by="ben").status is Status.IN_REVIEW
    sound()


def test_an_unclear_finding_can_be_waived_with_a_reason_and_undone(desk: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(desk, VAGUE)
    with pytest.raises(NotAllowed, match="reason is missing"):
        desk.waive(kept.id, Finding("unclear"), by="anna", reason="")
    waived = desk.waive(kept.id, Finding("unclear"), by="anna", reason="plain from the table")
    assert waived.status is Status.IN_REVIEW
    assert desk.undo(kept.id, by="anna").status is Status.REJECTED
    desk.waive(kept.id, Finding("unclear"), by="anna", reason="plain from the table")
    assert desk.approve(kept.id, by="anna").status is Status.APPROVED
    assert desk.publish(kept.id, by="anna").status is Status.PUBLISHED
    sound()


@pytest.mark.parametrize("turn", ["decline", "request_changes"])
@pytest.mark.parametrize("by", ["anna", "ben"])
def test_undoing_a_later_decision_puts_the_approval_back_so_that_it_can_be_published(
    desk: Desk, clock: HandClock, turn: str, by: str, sound: Callable[[], None]
) -> None:
    kept = drafted(desk)
    approved = desk.approve(kept.id, by="anna", reason="reads well")
    clock.move(minutes=5)
    getattr(desk, turn)(kept.id, by=by, reason="so")
    assert desk.undo(kept.id, by="ben") == approved
    assert [(one.verdict, one.reason, one.stands) for one in desk.look(kept.id, by="anna").opinions] == [
        ("approve", "reads well", True)
    ]
    assert desk.publish(kept.id, by="anna").status is Status.PUBLISHED
    sound()


def test_undoing_goes_on_to_the_approval_itself(desk: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    desk.decline(kept.id, by="anna", reason="so")
    desk.undo(kept.id, by="anna")
    undone = desk.undo(kept.id, by="anna")
    assert (undone.status, undone.reviewed_by, undone.reviewed_at) == (Status.IN_REVIEW, (), None)
    desk.decline(kept.id, by="anna", reason="so")
    assert desk.undo(kept.id, by="anna").status is Status.IN_REVIEW
    assert desk.approve(kept.id, by="anna").reviewed_by == ("anna",)
    sound()


def test_one_of_two_approvals_comes_back_as_well(pair_of_eyes: Desk) -> None:
    kept = drafted(pair_of_eyes)
    pair_of_eyes.approve(kept.id, by="anna")
    pair_of_eyes.decline(kept.id, by="anna", reason="so")
    undone = pair_of_eyes.undo(kept.id, by="anna")
    assert (undone.status, undone.reviewed_by) == (Status.IN_REVIEW, ("anna",))


def test_where_too_few_approvals_stand_the_draft_waits_again_and_the_reason_is_told(
    desk: Desk, pair_of_eyes: Desk, sound: Callable[[], None]
) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    desk.decline(kept.id, by="anna", reason="so")
    undone = pair_of_eyes.undo(kept.id, by="anna", reason="a slip")
    assert (undone.status, undone.reviewed_by) == (Status.IN_REVIEW, ("anna",))
    assert "a slip; alpha-vs-beta@1 waits for review again: 1 of 2" in desk.audit("alpha", "beta")[0].reason
    assert pair_of_eyes.approve(kept.id, by="ben").status is Status.APPROVED
    sound()


def test_undoing_an_edit_twice_by_one_request_is_one_decision(desk: Desk, sound: Callable[[], None]) -> None:
    edited = desk.edit(drafted(desk).id, GOOD + " Truly.", by="anna").stored
    assert edited is not None
    first = desk.undo(edited.id, by="anna", nonce="one-click")
    head = desk.verify().head
    assert desk.undo(edited.id, by="anna", nonce="one-click") == first
    assert desk.verify().head == head
    sound()


def test_undoing_an_edit_of_a_published_version_twice_is_one_decision(desk: Desk) -> None:
    kept = published(desk, drafted(desk))
    edited = desk.edit(kept.id, GOOD + " Truly.", by="anna").stored
    assert edited is not None
    first = desk.undo(edited.id, by="anna", nonce="one-click")
    assert desk.undo(edited.id, by="anna", nonce="one-click") == first
