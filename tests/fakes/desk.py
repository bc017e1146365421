"""The desk's ports as fakes: a checker that knows two words, pages that print the facts, a clock that is set by hand."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from review_queue.ports import Bench, Change, ChangeKind, Checked, Delta, ReadAs, Source, Tell, Told, Yardstick
from writer.check.report import Report, Statement, Violation
from writer.drafts.draft import Attempt, Draft, Result, Usage
from writer.errors import ModelError, UnknownModel
from writer.prose import Paragraph, Prose, Sentence

NOON = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
GOOD = "Alpha costs $1 per 1M tokens. Beta costs $2.\n\nBeta reads 128K tokens at once."
WRONG = GOOD + " It is 1900% cheaper."
VAGUE = GOOD + " It is somewhat better."


@dataclass
class HandClock:
    """Time that stands still until it is moved."""

    moment: datetime = NOON

    def now(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass
class FakeChecker:
    """Numbers are statements, ``1900%`` is a wrong number, ``somewhat`` is unclear; both hashes are set by hand."""

    facts: str = "facts-1"
    version: str = "checker-1"
    gone: bool = False
    says: str = "strays"
    wrong: tuple[str, ...] = ("1900%",)

    def check(self, a: str, b: str, text: str) -> Checked:
        if self.gone:
            raise UnknownModel(a)
        return Checked(self.report(text), self.facts)

    def yardstick(self, a: str, b: str) -> Yardstick:
        if self.gone:
            raise UnknownModel(a)
        return Yardstick(self.facts, self.version)

    def report(self, text: str) -> Report:
        found = re.finditer(r"\$?\d+[K%]?", text)
        spans = [match for match in found if match.group() not in self.wrong]
        said = tuple(Statement(m.start(), m.end(), m.group(), ("a.price.input",), "a price") for m in spans)
        strays = [(quote, "wrong-number", "95% (pair.price.input.saving_percent)", self.says) for quote in self.wrong]
        strays.append(("somewhat", "unclear", "", self.says))
        return Report(
            said,
            tuple(sorted((v for s in strays for v in _strays(text, *s)), key=lambda v: v.start)),
            len(spans),
            self.version,
        )

    def waivable(self, rule: str) -> bool:
        return rule == "unclear"


def _strays(text: str, quote: str, rule: str, expected: str, says: str) -> list[Violation]:
    at = text.find(quote)
    return [Violation(at, at + len(quote), quote, rule, f"{quote} {says}", expected or None)] if at >= 0 else []


@dataclass
class FakePages:
    """A page is the text and one figure of today's, which is set by hand."""

    templates: str = "page-1"
    figure: str = "1"
    winner: str = "a"

    def version(self) -> str:
        return self.templates

    def data(self, draft: Draft) -> str:
        return json.dumps({"verdict": self.winner, "figure": self.figure, "prose": draft.text})

    def html(self, draft: Draft) -> str:
        return f"<!doctype html><title>{draft.result.a} or {draft.result.b}</title><h1>Draft</h1><p>{self.figure}</p>"


class FakeFreshness:
    """Another winner is a flip, another figure is material."""

    def compare(self, old: str, new: str) -> Change:
        was, now = json.loads(old), json.loads(new)
        if was["verdict"] != now["verdict"]:
            return Change(ChangeKind.WINNER_FLIPPED, (Delta("verdict", was["verdict"], now["verdict"]),))
        if was["figure"] != now["figure"]:
            return Change(ChangeKind.MATERIAL, (Delta("figure", was["figure"], now["figure"], "+1"),))
        return Change(ChangeKind.RENDERS_SAME)


class FakeExplainer:
    """Every fact is a dollar, and every number is one."""

    def readings(self, a: str, b: str, text: str) -> tuple[ReadAs, ...]:
        told = self.explain(a, b, ("a.price.input",))
        return tuple(ReadAs(quote, f"{quote} as it stands", "a price", told) for quote in re.findall(r"\$\d+", text))

    def explain(self, a: str, b: str, keys: tuple[str, ...]) -> tuple[Told, ...]:
        return tuple(
            Told(
                key,
                f"label of {key}",
                "$1",
                "as listed",
                (Source("a source", "https://example.org/prices", "2026-07-01"),),
            )
            for key in keys
        )


@dataclass
class FakeDrafter:
    """Writes ``text`` for every pair, or fails with ``error``; ``meanwhile`` happens while it writes."""

    text: str = GOOD + " Rewritten."
    error: ModelError | None = None
    meanwhile: list[object] = field(default_factory=list)

    def redraft(self, a: str, b: str, note: str, tell: Tell) -> Result:
        tell("asking the model, attempt 1")
        for happen in self.meanwhile:
            happen()  # type: ignore[operator]
        if self.error is not None:
            raise self.error
        return result(a, b, self.text)


def bench(clock: HandClock | None = None) -> Bench:
    """A bench of fakes."""
    return Bench(FakeChecker(), FakePages(), FakeFreshness(), clock or HandClock())


def prose(text: str) -> Prose:
    """The text as prose, a sentence a paragraph."""
    return Prose(tuple(Paragraph((Sentence(part),)) for part in text.split("\n\n")))


def result(
    a: str = "alpha", b: str = "beta", text: str = GOOD, *, attempts: int = 1, model: str = "house/plain"
) -> Result:
    """What drafting the pair ends with, as the fake checker judges it."""
    report = FakeChecker().report(text)
    tries = tuple(
        Attempt(n, model, "accepted" if report.accepted else "rejected", text, report) for n in range(1, attempts + 1)
    )
    return Result(
        a,
        b,
        report.accepted,
        "" if report.accepted else "it strays",
        prose(text),
        report,
        "facts-1",
        "prompt-1",
        "p1",
        model,
        tries,
        Usage(100, 50, Decimal("0.0012")),
        NOON,
    )


def unreadable(a: str = "alpha", b: str = "beta") -> Result:
    """What drafting the pair ends with where no answer could be read."""
    return replace(result(a, b), accepted=False, reason="no answer could be read", prose=None, report=None)
