"""Parcels: what a batch has out at a provider's own batch endpoint."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, Text, update
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code, UtcTime
from writer.drafts.batch import SentParcel


class ParcelRow(SQLModel, table=True):
    """One parcel. ``provider_id`` is empty until the provider has given one."""

    __tablename__ = "parcels"
    __table_args__ = (Index("parcels_out", "batch", "is_out"),)

    id: str = Field(primary_key=True, sa_type=Code)
    batch: str = Field(foreign_key="batches.id", sa_type=Code)
    model: str = Field(sa_type=Text)
    provider_id: str = Field(default="", sa_type=Text)
    is_out: bool = True
    sent_at: datetime = Field(sa_type=UtcTime)


def add(session: Session, parcel: SentParcel) -> None:
    """A parcel that is about to be sent."""
    session.add(
        ParcelRow(
            id=parcel.id,
            batch=parcel.batch,
            model=parcel.model,
            provider_id=parcel.provider_id,
            is_out=parcel.is_out,
            sent_at=parcel.sent_at,
        )
    )


def change(session: Session, parcel: SentParcel) -> None:
    """Its provider's id, and whether it is still out."""
    values = {"provider_id": parcel.provider_id, "is_out": parcel.is_out}
    session.execute(update(ParcelRow).where(col(ParcelRow.id) == parcel.id).values(values))


def out(session: Session, batch: str) -> tuple[SentParcel, ...]:
    """What the batch has out, oldest first."""
    rows = select(ParcelRow).where(col(ParcelRow.batch) == batch, col(ParcelRow.is_out).is_(True))
    return tuple(
        SentParcel(row.id, row.batch, row.model, row.provider_id, row.is_out, row.sent_at)
        for row in session.exec(rows.order_by(col(ParcelRow.sent_at)))
    )
