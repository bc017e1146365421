"""What a language model is sent when its answer was not accepted: the answer, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import BaseLoader

from writer.briefing.brief import Brief, Message
from writer.briefing.clean import clean
from writer.briefing.envelope import Document, Json, seal
from writer.briefing.templates import environment
from writer.check.report import Report, Violation
from writer.prose import Prose

QUOTE_AT_MOST, PROBLEM_AT_MOST, ANSWER_AT_MOST, SUGGESTIONS_AT_MOST = 400, 400, 20_000, 3


@dataclass(frozen=True, slots=True)
class Rejected:
    """An answer that was not accepted. ``prose`` and ``report`` are None where it could not be read; ``problem`` says why
    where the checker has nothing to say: no JSON, cut off, too thin."""

    answer: str
    prose: Prose | None = None
    report: Report | None = None
    problem: str = ""


def repair(first: Brief, loader: BaseLoader, rejected: Rejected) -> tuple[Message, ...]:
    """The first messages, the answer as it came, and what is wrong with it; accepted sentences are to be kept."""
    findings = findings_of(rejected)
    text = (
        environment(loader)
        .get_template("repair.j2")
        .render(
            data=seal(findings), wrong="findings" in findings, kept="keep" in findings, problem="problem" in findings
        )
    )
    answer = Message(role="assistant", content=rejected.answer[:ANSWER_AT_MOST] or "(no answer)")
    return (*first.messages, answer, Message(role="user", content=text.strip()))


def findings_of(rejected: Rejected) -> Document:
    """What is wrong, as data: each finding with its sentence, and the sentences that were accepted."""
    told: Document = {}
    if rejected.problem:
        told["problem"] = clean(rejected.problem, PROBLEM_AT_MOST)
    if rejected.prose is None or rejected.report is None:
        return told
    spans = _spans(rejected.prose)
    wrong = [
        (sentence, [each for each in rejected.report.violations if start <= each.start < end])
        for start, end, sentence in spans
    ]
    findings: list[Json] = [_finding(sentence, each) for sentence, found in wrong for each in found]
    keep: list[Json] = [sentence for sentence, found in wrong if not found]
    return told | ({"findings": findings} if findings else {}) | ({"keep": keep} if keep else {})


def _spans(prose: Prose) -> list[tuple[int, int, str]]:
    """Where each sentence begins and ends in the text that was checked; the joint after it belongs to it."""
    spans, start = [], 0
    for paragraph in prose.paragraphs:
        for number, sentence in enumerate(paragraph.sentences, 1):
            joint = 2 if number == len(paragraph.sentences) else 1
            end = start + len(sentence.text) + joint
            spans.append((start, end, sentence.text))
            start = end
    return spans


def _finding(sentence: str, violation: Violation) -> Json:
    finding: dict[str, Json] = {
        "sentence": clean(sentence, QUOTE_AT_MOST),
        "quote": clean(violation.quote, QUOTE_AT_MOST),
        "rule": violation.rule,
        "wrong": clean(violation.message, PROBLEM_AT_MOST),
    }
    if violation.expected:
        finding["expected"] = clean(violation.expected, PROBLEM_AT_MOST)
    if violation.suggestions:
        finding["say"] = [clean(each, QUOTE_AT_MOST) for each in violation.suggestions[:SUGGESTIONS_AT_MOST]]
    return finding
