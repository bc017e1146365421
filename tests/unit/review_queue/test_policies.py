"""The rules by themselves: ``can_x`` and ``check_can_x`` agree, and every reason is told in words."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from review_queue import policies
from review_queue.people import checked_id, checked_name, checked_nonce, checked_reason
from review_queue.policies import Case
from review_queue.settings import DeskSettings
from review_queue.statuses import Action, after
from writer.drafts.draft import Status
from writer.errors import NotAllowed

ALONE, TEAM = DeskSettings(), DeskSettings(one_person=False, waivers_by=("cleo",))
CASES = [
    Case(
        "a-vs-b@1",
        status,
        stale=stale,
        strays=strays,
        last_editor=editor,
        approved_by=approved,
        open_version=other,
        job=job,
    )
    for status, stale, strays, editor, approved, other, job in itertools.product(
        Status, (False, True), (0, 2), ("", "anna"), ((), ("anna",)), (None, "a-vs-b@2"), (None, "job")
    )
]
ASKED: dict[str, Callable[[Case, DeskSettings], tuple[tuple[Any, ...], dict[str, Any]]]] = {
    "approve": lambda case, settings: ((case, "anna", settings), {}),
    "request_changes": lambda case, _: ((case,), {}),
    "decline": lambda case, _: ((case,), {}),
    "edit": lambda case, _: ((case,), {}),
    "regenerate": lambda case, _: ((case,), {}),
    "publish": lambda case, settings: ((case, settings), {}),
    "waive": lambda case, settings: ((case, "anna", settings), {"rule": "unclear", "waivable": True}),
    "undo": lambda case, _: ((case, "approve"), {}),
}


@pytest.mark.parametrize("action", list(ASKED))
@pytest.mark.parametrize("settings", [ALONE, TEAM])
def test_can_and_check_agree_and_both_answers_occur(action: str, settings: DeskSettings) -> None:
    can, check = getattr(policies, f"can_{action}"), getattr(policies, f"check_can_{action}")
    answers = set()
    for case in CASES:
        args, named = ASKED[action](case, settings)
        reason = policies.reason(check, *args, **named)
        assert can(*args, **named) is (reason == "")
        assert "None" not in reason
        answers.add(bool(reason))
    expected = {True} if (action, settings) == ("waive", TEAM) else {True, False}
    assert answers == expected


@pytest.mark.parametrize("action", [Action.APPROVE, Action.REQUEST_CHANGES, Action.DECLINE, Action.PUBLISH])
def test_nothing_is_allowed_that_the_table_does_not_know(action: Action) -> None:
    for case in CASES:
        args, named = ASKED[action.value](case, ALONE)
        if getattr(policies, f"can_{action.value}")(*args, **named):
            assert after(case.status, action) is not None


def test_nothing_is_waived_beside_a_version_that_is_on_its_way() -> None:
    case = Case("a-vs-b@2", Status.REJECTED, strays=1, open_version="a-vs-b@1")
    with pytest.raises(NotAllowed, match="a-vs-b@1 is on its way already"):
        policies.check_can_waive(case, "anna", ALONE, rule="unclear", waivable=True)


def test_the_last_editor_waives_nothing_in_a_team_even_where_they_may() -> None:
    case = Case("a-vs-b@1", Status.REJECTED, strays=1, last_editor="cleo")
    assert "yours" in policies.reason(policies.check_can_waive, case, "cleo", TEAM, rule="unclear", waivable=True)


@pytest.mark.parametrize("wrong", [{"approvals_needed": 0}, {"approvals_needed": 2}, {"lease_length": timedelta(0)}])
def test_a_desk_that_could_not_work_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        DeskSettings(**wrong)


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "an\nna", "an\u202ena", "\x00"])
def test_a_name_that_cannot_be_read_is_refused(name: str) -> None:
    with pytest.raises(NotAllowed, match="who are you"):
        checked_name(name)


def test_names_and_reasons_lose_the_space_around_them() -> None:
    assert checked_name("  Änne O'Neil ") == "Änne O'Neil"
    assert checked_reason(" so \r\n", "decline") == "so"


@pytest.mark.parametrize("reason", ["x" * 2001, "NUL \x00", "half \ud800"])
def test_a_reason_that_cannot_be_kept_is_refused(reason: str) -> None:
    with pytest.raises(NotAllowed, match="decline"):
        checked_reason(reason, "decline")


@pytest.mark.parametrize("nonce", ["", "short", "with space in it", "x" * 101])
def test_a_requests_name_has_a_shape(nonce: str) -> None:
    with pytest.raises(NotAllowed, match="name"):
        checked_nonce(nonce)
    assert checked_nonce(None) is None


@pytest.mark.parametrize(
    "item", ["", "a-vs-b", "a-vs-b@0", "a-vs-b@x", "a-vs-b@1 ", "A-vs-b@1", "../a-vs-b@1", "a-vs-b@1\n"]
)
def test_what_is_no_id_is_refused(item: str) -> None:
    with pytest.raises(NotAllowed, match="no draft"):
        checked_id(item)
