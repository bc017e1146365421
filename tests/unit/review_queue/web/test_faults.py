"""A locked database and a full disk, as a person meets them in the browser: told in words, nothing changed, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from review_queue.desk import Desk
from review_queue.store.engine import open_engine, writing
from review_queue.web.app import create_app
from tests.fakes.desk import GOOD, FakeExplainer, bench
from tests.unit.review_queue.desks import drafted
from tests.unit.review_queue.web.test_pages import ITEM, fields
from writer.drafts.draft import Status

HURRIED = 0.2  # seconds that a lock is waited for


@pytest.fixture
def hurried(url: str) -> Iterator[Desk]:
    engine = open_engine(url, busy_timeout_seconds=HURRIED)
    yield Desk.on(engine, bench())
    engine.dispose()


@pytest.fixture
def client(hurried: Desk) -> Iterator[TestClient]:
    app = create_app(hurried, explainer=FakeExplainer(), drafter=None, user="anna")
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


def test_a_locked_database_is_a_page_that_says_try_again(hurried: Desk, client: TestClient, url: str) -> None:
    drafted(hurried)
    page = client.get(ITEM)
    form = fields(page, f"{ITEM}/approve")
    other = open_engine(url)
    with writing(other) as session:
        session.connection().execute(text("UPDATE pairs SET revision = revision"))
        assert client.get(ITEM).status_code == 200, "reading waits for nobody"
        busy = client.post(f"{ITEM}/approve", data=form | {"reason": "reads well"})
    other.dispose()
    assert (busy.status_code, busy.headers["Retry-After"]) == (503, "2")
    assert "busy: nothing was changed: try again in a moment" in busy.text
    assert "reads well" in busy.text
    assert hurried.draft("alpha-vs-beta@1").status is Status.IN_REVIEW
    assert client.post(f"{ITEM}/approve", data=form).status_code == 200
    assert hurried.draft("alpha-vs-beta@1").status is Status.APPROVED
    assert hurried.verify().faults == ()


def test_a_full_disk_is_a_page_that_says_so_and_keeps_what_was_typed(
    hurried: Desk, client: TestClient, url: str, request: pytest.FixtureRequest
) -> None:
    drafted(hurried)
    fill(hurried, url)
    request.addfinalizer(partial(make_room, url))
    words = GOOD + " Truly." * 2000
    full = client.post(f"{ITEM}/edit", data=fields(client.get(f"{ITEM}/edit"), f"{ITEM}/edit") | {"text": words})
    assert full.status_code == 507
    assert "disk is full: nothing was changed: free some space" in full.text
    assert words in full.text
    assert client.get("/drafts").status_code == 200
    assert hurried.draft("alpha-vs-beta@1").status is Status.IN_REVIEW
    assert hurried.verify().faults == ()


def fill(desk: Desk, url: str) -> None:
    """Leave no room for another page of the database; PostgreSQL is made to say what it says where there is none."""
    with writing(desk.office.engine) as session:
        if url.startswith("sqlite"):
            pages = session.connection().execute(text("PRAGMA page_count")).scalar()
            session.connection().execute(text(f"PRAGMA max_page_count = {pages}"))
            return
        session.connection().execute(
            text(
                "CREATE FUNCTION no_room() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no space left on device' "
                "USING ERRCODE = '53100'; END $$ LANGUAGE plpgsql"
            )
        )
        session.connection().execute(
            text("CREATE TRIGGER no_room BEFORE INSERT ON contents FOR EACH ROW EXECUTE FUNCTION no_room()")
        )


def make_room(url: str) -> None:
    """Take the trigger away: the database is another test's afterwards."""
    if url.startswith("sqlite"):
        return
    engine = open_engine(url)
    with writing(engine) as session:
        session.connection().execute(text("DROP TRIGGER IF EXISTS no_room ON contents"))
        session.connection().execute(text("DROP FUNCTION IF EXISTS no_room()"))
    engine.dispose()
