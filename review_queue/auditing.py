"""Reading the audit trail, and proving that nobody has written in it, or beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from review_queue.store import audit, counts
from review_queue.store.audit import FIRST, AuditRow, row_hash
from review_queue.store.items import Item
from review_queue.store.outbox import Message
from writer.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Head:
    """How many rows the trail has and the last one's hash. Kept elsewhere, it proves later that no end was cut off and
    written anew."""

    rows: int
    hash: str

    def __str__(self) -> str:
        """As it is written down."""
        return f"{self.rows}:{self.hash}"

    @classmethod
    def read(cls, text: str) -> Head:
        """The head that was written down; NotAllowed where it is none."""
        rows, colon, digits = text.strip().partition(":")
        if not colon or not rows.isdecimal() or len(digits) != len(FIRST):
            raise NotAllowed(
                f"{text[:40]!r} is no head of an audit trail: expected ROWS:HASH as `audit --verify` prints it"
            )
        return cls(int(rows), digits)


@dataclass(frozen=True, slots=True)
class Verification:
    """What is wrong with the trail, a line each; nothing where it holds."""

    head: Head
    faults: tuple[str, ...]


def verify(session: Session, *, anchor: Head | None = None) -> Verification:
    """Read the whole trail: every hash, every link, the kept head, the outbox, and where every version stands. An
    ``anchor`` kept elsewhere has to lie on it."""
    stored = audit.read_head(session)
    head = Head(stored.rows, stored.hash)
    stands: dict[str, str] = {}
    faults = list(_chain_faults(session, head, anchor, stands))
    faults += _outbox_faults(session, head)
    faults += _status_faults(session, stands)
    return Verification(head, tuple(faults))


def _chain_faults(session: Session, head: Head, anchor: Head | None, stands: dict[str, str]) -> Iterator[str]:
    expected, previous, met = 0, FIRST, anchor is None or anchor == Head(0, FIRST)
    for row in audit.every(session):
        if row.seq != expected:
            yield f"row {expected}: missing: the next one there is {row.seq}"
        if row.previous != previous:
            yield f"row {row.seq}: does not follow on the row before it: one was changed, added or taken out"
        if row.hash != row_hash(row):
            yield f"row {row.seq}: was changed after it was written ({row.action} of {row.item} by {row.by})"
        expected, previous = row.seq + 1, row.hash
        met = met or anchor == Head(expected, previous)
        stands.update(_moves(row))
    if expected < head.rows:
        yield f"rows {expected} to {head.rows - 1}: missing at the end: the head counts {head.rows}"
    elif expected > head.rows:
        yield f"rows {head.rows} to {expected - 1}: added at the end: the head counts {head.rows}"
    elif previous != head.hash:
        yield f"row {expected - 1}: is not the one that the head names"
    if not met:
        yield f"the head you kept ({anchor}) does not lie on this trail: it was cut off or written anew"


def _moves(row: AuditRow) -> dict[str, str]:
    """Where the row says that each version stands; nothing where it was made unreadable, which its hash tells."""
    try:
        moves = json.loads(row.after)
    except ValueError:
        return {}
    return moves if isinstance(moves, dict) else {}


def _outbox_faults(session: Session, head: Head) -> Iterator[str]:
    found = session.exec(select(func.count(), func.max(Message.seq)).select_from(Message)).one()
    if tuple(found) != (head.rows, head.rows - 1 if head.rows else None):
        yield f"the outbox has {found[0]} messages for {head.rows} rows"


def _status_faults(session: Session, stands: dict[str, str]) -> Iterator[str]:
    found: dict[str, int] = {}
    for item_id, status in session.execute(select(col(Item.id), col(Item.status)).order_by(col(Item.id))):
        found[status] = found.get(status, 0) + 1
        told = stands.pop(item_id, None)
        if told != status:
            yield f"{item_id}: stands at {status}, the trail says {told or 'nothing of it'}"
    for item_id in sorted(stands):
        yield f"{item_id}: the trail tells of it, the queue does not hold it"
    for status, kept in counts.all_of(session).items():
        if kept != found.get(status.value, 0):
            yield f"{status.value}: {kept} counted, {found.get(status.value, 0)} there"
