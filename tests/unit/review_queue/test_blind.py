"""Blind reviews: nobody reads what the other said before giving their own word; agreement is counted."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from review_queue.desk import Desk
from review_queue.settings import DeskSettings
from tests.fakes.desk import GOOD
from tests.unit.review_queue.desks import drafted
from writer.drafts.draft import Status
from writer.errors import NotAllowed


@pytest.fixture
def blind(engine: Engine, desk: Desk) -> Desk:
    """A desk where two have to approve, each by themselves."""
    return Desk.on(engine, desk.office.bench, DeskSettings(one_person=False, approvals_needed=2, blind=True))


def test_a_second_reviewer_sees_nothing_of_the_first_until_they_have_decided(blind: Desk) -> None:
    kept = drafted(blind)
    blind.approve(kept.id, by="anna", reason="reads well")
    seen = blind.look(kept.id, by="ben")
    assert (seen.blind, seen.opinions, seen.case.approved_by) == (True, (), ())
    assert (seen.draft.reviewed_by, seen.draft.reviewed_at) == ((), None)
    assert "anna" not in repr(seen)
    assert "anna" not in repr(blind.audit("alpha", "beta", by="ben"))
    assert "anna" not in repr((blind.draft(kept.id), blind.of_pair("alpha", "beta"), list(blind.drafts())))
    assert seen.refusals["undo"]
    with pytest.raises(NotAllowed, match="nothing has happened"):
        blind.undo(kept.id, by="ben")
    blind.approve(kept.id, by="ben")
    assert [one.reviewer for one in blind.look(kept.id, by="ben").opinions] == ["anna", "ben"]


def test_one_sees_ones_own_review_and_others_after_it(blind: Desk) -> None:
    kept = drafted(blind)
    blind.approve(kept.id, by="anna", reason="reads well")
    own = blind.look(kept.id, by="anna")
    assert (own.blind, [one.reviewer for one in own.opinions]) == (False, ["anna"])
    assert [event.action for event in blind.audit("alpha", "beta", by="anna")] == ["approve", "draft"]
    assert blind.undo(kept.id, by="anna").status is Status.IN_REVIEW


def test_what_was_decided_in_the_open_is_everybodys_to_see(blind: Desk) -> None:
    kept = drafted(blind)
    blind.approve(kept.id, by="anna")
    blind.request_changes(kept.id, by="ben", reason="shorter")
    assert [one.reviewer for one in blind.look(kept.id, by="cleo").opinions] == ["anna", "ben"]


def test_without_the_setting_reviews_are_open(pair_of_eyes: Desk) -> None:
    kept = drafted(pair_of_eyes)
    pair_of_eyes.approve(kept.id, by="anna")
    seen = pair_of_eyes.look(kept.id, by="ben")
    assert (seen.blind, [one.reviewer for one in seen.opinions]) == (False, ["anna"])


def test_an_undone_approval_is_no_hint_either(blind: Desk) -> None:
    kept = drafted(blind)
    blind.approve(kept.id, by="anna")
    blind.undo(kept.id, by="anna")
    assert [event.action for event in blind.look(kept.id, by="ben").history] == ["draft"]


def test_agreement_counts_what_two_said_of_the_same(blind: Desk) -> None:
    assert (blind.agreement().reviewed, blind.agreement().agreed) == (0, 0)
    first, second, third = (drafted(blind, a="a", b=b) for b in ("one", "two", "three"))
    for draft in (first, second, third):
        blind.approve(draft.id, by="anna")
    blind.approve(first.id, by="ben")
    blind.decline(second.id, by="ben", reason="no")
    found = blind.agreement()
    assert (found.reviewed, found.agreed, found.apart) == (2, 1, (second.id,))


def test_reviews_of_what_a_version_was_before_are_not_compared_with_those_of_what_it_is(blind: Desk) -> None:
    kept = drafted(blind)
    blind.approve(kept.id, by="anna")
    blind.edit(kept.id, GOOD + " Truly.", by="cleo")
    blind.approve("alpha-vs-beta@2", by="ben")
    assert blind.agreement().reviewed == 0


def test_blind_needs_two() -> None:
    with pytest.raises(ValueError, match="nothing to hide"):
        DeskSettings(blind=True)
