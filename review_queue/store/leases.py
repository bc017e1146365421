"""Leases: who has a version open to decide on it. Each is taken, kept and given back by one statement.

FOR UPDATE SKIP LOCKED stands only inside PostgreSQL's sub-select: SQLite would drop it without a word, and needs it not,
since its writers come one at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import ColumnElement, and_, or_, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from review_queue.store.engine import is_postgresql
from review_queue.store.items import Item
from review_queue.store.reviews import Review
from writer.drafts.draft import Status


@dataclass(frozen=True, slots=True)
class Term:
    """When a lease taken now begins and ends."""

    now: datetime
    until: datetime

    @property
    def horizon(self) -> datetime:
        """No lease ends later than this. It is twice a lease away, not once: others have asked for the time a little later
        than this process, or by another machine's clock, and their leases are as good."""
        return self.until + (self.until - self.now)

    def living(self, until: datetime | None) -> bool:
        """Whether a lease that ends at ``until`` is still held."""
        return until is not None and self.now < until <= self.horizon


def free(term: Term) -> ColumnElement[bool]:
    """Nobody holds it: never taken, run out, or due further ahead than any lease ends (the clock was set back)."""
    until = col(Item.lease_until)
    return or_(until.is_(None), until <= term.now, until > term.horizon)


def take(session: Session, item: str, holder: str, token: str, term: Term) -> bool:
    """Take or renew the lease of one version; False where another holds it. A holder's new lease replaces their own."""
    mine = and_(col(Item.id) == item, or_(col(Item.lease_holder) == holder, free(term)))
    return _put(session, mine, holder, token, term) is not None


def take_over(session: Session, item: str, holder: str, token: str, term: Term) -> None:
    """Take the lease whoever holds it; the caller leaves the trace."""
    _put(session, col(Item.id) == item, holder, token, term)


def take_next(session: Session, holder: str, token: str, term: Term) -> str | None:
    """Take the most urgent version that waits for a decision, that nobody holds and that ``holder`` has not reviewed:
    first of those that wait for ``holder``, then of all. Its id, None where there is none, or another was quicker."""
    for mine in (True, False):
        first = _waiting(holder, term, mine=mine)
        if is_postgresql(session):
            first = first.with_for_update(skip_locked=True)
        taken = _put(session, and_(col(Item.id) == first.scalar_subquery(), free(term)), holder, token, term)
        if taken is not None:
            return taken
    return None


def any_free(session: Session, holder: str, term: Term) -> bool:
    """Whether there is anything that ``holder`` could take."""
    return session.exec(_waiting(holder, term, mine=False)).first() is not None


def _waiting(holder: str, term: Term, *, mine: bool) -> SelectOfScalar[str]:
    reviewed = select(Review.item).where(
        col(Review.item) == Item.id, col(Review.reviewer) == holder, ~col(Review.lapsed)
    )
    waiting = select(Item.id).where(col(Item.status) == Status.IN_REVIEW.value, free(term), ~reviewed.exists())
    if mine:
        waiting = waiting.where(col(Item.wanted_by) == holder, col(Item.wanted_by) != "")
    return waiting.order_by(col(Item.due), col(Item.id)).limit(1)


def lock(session: Session, item: str) -> None:
    """Hold the version's row until the transaction ends."""
    session.exec(select(Item.id).where(col(Item.id) == item).with_for_update()).one()


def renew(session: Session, item: str, holder: str, token: str, term: Term) -> bool:
    """Keep a lease that has not run out; False where it has, or is another's."""
    return _put(session, and_(col(Item.id) == item, held(holder, token, term)), holder, token, term) is not None


def held(holder: str, token: str, term: Term) -> ColumnElement[bool]:
    """This holder has it, by this token, and it has not run out."""
    return and_(col(Item.lease_holder) == holder, col(Item.lease_token) == token, ~free(term))


def release(session: Session, item: str, holder: str, token: str) -> bool:
    """Give one back; False where it was not theirs any more."""
    mine = and_(col(Item.id) == item, col(Item.lease_holder) == holder, col(Item.lease_token) == token)
    return bool(_clear(session, mine))


def release_all(session: Session, holder: str) -> int:
    """Give back everything that ``holder`` has; how many those were."""
    return _clear(session, col(Item.lease_holder) == holder)


def _put(session: Session, where: ColumnElement[bool], holder: str, token: str, term: Term) -> str | None:
    values = {"lease_holder": holder, "lease_token": token, "lease_until": term.until}
    statement = update(Item).where(where).values(values).returning(col(Item.id))
    return session.execute(statement, execution_options={"synchronize_session": False}).scalar()


def _clear(session: Session, where: ColumnElement[bool]) -> int:
    values = dict(RELEASED)
    statement = update(Item).where(where).values(values).returning(col(Item.id))
    return len(session.execute(statement, execution_options={"synchronize_session": False}).all())


RELEASED: Mapping[str, object] = MappingProxyType({"lease_holder": "", "lease_token": "", "lease_until": None})
"""What a decision does to the lease."""
