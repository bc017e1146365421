"""What a model is asked, and what it answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from writer.briefing.brief import Message
from writer.drafts.batch import Sampling
from writer.drafts.draft import Usage

HOUSE = "house/plain"  # the house writer, as litellm is told to call it
__all__ = ["HOUSE", "Answer", "Message", "Question"]


@dataclass(frozen=True, slots=True)
class Question:
    """One request. ``schema`` is the JSON schema that the answer is asked to satisfy, None for plain text; ``label`` is a
    correlation id, sent along and logged."""

    messages: tuple[Message, ...]
    model: str
    sampling: Sampling = field(default_factory=Sampling)
    schema: Mapping[str, object] | None = None
    timeout_seconds: float = 120.0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. ``usage.cost_usd`` None is unknown, never zero; ``headers`` are lower-case."""

    text: str
    finish_reason: str
    model: str
    usage: Usage = field(default_factory=Usage)
    latency_seconds: float = 0.0
    headers: Mapping[str, str] = field(default_factory=dict)
    replayed: bool = False  # from the ledger: nothing was asked, nothing was paid
