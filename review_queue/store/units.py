"""Units: the pairs of a batch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, bindparam, func, insert, update
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code, UtcTime
from writer.drafts.batch import Finished, Unit, UnitStatus


class UnitRow(SQLModel, table=True):
    """One pair of one batch, once."""

    __tablename__ = "units"
    __table_args__ = (
        Index("units_once", "batch", "a", "b", unique=True),
        Index("units_by_status", "batch", "status", "position"),
    )

    batch: str = Field(primary_key=True, foreign_key="batches.id", sa_type=Code)
    position: int = Field(primary_key=True, sa_type=BigInteger)
    a: str = Field(sa_type=Code)
    b: str = Field(sa_type=Code)
    generation: int = Field(sa_type=BigInteger)
    status: str = Field(default=UnitStatus.PENDING.value, sa_type=Code)
    reason: str = Field(default="", sa_type=Text)
    draft: str | None = Field(default=None, sa_type=Code)
    reused: bool = False
    opened_at: datetime | None = Field(default=None, sa_type=UtcTime)


def add(session: Session, units: Iterable[Unit]) -> None:
    """Insert each."""
    rows = [
        {
            "batch": unit.batch,
            "position": unit.position,
            "a": unit.a,
            "b": unit.b,
            "generation": unit.generation,
            "status": unit.status.value,
            "reason": unit.reason,
            "draft": unit.draft,
            "reused": unit.reused,
            "opened_at": unit.opened_at,
        }
        for unit in units
    ]
    if rows:
        session.execute(insert(UnitRow), rows)


def pending(session: Session, batch: str, *, after: int, limit: int) -> tuple[Unit, ...]:
    """The next units that are not finished, by position, beyond ``after``."""
    rows = select(UnitRow).where(
        col(UnitRow.batch) == batch, col(UnitRow.status) == UnitStatus.PENDING.value, col(UnitRow.position) > after
    )
    return tuple(map(as_unit, session.exec(rows.order_by(col(UnitRow.position)).limit(limit))))


def listed(session: Session, batch: str, *, status: UnitStatus | None = None, limit: int = 1000) -> tuple[Unit, ...]:
    """The units of a batch, of one status where one is named, by position."""
    rows = select(UnitRow).where(col(UnitRow.batch) == batch)
    if status is not None:
        rows = rows.where(col(UnitRow.status) == status.value)
    return tuple(map(as_unit, session.exec(rows.order_by(col(UnitRow.position)).limit(limit))))


def finish(session: Session, finished: Sequence[Finished]) -> None:
    """Record how each ended; one that has no new draft keeps its old one."""
    place = (col(UnitRow.batch) == bindparam("in_batch"), col(UnitRow.position) == bindparam("at"))
    ended: dict[str, object] = {name: bindparam(f"new_{name}") for name in ("status", "reason", "draft", "reused")}
    rows = [
        {
            "in_batch": one.unit.batch,
            "at": one.unit.position,
            "new_status": one.status.value,
            "new_reason": one.reason,
            "new_draft": one.draft or one.unit.draft,
            "new_reused": one.reused,
        }
        for one in finished
    ]
    if rows:
        session.connection().execute(update(UnitRow).where(*place).values(ended), rows)


def reopen(
    session: Session, batch: str, status: UnitStatus, now: datetime, *, new_generation: bool, only_reused: bool
) -> int:
    """Make units of this status pending again, as a new generation where that is asked; how many there were."""
    chosen = [col(UnitRow.batch) == batch, col(UnitRow.status) == status.value]
    if only_reused:
        chosen.append(col(UnitRow.reused).is_(True))
    changes = {
        "status": UnitStatus.PENDING.value,
        "reason": "",
        "reused": False,
        "opened_at": now,
        "generation": UnitRow.generation + (1 if new_generation else 0),
    }
    reopened = session.execute(update(UnitRow).where(*chosen).values(changes).returning(col(UnitRow.position)))
    return len(reopened.all())


def counts(session: Session, batch: str) -> dict[tuple[UnitStatus, bool], int]:
    """How many units of each status, those told apart that reused a stored draft."""
    rows = select(UnitRow.status, UnitRow.reused, func.count()).where(col(UnitRow.batch) == batch)
    grouped = rows.group_by(col(UnitRow.status), col(UnitRow.reused))
    return {(UnitStatus(status), bool(reused)): int(count) for status, reused, count in session.exec(grouped)}


def as_unit(row: UnitRow) -> Unit:
    """The frozen record."""
    return Unit(
        row.batch,
        row.position,
        row.a,
        row.b,
        row.generation,
        UnitStatus(row.status),
        row.reason,
        row.draft,
        row.reused,
        row.opened_at,
    )
