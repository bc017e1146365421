"""Migrations: they make what the tables say, on both engines, and keep what the version before has stored."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlmodel import SQLModel

from review_queue import store
from review_queue.desk import Desk
from review_queue.store.engine import open_engine, reading, writing
from review_queue.store.schema import MIGRATIONS, migrate, revisions
from tests.fakes.desk import bench
from tests.unit.review_queue.desks import drafted
from writer.errors import StoreError


def test_every_file_bears_its_own_number_and_follows_on_the_one_before() -> None:
    before = None
    for path in sorted((MIGRATIONS / "versions").glob("[0-9]*.py")):
        source = path.read_text(encoding="utf-8")
        assert f'revision = "{path.name[:4]}"' in source
        assert f"down_revision = {before!r}".replace("'", '"') in source
        before = path.name[:4]
    assert before == revisions()[-1]


def test_the_migrations_make_what_the_tables_say(url: str) -> None:
    for module in pkgutil.iter_modules(store.__path__):
        importlib.import_module(f"review_queue.store.{module.name}")
    engine = open_engine(url)
    with reading(engine) as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": False})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


@pytest.mark.parametrize("step", [revision for revision in revisions() if revision > "0001"])
def test_each_step_keeps_what_the_version_before_has_stored(empty_url: str, step: str) -> None:
    engine = open_engine(empty_url)
    migrate(engine, revisions()[revisions().index(step) - 1])
    desk = Desk.on(engine, bench())
    kept = desk.approve(drafted(desk).id, by="anna")
    migrate(engine, step)
    assert desk.draft(kept.id) == kept
    assert desk.verify().faults == ()
    engine.dispose()


def test_starting_again_changes_nothing(url: str) -> None:
    engine = open_engine(url)
    migrate(engine)
    migrate(engine)
    assert Desk.on(engine, bench()).verify().faults == ()
    engine.dispose()


def test_a_database_of_a_newer_program_is_refused_in_words(url: str) -> None:
    engine = open_engine(url)
    with writing(engine) as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="update it"):
        migrate(engine)
    with writing(engine) as session:
        session.connection().execute(text(f"UPDATE alembic_version SET version_num = '{revisions()[-1]}'"))
    engine.dispose()


def test_the_migrations_are_where_the_package_is() -> None:
    assert (Path(MIGRATIONS) / "env.py").is_file()
