"""Audit: every change, by whom, from what to what, each row sealed with the hash of the one before it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import BigInteger, Index, update
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code, UtcTime
from review_queue.store.values import Count, Hash, ItemId, Name, Slug, Text, as_json

FIRST = "0" * 64
_HEAD = 1


class AuditRow(SQLModel, table=True):
    """One change. ``before`` and ``after`` are JSON: version -> its status. ``nonce`` names the request, so that the same
    request twice is one decision; ``undoes`` is the row that this one takes back.
    """

    __tablename__ = "audit"
    __table_args__ = (
        Index("audit_nonce", "nonce", unique=True),
        Index("audit_of_pair", "a", "b", "seq"),
        Index("audit_undoes", "undoes", unique=True),
    )

    seq: Count = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=UtcTime)
    by: Name
    action: Name = Field(sa_type=Code)
    a: Slug = Field(sa_type=Code)
    b: Slug = Field(sa_type=Code)
    item: ItemId = Field(sa_type=Code)
    before: Text = "{}"
    after: Text = "{}"
    reason: Text = ""
    detail: Text = "{}"  # JSON: what else belongs to it
    nonce: Text | None = None
    undoes: Count | None = Field(default=None, sa_type=BigInteger)
    previous: Hash = Field(sa_type=Code)
    hash: Hash = Field(sa_type=Code)


class AuditHead(SQLModel, table=True):
    """How many rows there are and the last one's hash: what a cut-off end is found by."""

    __tablename__ = "audit_head"

    id: int = Field(primary_key=True)
    rows: Count = Field(default=0, sa_type=BigInteger)
    hash: Hash = Field(default=FIRST, sa_type=Code)


def row_hash(row: AuditRow) -> str:
    """SHA-256, hex, of everything in the row but its own hash."""
    return values_hash({name: getattr(row, name) for name in AuditRow.model_fields}, row.at)


def values_hash(values: Mapping[str, object], at: datetime) -> str:
    """The hash of a row of these values."""
    told = {name: value for name, value in values.items() if name != "hash"}
    return hashlib.sha256(as_json(told | {"at": at.isoformat()}).encode()).hexdigest()


def take_head(session: Session) -> AuditHead:
    """The head, held until the transaction ends: rows are added one writer at a time."""
    return session.exec(select(AuditHead).where(col(AuditHead.id) == _HEAD).with_for_update()).one()


def read_head(session: Session) -> AuditHead:
    """The head as it stands."""
    return session.exec(select(AuditHead).where(col(AuditHead.id) == _HEAD)).one()


def move_head(session: Session, rows: int, last_hash: str) -> None:
    """Note the new end; the caller holds the head."""
    session.execute(update(AuditHead).where(col(AuditHead.id) == _HEAD).values(rows=rows, hash=last_hash))


def every(session: Session, chunk: int = 1000) -> Iterator[AuditRow]:
    """Every row from the first on, a chunk in memory at a time."""
    last = -1
    while True:
        rows = session.exec(
            select(AuditRow).where(col(AuditRow.seq) > last).order_by(col(AuditRow.seq)).limit(chunk)
        ).all()
        yield from rows
        session.expunge_all()
        if len(rows) < chunk:
            return
        last = rows[-1].seq


def by_nonce(session: Session, nonce: str) -> AuditRow | None:
    """The row that this request left, None where it was not made yet."""
    return session.exec(select(AuditRow).where(col(AuditRow.nonce) == nonce)).first()


def of_pair(session: Session, a: str, b: str, limit: int = 200) -> tuple[AuditRow, ...]:
    """The pair's rows, newest first."""
    rows = select(AuditRow).where(col(AuditRow.a) == a, col(AuditRow.b) == b).order_by(col(AuditRow.seq).desc())
    return tuple(session.exec(rows.limit(limit)))


def undone(session: Session, a: str, b: str) -> frozenset[int]:
    """The numbers of the pair's rows that were taken back."""
    found = session.exec(select(AuditRow.undoes).where(col(AuditRow.a) == a, col(AuditRow.b) == b))
    return frozenset(seq for seq in found if seq is not None)
