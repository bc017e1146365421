"""Column types that store a value so that it comes back as it went in, on both engines."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator, TypeEngine

_FORMAT = "%Y-%m-%dT%H:%M:%S.%f"
_WIDEST = 300


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps text of one width, which sorts as time does; PostgreSQL keeps timestamptz."""

    impl = String(26)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Timestamptz on PostgreSQL, text elsewhere."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(String(26))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        """ValueError for a time without a zone: it would be a guess."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r}: a time without a zone cannot be stored: give it in UTC")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.strftime(_FORMAT)

    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:  # noqa: ARG002  the signature is the base's
        """The moment, in UTC."""
        if value is None:
            return None
        moment = value if isinstance(value, datetime) else datetime.strptime(str(value), _FORMAT).replace(tzinfo=UTC)
        return moment.astimezone(UTC)


class ExactDecimal(TypeDecorator[Decimal]):
    """A Decimal as its own text: SQLite would make it a binary float."""

    impl = String(64)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002  the signature is the base's
        """The plain digits."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002  the signature is the base's
        """The same number, to the digit."""
        return None if value is None else Decimal(value)


class Code(TypeDecorator[str]):
    """An id, a slug or a hash: compared byte by byte on both engines, whatever the database's language."""

    impl = String(_WIDEST)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """Collation C on PostgreSQL; SQLite compares bytes by itself."""
        collation = "C" if dialect.name == "postgresql" else None
        return dialect.type_descriptor(String(_WIDEST, collation=collation))
