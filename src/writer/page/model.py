"""What a page is made of: content that was computed or approved, ready to be rendered in any form."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from writer.prose import Sentence


class State(StrEnum):
    """What kind of answer a cell gives: unknown is told apart from no."""

    VALUE = "value"
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; ``url`` is http, https or a page beside this one, None where there is nowhere to go."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, never empty. ``note`` is small print."""

    text: str
    state: State = State.VALUE
    facts: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row under its head."""

    head: Link
    cells: tuple[Cell, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """``columns`` names the cells of each row; the heads' own column is ``corner``."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The verdict on one need. ``kind`` is the sort of need, as the rules sort them; ``choice`` a model's name, or "No
    verdict"; ``side`` is ``a``, ``b`` or empty."""

    kind: str
    need: str
    choice: str
    side: str
    why: str
    cells: tuple[Cell, Cell]

    @property
    def decided(self) -> bool:
        """False where there is no verdict."""
        return bool(self.side)


@dataclass(frozen=True, slots=True)
class VerdictPart:
    """The verdict: who is the choice for what, why, and the rules it was reached by."""

    summary: tuple[Sentence, ...]
    choices: tuple[Choice, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of checked prose; ``facts`` are what it states, ``reading`` how the checker read it."""

    text: str
    facts: tuple[str, ...] = ()
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the sentences that answer it."""

    question: str
    answer: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source with what its licence asks to be said."""

    name: Link
    license: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Who wrote and reviewed the page and when: it stands beside the content and is no part of what is approved."""

    labels: tuple[str, ...] = ()  # shown at the top: a draft, written by the house writer, reviewed by one person
    indexed: bool = False  # False: search engines are asked to pass by
    written: date | None = None
    reviewed: date | None = None
    model: str = ""  # as litellm names it; empty where there is no prose
    approved: bool = False  # by people, of this text, and the facts still stand


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one pair in canonical order. ``facts_hash`` is of the facts that it shows."""

    a: str
    b: str
    names: tuple[str, str]
    title: str
    description: str
    intro: tuple[Sentence, ...]
    verdict: VerdictPart
    specs: Table
    pricing: tuple[Table, ...]
    capabilities: Table | None  # None where nothing is documented for either
    capabilities_note: str
    benchmarks: tuple[Table, ...]
    benchmarks_note: Sentence
    deep_dive: tuple[tuple[Segment, ...], ...]
    faq: tuple[Question, ...]
    sources: tuple[Attribution, ...]
    data_as_of: str
    facts_hash: str
    record: Record = field(default_factory=Record)
    related: tuple[Link, ...] = ()  # given in when the page is rendered; outside any approval
    related_rule: str = ""
    withheld: tuple[Sentence, ...] = ()  # own sentences that the checker rejected: not rendered

    @property
    def name(self) -> str:
        """``<a>-vs-<b>``, the page's own part of its address."""
        return f"{self.a}-vs-{self.b}"

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The page's own computed sentences, in reading order; the checked prose is not among them."""
        answers = (sentence for question in self.faq for sentence in question.answer)
        return (*self.intro, *self.verdict.summary, self.benchmarks_note, *answers)
