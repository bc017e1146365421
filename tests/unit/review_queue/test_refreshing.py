"""When catalog, checker or templates move: the same page carries an approval forward, all else drops it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from review_queue.desk import Desk
from review_queue.ports import ChangeKind
from review_queue.refreshing import RULE, Outcome
from tests.fakes.desk import VAGUE, WRONG, FakeChecker, FakePages
from tests.unit.review_queue.desks import drafted, published
from writer.drafts.draft import Status
from writer.errors import Conflict


def test_nothing_moved_is_nothing_done(desk: Desk) -> None:
    kept = drafted(desk)
    head = desk.verify().head
    assert desk.refresh(kept.id, by="system").outcome is Outcome.SAME
    assert desk.verify().head == head


@pytest.mark.parametrize("moved", ["facts", "version", "templates"])
def test_a_page_that_renders_the_same_carries_its_approval_forward(
    desk: Desk, checker: FakeChecker, pages: FakePages, moved: str, sound: Callable[[], None]
) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    setattr(pages if moved == "templates" else checker, moved, "moved")
    assert desk.refresh(kept.id, by="system").outcome is Outcome.CARRIED
    carried = desk.draft(kept.id)
    assert (carried.status, carried.reviewed_by) == (Status.APPROVED, ("anna",))
    assert desk.audit("alpha", "beta")[0].action == "carry_forward"
    assert desk.look(kept.id, by="anna").opinions[0].stands
    assert desk.publish(kept.id, by="anna").status is Status.PUBLISHED
    sound()


def test_carrying_forward_names_its_rule(desk: Desk, checker: FakeChecker) -> None:
    from review_queue.store.audit import AuditRow, of_pair
    from review_queue.store.engine import reading

    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    checker.facts = "moved"
    desk.refresh(kept.id, by="system")
    with reading(desk.office.engine) as session:
        row: AuditRow = of_pair(session, "alpha", "beta")[0]
        assert RULE in row.detail


@pytest.mark.parametrize(
    ("figure", "winner", "kind"), [("2", "a", ChangeKind.MATERIAL), ("1", "b", ChangeKind.WINNER_FLIPPED)]
)
def test_a_page_that_is_another_drops_the_approval_and_says_what_changed(
    desk: Desk,
    checker: FakeChecker,
    pages: FakePages,
    figure: str,
    winner: str,
    kind: ChangeKind,
    sound: Callable[[], None],
) -> None:
    other = drafted(desk, a="x", b="y")
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    checker.facts, pages.figure, pages.winner = "moved", figure, winner
    assert desk.refresh(kept.id, by="system").outcome is Outcome.DROPPED
    look = desk.look(kept.id, by="anna")
    assert (look.draft.status, look.draft.reviewed_by, look.wanted_by) == (Status.IN_REVIEW, (), "anna")
    assert look.since is not None
    assert look.since.kind is kind
    assert look.since.deltas[0].old in {"1", "a"}
    assert not look.opinions[0].stands
    taken = desk.take_next(by="anna")
    assert taken is not None
    assert taken.item == kept.id != other.id
    desk.approve(kept.id, by="anna")
    assert desk.look(kept.id, by="anna").since is None
    sound()


def test_a_statement_read_otherwise_drops_the_approval(
    desk: Desk, checker: FakeChecker, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    said = FakeChecker.report
    monkeypatch.setattr(FakeChecker, "report", lambda self, text: replace(said(self, text), statements=()))
    checker.version = "moved"
    assert desk.refresh(kept.id, by="system").outcome is Outcome.DROPPED


def test_a_text_that_strays_now_is_rejected_whatever_was_approved(
    desk: Desk, checker: FakeChecker, sound: Callable[[], None]
) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    checker.version, checker.wrong = "moved", ("128K",)
    assert desk.refresh(kept.id, by="system").outcome is Outcome.REJECTED
    assert desk.draft(kept.id).status is Status.REJECTED
    assert [violation.quote for violation in desk.look(kept.id, by="anna").strays] == ["128K"]
    sound()


def test_a_rejected_text_that_no_longer_strays_goes_to_review(
    desk: Desk, checker: FakeChecker, sound: Callable[[], None]
) -> None:
    kept = drafted(desk, WRONG)
    checker.version, checker.wrong = "moved", ()
    assert desk.refresh(kept.id, by="system").outcome is Outcome.RESEALED
    assert desk.draft(kept.id).status is Status.IN_REVIEW
    sound()


def test_a_rejected_text_does_not_push_another_version_aside(
    desk: Desk, checker: FakeChecker, sound: Callable[[], None]
) -> None:
    good = drafted(desk)
    bad = drafted(desk, WRONG)
    checker.version, checker.wrong = "moved", ()
    desk.refresh(bad.id, by="system")
    assert desk.draft(bad.id).status is Status.REJECTED
    assert desk.draft(good.id).status is Status.IN_REVIEW
    sound()


def test_a_waiver_holds_for_the_same_words(desk: Desk, checker: FakeChecker) -> None:
    from review_queue.waiving import Finding

    kept = drafted(desk, VAGUE)
    desk.waive(kept.id, Finding("unclear"), by="anna", reason="plain")
    desk.approve(kept.id, by="anna")
    checker.facts = "moved"
    assert desk.refresh(kept.id, by="system").outcome is Outcome.CARRIED


def test_a_published_page_that_is_another_stays_marked_and_its_words_go_before_a_person(
    desk: Desk, checker: FakeChecker, pages: FakePages, sound: Callable[[], None]
) -> None:
    kept = published(desk, drafted(desk))
    checker.facts, pages.figure = "moved", "2"
    assert desk.refresh(kept.id, by="system").outcome is Outcome.STALE
    assert (desk.draft(kept.id).status, desk.draft(kept.id).stale) == (Status.PUBLISHED, True)
    again = desk.look("alpha-vs-beta@2", by="anna")
    assert (again.draft.status, again.wanted_by, again.draft.text) == (Status.IN_REVIEW, "anna", kept.text)
    assert again.since is not None
    assert [ready.refusal != "" for ready in desk.ready()] == [True]
    desk.refresh(kept.id, by="system")
    desk.approve(again.draft.id, by="anna")
    desk.publish(again.draft.id, by="anna")
    assert desk.draft(kept.id).status is Status.SUPERSEDED
    sound()


def test_a_stale_page_is_put_before_a_person_once(
    desk: Desk, checker: FakeChecker, pages: FakePages, sound: Callable[[], None]
) -> None:
    kept = published(desk, drafted(desk))
    checker.facts, pages.figure = "moved", "2"
    desk.refresh(kept.id, by="system")
    desk.decline("alpha-vs-beta@2", by="anna", reason="no")
    head = desk.verify().head
    assert desk.refresh(kept.id, by="system").outcome is Outcome.STALE
    assert desk.verify().head == head
    checker.facts, pages.figure = "facts-1", "1"
    assert desk.refresh(kept.id, by="system").outcome is Outcome.CARRIED
    assert not desk.draft(kept.id).stale
    sound()


def test_a_draft_that_somebody_reads_is_looked_at_too_and_their_decision_is_a_conflict(
    desk: Desk, checker: FakeChecker
) -> None:
    kept = drafted(desk)
    lease = desk.take(kept.id, by="anna")
    seen = desk.look(kept.id, by="anna").seal.hash
    checker.facts = "moved"
    assert [refreshed.outcome for refreshed in desk.refresh_all(by="system")] == [Outcome.RESEALED]
    with pytest.raises(Conflict, match="no longer what you saw"):
        desk.approve(kept.id, by="anna", expect=seen, lease=lease.token)


def test_what_is_decided_while_all_are_looked_at_is_passed_over(desk: Desk, checker: FakeChecker) -> None:
    first, second = drafted(desk, a="a", b="b"), drafted(desk, a="x", b="y")
    checker.facts = "moved"
    looking = desk.refresh_all(by="system")
    assert next(looking).item == first.id
    desk.decline(second.id, by="anna", reason="no")
    assert next(looking).outcome is Outcome.PASSED_OVER


def test_what_the_catalog_no_longer_holds_is_stale_and_cannot_be_approved(desk: Desk, checker: FakeChecker) -> None:
    from writer.errors import NotAllowed

    kept = drafted(desk)
    checker.gone = True
    assert desk.refresh(kept.id, by="system").outcome is Outcome.STALE
    with pytest.raises(NotAllowed, match="stale"):
        desk.approve(kept.id, by="anna")
    checker.gone = False
    with pytest.raises(NotAllowed, match="stale"):
        desk.approve(kept.id, by="anna")
    assert desk.refresh(kept.id, by="system").outcome is Outcome.RESEALED
    assert desk.approve(kept.id, by="anna").status is Status.APPROVED


def test_an_undo_does_not_bring_back_an_approval_of_something_else(
    desk: Desk, checker: FakeChecker, pages: FakePages
) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    edited = desk.edit(kept.id, kept.text + " Truly.", by="ben").stored
    assert edited is not None
    checker.facts, pages.figure = "moved", "2"
    desk.undo(edited.id, by="ben")
    with pytest.raises(Conflict, match="not what was approved"):
        desk.publish(kept.id, by="anna")


def test_all_are_looked_at_again(desk: Desk, checker: FakeChecker) -> None:
    for number in range(3):
        drafted(desk, a="a", b=f"b{number}")
    checker.facts = "moved"
    assert [refreshed.outcome for refreshed in desk.refresh_all(by="system")] == [Outcome.RESEALED] * 3


def test_an_approval_that_was_carried_forward_comes_back_as_it_stood(desk: Desk, checker: FakeChecker) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    checker.facts = "moved"
    assert desk.refresh(kept.id, by="system").outcome is Outcome.CARRIED
    desk.decline(kept.id, by="anna", reason="so")
    assert desk.undo(kept.id, by="anna").reviewed_by == ("anna",)
    assert desk.publish(kept.id, by="anna").status is Status.PUBLISHED


def test_an_approval_that_fell_does_not_come_back(desk: Desk, checker: FakeChecker, pages: FakePages) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    checker.facts, pages.figure = "moved", "2"
    assert desk.refresh(kept.id, by="system").outcome is Outcome.DROPPED
    desk.decline(kept.id, by="anna", reason="so")
    undone = desk.undo(kept.id, by="anna")
    assert (undone.status, undone.reviewed_by) == (Status.IN_REVIEW, ())
