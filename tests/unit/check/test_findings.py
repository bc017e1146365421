"""Findings that repair: what is wrong with this very claim, the fact meant with its key, and phrasings that pass."""

from __future__ import annotations

import re

import pytest

from tests.unit.check.pair import checker, sheet
from tests.unit.check.test_spec import CASES, Case
from writer.sayings.display import display
from writer.sayings.rules import RULES
from writer.sayings.suggestions import AT_MOST

STRAYING = [case for case in CASES if not case.passes]


def test_a_finding_tells_the_claim_the_fact_and_what_may_be_said() -> None:
    (found,) = checker().check("Zephyr 4.1's input is 1,900% cheaper than Quartz 9 mini's.").violations

    assert (found.start, found.end, found.quote, found.rule) == (22, 28, "1,900%", "impossible-percent")
    assert found.expected == "95% (pair.price.input.saving_percent)"
    assert found.message.startswith("“1,900%” cannot be: nothing is 100 % or more cheaper")
    assert found.suggestions[0] == "Zephyr 4.1's input price is 95% lower than Quartz 9 mini's"
    assert len(found.suggestions) == AT_MOST


def test_a_value_of_the_other_model_is_told_as_such() -> None:
    (found,) = checker().check("Quartz 9 mini asks $0.40 per 1M output tokens.").violations

    assert found.expected == "$6 per 1M tokens (b.price.output)"
    assert "said of the wrong model" in found.message
    assert "Quartz 9 mini's output price is $6 per 1M tokens" in found.message


@pytest.mark.parametrize("case", STRAYING, ids=[case.text for case in STRAYING])
def test_every_message_quotes_the_claim_and_speaks_no_key(case: Case) -> None:
    for each in case.report().violations:
        assert each.message.startswith("“")
        assert each.message.endswith(RULES[each.rule].instruction)
        if each.rule != "unknown-citation":
            assert not re.search(r"\b(?:price|score|workload|pair|context_window|max_output)[._][a-z]", each.message)


@pytest.mark.parametrize("case", STRAYING, ids=[case.text for case in STRAYING])
def test_the_fact_meant_is_one_of_the_sheet(case: Case) -> None:
    facts = sheet(case.pair).facts
    for each in case.report().violations:
        if each.expected is not None:
            value, _, key = each.expected[:-1].rpartition(" (")
            assert display(sheet(case.pair), facts[key]) == value


def test_every_number_is_explained() -> None:
    text = "1. **Zephyr 4.1** charges about $0.10 per 1M input tokens, a twentieth of Quartz's $2; on the 70/30 blend it is $9."
    told = [(each.quote, each.read, each.facts, each.rule) for each in checker().explain(text)]

    assert told == [
        ("1.", "the marker of a list or heading", (), ""),
        ("about $0.10 per 1M input tokens", "about 0.1 USD per 1M tokens", ("a.price.input",), ""),
        ("a twentieth", "0.05 of it", ("pair.price.input.ratio",), ""),
        ("$2", "2 USD", ("b.price.input",), ""),
        ("70/30", "the weights of a blend", (), ""),
        ("$9", "9 USD", (), "wrong-number"),
    ]
