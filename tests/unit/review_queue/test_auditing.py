"""The audit trail: whoever writes in it, or beside it, is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text

from review_queue.auditing import Head
from review_queue.desk import Desk
from review_queue.store import audit
from review_queue.store.engine import reading, writing
from tests.unit.review_queue.desks import drafted
from writer.errors import NotAllowed


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A desk where a few things have happened."""
    kept = drafted(desk)
    desk.request_changes(kept.id, by="anna", reason="so")
    desk.undo(kept.id, by="anna")
    desk.approve(kept.id, by="anna")
    desk.publish(kept.id, by="anna")
    assert desk.verify().faults == ()
    return desk


def tamper(desk: Desk, *statements: str) -> tuple[str, ...]:
    with writing(desk.office.engine) as session:
        for statement in statements:
            session.connection().execute(text(statement))
    return desk.verify().faults


@pytest.mark.parametrize("column", ["by", "action", "reason", "before", "after", "detail", "item", "previous", "hash"])
def test_a_changed_row_is_found(busy: Desk, column: str) -> None:
    value = {"item": "alpha-vs-beta@7", "after": "[1]"}
    faults = tamper(busy, f"UPDATE audit SET \"{column}\" = '{value.get(column, 'other')}' WHERE seq = 1")
    assert any("row 1" in fault or "row 2" in fault for fault in faults)


def test_a_row_that_was_written_anew_with_its_hash_does_not_fit_the_next(busy: Desk) -> None:
    with reading(busy.office.engine) as session:
        row = list(audit.every(session))[1]
    row.reason = "nicer"
    faults = tamper(busy, f"UPDATE audit SET reason = 'nicer', hash = '{audit.row_hash(row)}' WHERE seq = 1")
    assert faults == ("row 2: does not follow on the row before it: one was changed, added or taken out",)


def test_a_missing_row_is_found(busy: Desk) -> None:
    assert any("row 2: missing" in fault for fault in tamper(busy, "DELETE FROM audit WHERE seq = 2"))


def test_a_missing_first_row_is_found(busy: Desk) -> None:
    assert any("row 0: missing" in fault for fault in tamper(busy, "DELETE FROM audit WHERE seq = 0"))


def test_a_cut_off_end_is_found(busy: Desk) -> None:
    assert any("rows 4 to 4: missing at the end" in fault for fault in tamper(busy, "DELETE FROM audit WHERE seq = 4"))


def end_cut_off(desk: Desk) -> tuple[str, ...]:
    """What takes the last row out of trail and outbox and puts the head before it."""
    with reading(desk.office.engine) as session:
        last = list(audit.every(session))[3]
    return (
        "DELETE FROM audit WHERE seq = 4",
        "DELETE FROM outbox WHERE seq = 4",
        f"UPDATE audit_head SET rows = 4, hash = '{last.hash}'",
    )


def test_an_end_that_is_cut_off_with_the_head_is_found_beside_the_trail(busy: Desk) -> None:
    faults = tamper(busy, *end_cut_off(busy))
    assert faults == ("alpha-vs-beta@1: stands at published, the trail says approved",)


def test_a_trail_written_anew_from_the_start_is_found_by_a_head_kept_elsewhere(busy: Desk) -> None:
    kept = Head.read(str(busy.verify().head))
    assert busy.verify(kept).faults == ()
    tamper(busy, "UPDATE audit SET reason = 'nicer' WHERE seq = 1")
    with writing(busy.office.engine) as session:
        previous = audit.FIRST
        for row in list(audit.every(session)):
            row.previous = previous
            row.hash = previous = audit.row_hash(row)
            session.connection().execute(
                text("UPDATE audit SET previous = :previous, hash = :hash WHERE seq = :seq"),
                {"previous": row.previous, "hash": row.hash, "seq": row.seq},
            )
        audit.move_head(session, 5, previous)
    assert busy.verify().faults == ()
    assert "written anew" in busy.verify(kept).faults[0]


def test_an_end_that_was_cut_off_without_a_trace_is_found_by_a_head_kept_elsewhere(busy: Desk) -> None:
    kept = busy.verify().head
    without_a_trace = tamper(
        busy,
        *end_cut_off(busy),
        "UPDATE items SET status = 'approved'",
        "UPDATE status_counts SET versions = CASE status WHEN 'approved' THEN 1 ELSE 0 END",
    )
    assert without_a_trace == ()
    assert busy.verify(kept).faults == (
        f"the head you kept ({kept}) does not lie on this trail: it was cut off or written anew",
    )


def test_an_older_head_lies_on_a_longer_trail(busy: Desk) -> None:
    kept = busy.verify().head
    drafted(busy, a="x", b="y")
    assert busy.verify(kept).faults == ()


def test_an_added_row_is_found(busy: Desk) -> None:
    added = (
        'INSERT INTO audit SELECT seq + 100, at, "by", action, a, b, item, before, after, reason, detail, NULL, NULL, '
        "previous, hash FROM audit WHERE seq = 4"
    )
    assert tamper(busy, added)


def test_a_status_changed_behind_the_desks_back_is_found(busy: Desk) -> None:
    faults = tamper(busy, "UPDATE items SET status = 'declined'")
    assert "alpha-vs-beta@1: stands at declined, the trail says published" in faults


def test_a_draft_taken_out_is_found(busy: Desk) -> None:
    faults = tamper(busy, "DELETE FROM contents", "DELETE FROM reviews", "DELETE FROM items")
    assert "alpha-vs-beta@1: the trail tells of it, the queue does not hold it" in faults


def test_a_missing_message_is_found(busy: Desk) -> None:
    assert "the outbox has 4 messages for 5 rows" in tamper(busy, "DELETE FROM outbox WHERE seq = 2")


def test_an_empty_trail_holds(desk: Desk) -> None:
    assert desk.verify().faults == ()
    assert desk.verify(Head.read("0:" + "0" * 64)).faults == ()


@pytest.mark.parametrize("words", ["", "7", "x:y", "5:abc"])
def test_what_is_no_head_is_refused(desk: Desk, words: str) -> None:
    with pytest.raises(NotAllowed, match="no head"):
        Head.read(words)


def test_what_happened_waits_until_it_is_told(desk: Desk) -> None:
    kept = drafted(desk)
    desk.approve(kept.id, by="anna")
    waiting = desk.messages()
    assert [(message.topic, message.item) for message in waiting] == [("draft", kept.id), ("approve", kept.id)]
    desk.delivered(waiting[0].seq)
    assert [message.topic for message in desk.messages()] == ["approve"]


def test_every_write_leaves_its_row(desk: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(desk)
    edited = desk.edit(kept.id, kept.text + " Truly.", by="anna", reason="warmer").stored
    assert edited is not None
    desk.decline(edited.id, by="ben", reason="no")
    desk.undo(edited.id, by="ben")
    desk.regenerate(edited.id, by="cleo", note="anew")
    told = [(event.by, event.action, event.reason) for event in desk.audit("alpha", "beta")]
    assert told == [
        ("cleo", "ask_regenerate", "anew"),
        ("ben", "undo", ""),
        ("ben", "decline", "no"),
        ("anna", "edit", "warmer"),
        ("batch", "draft", ""),
    ]
    sound()
