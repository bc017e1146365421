"""Drafts by the house writer, over real pairs."""

from __future__ import annotations

from writer.briefing.document import document
from writer.evaluation.annotate import annotate
from writer.evaluation.draft import Faithful, Source
from writer.facts.sheet import FactSheet
from writer.wording.house import word


def draft(sheet: FactSheet) -> Faithful:
    """What the house writer says of a pair, with marks."""
    text = word(document(sheet, "")).text
    return Faithful(f"house/{sheet.a.slug}-vs-{sheet.b.slug}", Source.HOUSE, sheet, text, annotate(text, sheet))
