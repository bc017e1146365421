"""The record of a draft, as the queue keeps it and the page is made from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from writer.check.report import Report
from writer.prose import Prose


class Status(StrEnum):
    """Where a draft stands (facts.md section 6)."""

    REJECTED = "rejected"
    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    DECLINED = "declined"
    SUPERSEDED = "superseded"
    PUBLISHED = "published"


class Origin(StrEnum):
    """How this version came to be."""

    DRAFTED = "drafted"
    EDITED = "edited"
    REGENERATED = "regenerated"
    REFRESHED = "refreshed"  # the words of a published version whose facts have moved, to be approved anew


@dataclass(frozen=True, slots=True)
class Usage:
    """What a call or a draft took. ``cost_usd`` None is unknown, never zero; the house writer costs Decimal(0)."""

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    cost_usd: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One call to a model and what the checker said: ``outcome`` is accepted, rejected, thin or an error's class name."""

    number: int  # 1 is the first
    model: str
    outcome: str
    answer: str  # what came, as it came
    report: Report | None = None  # None where there was no prose to check
    detail: str = ""  # the error's message, or why it is thin
    usage: Usage = field(default_factory=Usage)
    latency_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """What drafting one pair ended with: the best prose there is (None where no answer could be read), and every attempt.
    ``a`` and ``b`` are slugs in canonical order."""

    a: str
    b: str
    accepted: bool
    reason: str  # "" where accepted; else why not, in a line
    prose: Prose | None
    report: Report | None
    facts_hash: str
    prompt_hash: str  # SHA-256 of the whole first messages
    prompt_version: str
    model: str  # as litellm names it; house/plain is the house writer
    attempts: tuple[Attempt, ...]
    usage: Usage  # of all attempts together
    written_at: datetime  # UTC
    generation: int = 1  # `writer regenerate` and the retries begin a new one


@dataclass(frozen=True, slots=True)
class Draft:
    """A stored version of a pair. ``version`` counts from 1 within the pair."""

    id: str
    version: int
    status: Status
    result: Result
    text: str
    text_hash: str
    page_version: str  # hash of the page's templates and code at the time
    origin: Origin
    parent: str | None  # the draft this was edited from or replaces
    by: str  # who asked for it, or edited it
    note: str  # why it was regenerated or edited
    created_at: datetime
    stale: bool = False
    reviewed_at: datetime | None = None
    reviewed_by: tuple[str, ...] = ()
    one_person: bool = False  # who wrote its words approved them too: a desk of one
    edited_by: str = ""  # who last changed its words by hand; "" where a writer wrote them all
