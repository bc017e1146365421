"""A person's own words: checked like everybody's, and a new version where nothing strays."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from review_queue import policies
from review_queue.approval import text_hash
from review_queue.asking import Ask, Desktop, asked, load
from review_queue.keeping import Entry, keep
from review_queue.office import Office, Today, today
from review_queue.people import checked_reason, checked_text
from writer.check.report import Report
from writer.drafts.draft import Draft, Origin, Usage
from writer.errors import NotAllowed
from writer.prose import Paragraph, Prose, Sentence

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“\"'(])")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Edit:
    """What became of an edit. Where something strays ``stored`` is None, and ``text`` is there to go on with."""

    text: str
    report: Report
    stored: Draft | None


def edit(office: Office, ask: Ask, text: str) -> Edit:
    """Check the text and, where the checker accepts it, store it as the pair's newest version, to be reviewed."""
    words = as_text(text)
    old = load(office, ask.item)
    fresh = today(office, replace(old, text=words, text_hash=text_hash(words)))
    if not fresh.report.accepted:
        return Edit(words, fresh.report, None)
    with asked(office, ask, policies.EDIT) as desk:
        if desk.done is not None:
            return Edit(words, fresh.report, desk.draft)
        policies.check_can_edit(desk.case)
        if words == desk.draft.text:
            raise NotAllowed(f"{desk.item.id}: nothing was changed: change some words first")
        return Edit(words, fresh.report, keep(desk.work, _entry(desk, fresh, words), nonce=desk.ask.nonce))


def as_text(text: str) -> str:
    """The text as it is stored: paragraphs with one blank line between, one space between sentences.

    NotAllowed where there is none, too much of it, or characters that cannot be kept.
    """
    clean = checked_text(text, "the text").strip()
    if not clean:
        raise NotAllowed("the text is empty: write something, or decline the draft")
    if len(clean) > _LONGEST:
        raise NotAllowed(f"the text has {len(clean)} characters: at most {_LONGEST} are a page's")
    return "\n\n".join(" ".join(part.split()) for part in _BLANK_LINES.split(clean))


def prose_of(text: str, report: Report) -> Prose:
    """The text as prose; each sentence cites the facts that the report finds stated in it."""
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        sentences = []
        for words in _SENTENCE_END.split(part):
            sentences.append(Sentence(words, _stated(report, at, at + len(words))))
            at += len(words) + 1
        paragraphs.append(Paragraph(tuple(sentences)))
        at += 1
    return Prose(tuple(paragraphs))


def _stated(report: Report, start: int, end: int) -> tuple[str, ...]:
    within = (statement for statement in report.statements if start <= statement.start and statement.end <= end)
    return tuple(dict.fromkeys(key for statement in within for key in statement.facts))


def _entry(desk: Desktop, fresh: Today, words: str) -> Entry:
    result = replace(
        fresh.draft.result,
        accepted=True,
        reason="",
        prose=prose_of(words, fresh.report),
        attempts=(),
        usage=Usage(cost_usd=Decimal(0)),
        written_at=desk.work.now,
    )
    reason = checked_reason(desk.ask.reason, "edit", required=False)
    return Entry(result, fresh.seal.page_version, Origin.EDITED, desk.ask.by, reason, desk.item.id, desk.ask.by)
