from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.unit.check.pair import PAIRS, checker
from writer.check.report import Report
from writer.prose import Paragraph, Prose, Sentence
from writer.sayings.faults import FAULTS
from writer.sayings.rules import RULES

CHAPTERS = sorted((Path(__file__).parents[2] / "spec" / "prose").glob("*.toml"))
ENOUGH = 3


@dataclass(frozen=True)
class Case:
    rule: str
    pair: str
    text: str
    facts: tuple[str, ...]
    passes: bool
    answer: bool

    def report(self) -> Report:
        judge = checker(self.pair)
        if self.answer:
            return judge.check_prose(Prose((Paragraph((Sentence(self.text, self.facts),)),)))
        return judge.check(self.text)


def _cases() -> Iterator[Case]:
    for chapter in CHAPTERS:
        tables = tomllib.loads(chapter.read_text(encoding="utf-8"))
        for rule, pairs in tables.items():
            if rule == "title":
                continue
            for pair, lists in pairs.items():
                for kind, cases in lists.items():
                    for case in cases:
                        told = case if isinstance(case, dict) else {"text": case, "facts": []}
                        passes = {"must_pass": True, "must_fail": False}[kind]
                        answer = "answers" in chapter.stem
                        yield Case(rule, pair, told["text"], tuple(told["facts"]), passes, answer)


CASES = tuple(_cases())
_IDS = [f"{case.rule}: {case.text}" for case in CASES]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_its_page_of_cases(rule: str) -> None:
    counted = Counter(case.passes for case in CASES if case.rule == rule)

    assert counted[True] >= ENOUGH
    assert counted[False] >= ENOUGH
    assert FAULTS[rule]


def test_the_manual_names_rules_and_pairs_that_exist() -> None:
    assert {case.rule for case in CASES} == set(RULES)
    assert {case.pair for case in CASES} == set(PAIRS)


@pytest.mark.parametrize("case", CASES, ids=_IDS)
def test_the_manual_holds(case: Case) -> None:
    report = case.report()
    found = [(violation.rule, violation.quote) for violation in report.violations]

    if case.passes:
        assert found == []
    else:
        assert case.rule in [rule for rule, _ in found], found
