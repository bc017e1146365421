"""An errand: one question for one attempt at one pair, with the key that makes it the same errand tomorrow."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from writer.drafts.batch import Sampling
from writer.llm.question import Answer, Question


@dataclass(frozen=True, slots=True)
class Errand:
    """What is asked, and for what. ``key`` is SHA-256 of pair, facts, messages, model, sampling, generation and attempt. The
    batch is not part of it: another batch that asks the same is given the same answer."""

    question: Question
    a: str
    b: str
    facts_hash: str
    generation: int
    attempt: int
    batch: str = ""
    since: datetime | None = None  # calls before that day do not count as tries
    key: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self._hashed())

    def _hashed(self) -> str:
        question = self.question
        parts = [
            self.a,
            self.b,
            self.facts_hash,
            list(question.messages),
            question.model,
            _plain(question.sampling),
            self.generation,
            self.attempt,
        ]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    def by(self, model: str) -> Errand:
        """The same errand, for another model."""
        return replace(self, question=replace(self.question, model=model))


class Postponed(Exception):
    """The answer will come later: the pair stays as it is until then."""


class Errands(Protocol):
    """Who runs them."""

    async def run(self, errand: Errand) -> Answer:
        """The answer, asked for or remembered; ModelError where there is none, Postponed where it comes later."""
        ...


def _plain(sampling: Sampling) -> list[str]:
    return [str(sampling.max_tokens), str(sampling.temperature), str(sampling.seed)]
