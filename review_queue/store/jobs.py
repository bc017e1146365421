"""Jobs: a pair that is being written anew while the reviewer does something else."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Index, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code, UtcTime
from review_queue.store.values import Count, ItemId, Name, Slug, Text

_IS_ACTIVE = text("state IN ('waiting', 'running')")


class JobState(StrEnum):
    """Where a job stands. ``LATE``: what it wrote was put aside, for the pair had moved on meanwhile."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    LATE = "late"
    FAILED = "failed"


ACTIVE = (JobState.WAITING, JobState.RUNNING)


class Job(SQLModel, table=True):
    """One regeneration; at most one of a pair at a time. ``revision`` is the pair's when it was asked for."""

    __tablename__ = "jobs"
    __table_args__ = (
        Index("jobs_one_active", "a", "b", unique=True, sqlite_where=_IS_ACTIVE, postgresql_where=_IS_ACTIVE),
    )

    id: Name = Field(primary_key=True, sa_type=Code)
    a: Slug = Field(sa_type=Code)
    b: Slug = Field(sa_type=Code)
    revision: Count = Field(sa_type=BigInteger)
    note: Text = ""
    by: Name
    state: Name = Field(sa_type=Code)
    progress: Text = ""
    draft: ItemId | None = Field(default=None, sa_type=Code)
    asked_at: datetime = Field(sa_type=UtcTime)
    seen_at: datetime = Field(sa_type=UtcTime)


def find(session: Session, job: str) -> Job | None:
    """The job of this id, None where there is none."""
    return session.exec(select(Job).where(col(Job.id) == job)).first()


def active(session: Session, a: str, b: str) -> Job | None:
    """The pair's job that has not ended, None where none runs."""
    rows = select(Job).where(col(Job.a) == a, col(Job.b) == b, col(Job.state).in_(_STILL))
    return session.exec(rows).first()


def asked_by(session: Session, a: str, b: str, by: str) -> Job:
    """The newest job of the pair that this person asked for; there is one."""
    rows = select(Job).where(col(Job.a) == a, col(Job.b) == b, col(Job.by) == by)
    return session.exec(rows.order_by(col(Job.asked_at).desc(), col(Job.id)).limit(1)).one()


def change(
    session: Session,
    job: str,
    now: datetime,
    *,
    of: tuple[JobState, ...] = ACTIVE,
    **changes: object,
) -> bool:
    """Change a job that is in one of the states ``of``; False where it is not."""
    statement = update(Job).where(col(Job.id) == job, col(Job.state).in_([state.value for state in of]))
    return session.execute(statement.values(seen_at=now, **changes).returning(col(Job.id))).first() is not None


def orphans(session: Session, before: datetime) -> tuple[Job, ...]:
    """Jobs that nobody has worked on since ``before``."""
    return tuple(session.exec(select(Job).where(col(Job.state).in_(_STILL), col(Job.seen_at) < before)))


_STILL = tuple(state.value for state in ACTIVE)
