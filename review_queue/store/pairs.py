"""Pairs: the row that every change to a pair's versions locks first, so that they come one after another."""

from __future__ import annotations

from sqlalchemy import BigInteger, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code
from review_queue.store.engine import is_postgresql
from review_queue.store.values import Count, Slug, built

SLUG = 120


class Pair(SQLModel, table=True):
    """One pair in canonical order. ``revision`` grows with each change to any of its versions."""

    __tablename__ = "pairs"

    a: Slug = Field(primary_key=True, sa_type=Code)
    b: Slug = Field(primary_key=True, sa_type=Code)
    revision: Count = Field(default=0, sa_type=BigInteger)
    newest: Count = 0  # the newest version's number
    generation: Count = 0


def lock(session: Session, a: str, b: str) -> Pair:
    """The pair's row, made where it was not there, held until the transaction ends."""
    if (there := lock_known(session, a, b)) is not None:
        return there
    insert = postgresql.insert if is_postgresql(session) else sqlite.insert
    row = built(Pair, {"a": a, "b": b})
    session.execute(insert(Pair).values(row.model_dump()).on_conflict_do_nothing())
    made = lock_known(session, a, b)
    assert made is not None, "it was made a line ago, or by somebody else before"
    return made


def lock_known(session: Session, a: str, b: str) -> Pair | None:
    """The pair's row, held until the transaction ends; None where nothing of the pair was ever stored."""
    rows = select(Pair).where(col(Pair.a) == a, col(Pair.b) == b).execution_options(populate_existing=True)
    return session.exec(rows.with_for_update()).first()


def find(session: Session, a: str, b: str) -> Pair | None:
    """The pair's row as it stands, None where nothing of the pair was ever stored."""
    return session.exec(select(Pair).where(col(Pair.a) == a, col(Pair.b) == b)).first()


def touch(session: Session, a: str, b: str) -> None:
    """Note that something happened to the pair; the caller holds the lock."""
    _put(session, a, b, revision=col(Pair.revision) + 1)


def advance(session: Session, a: str, b: str, *, newest: int, generation: int) -> None:
    """Note the newest version and generation; the caller holds the lock."""
    _put(session, a, b, newest=newest, generation=generation)


def _put(session: Session, a: str, b: str, **values: object) -> None:
    """Change the row alone: ``lock`` reads it anew, so nothing that was read before has to be brought up to date."""
    changed = update(Pair).where(col(Pair.a) == a, col(Pair.b) == b).values(values)
    session.execute(changed, execution_options={"synchronize_session": False})
