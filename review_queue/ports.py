"""What the desk needs of the rest of the program, as Protocols of one to three methods; their fakes are in tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from writer.check.report import Report
from writer.drafts.draft import Draft, Result

Tell = Callable[[str], None]
"""Takes a line about how far a job is; may be called from another thread."""


class Clock(Protocol):
    """Time, so that tests own it."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checker says of a text today: of today's facts, by today's rules."""

    report: Report
    facts_hash: str


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What a pair's texts are judged by today, without judging one."""

    facts_hash: str
    checker_version: str


class Checker(Protocol):
    """The checker, with the catalog as it is now."""

    def yardstick(self, a: str, b: str) -> Yardstick:
        """Today's facts and rules; UnknownModel where the catalog no longer holds one of the two."""
        ...

    def check(self, a: str, b: str, text: str) -> Checked:
        """Judge the text; UnknownModel where the catalog no longer holds one of the two."""
        ...

    def waivable(self, rule: str) -> bool:
        """Whether a person may let this rule's finding pass."""
        ...


class Pages(Protocol):
    """What a reader would see."""

    def version(self) -> str:
        """Hash of the page's templates and code."""
        ...

    def data(self, draft: Draft) -> str:
        """The page as JSON, from today's facts: verdict, tables and prose."""
        ...

    def html(self, draft: Draft) -> str:
        """The page as a whole HTML document, from today's facts, marked as a draft."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value was seen, and on which day; ``url`` may be linked, "" where there is none."""

    name: str
    url: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as a reviewer reads it."""

    key: str
    label: str
    value: str
    formula: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A number of a text: ``read`` is how the checker reads it, ``bound`` to what; ``rule`` is "" unless it strays."""

    quote: str
    read: str
    bound: str
    facts: tuple[Told, ...] = ()
    rule: str = ""


class Explainer(Protocol):
    """Where a fact comes from, and how a text is read."""

    def readings(self, a: str, b: str, text: str) -> tuple[ReadAs, ...]:
        """Every number of the text in its order, by today's checker and facts."""
        ...

    def explain(self, a: str, b: str, keys: tuple[str, ...]) -> tuple[Told, ...]:
        """Each fact that there is, in the order of ``keys``; a key that there is not is left out."""
        ...


class Drafter(Protocol):
    """Whoever can write a pair anew."""

    def redraft(self, a: str, b: str, note: str, tell: Tell) -> Result:
        """A new result for the pair; takes as long as it takes. WriterError where there is none."""
        ...


class ChangeKind(StrEnum):
    """What a change of catalog, checker or templates did to a page, mildest first."""

    RENDERS_SAME = "renders_same"
    WITHIN_TOLERANCE = "within_tolerance"
    MATERIAL = "material"
    WINNER_FLIPPED = "winner_flipped"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Delta:
    """One thing on the page that is not what it was; ``change`` is the difference in words, "" where there is none."""

    name: str
    old: str
    new: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a page."""

    kind: ChangeKind
    deltas: tuple[Delta, ...] = ()


class Freshness(Protocol):
    """Who can tell how much a page has changed."""

    def compare(self, old: str, new: str) -> Change:
        """Compare two pages, each as the JSON of ``Pages.data``."""
        ...


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything the desk works with."""

    checker: Checker
    pages: Pages
    freshness: Freshness
    clock: Clock
