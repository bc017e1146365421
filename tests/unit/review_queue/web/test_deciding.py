"""Deciding in a browser without script: approve, send back, edit, waive, undo."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from review_queue.desk import Desk
from tests.fakes.desk import (
    GOOD,
    VAGUE,
    WRONG,
)
from tests.unit.review_queue.web.reading import ITEM, drafted, fields
from writer.drafts.draft import Status


def test_approving_is_one_press_and_can_be_undone(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    page = client.get(ITEM)
    done = client.post(ITEM + "/approve", data=fields(page, ITEM + "/approve"))
    assert "Approved." in done.text
    assert "approved by anna" in done.text
    undone = client.post(ITEM + "/undo", data=fields(done, ITEM + "/undo"))
    assert "Taken back." in undone.text
    assert desk.draft("alpha-vs-beta@1").status is Status.IN_REVIEW


def test_pressing_twice_is_one_decision(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    form = fields(client.get(ITEM), ITEM + "/approve")
    first, second = client.post(ITEM + "/approve", data=form), client.post(ITEM + "/approve", data=form)
    assert (first.status_code, second.status_code) == (200, 200)
    assert [event.action for event in desk.audit("alpha", "beta")] == ["approve", "draft"]


def test_approving_what_was_not_seen_is_a_conflict_with_the_difference(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    form = fields(client.get(ITEM), ITEM + "/approve")
    refused = client.post(ITEM + "/approve", data=form | {"expect": "0" * 64, "reason": "it is fine"})
    assert refused.status_code == 409
    assert "no longer what you saw" in refused.text
    assert "0000000000000000" in refused.text
    assert "it is fine" in refused.text


def test_approve_then_next_opens_the_next_one(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    drafted(desk, a="x", b="y")
    form = fields(client.get(ITEM), ITEM + "/approve")
    following = client.post(ITEM + "/approve", data=form | {"then": "next"})
    assert following.url.path == "/drafts/x-vs-y@1"
    assert desk.look("x-vs-y@1", by="anna").holder == "anna"
    last = client.post(
        "/drafts/x-vs-y@1/approve", data=fields(following, "/drafts/x-vs-y@1/approve") | {"then": "next"}
    )
    assert "Nothing is left to decide" in last.text


@pytest.mark.parametrize("action", ["request-changes", "decline"])
def test_a_reason_is_asked_for_and_kept(desk: Desk, client: TestClient, action: str) -> None:
    drafted(desk)
    form = fields(client.get(ITEM), f"{ITEM}/{action}")
    assert client.post(f"{ITEM}/{action}", data=form).status_code == 422
    done = client.post(f"{ITEM}/{action}", data=form | {"reason": "says nothing of context"})
    assert "says nothing of context" in done.text


def test_a_button_that_is_off_says_why(desk: Desk, client: TestClient) -> None:
    drafted(desk, WRONG)
    page = client.get(ITEM).text
    assert re.search(r'data-key="a" disabled', page)
    assert "it cannot be approved: edit it until the checker accepts it" in page


def test_an_edit_that_strays_is_shown_in_the_words_just_typed(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    form = fields(client.get(ITEM + "/edit"), ITEM + "/edit")
    refused = client.post(ITEM + "/edit", data=form | {"text": WRONG, "reason": "punchier"})
    assert refused.status_code == 422
    assert "Not stored: 1 finding" in refused.text
    assert 'id="stray-1">1900%</a>' in refused.text
    assert "It is 1900% cheaper.</textarea>" in refused.text
    assert 'value="punchier"' in refused.text
    stored = client.post(ITEM + "/edit", data=form | {"text": GOOD + " Truly.", "reason": "warmer"})
    assert stored.url.path == "/drafts/alpha-vs-beta@2"


def test_an_edit_of_what_has_moved_keeps_the_text(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    form = fields(client.get(ITEM + "/edit"), ITEM + "/edit")
    desk.decline("alpha-vs-beta@1", by="ben", reason="no")
    refused = client.post(ITEM + "/edit", data=form | {"text": "My long text, $1."})
    assert refused.status_code == 422
    assert "My long text, $1.</textarea>" in refused.text
    assert "declined" in refused.text


def test_windows_line_ends_are_paragraphs_too(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    form = fields(client.get(ITEM + "/edit"), ITEM + "/edit")
    client.post(ITEM + "/edit", data=form | {"text": "Alpha is $1.\r\n\r\nBeta is $2."})
    assert desk.draft("alpha-vs-beta@2").text == "Alpha is $1.\n\nBeta is $2."


def test_a_waivable_finding_offers_a_waiver_and_no_other_does(desk: Desk, client: TestClient) -> None:
    drafted(desk, VAGUE + " It is 1900% cheaper.")
    page = client.get(ITEM)
    assert page.text.count("Waive this finding") == 1
    waived = client.post(ITEM + "/waive", data=fields(page, ITEM + "/waive") | {"reason": "plain"})
    assert "The finding is waived." in waived.text


@pytest.mark.parametrize("closed", ["decline", "supersede"])
def test_what_is_closed_offers_no_edit_form_and_keeps_what_was_typed(
    desk: Desk, client: TestClient, closed: str
) -> None:
    drafted(desk)
    if closed == "decline":
        desk.decline("alpha-vs-beta@1", by="anna", reason="so")
    else:
        drafted(desk, GOOD + " Truly.")
    page = client.get(ITEM + "/edit").text
    assert "<textarea" not in page
    assert "edit the pair" in page
    refused = client.post(ITEM + "/edit", data={"text": GOOD + " So."})
    assert refused.status_code == 422
    assert GOOD + " So." in unescape(refused.text)


def test_what_was_just_decided_can_be_undone_from_the_next_draft(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    drafted(desk, a="x", b="y")
    form = fields(client.get(ITEM), f"{ITEM}/approve")
    following = client.post(f"{ITEM}/approve", data={**form, "then": "next"})
    assert following.url.path == "/drafts/x-vs-y@1"
    assert 'Approved. <a href="/drafts/alpha-vs-beta@1">Alpha vs Beta</a>' in " ".join(following.text.split())
    undone = client.post(f"{ITEM}/undo", data=fields(following, f"{ITEM}/undo"))
    assert (undone.url.path, "Taken back." in undone.text) == (ITEM, True)
    assert desk.draft("alpha-vs-beta@1").status is Status.IN_REVIEW


def test_the_last_decision_can_be_undone_where_nothing_is_left(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    form = fields(client.get(ITEM), f"{ITEM}/decline")
    done = client.post(f"{ITEM}/decline", data={**form, "then": "next", "reason": "no"})
    assert "Nothing is left to decide" in done.text
    assert fields(done, f"{ITEM}/undo")["nonce"]


@pytest.mark.parametrize("of", ["../etc/passwd", "<script>", "x@0"])
def test_only_an_id_is_taken_from_the_address(client: TestClient, of: str) -> None:
    assert client.get("/drafts", params={"done": "approve", "of": of}).status_code == 422
