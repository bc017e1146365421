"""One word or phrase of the lexicon and what it can mean in prose about two models."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sense(StrEnum):
    """What a word does in a sentence."""

    METRIC = "metric"  # names what is measured
    ACT = "act"  # a verb that hints at what is measured: reads, writes, released
    COMPARE = "compare"  # a comparative, a verb or noun of difference, with axis and sign
    GAP = "gap"  # a difference without direction: gap, apart, separates
    AGAIN = "again"  # "as much", "the price": the number is a ratio
    PAIR = "pair"  # against, versus, to: joins two values
    LINK = "link"  # a preposition that hangs a model or metric on a value
    JOIN = "join"  # and, or
    TURN = "turn"  # while, whereas, but: a new clause begins
    NEGATE = "negate"
    UNKNOWN = "unknown"  # undocumented, unlisted
    ONLY = "only"
    SAME = "same"
    BOTH = "both"
    NEITHER = "neither"
    RIVAL = "rival"  # its rival, the other
    FORMER = "former"
    LATTER = "latter"
    IT = "it"
    THEY = "they"
    ROLE = "role"  # the newcomer, the cheaper model: a model by what is true of it
    RESPECTIVELY = "respectively"
    THAN = "than"


DENYING = frozenset((Sense.NEGATE, Sense.UNKNOWN, Sense.NEITHER))  # one has not, or it is not known


@dataclass(frozen=True, slots=True)
class Meaning:
    """``metrics`` are fact metrics; ``axis`` is price, size, length, time, fresh, score or any; ``sign`` +1 for more."""

    sense: Sense
    metrics: tuple[str, ...] = ()
    axis: str = ""
    sign: int = 0
    weak: bool = False


Table = dict[tuple[str, ...], Meaning]


def spread(table: Table, meaning: Meaning, phrases: str) -> None:
    """Enter every phrase of ``phrases`` (parted by ``|``) with one meaning; the first entry of a phrase stays."""
    for phrase in phrases.split("|"):
        words = tuple(phrase.split())
        if words:
            table.setdefault(words, meaning)
