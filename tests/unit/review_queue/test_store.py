"""The store by itself: what it refuses, and that what comes back is what went in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlalchemy.dialects import sqlite

from review_queue.desk import Desk
from review_queue.store.codec import decode, encode
from review_queue.store.columns import ExactDecimal, UtcTime
from review_queue.store.engine import reading, writing
from review_queue.store.items import Item
from review_queue.store.jobs import Job
from review_queue.store.pairs import Pair
from review_queue.store.reviews import Review
from review_queue.store.values import built
from tests.fakes.desk import NOON, result, unreadable
from tests.unit.review_queue.desks import drafted, published
from writer.drafts.draft import Attempt, Origin
from writer.errors import StoreError


@pytest.mark.parametrize("status", ["in_review", "changes_requested", "approved"])
def test_the_database_itself_refuses_a_second_open_version(desk: Desk, status: str) -> None:
    drafted(desk)
    _refused(desk, status)


def test_the_database_itself_refuses_a_second_published_version(desk: Desk) -> None:
    published(desk, drafted(desk))
    _refused(desk, "published")


def _refused(desk: Desk, status: str) -> None:
    columns = [name for name in Item.model_fields if name not in {"id", "version", "status"}]
    listed = ", ".join(f'"{name}"' for name in columns)
    copy = f"INSERT INTO items (id, version, status, {listed}) SELECT 'alpha-vs-beta@9', 9, '{status}', {listed} FROM items"
    with pytest.raises(StoreError), writing(desk.office.engine) as session:
        session.connection().execute(text(copy))


def test_a_table_is_built_only_from_values_that_fit() -> None:
    for values in (
        {"a": "A b", "b": "c"},
        {"a": "a"},
        {"a": "a", "b": "b", "revision": -1},
        {"a": "a", "b": "b", "newest": "7"},
    ):
        with pytest.raises(StoreError, match="Pair: cannot be stored"):
            built(Pair, values)
    review = {"item": "a-vs-b@1", "reviewer": "anna", "verdict": "approve", "seal": "0", "at": NOON}
    assert built(Review, review).reviewer == "anna"
    for wrong in (
        {"item": "a-vs-b"},
        {"reviewer": ""},
        {"reason": "NUL \x00"},
        {"reason": "half \ud800"},
        {"at": "now"},
    ):
        with pytest.raises(StoreError, match="Review: cannot be stored"):
            built(Review, review | wrong)
    with pytest.raises(StoreError, match="Job"):
        built(Job, {"id": "x"})


def test_foreign_keys_hold(engine: Engine) -> None:
    orphan = built(Review, {"item": "no-vs-body@1", "reviewer": "anna", "verdict": "approve", "seal": "0", "at": NOON})
    with pytest.raises(StoreError), writing(engine) as session:
        session.add(orphan)


def test_what_is_only_read_cannot_be_written(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        with pytest.raises(StoreError, match="read-only"), reading(engine) as session:
            session.connection().execute(text("UPDATE status_counts SET versions = 7"))


def test_a_block_that_raises_has_changed_nothing(desk: Desk) -> None:
    with pytest.raises(ZeroDivisionError):
        _break_off(desk.office.engine)
    assert desk.verify().faults == ()


def _break_off(engine: Engine) -> None:
    with writing(engine) as session:
        session.connection().execute(text("UPDATE status_counts SET versions = 7"))
        raise ZeroDivisionError


def test_an_answer_is_kept_as_it_came_whatever_it_holds(desk: Desk) -> None:
    nasty = "NUL \x00, quotes '\"\\, emoji 🙂, bidi \u202e, half \ud83d, line\u2028end, %s %(x)s ${jndi} {{ 7*7 }}"
    attempt = Attempt(1, "house/plain", "InvalidAnswer", nasty, detail="it is no JSON")
    kept = desk.store.save([replace(unreadable(), attempts=(attempt,))], origin=Origin.DRAFTED, by="batch")[0]
    assert desk.draft(kept.id).result.attempts[0].answer == nasty.replace("\ud83d", "\ufffd")


@given(st.text(max_size=60), st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=0, max_value=10**6))
def test_a_result_comes_back_as_it_went_in(words: str, cost: Decimal) -> None:
    made = result(text=f"{words}\n\n$1")
    made = replace(made, reason=words, usage=replace(made.usage, cost_usd=cost))
    assert decode(encode(made)) == made
    assert encode(made).isascii()


def test_a_stored_result_that_was_made_unreadable_is_told() -> None:
    for stored in ("", "{}", '{"a": 1}', "[1]"):
        with pytest.raises(StoreError, match="cannot be read"):
            decode(stored)


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))])))
def test_a_moment_is_text_that_sorts_as_time_does(moment: datetime) -> None:
    dialect, kind = sqlite.dialect(), UtcTime()
    if not datetime(1000, 1, 2, tzinfo=UTC) < moment.replace(tzinfo=UTC) < datetime(9999, 12, 30, tzinfo=UTC):
        return
    stored = kind.process_bind_param(moment, dialect)
    assert kind.process_result_value(stored, dialect) == moment
    later = kind.process_bind_param(moment + timedelta(microseconds=1), dialect)
    assert str(stored) < str(later)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        UtcTime().process_bind_param(datetime(2026, 7, 1), sqlite.dialect())  # noqa: DTZ001  it is what is refused


def test_money_is_exact(desk: Desk) -> None:
    made = result()
    made = replace(made, usage=replace(made.usage, cost_usd=Decimal("0.100000000000000000001")))
    kept = desk.store.save([made], origin=Origin.DRAFTED, by="batch")[0]
    assert (
        desk.list().rows[0].cost_usd == desk.draft(kept.id).result.usage.cost_usd == Decimal("0.100000000000000000001")
    )
    assert ExactDecimal().process_bind_param(Decimal("1E-7"), None) == "0.0000001"  # type: ignore[arg-type]
