"""What a batch tells those who watch it: small frozen values, one a kind of news. Where one is about a draft its ``label``
begins with ``<a>_<b>-g<generation>``: all that was told of a draft is found by that, here and in the service's own log."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from writer.drafts.batch import Totals


@dataclass(frozen=True, slots=True)
class Started:
    """The batch begins or goes on; ``label`` names the batch."""

    batch: str
    pairs: int
    model: str
    totals: Totals


@dataclass(frozen=True, slots=True)
class PairFinished:
    """A pair came to its end."""

    a: str
    b: str
    status: str  # accepted, rejected or failed
    reason: str
    attempts: int
    cost_usd: Decimal | None
    reused: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class CallMade:
    """One request was answered or failed; ``outcome`` is answered, remembered or the error's class."""

    label: str
    model: str
    outcome: str
    latency_seconds: float
    prompt_tokens: int | None
    completion_tokens: int | None
    cost_usd: Decimal | None


@dataclass(frozen=True, slots=True)
class Mending:
    """A draft goes back with its findings."""

    a: str
    b: str
    attempt: int
    outcome: str
    detail: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing is sent to this model for so many seconds, and why."""

    model: str
    why: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Ended:
    """The batch ended, or stopped for the reason given."""

    batch: str
    status: str
    reason: str
    totals: Totals


Event = Started | PairFinished | CallMade | Mending | Waiting | Ended
