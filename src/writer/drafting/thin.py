"""Whether a draft says enough. This is drafting's rule: a thin draft may be true in every word."""

from __future__ import annotations

from writer.briefing.measure import Measure
from writer.check.report import Report
from writer.prose import Prose


def too_thin(prose: Prose, report: Report, measure: Measure) -> str:
    """What is missing, in a line that a model can act on; empty where nothing is."""
    words, paragraphs, quantities = len(prose.text.split()), len(prose.paragraphs), report.quantities
    found = (
        words < measure.words_at_least and f"{words} words: {measure.words_at_least} or more were expected",
        words > measure.words_at_most and f"{words} words: {measure.words_at_most} or fewer were expected",
        paragraphs < measure.paragraphs and f"{paragraphs} paragraphs: {measure.paragraphs} or more were expected",
        quantities < measure.quantities and f"{quantities} quantities: {measure.quantities} or more were expected",
    )
    return "; ".join(fault for fault in found if fault)
