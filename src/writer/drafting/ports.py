"""What drafting needs of the world, as Protocols of few methods; their fakes are in ``tests/fakes``.

The review queue implements ``Store``, ``Batches``, ``Units`` and ``Calls`` (it imports none of this: the shapes agree, and
a test says so). They are called from two threads, one that writes and one that reads; each method is one transaction, or raises StoreError and has
changed nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from writer.drafting.events import Event
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
from writer.drafts.draft import Draft, Origin, Result
from writer.errors import ModelError
from writer.llm.parcels import Parcel
from writer.llm.question import Answer, Question


class Model(Protocol):
    """A language model, however many layers of pace, budget and memory lie before it."""

    async def ask(self, question: Question) -> Answer:
        """The answer; ModelError where there is none."""
        ...


class Clock(Protocol):
    """Time, so that tests own it."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        ...

    def ticks(self) -> float:
        """Seconds that only grow."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Come back after so many seconds."""
        ...


class Store(Protocol):
    """Where drafts are kept: the review queue."""

    def save(
        self,
        results: Sequence[Result],
        *,
        origin: Origin,
        by: str,
        note: str = "",
        revisions: Sequence[int | None] | None = None,
    ) -> tuple[Draft, ...]:
        """Store each result as a draft of its pair, all in one transaction: accepted ones wait for review, the others
        are kept as rejected with their reasons. The same order comes back. Conflict where a pair is no longer at the
        revision named for it: something was decided meanwhile."""
        ...

    def revision(self, a: str, b: str) -> int:
        """A number that grows with everything that happens to the pair."""
        ...

    def stored(
        self, a: str, b: str, *, facts_hash: str, prompt_hash: str, models: Sequence[str], generation: int
    ) -> Draft | None:
        """The newest draft a model made of exactly this (accepted or rejected), None where there is none."""
        ...

    def generation(self, a: str, b: str) -> int:
        """The pair's newest generation; 0 where nothing was ever drafted."""
        ...


class Batches(Protocol):
    """Where orders are kept."""

    def open(self, order: Order, *, price_table: str, now: datetime, again: bool = False) -> Batch:
        """The batch of this order: the stored one that is not cancelled and, unless ``again``, not done; else a new one,
        whose tries count from now where ``again``."""
        ...

    def batch(self, batch_id: str) -> Batch:
        """The batch as it stands; BadSetting for an id that is not there."""
        ...

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
        ...

    def claim(self, batch_id: str, runner: str, now: datetime, gone: Sequence[str] = ()) -> bool:
        """Say that ``runner`` runs it (again and again, as a heartbeat); False where another one does, unless that one is
        known to be ``gone`` or has not been seen for a while."""
        ...

    def release(self, batch_id: str, runner: str) -> None:
        """Say that ``runner`` does not run it any more."""
        ...

    def totals(self, batch_id: str) -> Totals:
        """What it came to so far."""
        ...


class Units(Protocol):
    """Where the pairs of a batch are kept."""

    def pending(self, batch_id: str, *, after: int, limit: int) -> tuple[Unit, ...]:
        """The next units that are not finished, by position, beyond position ``after``."""
        ...

    def finish(self, finished: Sequence[Finished]) -> None:
        """Record the end of each."""
        ...

    def reopen(
        self, batch_id: str, status: UnitStatus, now: datetime, *, new_generation: bool, only_reused: bool = False
    ) -> int:
        """Make the units of this status pending again; how many there were. Their drafts stay as they are."""
        ...


class Calls(Protocol):
    """Where every request is kept: written before it is sent, and again when it is answered."""

    def of(self, keys: Sequence[str]) -> tuple[Call, ...]:
        """Every recorded call of these keys, oldest first."""
        ...

    def record(self, recorded: Sequence[Call]) -> None:
        """Insert or replace each, by (key, number)."""
        ...

    def averages(self, model: str) -> Averages | None:
        """What drafting a pair with this model took so far; None where it never was asked."""
        ...


class ParcelBook(Protocol):
    """Where parcels at a provider's own batch endpoint are kept."""

    def send_parcel(self, parcel: SentParcel, inside: Sequence[Call]) -> None:
        """A parcel that is about to be sent, and the calls inside it."""
        ...

    def change_parcel(self, parcel: SentParcel, inside: Sequence[Call] = ()) -> None:
        """What is known of it now, and of the calls inside it."""
        ...

    def parcels(self, batch_id: str) -> tuple[SentParcel, ...]:
        """What the batch has out, oldest first."""
        ...

    def in_parcel(self, parcel_id: str) -> tuple[Call, ...]:
        """The calls that are out in a parcel."""
        ...


class Provider(Protocol):
    """A provider's own batch endpoint; ``writer.llm.parcels.Parcels`` is the real one."""

    async def send(self, questions: Mapping[str, Question], tag: str) -> Parcel:
        """A new parcel of named questions, all for one model."""
        ...

    async def find(self, model: str, tag: str) -> Parcel | None:
        """The parcel that was sent with this tag."""
        ...

    async def look(self, model: str, parcel_id: str) -> Parcel:
        """The parcel as it is now."""
        ...

    async def cancel(self, model: str, parcel_id: str) -> Parcel:
        """The parcel, given up; BadSetting where the provider cannot be told."""
        ...

    async def open(self, model: str, parcel: Parcel) -> dict[str, Answer | ModelError]:
        """What came back, by the names of the questions."""
        ...


class Book(Batches, Units, Calls, ParcelBook, Protocol):
    """All four in one."""

    def write(self, recorded: Sequence[Call], finished: Sequence[Finished]) -> None:
        """Calls and ends of units, in one transaction."""
        ...


class Progress(Protocol):
    """Who watches."""

    def tell(self, event: Event) -> None:
        """Something happened."""
        ...
