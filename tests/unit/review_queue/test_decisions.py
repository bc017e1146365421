"""What a person can decide, on both engines: each decision is of what was seen, and leaves its trace."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from review_queue.approval import seal_of
from review_queue.desk import Desk
from review_queue.store import reviews
from review_queue.store.engine import writing
from review_queue.store.listing import Filter
from review_queue.waiving import Finding
from tests.fakes.desk import GOOD, VAGUE, WRONG, FakeChecker, FakePages, HandClock, result, unreadable
from tests.unit.review_queue.desks import drafted
from writer.drafts.draft import Origin, Status
from writer.errors import Conflict, NotAllowed


def test_an_accepted_result_waits_for_review_and_comes_back_as_it_went_in(
    desk: Desk, sound: Callable[[], None]
) -> None:
    kept = drafted(desk)
    assert (kept.id, kept.version, kept.status, kept.text) == ("alpha-vs-beta@1", 1, Status.IN_REVIEW, GOOD)
    assert desk.draft(kept.id) == kept
    assert kept.result == result()
    sound()


def test_a_rejected_result_is_kept_with_its_reasons(desk: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(desk, WRONG)
    assert kept.status is Status.REJECTED
    assert desk.list(Filter(Status.REJECTED)).rows[0].rules == ("wrong-number",)
    sound()


def test_a_result_without_prose_is_kept_too(desk: Desk) -> None:
    kept = desk.store.save([unreadable()], origin=Origin.DRAFTED, by="batch")[0]
    assert (kept.status, kept.text, kept.result.reason) == (Status.REJECTED, "", "no answer could be read")


def test_results_come_back_in_the_order_they_were_given(desk: Desk) -> None:
    kept = desk.store.save([result("x", "y"), result("a", "b"), result("m", "n")], origin=Origin.DRAFTED, by="batch")
    assert [draft.id for draft in kept] == ["x-vs-y@1", "a-vs-b@1", "m-vs-n@1"]


def test_approving_names_what_was_approved_and_by_whom(desk: Desk, clock: HandClock, sound: Callable[[], None]) -> None:
    kept = drafted(desk)
    clock.move(minutes=5)
    approved = desk.approve(kept.id, by="anna", expect=seal_of(kept).hash)
    assert (approved.status, approved.reviewed_by, approved.reviewed_at) == (Status.APPROVED, ("anna",), clock.now())
    assert not approved.one_person
    newest = desk.audit("beta", "alpha")[0]
    assert (newest.by, newest.action, newest.moves) == ("anna", "approve", ((kept.id, "in_review", "approved"),))
    sound()


def test_approving_something_else_than_what_is_stored_is_a_conflict(desk: Desk) -> None:
    kept = drafted(desk)
    with pytest.raises(Conflict, match="no longer what you saw") as refused:
        desk.approve(kept.id, by="anna", expect="0" * 64)
    assert refused.value.difference["seal"][1] == seal_of(kept).hash
    assert desk.draft(kept.id).status is Status.IN_REVIEW


def test_the_first_twelve_digits_of_a_seal_are_enough_and_eleven_are_not(desk: Desk) -> None:
    kept = drafted(desk)
    with pytest.raises(Conflict):
        desk.approve(kept.id, by="anna", expect=seal_of(kept).hash[:11])
    assert desk.approve(kept.id, by="anna", expect=seal_of(kept).hash[:12]).status is Status.APPROVED


@pytest.mark.parametrize("moved", ["facts", "checker", "page"])
def test_nothing_is_approved_that_would_be_something_else_today(
    desk: Desk, checker: FakeChecker, pages: FakePages, moved: str
) -> None:
    kept = drafted(desk)
    if moved == "page":
        pages.templates = "page-2"
    else:
        setattr(checker, {"facts": "facts", "checker": "version"}[moved], "other")
    with pytest.raises(Conflict, match=f"the {moved}"):
        desk.approve(kept.id, by="anna", expect=seal_of(kept).hash)
    assert desk.draft(kept.id).status is Status.IN_REVIEW


def test_a_rejected_draft_cannot_be_approved(desk: Desk) -> None:
    kept = drafted(desk, WRONG)
    with pytest.raises(NotAllowed, match="rejected by the checker"):
        desk.approve(kept.id, by="anna")


@pytest.mark.parametrize("decide", ["request_changes", "decline"])
def test_sending_back_and_declining_need_a_reason(desk: Desk, decide: str) -> None:
    kept = drafted(desk)
    with pytest.raises(NotAllowed, match="reason is missing"):
        getattr(desk, decide)(kept.id, by="anna", reason="  ")
    decided = getattr(desk, decide)(kept.id, by="anna", reason="too long")
    assert decided.status in {Status.CHANGES_REQUESTED, Status.DECLINED}
    assert desk.audit("alpha", "beta")[0].reason == "too long"


def test_who_approves_their_own_words_is_called_one_person(desk: Desk) -> None:
    edited = desk.edit(drafted(desk).id, GOOD + " Truly.", by="anna").stored
    assert edited is not None
    assert desk.approve(edited.id, by="anna").one_person
    assert desk.look(edited.id, by="anna").opinions[0].one_person


def test_in_a_team_nobody_approves_their_own_words(team: Desk) -> None:
    edited = team.edit(drafted(team).id, GOOD + " Truly.", by="anna").stored
    assert edited is not None
    with pytest.raises(NotAllowed, match="somebody else"):
        team.approve(edited.id, by="anna")
    assert not team.approve(edited.id, by="ben").one_person


def test_two_approvals_are_of_two_people(pair_of_eyes: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(pair_of_eyes)
    assert pair_of_eyes.approve(kept.id, by="anna").status is Status.IN_REVIEW
    with pytest.raises(NotAllowed, match="already"):
        pair_of_eyes.approve(kept.id, by="anna")
    both = pair_of_eyes.approve(kept.id, by="ben")
    assert (both.status, both.reviewed_by) == (Status.APPROVED, ("anna", "ben"))
    sound()


def test_waiving_what_is_not_there_is_refused(desk: Desk) -> None:
    kept = drafted(desk, VAGUE)
    with pytest.raises(NotAllowed, match="no open finding"):
        desk.waive(kept.id, Finding("unclear", 3), by="anna", reason="so")


@pytest.mark.parametrize("again", ["publish", "undo", "waive", "decline"])
def test_every_request_sent_twice_is_one(desk: Desk, again: str) -> None:
    kept = drafted(desk, VAGUE if again == "waive" else GOOD)
    if again in {"publish", "undo"}:
        desk.approve(kept.id, by="anna")
    arguments: tuple[object, ...] = (kept.id, Finding("unclear")) if again == "waive" else (kept.id,)
    named = {"by": "anna", "nonce": "one-request"} | ({"reason": "so"} if again in {"waive", "decline"} else {})
    first = getattr(desk, again)(*arguments, **named)
    head = desk.verify().head
    assert getattr(desk, again)(*arguments, **named) == first
    assert desk.verify().head == head


def test_a_published_version_is_superseded_by_the_next(desk: Desk, sound: Callable[[], None]) -> None:
    first = drafted(desk)
    desk.approve(first.id, by="anna")
    assert desk.publish(first.id, by="anna").status is Status.PUBLISHED
    with pytest.raises(NotAllowed, match="cannot be taken back"):
        desk.undo(first.id, by="anna")
    second = desk.edit(first.id, GOOD + " Truly.", by="anna").stored
    assert second is not None
    assert desk.draft(first.id).status is Status.PUBLISHED
    desk.approve(second.id, by="anna")
    desk.publish(second.id, by="anna")
    assert desk.draft(first.id).status is Status.SUPERSEDED
    sound()


@pytest.mark.parametrize("moved", ["facts", "version"])
def test_what_is_not_what_was_approved_cannot_be_published(desk: Desk, checker: FakeChecker, moved: str) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    setattr(checker, moved, "other")
    assert [ready.refusal != "" for ready in desk.ready()] == [True]
    with pytest.raises(Conflict, match="not what was approved"):
        desk.publish(kept.id, by="anna")
    assert desk.draft(kept.id).status is Status.APPROVED


def test_an_approval_of_something_else_does_not_count(desk: Desk) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    with writing(desk.office.engine) as session:
        reviews.reseal(session, kept.id, ["anna"], "0" * 64)
    with pytest.raises(NotAllowed, match="0 of 1 approvals stand"):
        desk.publish(kept.id, by="anna")


def test_what_nobody_approved_cannot_be_published(desk: Desk) -> None:
    kept = drafted(desk)
    with pytest.raises(NotAllowed, match="cannot be published"):
        desk.publish(kept.id, by="anna")


def test_a_wrong_number_can_never_be_waived(desk: Desk) -> None:
    kept = drafted(desk, VAGUE + " It is 1900% cheaper.")
    with pytest.raises(NotAllowed, match="cannot be waived"):
        desk.waive(kept.id, Finding("wrong-number"), by="anna", reason="please")
    desk.waive(kept.id, Finding("unclear"), by="anna", reason="plain")
    assert desk.draft(kept.id).status is Status.REJECTED


def test_in_a_team_only_who_may_waives(team: Desk) -> None:
    kept = drafted(team, VAGUE)
    with pytest.raises(NotAllowed, match="cleo"):
        team.waive(kept.id, Finding("unclear"), by="anna", reason="plain")
    assert team.waive(kept.id, Finding("unclear"), by="cleo", reason="plain").status is Status.IN_REVIEW


def test_a_request_sent_twice_is_one_decision(desk: Desk) -> None:
    kept = drafted(desk)
    first = desk.approve(kept.id, by="anna", nonce="request-1")
    assert desk.approve(kept.id, by="anna", nonce="request-1") == first
    assert [event.action for event in desk.audit("alpha", "beta")] == ["approve", "draft"]


def test_a_requests_name_is_not_used_for_two(desk: Desk) -> None:
    kept, other = drafted(desk), drafted(desk, a="x", b="y")
    desk.approve(kept.id, by="anna", nonce="request-1")
    with pytest.raises(Conflict, match="used for another"):
        desk.approve(other.id, by="anna", nonce="request-1")


def test_a_newer_accepted_result_supersedes_and_a_rejected_one_does_not(desk: Desk, sound: Callable[[], None]) -> None:
    first = drafted(desk)
    rejected = drafted(desk, WRONG)
    assert desk.draft(first.id).status is Status.IN_REVIEW
    third = drafted(desk, GOOD + " Anew.")
    assert [desk.draft(draft.id).status for draft in (first, rejected, third)] == [
        Status.SUPERSEDED,
        Status.SUPERSEDED,
        Status.IN_REVIEW,
    ]
    sound()


def test_a_result_that_comes_late_is_refused(desk: Desk) -> None:
    kept = drafted(desk)
    seen = desk.store.revision("alpha", "beta")
    desk.approve(kept.id, by="anna")
    with pytest.raises(Conflict, match="too late"):
        desk.store.save([result(text=GOOD + " Late.")], origin=Origin.REGENERATED, by="ben", revisions=[seen])
    assert [row.id for row in desk.list().rows] == [kept.id]
