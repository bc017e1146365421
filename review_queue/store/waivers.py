"""Waivers: findings that a person let pass, and why; only of rules without numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code, UtcTime
from review_queue.store.values import Count, Hash, ItemId, Name, Text


class Waiver(SQLModel, table=True):
    """One finding of one version, let pass: the rule and the stretch of text, as code points of this very text."""

    __tablename__ = "waivers"

    item: ItemId = Field(primary_key=True, foreign_key="items.id", sa_type=Code)
    rule: Name = Field(primary_key=True, sa_type=Code)
    start: Count = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    end: Count = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    text_hash: Hash = Field(sa_type=Code)
    quote: Text
    reason: Name
    by: Name
    one_person: bool = False
    at: datetime = Field(sa_type=UtcTime)


def of(session: Session, item: str) -> tuple[Waiver, ...]:
    """Every waiver of the version, by where it stands in the text."""
    rows = select(Waiver).where(col(Waiver.item) == item)
    return tuple(session.exec(rows.order_by(col(Waiver.start), col(Waiver.end), col(Waiver.rule))))


def fall(session: Session, fallen: Sequence[Waiver]) -> None:
    """Take out waivers of findings that are others now."""
    for waiver in fallen:
        session.delete(waiver)
    session.flush()


def withdraw(session: Session, item: str, by: str, at: datetime) -> None:
    """Take back what was waived by one decision."""
    session.execute(delete(Waiver).where(col(Waiver.item) == item, col(Waiver.by) == by, col(Waiver.at) == at))
