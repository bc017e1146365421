"""One change to the queue: state, decision, audit row and outbox row in one transaction, or nothing at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Engine
from sqlmodel import Session

from review_queue.statuses import Action, Move, after
from review_queue.store import audit, counts, items, pairs
from review_queue.store.audit import AuditRow, row_hash
from review_queue.store.engine import writing
from review_queue.store.items import Item
from review_queue.store.outbox import Message
from review_queue.store.values import as_json, built
from writer.drafts.draft import Status
from writer.errors import Conflict, NotAllowed

NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Event:
    """What an audit row tells besides the moves: who did what to which version, and why."""

    by: str
    action: str
    item: Item
    reason: str = ""
    nonce: str | None = None
    undoes: int | None = None
    detail: Mapping[str, object] = field(default_factory=lambda: NOTHING)


@dataclass(slots=True)
class Work:
    """The transaction that a change is made in. What is recorded is written when the block ends."""

    session: Session
    now: datetime
    _moves: list[Move] = field(default_factory=list)
    _touched: set[tuple[str, str]] = field(default_factory=set)
    _counted: Counter[str] = field(default_factory=Counter)
    _events: list[tuple[Event, tuple[Move, ...]]] = field(default_factory=list)

    def enter(self, item: Item) -> None:
        """Add a new version."""
        self.session.add(item)
        self.session.flush()
        self._note(item, Move(item.id, None, Status(item.status)))

    def move(self, item: Item, action: Action, **changes: object) -> None:
        """Take the version along an edge of the table, changing what else is named; NotAllowed where there is no such
        edge, Conflict where it is no longer what ``item`` says."""
        before = Status(item.status)
        target = after(before, action)
        if target is None:
            raise NotAllowed(f"{item.id} is {before.value}: it cannot be moved by {action.value} from there")
        self.put(item, target, **changes)

    def put(self, item: Item, status: Status, **changes: object) -> None:
        """Set the version's status, as ``move`` but along no edge: for going back."""
        before = Status(item.status)
        if not items.swap(self.session, item, {"status": status.value, **changes}):
            raise Conflict(f"{item.id} was changed by somebody else in between: look at it again, then decide")
        self._note(item, Move(item.id, before, status))

    def change(self, item: Item, **changes: object) -> None:
        """Change something other than the status; Conflict as in ``move``."""
        self.put(item, Status(item.status), **changes)

    def record(self, event: Event) -> None:
        """Tell what the moves since the last record were; every move has to be told before the block ends."""
        self._events.append((event, tuple(self._moves)))
        self._moves.clear()

    def _note(self, item: Item, move: Move) -> None:
        self._touched.add((item.a, item.b))
        self._moves.append(move)
        self._counted[move.after.value] += 1
        if move.before is not None:
            self._counted[move.before.value] -= 1

    def close(self) -> None:
        """Write counts, audit rows and outbox rows."""
        if self._moves:
            raise AssertionError(f"moves without an audit row: {self._moves}")
        if not self._events:
            return
        pairs.touch(self.session, sorted(self._touched))
        counts.add(self.session, self._counted)
        head = audit.take_head(self.session)
        seq, previous = head.rows, head.hash
        rows: list[AuditRow] = []
        for event, moves in self._events:
            rows.append(_audit_row(event, moves, seq, previous, self.now))
            seq, previous = seq + 1, rows[-1].hash
        self.session.add_all(rows)
        self.session.flush()
        self.session.add_all([_message(row) for row in rows])
        audit.move_head(self.session, seq, previous)


@contextmanager
def working(engine: Engine, now: datetime) -> Iterator[Work]:
    """A transaction that leaves its trace, or raises and has changed nothing."""
    with writing(engine) as session:
        work = Work(session, now)
        yield work
        work.close()


def _audit_row(event: Event, moves: tuple[Move, ...], seq: int, previous: str, now: datetime) -> AuditRow:
    row = built(
        AuditRow,
        {
            "seq": seq,
            "at": now,
            "by": event.by,
            "action": event.action,
            "a": event.item.a,
            "b": event.item.b,
            "item": event.item.id,
            "before": as_json({move.item: move.before for move in moves}),
            "after": as_json({move.item: move.after for move in moves}),
            "reason": event.reason,
            "detail": as_json(dict(event.detail)),
            "nonce": event.nonce,
            "undoes": event.undoes,
            "previous": previous,
            "hash": "",
        },
    )
    row.hash = row_hash(row)
    return row


def _message(row: AuditRow) -> Message:
    payload = as_json({"after": row.after, "before": row.before, "by": row.by})
    return built(Message, {"seq": row.seq, "topic": row.action, "item": row.item, "payload": payload, "at": row.at})
