"""Pairs: the row that every change to a pair's versions locks first, so that they come one after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import BigInteger, bindparam, update
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
    insert = postgresql.insert if is_postgresql(session) else sqlite.insert
    made = insert(Pair).values(built(Pair, {"a": a, "b": b}).model_dump())
    held = made.on_conflict_do_update(index_elements=["a", "b"], set_={"revision": Pair.revision}).returning(Pair)
    return session.scalars(held, execution_options={"populate_existing": True}).one()


def lock_known(session: Session, a: str, b: str) -> Pair | None:
    """The pair's row, held until the transaction ends; None where nothing of the pair was ever stored."""
    rows = select(Pair).where(col(Pair.a) == a, col(Pair.b) == b).execution_options(populate_existing=True)
    return session.exec(rows.with_for_update()).first()


def find(session: Session, a: str, b: str) -> Pair | None:
    """The pair's row as it stands, None where nothing of the pair was ever stored."""
    return session.exec(select(Pair).where(col(Pair.a) == a, col(Pair.b) == b)).first()


def touch(session: Session, touched: Sequence[tuple[str, str]]) -> None:
    """Note that something happened to these pairs; the caller holds their locks."""
    _put(session, {"revision": col(Pair.revision) + 1}, [{"of_a": a, "of_b": b} for a, b in touched])


def advance(session: Session, a: str, b: str, *, newest: int, generation: int) -> None:
    """Note the newest version and generation; the caller holds the lock."""
    values: dict[str, object] = {"newest": bindparam("to_newest"), "generation": bindparam("to_generation")}
    _put(session, values, [{"of_a": a, "of_b": b, "to_newest": newest, "to_generation": generation}])


def _put(session: Session, values: Mapping[str, object], rows: Sequence[Mapping[str, object]]) -> None:
    """Change the rows alone: ``lock`` reads them anew, so nothing that was read before has to be brought up to date."""
    changed = update(Pair).where(col(Pair.a) == bindparam("of_a"), col(Pair.b) == bindparam("of_b")).values(values)
    if rows:
        session.connection().execute(changed, rows)
