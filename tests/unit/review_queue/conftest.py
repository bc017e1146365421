"""Both engines, a database each test; PostgreSQL is started once, or the one of WRITER_TEST_DATABASE_URL is used."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine

from review_queue.desk import Desk
from review_queue.settings import DeskSettings
from review_queue.store.audit import FIRST
from review_queue.store.engine import open_engine, sqlite_url
from review_queue.store.schema import migrate
from tests.fakes.desk import FakeChecker, FakePages, HandClock, bench
from tests.postgres import server, with_database

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server where databases can be made."""
    given = os.environ.get("WRITER_TEST_DATABASE_URL")
    if given:
        yield given
        return
    with server() as address:
        yield address


@pytest.fixture(scope="session")
def migrated_postgres(postgres: str) -> Iterator[str]:
    """The address of a migrated database on it."""
    name = f"desk_{os.getpid()}"
    _make(postgres, name)
    _migrate(with_database(postgres, name))
    yield with_database(postgres, name)
    _drop(postgres, name)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy."""
    directory = tmp_path_factory.mktemp("migrated")
    _migrate(sqlite_url(directory))
    return directory / "queue.sqlite3"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a migrated, empty database; every test that uses it runs on both engines."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path)
        return sqlite_url(tmp_path)
    address: str = request.getfixturevalue("migrated_postgres")
    _empty(address)
    return address


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database that was never migrated."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path)
        return
    postgres = request.getfixturevalue("postgres")
    name = f"desk_{os.getpid()}_{next(_numbers)}"
    _make(postgres, name)
    yield with_database(postgres, name)
    _drop(postgres, name)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An engine on it."""
    opened = open_engine(url)
    yield opened
    opened.dispose()


@pytest.fixture
def clock() -> HandClock:
    """Noon, until it is moved."""
    return HandClock()


@pytest.fixture
def desk(engine: Engine, clock: HandClock) -> Desk:
    """A desk of one person."""
    return Desk.on(engine, bench(clock))


@pytest.fixture
def team(engine: Engine, desk: Desk) -> Desk:
    """The same desk, of several people: cleo may waive."""
    return Desk.on(engine, desk.office.bench, DeskSettings(one_person=False, waivers_by=("cleo",)))


@pytest.fixture
def pair_of_eyes(engine: Engine, desk: Desk) -> Desk:
    """The same desk, where two have to approve."""
    return Desk.on(engine, desk.office.bench, DeskSettings(one_person=False, approvals_needed=2))


@pytest.fixture
def checker(desk: Desk) -> FakeChecker:
    """The desk's checker, to be changed."""
    made = desk.office.bench.checker
    assert isinstance(made, FakeChecker)
    return made


@pytest.fixture
def pages(desk: Desk) -> FakePages:
    """The desk's pages, to be changed."""
    made = desk.office.bench.pages
    assert isinstance(made, FakePages)
    return made


@pytest.fixture
def sound(desk: Desk) -> Callable[[], None]:
    """Asserts that state, counts, audit and outbox agree."""

    def check() -> None:
        assert desk.verify().faults == ()

    return check


def _migrate(address: str) -> None:
    engine = open_engine(address)
    migrate(engine)
    engine.dispose()


def _empty(address: str) -> None:
    """Take out every row, and put back those that the first migration made."""
    with psycopg.connect(address) as connection:
        connection.execute("SET session_replication_role = replica")
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        for (table,) in tables:
            if table not in {"alembic_version", "status_counts", "audit_head"}:
                connection.execute(f'DELETE FROM "{table}"'.encode())
        connection.execute("UPDATE status_counts SET versions = 0")
        connection.execute(f"UPDATE audit_head SET rows = 0, hash = '{FIRST}'".encode())


def _make(postgres: str, name: str) -> None:
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())


def _drop(postgres: str, name: str) -> None:
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
