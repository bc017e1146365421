"""Findings as a writer reads them: what is wrong with this very claim, what the facts say, what may be said instead."""

from __future__ import annotations

import re

from writer.check.claims import Finding
from writer.check.report import Statement, Violation
from writer.facts.sheet import Fact, FactSheet, Side
from writer.sayings.display import display
from writer.sayings.faults import FAULTS
from writer.sayings.forms import forms
from writer.sayings.labels import label
from writer.sayings.rules import RULES
from writer.sayings.suggestions import suggestions

_KEPT = 2_000                          # readings whose wording is remembered
_METRIC = re.compile(r"[a-z_]+(?:\.[a-z0-9_]+(?:[-.@][a-z0-9_]+)*)*")


class Teller:
    """Words the findings about one pair."""

    def __init__(self, sheet: FactSheet) -> None:
        self._sheet = sheet
        self._metrics = frozenset(fact.metric for fact in sheet.facts.values())
        self._plain: dict[str, str] = {}

    def statement(self, finding: Finding, start: int, end: int, quote: str) -> Statement:
        """A finding that holds."""
        return Statement(start, end, quote, finding.keys, self.plainly(finding.reading))

    def violation(self, finding: Finding, start: int, end: int, quote: str) -> Violation:
        """A finding that strays."""
        fact = self._sheet.facts.get(finding.expected)
        message = " ".join(part for part in (self._fault(finding, quote), self._truth(fact), _instruction(finding)) if part)
        if fact is None:
            return Violation(start, end, quote, finding.rule, message)
        expected = f"{display(self._sheet, fact)} ({fact.key})"
        return Violation(start, end, quote, finding.rule, message, expected, suggestions(self._sheet, fact))

    def plainly(self, reading: str) -> str:
        """A reading with its metrics called as prose calls them."""
        if reading not in self._plain:
            if len(self._plain) >= _KEPT:
                self._plain.clear()
            self._plain[reading] = _METRIC.sub(lambda match: self._named(match[0]), reading)
        return self._plain[reading]

    def _named(self, word: str) -> str:
        if word not in self._metrics or ("." not in word and "_" not in word):
            return word
        return label(self._sheet, word)

    def _fault(self, finding: Finding, quote: str) -> str:
        """What is wrong, with how it was read and why."""
        read = self.plainly(finding.reading)
        about = "" if not read or read.lower() in quote.lower() else f" (read as {read})"
        why = f": {self.plainly(finding.detail)}" if finding.detail else ""
        return f"“{_short(quote)}” {FAULTS[finding.rule]}{about}{why}."

    def _truth(self, fact: Fact | None) -> str:
        if fact is None:
            return ""
        if fact.side is Side.PAIR:
            said = forms(self._sheet, fact)
            told = said[0] if said else f"{label(self._sheet, fact.metric)}: {display(self._sheet, fact)}"
        else:
            told = f"{self._sheet.model(fact.side).name}'s {label(self._sheet, fact.metric)} is {display(self._sheet, fact)}"
        return f"The facts say: {told}."


def _instruction(finding: Finding) -> str:
    return RULES[finding.rule].instruction


def _short(quote: str) -> str:
    return quote if len(quote) <= 80 else f"{quote[:79]}…"
