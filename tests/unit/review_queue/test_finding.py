"""Finding versions, on both engines: by id, by pair, page by page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review_queue.desk import Desk
from review_queue.store.listing import Cursor, Filter
from tests.fakes.desk import GOOD, HandClock, result
from tests.unit.review_queue.desks import drafted
from writer.drafts.draft import Origin, Status
from writer.errors import NotAllowed, UnknownDraft


def test_a_pair_knows_its_newest_generation(desk: Desk) -> None:
    assert desk.store.generation("alpha", "beta") == 0
    drafted(desk)
    assert desk.store.generation("alpha", "beta") == 1
    desk.store.save([replace(result(text=GOOD + " Anew."), generation=2)], origin=Origin.REGENERATED, by="anna")
    assert desk.store.generation("alpha", "beta") == 2


def test_the_store_finds_what_a_model_made_of_the_same(desk: Desk) -> None:
    kept = drafted(desk)
    asked = {"facts_hash": "facts-1", "prompt_hash": "prompt-1", "models": ["house/plain"], "generation": 1}
    assert desk.store.stored("alpha", "beta", **asked) == kept  # type: ignore[arg-type]
    assert desk.store.stored("alpha", "beta", **(asked | {"facts_hash": "other"})) is None  # type: ignore[arg-type]
    assert desk.store.stored("alpha", "beta", **(asked | {"models": ["other"]})) is None  # type: ignore[arg-type]


def test_an_unknown_id_and_no_id_at_all_are_told_apart(desk: Desk) -> None:
    with pytest.raises(UnknownDraft):
        desk.draft("alpha-vs-beta@9")
    with pytest.raises(NotAllowed, match="no draft's id"):
        desk.draft("../etc/passwd")


def test_the_newest_and_the_approved_version_of_a_pair(desk: Desk) -> None:
    assert desk.of_pair("alpha", "beta") is None
    kept = drafted(desk)
    assert desk.of_pair("beta", "alpha", approved=True) is None
    assert desk.of_pair("beta", "alpha") == kept
    approved = desk.approve(kept.id, by="anna")
    assert desk.of_pair("beta", "alpha", approved=True) == approved


def test_the_list_pages_through_everything_once(desk: Desk, clock: HandClock) -> None:
    for number in range(7):
        clock.move(minutes=1)
        drafted(desk, a="a", b=f"b{number}")
    page = desk.list(Filter(Status.IN_REVIEW), limit=2)
    met, after = [row.b for row in page.rows], page.after
    for _ in range(3):
        page = desk.list(Filter(Status.IN_REVIEW), after=after, limit=2)
        met += [row.b for row in page.rows]
        after = page.after
    assert met == [f"b{number}" for number in range(7)]
    assert after is None
    assert page.counts[Status.IN_REVIEW] == 7
    assert [row.b for row in desk.list(Filter(slug="b3")).rows] == ["b3"]
    assert len(list(desk.drafts(Status.IN_REVIEW))) == 7


@pytest.mark.parametrize("slug", ["\x00", "\ud800", "b3'; --", "x" * 500])
def test_what_no_model_is_called_is_not_looked_for(desk: Desk, slug: str) -> None:
    drafted(desk)
    assert desk.list(Filter(slug=slug)).rows == ()


@pytest.mark.parametrize("place", ["", "1", "x~a", "1~\x00", "1~\ud800", "9" * 30 + "~a", "--1~a", "²~a"])
def test_what_is_no_place_in_the_list_is_refused(place: str) -> None:
    with pytest.raises(NotAllowed, match="no place in the list"):
        Cursor.read(place)
