"""Reviews: what each reviewer said of a version; one a reviewer, the last word counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, update
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


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many versions two or more people reviewed as they were, and of how many of those all said the same; ``apart`` are
    the others' ids, in order."""

    reviewed: int
    agreed: int
    apart: tuple[str, ...]


def agreement(session: Session) -> Agreement:
    """Reads every review: for a report, not for a page."""
    verdicts = func.count(func.distinct(col(Review.verdict)))
    together = select(Review.item, verdicts).group_by(col(Review.item), col(Review.seal))
    found = session.exec(together.having(func.count() > 1).order_by(col(Review.item), col(Review.seal))).all()
    apart = tuple(dict.fromkeys(item for item, said in found if said > 1))
    return Agreement(len(found), sum(said == 1 for _, said in found), apart)


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
