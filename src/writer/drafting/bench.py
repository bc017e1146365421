"""The bench: what is computed for a pair around each call, so that it can be done here or in another process.

All of it is pure and goes by plain values that can be pickled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from writer.check.report import Report
from writer.llm.question import Answer, Message
from writer.prose import Prose


@dataclass(frozen=True, slots=True)
class Task:
    """A pair to be worded: slugs in canonical order, and a person's note to the model, if there is one."""

    a: str
    b: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is known before the first call."""

    facts_hash: str
    prompt_hash: str
    prompt_version: str
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What an answer is worth: ``outcome`` is accepted, rejected, thin, or the name of the error that reading it raised;
    ``detail`` is why, in a line, empty where it is accepted."""

    outcome: str
    detail: str
    prose: Prose | None = None
    report: Report | None = None

    @property
    def accepted(self) -> bool:
        """True where it may wait for a person's review."""
        return self.outcome == "accepted"

    @property
    def rank(self) -> int:
        """Which of two judged answers is the better one to keep: prose that is true but thin before prose that strays."""
        return ("accepted", "thin", "rejected").index(self.outcome) if self.prose else 3


class Bench(Protocol):
    """Prepares, judges and asks for mending."""

    async def prepare(self, task: Task) -> Prepared:
        """The facts' hash and the first messages."""
        ...

    async def judge(self, task: Task, answer: Answer) -> Judged:
        """Read the answer, check its prose against the facts, and measure it."""
        ...

    async def mend(self, task: Task, answer: Answer, judged: Judged) -> tuple[Message, ...]:
        """The messages that ask for another attempt: what was wrong, what would be right, and what to keep."""
        ...
