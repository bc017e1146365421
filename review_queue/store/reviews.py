"""Reviews: what each reviewer said of a version; one a reviewer, the last word counts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code, UtcTime
from review_queue.store.values import Hash, ItemId, Name, Text


class Review(SQLModel, table=True):
    """One reviewer's word on one version. ``seal`` is what it was of; ``lapsed`` says that this has moved since."""

    __tablename__ = "reviews"

    item: ItemId = Field(primary_key=True, foreign_key="items.id", sa_type=Code)
    reviewer: Name = Field(primary_key=True)
    verdict: Name = Field(sa_type=Code)
    seal: Hash = Field(sa_type=Code)
    reason: Text = ""
    one_person: bool = False  # the reviewer wrote these words too, which a desk of one allows
    lapsed: bool = False
    at: datetime = Field(sa_type=UtcTime)


def of(session: Session, item: str) -> tuple[Review, ...]:
    """Every review of the version, oldest first."""
    rows = session.exec(select(Review).where(col(Review.item) == item).order_by(col(Review.at), col(Review.reviewer)))
    return tuple(rows)


def put(session: Session, review: Review) -> None:
    """Store the review in place of the same reviewer's earlier one."""
    session.execute(delete(Review).where(col(Review.item) == review.item, col(Review.reviewer) == review.reviewer))
    session.add(review)
    session.flush()


def withdraw(session: Session, item: str, reviewer: str) -> None:
    """Take a reviewer's word away."""
    session.execute(delete(Review).where(col(Review.item) == item, col(Review.reviewer) == reviewer))
