"""The one door to a database: SQLite or PostgreSQL, opened alike, with transactions that mean the same on both.

``reading`` and ``writing`` are the only ways to a session. Both give one transaction: it commits when the block ends and
rolls back when the block raises. What the database could not do leaves as StoreBusy, StoreFull or StoreError.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from review_queue.store.faults import store_error
from writer.errors import BadSetting

BUSY_TIMEOUT_SECONDS = 20.0
_WAL_TRIES = 50
_WRITES = "writes"


def sqlite_url(data_dir: Path) -> str:
    """The address of the queue's own file under the data directory."""
    return f"sqlite:///{data_dir / 'queue.sqlite3'}"


def open_engine(url: str, *, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> Engine:
    """An engine for ``sqlite:///FILE`` or ``postgresql://…``; the database itself is not touched yet.

    Raises BadSetting for any other address.
    """
    if url.startswith("sqlite:///") and ":memory:" not in url and url != "sqlite:///":
        return _sqlite(url, busy_timeout_seconds)
    if re.match(r"postgres(ql)?(\+psycopg)?://", url):
        return _postgresql(url, busy_timeout_seconds)
    shown = url.partition("://")[0] or url
    raise BadSetting(
        f"WRITER_DATABASE_URL: got an address of kind {shown!r}: expected sqlite:///FILE or postgresql://…"
    )


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A transaction that sees one state of the database throughout and changes nothing."""
    with _transaction(engine.execution_options(writes=False)) as session:
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A transaction that may write. On SQLite it takes the write lock at its first statement, waiting for it as long as
    the busy time-out, so that it never fails half way because another came in between.
    """
    with _transaction(engine.execution_options(writes=True)) as session:
        yield session


@contextmanager
def _transaction(engine: Engine) -> Iterator[Session]:
    try:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            yield session
    except SQLAlchemyError as error:
        raise store_error(error) from error


def _sqlite(url: str, busy_timeout_seconds: float) -> Engine:
    engine = create_engine(url, connect_args={"timeout": busy_timeout_seconds})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # BEGIN is ours to say
        _write_ahead(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get(_WRITES, True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn on WAL; SQLite does not wait for that lock by itself, so several first openers have to take turns."""
    for attempt in range(_WAL_TRIES):
        try:
            if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
                return
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or attempt == _WAL_TRIES - 1:
                raise
            time.sleep(0.02)


def _postgresql(url: str, busy_timeout_seconds: float) -> Engine:
    address = "postgresql+psycopg://" + url.partition("://")[2]
    timeout = f"-c lock_timeout={int(busy_timeout_seconds * 1000)} -c timezone=UTC"
    engine = create_engine(address, connect_args={"options": timeout}, pool_pre_ping=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get(_WRITES, True):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return engine


def is_postgresql(session: Session) -> bool:
    """Whether the session speaks to PostgreSQL, for the few statements that differ."""
    return session.get_bind().dialect.name == "postgresql"
