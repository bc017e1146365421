"""A model's answer beyond its words: the form of every sentence, and what it cites (the contract, section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from writer.check.citations import Cited
from writer.check.form import flaws
from writer.check.report import Note, Report, Violation
from writer.facts.sheet import FactSheet
from writer.prose import Prose
from writer.sayings.faults import FAULTS
from writer.sayings.rules import RULES


def judge_answer(prose: Prose, citations: Sequence[Cited], report: Report, sheet: FactSheet) -> Report:
    """The report on the text, with what is wrong with its form and its citations."""
    text = prose.text
    formal = [*_flawed(text, citations), *_unknown(text, citations, sheet)]
    violations = sorted((*report.violations, *formal), key=lambda each: (each.start, each.end, each.rule))
    return replace(report, violations=tuple(violations), notes=(*report.notes, *_unstated(citations, report, sheet)))


def _flawed(text: str, citations: Sequence[Cited]) -> Iterator[Violation]:
    for sentence in citations:
        for flaw in flaws(text[sentence.start : sentence.end]):
            start, end = sentence.start + flaw.start, sentence.start + flaw.end
            yield _violation(text, start, end, flaw.rule, flaw.message)


def _unknown(text: str, citations: Sequence[Cited], sheet: FactSheet) -> Iterator[Violation]:
    for sentence in citations:
        for key in dict.fromkeys(sentence.keys):
            if key not in sheet.facts:
                yield _violation(text, sentence.start, sentence.end, "unknown-citation", f"{key[:200]!r}")


def _violation(text: str, start: int, end: int, rule: str, what: str) -> Violation:
    quote = text[start:end]
    shown = (
        quote
        if len(quote) <= 80 and quote.isprintable()
        else f"{ascii(quote[:79])[1:-1]}…"
        if len(quote) > 80
        else ascii(quote)[1:-1]
    )
    return Violation(start, end, quote, rule, f"“{shown}” {FAULTS[rule]}: {what}. {RULES[rule].instruction}")


def _unstated(citations: Sequence[Cited], report: Report, sheet: FactSheet) -> Iterator[Note]:
    """The known keys that each sentence cites and does not state."""
    for sentence in citations:
        stated = {
            key for each in report.statements if sentence.start <= each.start < sentence.end for key in each.facts
        }
        missing = tuple(key for key in dict.fromkeys(sentence.keys) if key in sheet.facts and key not in stated)
        if missing:
            yield Note(f"cited, but not found to be stated: {', '.join(missing)}", missing)
