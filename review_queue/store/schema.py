"""Bringing a database to the shape this code expects. A migration file is ``NNNN_noun.py`` and its revision ``NNNN``."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from review_queue.store.engine import is_postgresql, writing
from writer.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 5_224_337_001  # one starter at a time on PostgreSQL; SQLite's write lock does the same


def revisions() -> tuple[str, ...]:
    """Every migration's number, oldest first."""
    return tuple(sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")))


def migrate(engine: Engine, target: str | None = None) -> None:
    """Run what has not run yet, up to ``target`` (the newest where None), all in one transaction.

    Raises StoreError where the database is from a newer version of the program. Alembic is loaded only where there is
    something to do.
    """
    goal = target or revisions()[-1]
    with writing(engine) as session:
        if is_postgresql(session):
            session.connection().execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        stands = _revision(session.connection())
        if stands is not None and stands > revisions()[-1]:
            raise StoreError(
                f"the queue's database is at step {stands}, this program knows {revisions()[-1]}: update it"
            )
        if stands != goal:
            _upgrade(session.connection(), goal)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, goal: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, goal)
