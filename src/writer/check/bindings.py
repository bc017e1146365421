"""What a value is bound to: whose it is, and what it measures."""

from __future__ import annotations

from dataclasses import dataclass

from writer.check.items import OPEN


@dataclass(frozen=True, slots=True)
class Metric:
    """What a value measures: every metric that the words leave open; ``firm`` where the clause itself names it."""

    metrics: tuple[str, ...]
    firm: bool
    how: str
    at: int = -1  # the index of the word, -1 where none stands in the sentence


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose a value is. ``firm`` where the words of the clause bind it; else it is carried and other readings stay open."""

    side: str
    firm: bool
    how: str


NOBODY = Subject(OPEN, firm=False, how="nobody named")
