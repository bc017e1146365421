"""The book of batches keeps what drafting writes into it, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from review_queue.store.batches_book import BatchBook
from writer.drafts.batch import (
    Averages,
    Batch,
    BatchStatus,
    Call,
    CallState,
    Finished,
    Order,
    Sampling,
    SentParcel,
    UnitStatus,
    in_parcel,
)
from writer.drafts.draft import Usage
from writer.errors import BadSetting, NotAllowed

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
ORDER = Order(
    "key",
    tuple((f"a{number}", f"b{number}", 1) for number in range(1, 6)),
    "openai/m",
    ("openai/n",),
    2,
    Sampling(500, Decimal("0.3"), 7),
    4,
    Decimal("1.50"),
    allow_unknown_cost=True,
    reword="house/plain",
    by="ann",
    note="n",
)


@pytest.fixture
def book(engine: Engine) -> BatchBook:
    return BatchBook(engine)


@pytest.fixture
def batch(book: BatchBook) -> Batch:
    return book.open(ORDER, price_table="table 1", now=NOW)


def call(number: int = 1, **changes: object) -> Call:
    plain = Call("k1", number, "B", "a1", "b1", 1, 1, "openai/m", CallState.SENT, Decimal("0.01"), NOW)
    return replace(plain, **changes)  # type: ignore[arg-type]  # named by the test


def test_what_was_ordered_comes_back_as_it_went_in(book: BatchBook, batch: Batch) -> None:
    stored = book.batch(batch.id)
    assert stored == batch
    assert (stored.model, stored.fallbacks, stored.attempts, stored.sampling) == (
        ORDER.model,
        ORDER.fallbacks,
        ORDER.attempts,
        ORDER.sampling,
    )
    assert (stored.budget_usd, stored.reword, stored.by, stored.price_table) == (
        Decimal("1.50"),
        "house/plain",
        "ann",
        "table 1",
    )
    assert [(unit.a, unit.position, unit.status) for unit in book.units(batch.id)] == [
        (f"a{number}", number, UnitStatus.PENDING) for number in range(1, 6)
    ]


def test_the_same_order_is_the_same_batch_until_it_is_done_or_cancelled(book: BatchBook, batch: Batch) -> None:
    assert book.open(ORDER, price_table="", now=NOW).id == batch.id
    assert book.open(replace(ORDER, key="other"), price_table="", now=NOW).id != batch.id
    book.change(batch.id, status=BatchStatus.DONE)
    second = book.open(ORDER, price_table="", now=NOW)
    assert second.id != batch.id
    book.change(second.id, status=BatchStatus.CANCELLED)
    assert book.open(ORDER, price_table="", now=NOW, again=True).id == batch.id
    assert [each.id for each in book.batches()][-1] == batch.id, "newest first"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        (("paused", "running", "done"), True),
        (("stopped", "running"), True),
        (("cancelled", "running"), False),
        (("cancelled", "paused"), False),
        (("done", "paused"), False),
        (("done", "running"), True),
        (("paused", "cancelled"), True),
    ],
)
def test_a_status_changes_only_as_it_may(book: BatchBook, batch: Batch, path: tuple[str, ...], allowed: bool) -> None:
    *way, last = (BatchStatus(name) for name in path)
    for status in way:
        book.change(batch.id, status=status)
    if allowed:
        assert book.change(batch.id, status=last, reason="because").reason == "because"
    else:
        with pytest.raises(NotAllowed, match="cannot become"):
            book.change(batch.id, status=last)


def test_an_id_that_is_not_there_is_named(book: BatchBook) -> None:
    with pytest.raises(BadSetting, match="no-such"):
        book.batch("no-such")


def test_one_runner_at_a_time_until_it_is_not_seen_any_more(book: BatchBook, batch: Batch) -> None:
    assert book.claim(batch.id, "x:1", NOW)
    assert book.claim(batch.id, "x:1", NOW), "it keeps it"
    assert not book.claim(batch.id, "x:2", NOW + timedelta(seconds=29))
    assert book.claim(batch.id, "x:2", NOW, gone=["x:1"])
    assert book.claim(batch.id, "x:3", NOW + timedelta(seconds=31))
    book.release(batch.id, "x:1")
    assert book.batch(batch.id).runner == "x:3", "only the one that runs it lets it go"
    book.release(batch.id, "x:3")
    assert book.batch(batch.id).runner == ""


def test_pending_units_come_by_page_and_finished_ones_do_not(book: BatchBook, batch: Batch) -> None:
    first, second = book.pending(batch.id, after=0, limit=2)
    book.finish(
        [
            Finished(first, UnitStatus.ACCEPTED, draft="d1"),
            Finished(second, UnitStatus.REJECTED, "why", "d2", reused=True),
        ]
    )
    assert [unit.position for unit in book.pending(batch.id, after=0, limit=9)] == [3, 4, 5]
    assert [unit.position for unit in book.pending(batch.id, after=3, limit=9)] == [4, 5]
    (rejected,) = book.units(batch.id, status=UnitStatus.REJECTED)
    assert (rejected.reason, rejected.draft, rejected.reused) == ("why", "d2", True)
    totals = book.totals(batch.id)
    assert (totals.pending, totals.accepted, totals.rejected, totals.reused, totals.finished) == (3, 1, 1, 1, 2)


def test_a_reopened_unit_is_pending_as_a_new_generation_and_keeps_its_draft(book: BatchBook, batch: Batch) -> None:
    first, second = book.pending(batch.id, after=0, limit=2)
    book.finish(
        [Finished(first, UnitStatus.REJECTED, "r", "d1", reused=True), Finished(second, UnitStatus.FAILED, "f")]
    )
    assert book.reopen(batch.id, UnitStatus.REJECTED, NOW, new_generation=True, only_reused=True) == 1
    assert book.reopen(batch.id, UnitStatus.FAILED, NOW, new_generation=False) == 1
    assert book.reopen(batch.id, UnitStatus.FAILED, NOW, new_generation=False) == 0
    one, two = book.pending(batch.id, after=0, limit=2)
    assert (one.generation, one.draft, one.opened_at, one.reused) == (2, "d1", NOW, False)
    assert (two.generation, two.reason) == (1, "")


def test_a_call_is_written_before_and_after_and_its_money_adds_up_to_the_picodollar(
    book: BatchBook, batch: Batch
) -> None:
    calls = [call(number, batch=batch.id, key=f"k{number}") for number in range(1, 8)]
    book.record(calls)
    assert book.totals(batch.id).assumed_usd == Decimal("0.07"), "in flight counts at its worst"
    tiny = Decimal("0.000000000001")
    paid = Usage(10, 5, Decimal("0.1") + tiny)
    book.record([replace(each, state=CallState.ANSWERED, answer="{}", usage=paid) for each in calls[:3]])
    book.record([replace(calls[3], state=CallState.FAILED, usage=Usage(0, 0, Decimal(0)), error="Transient: 500")])
    book.record(
        [replace(calls[4], state=CallState.LOST), replace(calls[5], state=CallState.ANSWERED, reserved_usd=None)]
    )
    totals = book.totals(batch.id)
    assert totals.spent_usd == 3 * (Decimal("0.1") + tiny)
    assert totals.assumed_usd == Decimal("0.03"), "lost, without usage, and in flight"
    assert (totals.calls, totals.lost_calls, totals.unknown_cost_calls, totals.prompt_tokens) == (7, 1, 3, 30)


def test_calls_come_back_by_key_oldest_first(book: BatchBook) -> None:
    later = call(
        2, sent_at=NOW + timedelta(seconds=5), state=CallState.ANSWERED, answer="x" * 50_000, finish_reason="stop"
    )
    book.record([later, call(1), call(1, key="other")])
    assert book.of(["k1"]) == (call(1), later)
    assert book.of([]) == ()
    assert book.calls("B", limit=1) == (later,)


def test_the_same_call_twice_in_a_group_is_kept_as_it_was_last(book: BatchBook) -> None:
    book.record([call(1), call(1, state=CallState.LOST)])
    assert [each.state for each in book.of(["k1"])] == [CallState.LOST]


def test_averages_are_per_pair_and_of_one_model(book: BatchBook) -> None:
    answered = {"state": CallState.ANSWERED, "usage": Usage(100, 40, Decimal(1))}
    book.record(
        [
            call(1, **answered),
            call(1, key="k2", attempt=2, **answered),
            call(1, key="k3", a="a2", **answered),
            call(1, key="k4", state=CallState.FAILED),
            call(1, key="k5", model="openai/z", **answered),
        ]
    )
    assert book.averages("openai/m") == Averages(2, Decimal("1.5"), Decimal(150), Decimal(60))
    assert book.averages("openai/unheard-of") is None


def test_a_parcel_and_the_calls_inside_it_are_one(book: BatchBook, batch: Batch) -> None:
    parcel = SentParcel("p1", batch.id, "openai/m", "", is_out=True, sent_at=NOW)
    inside = [call(1, batch=batch.id, key=key, error=in_parcel("p1")) for key in ("k1", "k2")]
    book.send_parcel(parcel, inside)
    assert book.parcels(batch.id) == (parcel,)
    assert book.in_parcel("p1") == tuple(inside)
    known = replace(parcel, provider_id="batch_1")
    book.change_parcel(known)
    assert book.parcels(batch.id) == (known,)
    book.change_parcel(
        replace(known, is_out=False), [replace(each, state=CallState.ANSWERED, error="") for each in inside]
    )
    assert (book.parcels(batch.id), book.in_parcel("p1")) == ((), ())
