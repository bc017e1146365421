"""What the prompt hands to a model as a licensed phrasing is accepted by the checker as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.check.pair import PAIRS, checker, sheet
from writer.catalog.names import Names
from writer.catalog_files.load import load_catalog
from writer.check.check import Checker
from writer.facts.compute import fact_sheet
from writer.facts.sheet import FactSheet
from writer.sayings.forms import forms

CATALOG = load_catalog(Path(__file__).parents[3] / "catalog")
NAMES = Names.of(CATALOG)
SLUGS = sorted(CATALOG.models)
SAMPLED = [(SLUGS[at], SLUGS[(at + len(SLUGS) // 2) % len(SLUGS)]) for at in range(0, len(SLUGS), len(SLUGS) // 12)]


def rejected(judge: Checker, told: FactSheet) -> list[tuple[str, list[str]]]:
    said = {f"{form[0].upper()}{form[1:]}." for fact in told.facts.values() for form in forms(told, fact)}
    reports = [(form, judge.check(form)) for form in sorted(said)]
    return [(form, [each.rule for each in report.violations]) for form, report in reports if not report.accepted]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_say_form_of_a_made_up_pair_is_accepted_as_a_sentence(pair: str) -> None:
    assert rejected(checker(pair), sheet(pair)) == []


@pytest.mark.parametrize(("a", "b"), SAMPLED)
def test_every_say_form_of_the_catalog_is_accepted_as_a_sentence(a: str, b: str) -> None:
    told = fact_sheet(CATALOG, a, b)

    assert rejected(Checker(told, NAMES), told) == []
