"""Counts: how many versions stand where, kept with every move, so that no page has to count."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BigInteger, update
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code
from review_queue.store.values import Name
from writer.drafts.draft import Status


class StatusCount(SQLModel, table=True):
    """How many versions have this status; all statuses are there from the first migration on."""

    __tablename__ = "status_counts"

    status: Name = Field(primary_key=True, sa_type=Code)
    versions: int = Field(default=0, sa_type=BigInteger)


def add(session: Session, changes: Mapping[str, int]) -> None:
    """Add each number to its status, in one order for everybody, so that two never wait for each other."""
    for status, change in sorted(changes.items()):
        if change:
            counted = update(StatusCount).where(col(StatusCount.status) == status)
            session.execute(counted.values(versions=col(StatusCount.versions) + change))


def all_of(session: Session) -> dict[Status, int]:
    """Status -> how many, in the order of the statuses."""
    kept = {row.status: row.versions for row in session.exec(select(StatusCount))}
    return {status: kept.get(status.value, 0) for status in Status}
