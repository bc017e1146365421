"""What a database says when it cannot, as the errors of this project."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from writer.errors import StoreBusy, StoreError, StoreFull

_BUSY_STATES = frozenset(
    {"55P03", "40001", "40P01", "57P03", "53300"}
)  # lock, serialisation, deadlock, starting, too many
_FULL_STATES = frozenset({"53100"})
_SQLITE_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


def store_error(error: SQLAlchemyError) -> StoreError:
    """StoreBusy, StoreFull or StoreError with a message for people; the cause is for the log."""
    if isinstance(error, PoolTimeout) or _is_busy(error):
        return StoreBusy("the queue's database is busy: nothing was changed: try again in a moment")
    if _is_full(error):
        return StoreFull("the queue's disk is full: nothing was changed: free some space and try again")
    cause = str(error.orig).strip().splitlines()[0] if isinstance(error, DBAPIError) and str(error.orig).strip() else ""
    return StoreError(f"the queue's database could not do it: nothing was changed: {cause or type(error).__name__}")


def _is_busy(error: SQLAlchemyError) -> bool:
    return _state(error) in _BUSY_STATES or _sqlite_code(error) in _SQLITE_BUSY


def _is_full(error: SQLAlchemyError) -> bool:
    return _state(error) in _FULL_STATES or _sqlite_code(error) == sqlite3.SQLITE_FULL


def _state(error: SQLAlchemyError) -> str | None:
    return getattr(error.orig, "sqlstate", None) if isinstance(error, DBAPIError) else None


def _sqlite_code(error: SQLAlchemyError) -> int | None:
    code = getattr(error.orig, "sqlite_errorcode", None) if isinstance(error, DBAPIError) else None
    return None if code is None else code & 0xFF  # the primary code of an extended one
