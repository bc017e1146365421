"""Outbox: what happened, for whoever has to be told; written with the change itself, delivered afterwards."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Index, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code, UtcTime
from review_queue.store.values import Count, ItemId, Name, Text

_WAITS = text("delivered_at IS NULL")


class Message(SQLModel, table=True):
    """One message; ``seq`` is that of the audit row that tells the same."""

    __tablename__ = "outbox"
    __table_args__ = (Index("outbox_waiting", "seq", sqlite_where=_WAITS, postgresql_where=_WAITS),)

    seq: Count = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    topic: Name
    item: ItemId = Field(sa_type=Code)
    payload: Text
    at: datetime = Field(sa_type=UtcTime)
    delivered_at: datetime | None = Field(default=None, sa_type=UtcTime)


def waiting(session: Session, limit: int) -> tuple[Message, ...]:
    """The oldest messages that nobody took yet."""
    waits = select(Message).where(col(Message.delivered_at).is_(None)).order_by(col(Message.seq)).limit(limit)
    return tuple(session.exec(waits))


def delivered(session: Session, seq: int, now: datetime) -> None:
    """Note that the message was taken."""
    session.execute(update(Message).where(col(Message.seq) == seq).values(delivered_at=now))
