"""The book of batches: what drafting keeps in the queue's database. It has the shape of drafting's ports Batches, Units and
Calls; each method is one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from uuid import uuid4

from sqlalchemy import Engine

from review_queue.store import batches, batches_parcels, calls, units
from review_queue.store.engine import reading, writing
from writer.drafts.batch import (
    Averages,
    Batch,
    BatchStatus,
    Call,
    Finished,
    Order,
    SentParcel,
    Totals,
    Unit,
    UnitStatus,
)
from writer.errors import BadSetting, NotAllowed

_LISTED = 50
_CHANGES = {
    BatchStatus.RUNNING: frozenset({BatchStatus.RUNNING, BatchStatus.PAUSED, BatchStatus.STOPPED, BatchStatus.DONE}),
    BatchStatus.PAUSED: frozenset({BatchStatus.RUNNING, BatchStatus.PAUSED, BatchStatus.STOPPED}),
    BatchStatus.STOPPED: frozenset({BatchStatus.RUNNING, BatchStatus.STOPPED}),
    BatchStatus.CANCELLED: frozenset(
        {BatchStatus.RUNNING, BatchStatus.PAUSED, BatchStatus.STOPPED, BatchStatus.CANCELLED}
    ),
    BatchStatus.DONE: frozenset({BatchStatus.RUNNING, BatchStatus.DONE}),
}  # to -> from


class BatchBook:
    """Batches, their pairs and every call, in one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def open(self, order: Order, *, price_table: str, now: datetime, again: bool = False) -> Batch:
        """The batch of this order: the stored one that is not cancelled and, unless ``again``, not done; else a new one,
        whose tries count from now where ``again``."""
        with writing(self._engine) as session:
            stored = batches.of_order(session, order.key, done=again)
            if stored is not None:
                return stored
            name = f"{now:%Y%m%d}-{uuid4().hex[:6]}"
            batch = batches.add(session, name, order, price_table=price_table, now=now)
            opened = now if again else None
            units.add(
                session,
                (
                    Unit(batch.id, position, a, b, generation, opened_at=opened)
                    for position, (a, b, generation) in enumerate(order.pairs, 1)
                ),
            )
            return batch

    def batch(self, batch_id: str) -> Batch:
        """The batch as it stands; BadSetting for an id that is not there."""
        with reading(self._engine) as session:
            return _found(batches.find(session, batch_id), batch_id)

    def batches(self, limit: int = _LISTED) -> tuple[Batch, ...]:
        """The latest batches, newest first."""
        with reading(self._engine) as session:
            return batches.newest(session, limit)

    def change(
        self,
        batch_id: str,
        *,
        status: BatchStatus | None = None,
        reason: str | None = None,
        concurrency: int | None = None,
        budget_usd: Decimal | None = None,
    ) -> Batch:
        """The batch with what is not None changed; NotAllowed where its status does not let it."""
        wishes: dict[str, object] = {
            "status": status and status.value,
            "reason": reason,
            "concurrency": concurrency,
            "budget_usd": budget_usd,
        }
        changes = {name: wish for name, wish in wishes.items() if wish is not None}
        with writing(self._engine) as session:
            stands = _found(batches.find(session, batch_id), batch_id)
            if status is not None and stands.status not in _CHANGES[status]:
                raise NotAllowed(f"{batch_id}: it is {stands.status.value}: it cannot become {status.value}")
            if changes:
                batches.change(session, batch_id, **changes)
            return _found(batches.find(session, batch_id), batch_id)

    def claim(self, batch_id: str, runner: str, now: datetime, gone: Sequence[str] = ()) -> bool:
        """Take or keep the batch for ``runner``; False where another one runs it."""
        with writing(self._engine) as session:
            return batches.claim(session, batch_id, runner, now, gone)

    def is_idle(self, batch_id: str, now: datetime) -> bool:
        """Whether nobody runs it, or who did has not been seen for the length of a lease."""
        with reading(self._engine) as session:
            return batches.is_idle(session, batch_id, now)

    def release(self, batch_id: str, runner: str) -> None:
        """``runner`` does not run it any more."""
        with writing(self._engine) as session:
            batches.release(session, batch_id, runner)

    def totals(self, batch_id: str) -> Totals:
        """What it came to so far."""
        with reading(self._engine) as session:
            figures, counts = calls.totals(session, batch_id), units.counts(session, batch_id)
        of = {status: sum(count for (found, _), count in counts.items() if found is status) for status in UnitStatus}
        return replace(
            figures,
            pending=of[UnitStatus.PENDING],
            accepted=of[UnitStatus.ACCEPTED],
            rejected=of[UnitStatus.REJECTED],
            failed=of[UnitStatus.FAILED],
            reused=sum(count for (_, reused), count in counts.items() if reused),
        )

    def pending(self, batch_id: str, *, after: int, limit: int) -> tuple[Unit, ...]:
        """The next units that are not finished, beyond position ``after``."""
        with reading(self._engine) as session:
            return units.pending(session, batch_id, after=after, limit=limit)

    def units(self, batch_id: str, *, status: UnitStatus | None = None, limit: int = 1000) -> tuple[Unit, ...]:
        """The pairs of a batch, of one status where one is named."""
        with reading(self._engine) as session:
            return units.listed(session, batch_id, status=status, limit=limit)

    def finish(self, finished: Sequence[Finished]) -> None:
        """Record how each pair ended."""
        self.write((), finished)

    def write(self, recorded: Sequence[Call], finished: Sequence[Finished]) -> None:
        """Calls and ends of pairs, in one transaction."""
        with writing(self._engine) as session:
            if recorded:
                calls.record(session, recorded)
            units.finish(session, finished)

    def reopen(
        self, batch_id: str, status: UnitStatus, now: datetime, *, new_generation: bool, only_reused: bool = False
    ) -> int:
        """Make the pairs of this status pending again; how many there were."""
        with writing(self._engine) as session:
            return units.reopen(session, batch_id, status, now, new_generation=new_generation, only_reused=only_reused)

    def of(self, keys: Sequence[str]) -> tuple[Call, ...]:
        """Every call of these keys, oldest first."""
        with reading(self._engine) as session:
            return calls.of(session, keys)

    def calls(self, batch_id: str, limit: int = 1000) -> tuple[Call, ...]:
        """The latest calls of a batch, newest first."""
        with reading(self._engine) as session:
            return calls.of_batch(session, batch_id, limit)

    def record(self, recorded: Sequence[Call]) -> None:
        """Write each call, or write it anew."""
        self.write(recorded, ())

    def averages(self, model: str) -> Averages | None:
        """What drafting a pair with this model took so far; None where it never was asked."""
        with reading(self._engine) as session:
            return calls.averages(session, model)

    def send_parcel(self, parcel: SentParcel, inside: Sequence[Call]) -> None:
        """A parcel that is about to be sent, and the calls inside it."""
        with writing(self._engine) as session:
            batches_parcels.add(session, parcel)
            if inside:
                calls.record(session, inside)

    def change_parcel(self, parcel: SentParcel, inside: Sequence[Call] = ()) -> None:
        """What is known of it now, and of the calls inside it."""
        with writing(self._engine) as session:
            batches_parcels.change(session, parcel)
            if inside:
                calls.record(session, inside)

    def parcels(self, batch_id: str) -> tuple[SentParcel, ...]:
        """What the batch has out, oldest first."""
        with reading(self._engine) as session:
            return batches_parcels.out(session, batch_id)

    def in_parcel(self, parcel_id: str) -> tuple[Call, ...]:
        """The calls that are out in a parcel."""
        with reading(self._engine) as session:
            return calls.in_parcel(session, parcel_id)


def _found(batch: Batch | None, batch_id: str) -> Batch:
    if batch is None:
        raise BadSetting(f"{batch_id}: no batch has this id: `writer batches list` prints them")
    return batch
