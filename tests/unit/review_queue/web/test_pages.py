"""The desk in a browser without script: what a person reads, what a form does, and what is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from review_queue.desk import Desk
from review_queue.settings import DeskSettings
from review_queue.web.app import create_app
from tests.fakes.desk import (
    GOOD,
    WRONG,
    FakeChecker,
    FakeExplainer,
    FakePages,
    result,
    unreadable,
)
from tests.unit.review_queue.web.reading import ITEM, drafted, fields
from writer.check.report import Note
from writer.drafts.draft import Origin
from writer.errors import StoreBusy, StoreFull


def test_the_list_shows_what_waits_with_counts_for_all(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    drafted(desk, WRONG, "x", "y")
    page = client.get("/")
    assert "Alpha" in page.text
    assert "house writer" in page.text
    assert "X <span" not in page.text
    assert re.search(r"Rejected by the checker <b>1</b>", page.text)
    assert "wrong-number" in client.get("/drafts?status=rejected").text


def test_an_empty_queue_says_what_fills_it(client: TestClient) -> None:
    assert "writer batch" in client.get("/drafts").text


def test_the_list_goes_on_where_it_ended(desk: Desk, client: TestClient) -> None:
    for number in range(51):
        drafted(desk, a="a", b=f"b{number:02}")
    page = client.get("/drafts")
    further = re.search(r'rel="next" href="([^"]+)"', page.text)
    assert further
    assert "B50" in client.get(unescape(further.group(1))).text


def test_every_quantity_is_marked_and_leads_to_its_fact(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    page = client.get(ITEM).text
    assert re.search(r'<a class="fact" href="#fact-1" id="said-1">\$1', page)
    assert 'id="fact-1"' in page
    assert "label of a.price.input" in page
    assert "as listed" in page
    assert "a source" in page


def test_what_strays_is_marked_and_explained(desk: Desk, client: TestClient) -> None:
    drafted(desk, WRONG)
    page = client.get(ITEM).text
    assert '<a class="stray" href="#finding-1" id="stray-1">1900%</a>' in page
    assert '<span class="expected">95% <code>pair.price.input.saving_percent</code></span>' in page
    assert "edit the text until" in page or "edit it until" in page


def test_a_draft_without_an_answer_can_still_be_looked_at(desk: Desk, client: TestClient) -> None:
    desk.store.save([unreadable()], origin=Origin.DRAFTED, by="batch")
    assert "no answer could be read" in client.get(ITEM).text


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "&lt;b&gt; 'quoted' \"twice\""])
def test_a_drafts_words_are_never_markup(desk: Desk, client: TestClient, text: str) -> None:
    drafted(desk, GOOD + " " + text)
    page = client.get(ITEM).text
    assert text not in page
    assert "<script>" not in page


def test_no_page_carries_script_or_style_within(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    for address in ("/drafts", ITEM, ITEM + "/edit", "/drafts/nothing", "/nowhere"):
        page = client.get(address).text
        assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|\sstyle=|javascript:", page), address


def test_looking_changes_nothing(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    before = desk.verify().head
    for address in ("/", "/drafts", ITEM, ITEM + "/edit", ITEM + "/preview"):
        assert client.get(address).status_code == 200
    assert desk.verify().head == before
    assert desk.look("alpha-vs-beta@1", by="anna").holder == ""


def test_what_changes_something_answers_to_no_get(desk: Desk, client: TestClient, app: FastAPI) -> None:
    drafted(desk)
    routers: list[Any] = [route for route in app.routes if hasattr(route, "original_router")]
    routes = [route for router in routers for route in router.original_router.routes]
    posts = [route.path for route in routes if "POST" in route.methods]
    assert len(posts) > 10
    for path in posts:
        if not path.endswith("/edit"):
            assert client.get(path.replace("{item}", "alpha-vs-beta@1")).status_code in {404, 405}, path


def test_what_moved_since_is_said_and_can_be_checked_again(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    desk.approve("alpha-vs-beta@1", by="anna")
    checker = desk.office.bench.checker
    assert isinstance(checker, FakeChecker)
    checker.facts = "facts-2"
    page = client.get(ITEM)
    assert "Since it was checked, the facts changed" in page.text
    assert "so the approval goes on" in client.post(ITEM + "/recheck").text


def test_what_has_changed_since_the_approval_is_told(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    desk.approve("alpha-vs-beta@1", by="anna")
    checker, pages = desk.office.bench.checker, desk.office.bench.pages
    assert isinstance(checker, FakeChecker)
    assert isinstance(pages, FakePages)
    checker.facts, pages.figure = "facts-2", "2"
    page = client.post(ITEM + "/recheck").text
    assert "Since you approved" in page
    assert '<th>figure</th><td class="was"><mark>1</mark></td><td><mark>2</mark></td><td class="number">+1</td>' in page


def test_somebody_elses_lease_is_shown_and_can_be_taken_over(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    desk.take("alpha-vs-beta@1", by="ben")
    page = client.get(ITEM)
    assert "<b>ben</b> has this draft open" in page.text
    assert client.post(ITEM + "/approve", data=fields(page, ITEM + "/approve")).status_code == 409
    taken = client.post(ITEM + "/lease/take-over", data={"reason": "ben is out"})
    assert "It is yours now." in taken.text
    assert client.post(ITEM + "/approve", data=fields(taken, ITEM + "/approve")).status_code == 200


def test_the_script_takes_keeps_and_gives_back(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    token = client.post(ITEM + "/lease").json()["token"]
    assert client.post(ITEM + "/lease/renew", data={"lease": token}).status_code == 200
    assert client.post(ITEM + "/lease/renew", data={"lease": "another"}).status_code == 409
    assert client.post(ITEM + "/lease/release", data={"lease": token}).json() == {"released": True}


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/drafts/x-vs-y@7", 404),
        ("/drafts/..%2F..", 404),
        ("/drafts/nonsense", 422),
        ("/nowhere", 404),
        ("/jobs/xyz", 422),
        ("/jobs/0123456789abcdef", 404),
        ("/drafts?after=nonsense", 422),
        ("/drafts?model=" + "x" * 200, 422),
    ],
)
def test_what_is_not_there_is_told_in_words(client: TestClient, address: str, code: int) -> None:
    page = client.get(address)
    assert page.status_code == code
    assert "<h1>" in page.text
    assert "Traceback" not in page.text


@pytest.mark.parametrize(("error", "code"), [(StoreBusy("busy: try again"), 503), (StoreFull("full: free some"), 507)])
def test_a_busy_or_full_store_is_told_in_words(
    desk: Desk, client: TestClient, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Desk, "list", fail)
    page = client.get("/drafts")
    assert page.status_code == code
    assert str(error) in page.text


def test_the_preview_keeps_to_itself(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    page = client.get(ITEM + "/preview")
    assert "sandbox" in page.headers["content-security-policy"]
    assert "script-src" not in page.headers["content-security-policy"]


def test_an_edited_house_draft_names_the_writer_and_who_edited_it(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    assert "edited by" not in client.get(ITEM).text
    edited = desk.edit("alpha-vs-beta@1", GOOD + " Truly.", by="anna").stored
    assert edited is not None
    desk.approve(edited.id, by="anna")
    page = client.get(f"/drafts/{edited.id}").text
    assert "written by house writer, edited by anna" in page
    assert "one person edited and approved it" in page
    assert "house writer, edited by anna" in client.get("/drafts?status=approved").text


def test_a_status_that_there_is_not_is_refused_in_words(client: TestClient) -> None:
    answer = client.get("/drafts?status=zzz")
    assert answer.status_code == 422
    assert "is no status of a draft: expected one of rejected" in unescape(answer.text)
    assert client.get("/drafts?status=all").status_code == 200


def test_ones_own_lease_is_called_ones_own(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    client.post("/next")
    assert "open with you" in client.get("/drafts").text


def test_notes_are_said_once_in_words_and_who_wins_is_left_out(desk: Desk, client: TestClient) -> None:
    made = result()
    assert made.report is not None
    missing = ("pair.score.x.winner", "a.price.output")
    note = Note(f"cited, but not found to be stated: {', '.join(missing)}", missing)
    noted = replace(made, report=replace(made.report, notes=(note, note, Note("read twice"))))
    desk.store.save([noted], origin=Origin.DRAFTED, by="batch")
    page = client.get(ITEM).text
    assert "pair.score.x.winner" not in page
    assert page.count("label of a.price.output") == 1
    assert "read twice" in page


def test_a_reading_that_the_label_repeats_is_told_once(desk: Desk, client: TestClient) -> None:
    made = result()
    assert made.report is not None
    same = replace(made.report.statements[0], reading="label of a.price.input")
    desk.store.save([replace(made, report=replace(made.report, statements=(same,)))], origin=Origin.DRAFTED, by="batch")
    facts = client.get(ITEM).text.partition('<section class="facts">')[2]
    assert facts.count("label of a.price.input") == 1


def test_how_each_number_was_read_has_a_page(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    page = client.get(f"{ITEM}/readings").text
    assert "$1 as it stands" in page
    assert '<a href="https://example.org/prices" target="_blank" rel="noopener noreferrer">a source</a>' in page


def test_how_many_wait_stands_on_every_draft(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    drafted(desk, a="x", b="y")
    assert "2 waiting" in client.get(ITEM).text


def test_a_second_reviewer_is_told_that_reviews_are_blind(desk: Desk) -> None:
    blind = Desk.on(
        desk.office.engine, desk.office.bench, DeskSettings(one_person=False, approvals_needed=2, blind=True)
    )
    drafted(blind)
    blind.approve("alpha-vs-beta@1", by="ben", reason="a fine text")
    app = create_app(blind, explainer=FakeExplainer(), drafter=None, user="anna")
    with TestClient(app) as client:
        page = client.get(ITEM).text
        assert "Reviews are blind here" in page
        assert "a fine text" not in page
        assert "ben" not in page
        client.post(f"{ITEM}/approve", data=fields(client.get(ITEM), f"{ITEM}/approve"))
        assert "a fine text" in client.get(ITEM).text


def test_the_words_of_a_stale_page_say_that_they_are_to_be_approved_anew(desk: Desk, client: TestClient) -> None:
    drafted(desk)
    desk.approve("alpha-vs-beta@1", by="anna")
    desk.publish("alpha-vs-beta@1", by="anna")
    checker, pages = desk.office.bench.checker, desk.office.bench.pages
    assert isinstance(checker, FakeChecker)
    assert isinstance(pages, FakePages)
    checker.facts, pages.figure = "facts-2", "2"
    desk.refresh("alpha-vs-beta@1", by="anna")
    assert "to be approved anew" in client.get("/drafts").text
    assert "The published version stays as it is" not in client.get("/drafts/alpha-vs-beta@2/edit").text
