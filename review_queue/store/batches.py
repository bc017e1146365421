"""Batches: what was ordered, how it stands, and who runs it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import BigInteger, ColumnElement, Index, Text, or_, update
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code, ExactDecimal, UtcTime
from writer.drafts.batch import Batch, BatchStatus, Order, Sampling

LEASE = timedelta(seconds=30)
_OPEN = (BatchStatus.RUNNING, BatchStatus.PAUSED, BatchStatus.STOPPED)


class BatchRow(SQLModel, table=True):
    """One batch; ``order_key`` makes the same command the same batch."""

    __tablename__ = "batches"
    __table_args__ = (Index("batches_by_order", "order_key"),)

    id: str = Field(primary_key=True, sa_type=Code)
    number: int = Field(sa_type=BigInteger, unique=True)
    order_key: str = Field(sa_type=Code)
    status: str = Field(sa_type=Code)
    reason: str = Field(default="", sa_type=Text)
    model: str = Field(sa_type=Text)
    fallbacks: str = Field(default="", sa_type=Text)  # a line each
    attempts: int
    max_tokens: int
    temperature: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    seed: int | None = Field(default=None, sa_type=BigInteger)
    concurrency: int
    budget_usd: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    allow_unknown_cost: bool = False
    provider_batch: bool = False
    reword: str = Field(default="", sa_type=Text)
    by: str = Field(default="", sa_type=Text)
    note: str = Field(default="", sa_type=Text)
    price_table: str = Field(default="", sa_type=Text)
    created_at: datetime = Field(sa_type=UtcTime)
    runner: str = Field(default="", sa_type=Text)
    seen_at: datetime | None = Field(default=None, sa_type=UtcTime)


def add(session: Session, batch_id: str, order: Order, *, price_table: str, now: datetime) -> Batch:
    """A new batch of this order, running."""
    last = session.exec(select(BatchRow.number).order_by(col(BatchRow.number).desc()).limit(1)).first() or 0
    row = BatchRow(
        id=batch_id,
        number=last + 1,
        order_key=order.key,
        status=BatchStatus.RUNNING.value,
        model=order.model,
        fallbacks="\n".join(order.fallbacks),
        attempts=order.attempts,
        max_tokens=order.sampling.max_tokens,
        temperature=order.sampling.temperature,
        seed=order.sampling.seed,
        concurrency=order.concurrency,
        budget_usd=order.budget_usd,
        allow_unknown_cost=order.allow_unknown_cost,
        provider_batch=order.provider_batch,
        reword=order.reword,
        by=order.by,
        note=order.note,
        price_table=price_table,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return as_batch(row)


def of_order(session: Session, key: str, *, done: bool = False) -> Batch | None:
    """The newest batch of this order that is neither cancelled nor, unless ``done``, done."""
    statuses = [status.value for status in (*_OPEN, *([BatchStatus.DONE] if done else []))]
    rows = select(BatchRow).where(col(BatchRow.order_key) == key, col(BatchRow.status).in_(statuses))
    row = session.exec(rows.order_by(col(BatchRow.number).desc()).limit(1)).first()
    return None if row is None else as_batch(row)


def find(session: Session, batch_id: str) -> Batch | None:
    """The batch of this id, None where there is none."""
    row = session.exec(select(BatchRow).where(col(BatchRow.id) == batch_id)).first()
    return None if row is None else as_batch(row)


def newest(session: Session, limit: int) -> tuple[Batch, ...]:
    """The latest batches, newest first."""
    return tuple(map(as_batch, session.exec(select(BatchRow).order_by(col(BatchRow.number).desc()).limit(limit))))


def change(session: Session, batch_id: str, **changes: object) -> None:
    """Put these columns anew."""
    session.execute(update(BatchRow).where(col(BatchRow.id) == batch_id).values(**changes))


def claim(session: Session, batch_id: str, runner: str, now: datetime, gone: Sequence[str]) -> bool:
    """Take the batch for ``runner``, or keep it; False where another one has been seen within the lease and is not among
    those that are known to be ``gone``."""
    free = or_(col(BatchRow.runner).in_([runner, *gone]), _unseen(now))
    taken = update(BatchRow).where(col(BatchRow.id) == batch_id, free).values(runner=runner, seen_at=now)
    return session.execute(taken.returning(col(BatchRow.id))).first() is not None


def is_idle(session: Session, batch_id: str, now: datetime) -> bool:
    """Whether no process that runs it has been seen within the lease: it can be gone on with."""
    return (
        session.execute(select(col(BatchRow.id)).where(col(BatchRow.id) == batch_id, _unseen(now))).first() is not None
    )


def _unseen(now: datetime) -> ColumnElement[bool]:
    return or_(col(BatchRow.runner) == "", col(BatchRow.seen_at).is_(None), col(BatchRow.seen_at) < now - LEASE)


def release(session: Session, batch_id: str, runner: str) -> None:
    """Nobody runs it any more, where ``runner`` did."""
    mine = (col(BatchRow.id) == batch_id, col(BatchRow.runner) == runner)
    session.execute(update(BatchRow).where(*mine).values(runner="", seen_at=None))


def as_batch(row: BatchRow) -> Batch:
    """The frozen record."""
    return Batch(
        row.id,
        BatchStatus(row.status),
        row.reason,
        row.model,
        tuple(row.fallbacks.split("\n")) if row.fallbacks else (),
        row.attempts,
        Sampling(row.max_tokens, row.temperature, row.seed),
        row.concurrency,
        row.budget_usd,
        row.allow_unknown_cost,
        row.provider_batch,
        row.reword,
        row.by,
        row.note,
        row.price_table,
        row.created_at,
        row.runner,
        row.seen_at,
    )
