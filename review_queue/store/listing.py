"""Listing: the queue a page at a time, by row values, from what the items' own row holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import tuple_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from review_queue.store.drafts import rules_of
from review_queue.store.items import Item
from review_queue.store.leases import Term
from writer.drafts.draft import Origin, Status
from writer.errors import NotAllowed

_DUE = re.compile(r"-?[0-9]{1,17}")
_PLACE = re.compile(r"[a-z0-9.@-]{0,260}")
_SLUG = re.compile(r"[a-z0-9.-]{1,120}")
CLOSED = (Status.DECLINED, Status.SUPERSEDED, Status.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ends: the next one begins right after."""

    due: int
    item: str

    def __str__(self) -> str:
        """As it stands in an address."""
        return f"{self.due}~{self.item}"

    @classmethod
    def read(cls, text: str) -> Cursor:
        """The cursor of an address; NotAllowed where it is none."""
        due, tilde, item = text.partition("~")
        if not tilde or not _DUE.fullmatch(due) or not _PLACE.fullmatch(item):
            raise NotAllowed(f"{text[:40]!r} is no place in the list: begin at its top")
        return cls(int(due), item)


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list: everything where all is left out. ``slug`` is a model of the pair."""

    status: Status | None = None
    slug: str = ""
    stale: bool | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One version in the list. ``holder`` has it open; "" where nobody has."""

    id: str
    a: str
    b: str
    version: int
    status: Status
    stale: bool
    origin: Origin
    model: str
    attempts: int
    cost_usd: Decimal | None
    quantities: int
    rules: tuple[str, ...]
    due: int
    created_at: datetime
    by: str
    holder: str
    wanted_by: str
    edited_by: str = ""  # who last changed its words by hand


def page(session: Session, wanted: Filter, term: Term, *, after: Cursor | None, limit: int) -> tuple[Listed, ...]:
    """The next ``limit`` versions: the most urgent first; of what is closed, the newest first."""
    if wanted.slug and not _SLUG.fullmatch(wanted.slug):
        return ()  # no model can be called that, and a database may refuse to look
    newest_first = wanted.status in CLOSED
    rows = [
        row
        for query in _queries(wanted)
        for row in session.exec(_ordered(query, after, limit, newest_first=newest_first))
    ]
    rows.sort(key=lambda item: (item.due, item.id), reverse=newest_first)
    return tuple(_listed(item, term) for item in rows[:limit])


def ids(session: Session, statuses: Sequence[Status]) -> tuple[str, ...]:
    """The id of every version in these statuses, by pair."""
    wanted = select(Item.id).where(col(Item.status).in_([status.value for status in statuses]))
    return tuple(session.exec(wanted.order_by(col(Item.a), col(Item.b), col(Item.version))))


def _queries(wanted: Filter) -> list[SelectOfScalar[Item]]:
    """One query, or two for a model that may stand on either side: each has its own index."""
    query: SelectOfScalar[Item] = select(Item)
    if wanted.status is not None:
        query = query.where(col(Item.status) == wanted.status.value)
    if wanted.stale is not None:
        query = query.where(col(Item.stale).is_(wanted.stale))
    if wanted.slug:
        return [query.where(col(side) == wanted.slug) for side in (Item.a, Item.b)]
    return [query]


def _ordered(
    query: SelectOfScalar[Item], after: Cursor | None, limit: int, *, newest_first: bool
) -> SelectOfScalar[Item]:
    place = tuple_(col(Item.due), col(Item.id))
    if after is not None:
        there = tuple_(after.due, after.item)
        query = query.where(place < there if newest_first else place > there)
    order = (col(Item.due), col(Item.id))
    return query.order_by(*(column.desc() if newest_first else column for column in order)).limit(limit)


def _listed(item: Item, term: Term) -> Listed:
    return Listed(
        id=item.id,
        a=item.a,
        b=item.b,
        version=item.version,
        status=Status(item.status),
        stale=item.stale,
        origin=Origin(item.origin),
        model=item.model,
        attempts=item.attempts,
        cost_usd=item.cost_usd,
        quantities=item.quantities,
        rules=rules_of(item),
        due=item.due,
        created_at=item.created_at,
        by=item.by,
        holder=item.lease_holder if term.living(item.lease_until) else "",
        wanted_by=item.wanted_by,
        edited_by=item.last_editor,
    )
