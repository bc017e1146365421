"""A waiver is of one finding in these words, and of what it says of the facts: it goes on where all of that is the same."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sqlalchemy import text

from review_queue.desk import Desk
from review_queue.refreshing import Outcome
from review_queue.standing import RULE
from review_queue.store.audit import of_pair
from review_queue.store.engine import reading, writing
from review_queue.waiving import Finding
from tests.fakes.desk import VAGUE, FakeChecker, FakePages
from tests.unit.review_queue.desks import drafted, published
from writer.drafting.statistics import statistics
from writer.drafts.draft import Draft, Origin, Status
from writer.errors import Conflict, NotAllowed

SUCCESSOR = "alpha-vs-beta@2"


def waived(desk: Desk) -> Draft:
    kept = drafted(desk, VAGUE)
    return desk.waive(kept.id, Finding("unclear"), by="anna", reason="plain from the table")


def told(desk: Desk) -> dict[str, object]:
    """What the newest row of the trail tells of waivers."""
    with reading(desk.office.engine) as session:
        return json.loads(of_pair(session, "alpha", "beta")[0].detail)["waivers"]  # type: ignore[no-any-return]


def test_a_finding_that_is_the_same_is_not_asked_again_of_a_published_versions_successor(
    desk: Desk, checker: FakeChecker, pages: FakePages, sound: Callable[[], None]
) -> None:
    kept = published(desk, waived(desk))
    checker.facts, pages.figure = "moved", "2"
    assert desk.refresh(kept.id, by="system").outcome is Outcome.STALE
    look = desk.look(SUCCESSOR, by="anna")
    assert (look.draft.status, look.strays) == (Status.IN_REVIEW, ())
    assert [(one.quote, one.reason, one.by) for one in look.passed] == [("somewhat", "plain from the table", "anna")]
    assert told(desk) == {"rule": RULE, "carried": ["unclear: somewhat"], "asked_again": []}
    desk.approve(SUCCESSOR, by="anna")
    assert desk.publish(SUCCESSOR, by="anna").status is Status.PUBLISHED
    sound()


def test_a_finding_that_says_something_else_is_asked_again_of_the_successor(
    desk: Desk, checker: FakeChecker, pages: FakePages, sound: Callable[[], None]
) -> None:
    kept = published(desk, waived(desk))
    checker.facts, pages.figure, checker.says = "moved", "2", "strays: the facts say 7"
    desk.refresh(kept.id, by="system")
    look = desk.look(SUCCESSOR, by="anna")
    assert (look.draft.status, len(look.strays), look.passed) == (Status.REJECTED, 1, ())
    assert told(desk) == {"rule": RULE, "carried": [], "asked_again": ["unclear: somewhat"]}
    assert desk.waive(SUCCESSOR, Finding("unclear"), by="anna", reason="still").status is Status.IN_REVIEW
    sound()


@pytest.mark.parametrize("approved", [False, True])
def test_a_waiver_falls_with_what_it_was_of_and_does_not_come_back(
    desk: Desk, checker: FakeChecker, approved: bool, sound: Callable[[], None]
) -> None:
    kept = waived(desk)
    if approved:
        desk.approve(kept.id, by="anna")
    checker.facts, checker.says = "moved", "strays: the facts say 7"
    assert desk.refresh(kept.id, by="system").outcome is Outcome.REJECTED
    assert desk.look(kept.id, by="anna").passed == ()
    checker.facts = "moved again"
    desk.refresh(kept.id, by="system")
    assert desk.draft(kept.id).status is Status.REJECTED
    with pytest.raises(NotAllowed, match="rejected by the checker"):
        desk.approve(kept.id, by="anna")
    sound()


def test_a_waiver_goes_on_in_a_version_that_nobody_approved_yet(desk: Desk, checker: FakeChecker) -> None:
    kept = waived(desk)
    checker.facts = "moved"
    assert desk.refresh(kept.id, by="system").outcome is Outcome.RESEALED
    assert told(desk) == {"rule": RULE, "carried": ["unclear: somewhat"], "asked_again": []}
    assert desk.approve(kept.id, by="anna").status is Status.APPROVED


@pytest.mark.parametrize("decide", ["approve", "publish"])
def test_a_waived_finding_is_asked_after_again_at_each_decision(desk: Desk, checker: FakeChecker, decide: str) -> None:
    kept = waived(desk)
    if decide == "publish":
        desk.approve(kept.id, by="anna")
    checker.says = "strays otherwise"
    with pytest.raises(Conflict, match="somewhat strays otherwise"):
        getattr(desk, decide)(kept.id, by="anna")
    checker.says = "strays"
    getattr(desk, decide)(kept.id, by="anna")


def test_words_that_are_put_before_a_person_again_cost_nothing_and_are_counted_once(
    desk: Desk, checker: FakeChecker, pages: FakePages
) -> None:
    kept = published(desk, drafted(desk))
    checker.facts, pages.figure = "moved", "2"
    desk.refresh(kept.id, by="system")
    again = desk.draft(SUCCESSOR)
    assert (again.origin, again.parent, again.result.usage.cost_usd) == (Origin.REFRESHED, kept.id, 0)
    assert again.result.attempts == ()
    (line,) = statistics(desk.drafts())
    assert (line.drafts, line.cost_usd) == (1, kept.result.usage.cost_usd)


def test_a_waiver_of_another_text_lets_nothing_pass(desk: Desk) -> None:
    kept = waived(desk)
    with writing(desk.office.engine) as session:
        session.connection().execute(text("UPDATE waivers SET text_hash = 'of another text'"))
    with pytest.raises(Conflict, match="somewhat strays"):
        desk.approve(kept.id, by="anna")
