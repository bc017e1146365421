"""Laws that hold of every text: a report comes, its findings stand where they say, and time grows with the length alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.check import pair
from tests.unit.check.pair import checker, names, sheet
from tests.unit.check.test_spec import CASES
from tests.work import calls
from writer.check import check as check_module
from writer.check.report import Report
from writer.sayings.rules import RULES

ROOT = Path(__file__).parents[3]
WORDS = (
    "Zephyr 4.1", "Quartz 9 mini", "Quartz", "Heron 2", "GPT-5", "Bolt AI", "Cloudy", "Gratis", "Sums",
    "Codex Test (high effort)", "Maze Time", "Apache-2.0", "$0.10", "$2", "$6 per 1M", "95%", "1,900%", "20×",
    "twice", "half as much again", "a third", "131,072 tokens", "1M", "128K", "14 March 2025", "late September",
    "200 days", "7 months", "15 points", "86.5", "3–2", "0", "-1", "−5", "¼", "10,000 support chats", "70/30",
    "an order of magnitude", "about", "nearly", "just over", "at least", "up to", "than", "against", "while",
    "and", "or", ",", ".", ";", ":", "(", ")", "—", "?", "\n", "\n\n", "# ", "- ", "**", "`", "both", "neither",
    "each", "only", "respectively", "the former", "its rival", "it", "they", "which", "not", "no", "cheaper",
    "dearer", "more", "less", "larger", "newer", "ahead", "leads", "input", "output", "context window", "price",
    "providers", "capabilities", "vision", "function calling", "open weights", "free", "undocumented", "same",
    "similar", "far", "slightly", "released", "cutoff", "charges", "costs", "scores", "on", "for", "of", "the",
    "is", "has", "from", "to", "between", "per", "a", "1", "2", "3",
)  # fmt: skip
claims = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
texts = st.one_of(
    st.text(max_size=200), claims, st.lists(st.one_of(claims, st.text(max_size=8)), max_size=6).map("".join)
)


def _holds_together(text: str, report: Report) -> None:
    for each in (*report.statements, *report.violations):
        assert 0 <= each.start <= each.end <= len(text)
        assert each.quote == text[each.start : each.end]
    assert {each.rule for each in report.violations} <= set(RULES)
    starts = [each.start for each in report.violations]
    assert starts == sorted(starts)


def _broken(report: Report) -> list[str]:
    """Findings that say that the checker itself gave up: it fails closed, but here nothing may break."""
    return [each.message for each in report.violations if "could not judge" in each.message]


@settings(max_examples=300)
@given(texts, st.sampled_from(sorted(pair.PAIRS)))
def test_any_text_gives_a_report_whose_findings_stand_where_they_say(text: str, which: str) -> None:
    report = checker(which).check(text)

    _holds_together(text, report)
    assert _broken(report) == []


@settings(max_examples=60)
@given(claims)
def test_a_text_is_judged_alike_each_time(text: str) -> None:
    assert checker().check(text) == checker().check(text) == check_module.Checker(sheet(), names()).check(text)


def test_what_breaks_inside_is_a_violation_and_no_exception(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("inside")

    monkeypatch.setattr(check_module, "judge_sentence", broken)
    report = checker().check("Zephyr 4.1 is cheap. It is.")
    assert [(each.rule, each.quote) for each in report.violations] == [
        ("unread", "Zephyr 4.1 is cheap."),
        ("unread", "It is."),
    ]
    assert "KeyError" in report.violations[0].message

    monkeypatch.setattr(check_module, "lex", broken)
    assert [each.quote for each in checker().check("Zephyr 4.1.").violations] == ["Zephyr 4.1."]
    assert [each.rule for each in checker().explain("Zephyr 4.1.")] == ["unread"]


def test_a_sentence_without_end_is_not_accepted() -> None:
    assert [each.rule for each in checker().check("$0.10 " * 60).violations] == ["unread"]
    assert not checker().check("and so on " * 150).accepted


def test_a_text_with_too_many_findings_is_judged_no_further() -> None:
    text = "Zephyr 4.1 costs $7. " * 1_100 + "It is cheap."
    *told, last = checker().check(text).violations

    assert len(told) == 1_000
    assert (last.rule, last.end) == ("unread", len(text))


LONG = 8_000
REPEATED = (
    "$1 ", "$1. ", "of the ", "than ", "(", ")", "[(", "Zephyr 4.1 ", "Zephyr ", "1", "\n", "1,", "1.", "word ", "a", "5% more than ", "$1 and ",
    "Zephyr, Quartz and ", "$1; ", "Apache-2.0 ", "Sums (", "*", "_", "'", "-", "a-", "\u200b", "\U0001f600", "e\u0301", "per 1M tokens ", "2x ",
    "one hundred ", "million ", "25 September 2024 ", "its ", "the former ", "both ", "vision and ", "Cloudy, ", ", which ", "# Zephyr\n", "- $1\n",
    "Zephyr: ", "1/2/", "$1-$2-", "from $1 to ", "n't ", "->", "3-2 ",
)  # fmt: skip


@pytest.mark.parametrize("unit", REPEATED)
def test_work_grows_with_the_length_alone(unit: str) -> None:
    def work(length: int) -> int:
        text = (unit * (length // len(unit) + 1))[:length]
        return calls(lambda: checker().check(text))

    work(10)  # what is worked out once
    short, long = work(LONG // 4), work(LONG)
    assert long < 6 * short + 2000


_RUN = """
import json, sys
from tests.unit.check.pair import checker
for pair, text in json.load(sys.stdin):
    print(ascii(checker(pair).check(text)))
"""


def test_reports_are_the_same_to_the_byte_under_any_hash_seed_and_locale() -> None:
    sample = json.dumps([(case.pair, case.text) for case in CASES[::4]])
    told = set()
    for seed in range(20):
        env = {
            **os.environ,
            "PYTHONHASHSEED": str(seed),
            "LC_ALL": ("C", "C.UTF-8", "POSIX")[seed % 3],
            "TZ": ("UTC", "Asia/Tokyo")[seed % 2],
        }
        done = subprocess.run(
            [sys.executable, "-c", _RUN], input=sample, capture_output=True, text=True, check=True, cwd=ROOT, env=env
        )
        told.add(done.stdout)
    assert len(told) == 1
    assert len(told.pop().splitlines()) == len(CASES[::4])
