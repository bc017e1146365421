"""Items: one version of one pair each, with what is listed and compared; what is only read whole lies in contents."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import BigInteger, Index, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.approval import Seal
from review_queue.statuses import OPEN, REPLACEABLE
from review_queue.store.columns import Code, ExactDecimal, UtcTime
from review_queue.store.values import Count, Hash, ItemId, Name, Slug, Text
from writer.drafts.draft import Status

_OPEN = ", ".join(f"'{status.value}'" for status in OPEN)
_IS_OPEN = text(f"status IN ({_OPEN})")
_IS_PUBLISHED = text(f"status = '{Status.PUBLISHED.value}'")
ID = 260
HASH = 128


class Item(SQLModel, table=True):
    """A version of a pair. ``due`` orders by urgency: the earlier, the sooner it should be looked at."""

    __tablename__ = "items"
    __table_args__ = (
        Index("items_version", "a", "b", "version", unique=True),
        Index("items_one_open", "a", "b", unique=True, sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN),
        Index("items_one_published", "a", "b", unique=True, sqlite_where=_IS_PUBLISHED, postgresql_where=_IS_PUBLISHED),
        Index("items_by_status", "status", "due", "id"),
        Index("items_by_due", "due", "id"),
        Index("items_of_a", "a", "due", "id"),
        Index("items_of_b", "b", "due", "id"),
        Index(
            "items_wanted",
            "wanted_by",
            "due",
            "id",
            sqlite_where=text("wanted_by <> ''"),
            postgresql_where=text("wanted_by <> ''"),
        ),
        Index(
            "items_held",
            "lease_holder",
            sqlite_where=text("lease_holder <> ''"),
            postgresql_where=text("lease_holder <> ''"),
        ),
    )

    id: ItemId = Field(primary_key=True, sa_type=Code)
    a: Slug = Field(sa_type=Code)
    b: Slug = Field(sa_type=Code)
    version: Count
    generation: Count
    status: Name = Field(sa_type=Code)
    stale: bool = False
    origin: Name = Field(sa_type=Code)
    parent: ItemId | None = Field(default=None, sa_type=Code)
    by: Name
    note: Text = ""
    last_editor: Text = ""  # who last changed its words by hand; "" where a model wrote them all
    model: Name
    attempts: Count
    cost_usd: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    quantities: Count = 0
    strays: Count = 0  # findings that nobody has waived
    rules: Text = "[]"  # JSON: the ids of the rules that it breaks, sorted
    text_hash: Hash = Field(sa_type=Code)
    facts_hash: Hash = Field(sa_type=Code)
    prompt_hash: Hash = Field(sa_type=Code)
    checker_version: Hash = Field(sa_type=Code)
    page_version: Hash = Field(sa_type=Code)
    due: int = Field(sa_type=BigInteger)
    wanted_by: Text = ""  # who is asked to look again; "" where anybody may
    created_at: datetime = Field(sa_type=UtcTime)
    reviewed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    lease_holder: Text = ""  # "" where nobody holds it
    lease_token: Text = ""
    lease_until: datetime | None = Field(default=None, sa_type=UtcTime)

    @property
    def seal(self) -> Seal:
        """What an approval of it would be of."""
        return Seal(self.text_hash, self.facts_hash, self.checker_version, self.page_version)


def item_id(a: str, b: str, version: int) -> str:
    """The id of a version: ``<a>-vs-<b>@<version>``, which a person can read and type."""
    return f"{a}-vs-{b}@{version}"


def pair_of(item: str) -> tuple[str, str]:
    """The slugs of a version's id: no slug holds ``-vs-``."""
    a, _, b = item.rpartition("@")[0].partition("-vs-")
    return a, b


def find(session: Session, item: str) -> Item | None:
    """The version of this id, None where there is none."""
    return session.exec(select(Item).where(col(Item.id) == item)).first()


def of_pair(session: Session, a: str, b: str) -> tuple[Item, ...]:
    """Every version of the pair, newest first."""
    return tuple(
        session.exec(select(Item).where(col(Item.a) == a, col(Item.b) == b).order_by(col(Item.version).desc()))
    )


def replaceable(session: Session, a: str, b: str) -> tuple[Item, ...]:
    """The versions that a newer one takes the place of, newest first."""
    kinds = {status.value for status in REPLACEABLE}
    return tuple(item for item in of_pair(session, a, b) if item.status in kinds)


def published(session: Session, a: str, b: str) -> Item | None:
    """The version that readers see, None where there is none."""
    return next((item for item in of_pair(session, a, b) if item.status == Status.PUBLISHED.value), None)


def swap(session: Session, seen: Item, changes: dict[str, object]) -> bool:
    """Change the version where it still is what was ``seen``, status and seal, and ``seen`` with it; False where it is
    not."""
    same = [col(getattr(Item, name)) == getattr(seen, name) for name in _COMPARED]
    statement = update(Item).where(col(Item.id) == seen.id, *same).values(changes).returning(Item)
    options = {"synchronize_session": False, "populate_existing": True}
    return session.execute(statement, execution_options=options).first() is not None


_COMPARED = ("status", "stale", "text_hash", "facts_hash", "checker_version", "page_version")
