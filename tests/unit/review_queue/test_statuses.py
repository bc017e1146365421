"""The table of transitions: what it allows, that the desk allows nothing else, and that the diagram is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_queue.statuses import ENTRY, OPEN, REPLACEABLE, TRANSITIONS, WORDS, Action, after, diagram
from writer.drafts.draft import Status

DOCUMENT = Path(__file__).parents[3] / "docs" / "review-desk.md"


def test_every_status_can_be_reached() -> None:
    assert {*ENTRY.values(), *TRANSITIONS.values()} == set(Status)


def test_what_is_over_stays_over() -> None:
    over = {Status.DECLINED, Status.SUPERSEDED}
    assert not [edge for edge in TRANSITIONS if edge[0] in over]


def test_only_what_is_approved_is_published() -> None:
    assert [source for (source, action) in TRANSITIONS if action is Action.PUBLISH] == [Status.APPROVED]
    assert [source for (source, _), target in TRANSITIONS.items() if target is Status.PUBLISHED] == [Status.APPROVED]


def test_only_what_is_in_review_is_approved() -> None:
    assert [source for (source, _), target in TRANSITIONS.items() if target is Status.APPROVED] == [Status.IN_REVIEW]


def test_whatever_is_on_its_way_can_give_way_to_a_newer_version() -> None:
    assert all(after(status, Action.SUPERSEDE) is Status.SUPERSEDED for status in (*REPLACEABLE, Status.PUBLISHED))
    assert set(OPEN) < set(REPLACEABLE)


def test_every_status_has_its_words() -> None:
    assert list(WORDS) == list(Status)


@pytest.mark.parametrize("status", list(Status))
def test_no_action_leads_nowhere(status: Status) -> None:
    assert all(after(status, action) != status for action in Action)


def test_the_documented_diagram_is_made_from_the_table() -> None:
    assert f"```mermaid\n{diagram()}```" in DOCUMENT.read_text(encoding="utf-8")
