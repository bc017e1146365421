"""A person's own words, on both engines: a version of their own, checked and never lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from review_queue.desk import Desk
from tests.fakes.desk import GOOD, WRONG
from tests.unit.review_queue.desks import drafted
from writer.drafts.draft import Origin, Status
from writer.errors import NotAllowed


def test_an_edit_becomes_a_version_of_its_own_and_supersedes(desk: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(desk)
    edited = desk.edit(kept.id, GOOD.replace("at once", "in one go"), by="anna").stored
    assert edited is not None
    assert (edited.version, edited.status, edited.origin, edited.parent) == (
        2,
        Status.IN_REVIEW,
        Origin.EDITED,
        kept.id,
    )
    assert desk.draft(kept.id).status is Status.SUPERSEDED
    assert edited.result.prose is not None
    assert edited.result.prose.text == edited.text
    sound()


def test_an_edit_that_strays_is_not_stored_and_its_text_is_not_lost(desk: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(desk)
    edit = desk.edit(kept.id, WRONG, by="anna")
    assert edit.stored is None
    assert edit.text == WRONG
    assert [violation.rule for violation in edit.report.violations] == ["wrong-number"]
    assert [row.id for row in desk.list().rows] == [kept.id]
    sound()


@pytest.mark.parametrize("text", ["NUL \x00 here", "half \ud800 a pair", "  \n ", "x" * 20_001])
def test_a_text_that_cannot_be_kept_is_refused_in_words(desk: Desk, text: str) -> None:
    kept = drafted(desk)
    with pytest.raises(NotAllowed, match="the text"):
        desk.edit(kept.id, text, by="anna")


def test_an_edit_of_an_approved_draft_has_to_be_approved_again(desk: Desk) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    edited = desk.edit(kept.id, GOOD + " Truly.", by="anna").stored
    assert edited is not None
    assert edited.status is Status.IN_REVIEW
    assert edited.reviewed_by == ()


def test_what_was_put_aside_cannot_be_edited_and_the_one_on_its_way_is_named(desk: Desk) -> None:
    first = drafted(desk)
    second = drafted(desk, GOOD + " Anew.")
    with pytest.raises(NotAllowed, match="newest version"):
        desk.edit(first.id, GOOD + " Truly.", by="anna")
    desk.approve(second.id, by="anna")
    desk.publish(second.id, by="anna")
    third = desk.edit(second.id, GOOD + " Truly.", by="anna").stored
    assert third is not None
    with pytest.raises(NotAllowed, match="alpha-vs-beta@3 is on its way"):
        desk.edit(second.id, GOOD + " Again.", by="anna")


def test_an_edit_that_changes_nothing_is_refused(desk: Desk) -> None:
    kept = drafted(desk)
    with pytest.raises(NotAllowed, match="nothing was changed"):
        desk.edit(kept.id, "\n" + GOOD + "  \n", by="anna")


def test_an_edit_sent_twice_is_one_version(desk: Desk) -> None:
    kept = drafted(desk)
    first = desk.edit(kept.id, GOOD + " Truly.", by="anna", nonce="request-1")
    assert desk.edit(kept.id, GOOD + " Truly.", by="anna", nonce="request-1").stored == first.stored
    assert len(desk.list().rows) == 2
