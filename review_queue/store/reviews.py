"""Reviews: what each reviewer said of a version; one a reviewer, the last word counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, update
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


def lapse(session: Session, item: str) -> None:
    """What the version's reviews were of has moved: none of them counts any more."""
    session.execute(update(Review).where(col(Review.item) == item).values(lapsed=True))


def reseal(session: Session, item: str, reviewers: Sequence[str], seal: str) -> None:
    """Carry these reviewers' words forward to what the version is now."""
    mine = update(Review).where(col(Review.item) == item, col(Review.reviewer).in_(list(reviewers)))
    session.execute(mine.values(seal=seal))


def withdraw(session: Session, item: str, reviewer: str) -> None:
    """Take a reviewer's word away."""
    session.execute(delete(Review).where(col(Review.item) == item, col(Review.reviewer) == reviewer))
