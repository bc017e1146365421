"""Findings as a writer reads them: what is wrong with this very claim, what the facts say, what may be said instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from writer.check.claims import Finding
from writer.check.report import Statement, Violation
from writer.facts.sheet import Fact, FactSheet, Side
from writer.sayings.display import display
from writer.sayings.faults import FAULTS
from writer.sayings.forms import forms
from writer.sayings.labels import capability_label, is_named, label
from writer.sayings.rules import RULES
from writer.sayings.suggestions import suggestions

_KEPT = 2_000  # readings whose wording is remembered
_METRIC = re.compile(r"[a-z_]+(?:\.[a-z0-9_]+(?:[-.@][a-z0-9_]+)*)*")


@dataclass(frozen=True, slots=True)
class _Meant:
    """The fact most likely meant, as a finding tells it."""

    truth: str
    expected: str | None
    suggestions: tuple[str, ...]


_NOTHING = _Meant("", None, ())


class Teller:
    """Words the findings about one pair."""

    def __init__(self, sheet: FactSheet) -> None:
        self._sheet = sheet
        self._metrics = frozenset(fact.metric for fact in sheet.facts.values())
        self._plain: dict[str, str] = {}
        self._known: dict[str, _Meant] = {}  # by key: no more than there are facts

    def statement(self, finding: Finding, start: int, end: int, quote: str) -> Statement:
        """A finding that holds."""
        return Statement(start, end, quote, finding.keys, self.plainly(finding.reading))

    def violation(self, finding: Finding, start: int, end: int, quote: str) -> Violation:
        """A finding that strays."""
        meant = self._meant(finding.expected)
        message = f"{self._fault(finding, quote)} {meant.truth}{RULES[finding.rule].instruction}"
        return Violation(start, end, quote, finding.rule, message, meant.expected, meant.suggestions)

    def _meant(self, key: str) -> _Meant:
        if key not in self._known:
            fact = self._sheet.facts.get(key)
            self._known[key] = _NOTHING if fact is None else self._told(fact)
        return self._known[key]

    def _told(self, fact: Fact) -> _Meant:
        value = display(self._sheet, fact)
        truth = f"The facts say: {self._truth(fact, value)}. "
        return _Meant(truth, f"{value} ({fact.key})", suggestions(self._sheet, fact))

    def plainly(self, reading: str) -> str:
        """A reading with its metrics called as prose calls them."""
        if reading not in self._plain:
            if len(self._plain) >= _KEPT:
                self._plain.clear()
            self._plain[reading] = _METRIC.sub(lambda match: self._named(match[0]), reading)
        return self._plain[reading]

    def _named(self, word: str) -> str:
        if word in self._sheet.context.capabilities:
            return capability_label(self._sheet, word)
        if ("." not in word and "_" not in word) or not (word in self._metrics or is_named(word)):
            return word
        return label(self._sheet, word)

    def _fault(self, finding: Finding, quote: str) -> str:
        """What is wrong, with how it was read and why."""
        read = self.plainly(finding.reading)
        about = "" if not read or read.lower() in quote.lower() else f" (read as {read})"
        why = f": {self.plainly(finding.detail)}" if finding.detail else ""
        return f"“{_short(quote)}” {FAULTS[finding.rule]}{about}{why}."

    def _truth(self, fact: Fact, value: str) -> str:
        name = label(self._sheet, fact.metric)
        if fact.side is not Side.PAIR:
            return (
                f"{self._sheet.model(fact.side).name}: {name}: {value}"
                if fact.metric in _LISTS
                else (f"{self._sheet.model(fact.side).name}'s {name} is {value}")
            )
        said = forms(self._sheet, fact)
        return said[0] if said else f"{name}: {value}"


_LISTS = (
    "providers",
    "capabilities",
    "capabilities.supported",
    "capabilities.unsupported",
    "inputs",
    "outputs",
    "open_weights",
    "price.free_providers",
)


def _short(quote: str) -> str:
    return quote if len(quote) <= 80 else f"{quote[:79]}…"
