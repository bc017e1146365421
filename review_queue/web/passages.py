"""A text cut into passages, so that a page can mark what states a fact and what strays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from writer.check.report import Report, Statement, Violation

_PARAGRAPH = "\n\n"
Span = Statement | Violation


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that one statement, one finding, both or neither covers. ``number`` is the statement's, from 1;
    ``first`` says that the statement begins here, ``finding`` that of the finding, from 1."""

    text: str
    number: int | None = None
    first: bool = False
    finding: int | None = None
    finding_first: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks: paragraphs of passages, and the statements and findings that they count."""

    paragraphs: tuple[tuple[Passage, ...], ...]
    statements: tuple[Statement, ...]
    findings: tuple[Violation, ...]


def marked(text: str, report: Report | None, findings: Sequence[Violation]) -> Marked:
    """Cut the text at every edge of a statement or a finding. Spans outside the text are left out: they are not of it."""
    statements = tuple(one for one in (report.statements if report else ()) if _within(one, text))
    strays = tuple(one for one in findings if _within(one, text))
    paragraphs, start = [], 0
    for part in text.split(_PARAGRAPH):
        paragraphs.append(tuple(_passages(text, start, start + len(part), statements, strays)))
        start += len(part) + len(_PARAGRAPH)
    return Marked(tuple(paragraphs), statements, strays)


def _within(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


def _passages(
    text: str, start: int, end: int, statements: Sequence[Statement], strays: Sequence[Violation]
) -> list[Passage]:
    edges = {start, end}
    spans: list[Span] = [*statements, *strays]
    for span in spans:
        edges |= {edge for edge in (span.start, span.end) if start < edge < end}
    cuts = sorted(edges)
    return [_passage(text, a, b, statements, strays) for a, b in pairwise(cuts)]


def _passage(text: str, start: int, end: int, statements: Sequence[Statement], strays: Sequence[Violation]) -> Passage:
    number = _covering(statements, start, end)
    finding = _covering(strays, start, end)
    return Passage(
        text=text[start:end],
        number=number,
        first=number is not None and statements[number - 1].start == start,
        finding=finding,
        finding_first=finding is not None and strays[finding - 1].start == start,
    )


def _covering(spans: Sequence[Span], start: int, end: int) -> int | None:
    """The number of the shortest span that covers the stretch, from 1; None where none does."""
    over = [(span.end - span.start, n) for n, span in enumerate(spans, 1) if span.start <= start and end <= span.end]
    return min(over)[1] if over else None
