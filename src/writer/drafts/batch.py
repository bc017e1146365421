"""The record of a batch: what was ordered, its units (a pair each) and every call that was made for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from writer.drafts.draft import Usage


class BatchStatus(StrEnum):
    """Where a batch stands. ``PAUSED`` and ``STOPPED`` go on with `writer batches resume`; ``CANCELLED`` does not."""

    RUNNING = "running"
    PAUSED = "paused"  # a person, a spent quota or a wrong key: ``Batch.reason`` says which
    STOPPED = "stopped"  # at its budget
    CANCELLED = "cancelled"
    DONE = "done"


class UnitStatus(StrEnum):
    """Where a pair of a batch stands."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"  # every attempt was answered, none passed
    FAILED = "failed"  # the model's service did not answer usably

    @property
    def finished(self) -> bool:
        """True where nothing more is asked for this pair."""
        return self is not UnitStatus.PENDING


class CallState(StrEnum):
    """What is known of a call. ``LOST`` was sent and may have been billed, but no answer came: a cut, a time-out, a kill."""

    SENT = "sent"
    ANSWERED = "answered"
    FAILED = "failed"  # the service said so: nothing is billed
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the model is asked to choose its words; None leaves the provider's default."""

    max_tokens: int = 4096
    temperature: Decimal | None = None
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What a batch was asked to do. What ``key`` covers makes it the same batch when it is asked for again."""

    key: str  # hash of pairs, models, attempts, sampling, generation rule
    pairs: tuple[
        tuple[str, str, int], ...
    ]  # slugs in canonical order, each pair once, and the generation to be drafted
    model: str
    fallbacks: tuple[str, ...] = ()
    attempts: int = 3
    sampling: Sampling = field(default_factory=Sampling)
    concurrency: int = 8
    budget_usd: Decimal | None = None
    allow_unknown_cost: bool = False
    provider_batch: bool = False
    reword: str = ""
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """A stored batch. ``concurrency`` and ``budget_usd`` can be changed while it runs; so can the status."""

    id: str
    status: BatchStatus
    reason: str  # why it is paused or stopped, in a line; "" where it is not
    model: str
    fallbacks: tuple[str, ...]
    attempts: int
    sampling: Sampling
    concurrency: int
    budget_usd: Decimal | None
    allow_unknown_cost: bool
    provider_batch: bool
    reword: str  # the model that words what was rejected; "" for none
    by: str
    note: str
    price_table: str  # name and version of the table that costs are taken from
    created_at: datetime
    runner: str = ""  # host:pid of the process that runs it; "" where none does
    seen_at: datetime | None = None  # when that process last said so


@dataclass(frozen=True, slots=True)
class Unit:
    """A pair of a batch. ``generation`` counts from 1; `writer regenerate` and the retries begin a new one."""

    batch: str
    position: int
    a: str
    b: str
    generation: int
    status: UnitStatus = UnitStatus.PENDING
    reason: str = ""
    draft: str | None = None  # the id of the stored draft
    reused: bool = False  # the stored draft of an earlier run was good: nothing was asked
    opened_at: datetime | None = None  # since when its tries count: a retry begins anew


@dataclass(frozen=True, slots=True)
class Finished:
    """A unit came to its end."""

    unit: Unit
    status: UnitStatus
    reason: str = ""
    draft: str | None = None
    reused: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One request to a model. ``key`` names what is asked (pair, facts, messages, model, sampling, generation, attempt),
    ``number`` the how-manieth request for that key it is, from 1; the two together are unique."""

    key: str
    number: int
    batch: str
    a: str
    b: str
    generation: int
    attempt: int
    model: str
    state: CallState
    reserved_usd: Decimal | None  # the most it can cost; None is unknown
    sent_at: datetime
    answer: str = ""
    finish_reason: str = ""
    usage: Usage = field(default_factory=Usage)
    latency_seconds: float = 0.0
    error: str = ""  # class and message of what went wrong


@dataclass(frozen=True, slots=True)
class SentParcel:
    """Calls that are out at a provider's own batch endpoint; each of them names the parcel by ``in_parcel(id)`` in its
    ``error`` as long as nothing is known of it."""

    id: str
    batch: str
    model: str
    provider_id: str  # "" until the provider has given one
    is_out: bool
    sent_at: datetime


_IN_PARCEL = "in parcel "


def in_parcel(parcel_id: str) -> str:
    """How a call says in which parcel it is out."""
    return f"{_IN_PARCEL}{parcel_id}"


def is_in_parcel(call: Call) -> bool:
    """Whether the call is out in a parcel."""
    return call.state is CallState.SENT and call.error.startswith(_IN_PARCEL)


@dataclass(frozen=True, slots=True)
class Averages:
    """What drafting a pair with a model took so far, on average over ``pairs`` pairs."""

    pairs: int
    calls: Decimal
    prompt_tokens: Decimal
    completion_tokens: Decimal


@dataclass(frozen=True, slots=True)
class Totals:
    """What a batch came to so far. ``spent_usd`` sums known costs; ``unknown_cost_calls`` counts those without one."""

    pending: int = 0
    accepted: int = 0
    rejected: int = 0
    failed: int = 0
    reused: int = 0
    calls: int = 0
    lost_calls: int = 0
    unknown_cost_calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    spent_usd: Decimal = Decimal(0)
    assumed_usd: Decimal = Decimal(
        0
    )  # the most that calls of unknown cost (lost, in flight, without usage) can have cost

    @property
    def committed_usd(self) -> Decimal:
        """What the budget has to hold: spent, and the worst of what is not known."""
        return self.spent_usd + self.assumed_usd

    @property
    def finished(self) -> int:
        """Pairs that came to an end."""
        return self.accepted + self.rejected + self.failed
