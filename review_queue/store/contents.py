"""Contents: what a version says and how it came to be, read whole or not at all."""

from __future__ import annotations

from sqlalchemy import Text as LongText
from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code
from review_queue.store.values import ItemId, Text


class Content(SQLModel, table=True):
    """The drafting's result as JSON (prose, report, attempts), the page's data as a person approved it, and what has changed since
    that approval fell (both "" where there is none)."""

    __tablename__ = "contents"

    item: ItemId = Field(primary_key=True, foreign_key="items.id", sa_type=Code)
    result: Text = Field(sa_type=LongText)
    page: Text = Field(default="", sa_type=LongText)
    since: Text = Field(default="", sa_type=LongText)


def of(session: Session, item: str) -> Content:
    """What the version holds; it is stored with it, so it is there."""
    return session.exec(select(Content).where(col(Content.item) == item)).one()


def change(session: Session, item: str, **changes: str) -> None:
    """Put ``result``, ``page`` or ``since`` anew."""
    session.execute(update(Content).where(col(Content.item) == item).values(changes))
