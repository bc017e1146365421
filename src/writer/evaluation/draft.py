"""A faithful draft and what is known of it without the checker: which stretch says what."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from writer.facts.sheet import FactSheet


class Source(StrEnum):
    """Where a draft comes from; every figure tells the three apart."""

    TEMPLATES = "templates"
    HOUSE = "house"
    CORPUS = "corpus"


class Role(StrEnum):
    """What a stretch of text does."""

    NAME = "name"  # a model
    FIGURE = "figure"  # a number with what makes it one: $0.10, 128K, four
    BASE = "base"  # per 1M tokens
    WORD = "word"  # a word with an opposite or a wrong neighbour: cheaper, input, newer
    PROVIDER = "provider"
    BENCHMARK = "benchmark"
    SETTING = "setting"  # of a score: high effort
    CAPABILITY = "capability"
    JOB = "job"  # a workload's title
    BLEND = "blend"  # 70/30


class Family(StrEnum):
    """Facts that one form of words can be about: an oracle looks through a whole family."""

    MONEY = "money"
    TOKENS = "tokens"
    PARAMETERS = "parameters"
    PERCENT = "percent"
    RATIO = "ratio"
    POINTS = "points"
    COUNT = "count"
    DURATION = "duration"
    DATE = "date"
    BARE = "bare"  # a number without a unit: points, counts or tokens


class Bound(StrEnum):
    """What stands before a figure."""

    NONE = ""
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    UNDER = "under"
    OVER = "over"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the draft. ``key`` is the fact it states ("" where only the pattern is known), ``value`` its number as
    stated, in base units. ``wrong`` are texts that would make it false. ``side`` is a, b or "" (of names and of figures)."""

    start: int
    end: int
    role: Role
    text: str
    key: str = ""
    side: str = ""
    value: Fraction | None = None
    family: Family | None = None
    bound: Bound = Bound.NONE
    kind: str = ""  # of a word: direction, metric, polarity, time …
    wrong: tuple[str, ...] = ()
    clause: int = 0  # marks of one clause share it


@dataclass(frozen=True, slots=True)
class Faithful:
    """A draft in which everything holds, by construction or by two readers."""

    id: str
    source: Source
    sheet: FactSheet
    text: str
    marks: tuple[Mark, ...] = field(default=())

    def of(self, role: Role) -> tuple[Mark, ...]:
        """The marks of a role, in order."""
        return tuple(mark for mark in self.marks if mark.role is role)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A draft with one fault: ``was`` became ``now`` at ``start`` of the faithful text."""

    kind: str
    draft: Faithful
    text: str
    start: int
    was: str
    now: str
