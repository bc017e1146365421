"""The points of a plan: what is worth telling of a pair, with the facts that tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from writer.facts.sheet import Side


class Kind(StrEnum):
    """What sort of point it is, the weightiest first."""

    REVERSAL = "reversal"  # one is ahead on one line, the other on the next: cheaper in, dearer out
    LIMIT = "limit"  # a workload that does not fit one of the two
    SPLIT = "split"  # each wins some of the shared benchmarks
    UNKNOWN = "unknown"  # what a reader would look for and nobody documents
    TRADE_OFF = "trade-off"  # the cheaper one scores worse
    DOMINANCE = "dominance"  # the cheaper one scores better
    SWEEP = "sweep"  # one wins every shared benchmark, of two or more
    GAP = "gap"  # a difference, heavier the larger the ratio
    ONLY = "only"  # one alone has it
    TIER = "tier"  # the price changes for long requests
    TIE = "tie"  # both are level
    NOTE = "note"  # worth a clause: a status, a free provider


BASE: Mapping[Kind, int] = MappingProxyType(
    {
        Kind.REVERSAL: 90,
        Kind.LIMIT: 85,
        Kind.SPLIT: 80,
        Kind.UNKNOWN: 45,
        Kind.TRADE_OFF: 65,
        Kind.DOMINANCE: 70,
        Kind.SWEEP: 60,
        Kind.GAP: 40,
        Kind.ONLY: 50,
        Kind.TIER: 38,
        Kind.TIE: 25,
        Kind.NOTE: 30,
    }
)
STEPS = tuple(Fraction(step) for step in ("1.1", "1.25", "1.5", "2", "3", "5", "10", "30", "100"))
A_STEP = 4


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to tell. ``favours`` is the model it speaks for, None where it speaks for neither."""

    kind: Kind
    topic: str  # price, limits, benchmarks, workload.<id>, context_window, capabilities, released …
    facts: tuple[str, ...]  # what a sentence about it may state, the most telling first
    reason: str  # why it matters, in a few words without figures
    favours: Side | None = None
    extra: int = 0  # added to the kind's weight

    @property
    def weight(self) -> int:
        """How much it matters: points run from the heaviest to the lightest."""
        return BASE[self.kind] + self.extra


def magnitude(ratio: int | Fraction | None) -> int:
    """How large a ratio is, in steps from 0 (under 1.1) to 9 (100 and over), times the weight of a step."""
    return 0 if ratio is None else A_STEP * sum(ratio >= step for step in STEPS)
