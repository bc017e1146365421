"""The deep dive: the checked prose of a draft, cut where the checker read a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from writer.check.report import Report, Statement
from writer.drafts.draft import Draft
from writer.page.abilities import in_prose
from writer.page.model import Segment
from writer.page.showing import Showing


def deep_dive(draft: Draft | None, showing: Showing) -> tuple[tuple[Segment, ...], ...]:
    """Paragraphs of segments; none without a draft. The text is the draft's own, letter for letter; the readings name
    capabilities in words."""
    if draft is None:
        return ()
    paragraphs, start = [], 0
    for text in draft.text.split("\n\n"):
        if text.strip():
            paragraphs.append(tuple(_worded(each, showing) for each in _segments(text, start, draft.result.report)))
        start += len(text) + 2
    return tuple(paragraphs)


def _worded(segment: Segment, showing: Showing) -> Segment:
    reading = segment.reading
    for capability in showing.sheet.context.capabilities:
        words = in_prose(showing, capability).replace("\\", r"\\")
        reading = re.sub(rf"\b{re.escape(capability)}\b", words, reading)
    return replace(segment, reading=reading)


def _segments(text: str, start: int, report: Report | None) -> Iterator[Segment]:
    at = 0
    for statement in _inside(text, start, report):
        first, last = statement.start - start, statement.end - start
        if first < at:
            continue
        if first > at:
            yield Segment(text[at:first])
        yield Segment(text[first:last], statement.facts, statement.reading)
        at = last
    if at < len(text):
        yield Segment(text[at:])


def _inside(text: str, start: int, report: Report | None) -> Iterator[Statement]:
    """The statements of one paragraph whose quote stands where they say: a report of another text marks nothing."""
    for statement in sorted(report.statements if report else (), key=lambda each: (each.start, -each.end)):
        first, last = statement.start - start, statement.end - start
        if first >= 0 and last <= len(text) and statement.facts and text[first:last] == statement.quote:
            yield statement
