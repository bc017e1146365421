"""Claims of every kind, with numbers and without, about pairs of the corpus: ``+`` holds, ``-`` does not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from writer.catalog.names import Names
from writer.catalog_files.load import load_catalog
from writer.check.check import Checker
from writer.facts.compute import fact_sheet

HERE = Path(__file__).parent
CASES = [
    (path.stem, line[2:], line[0] == "+")
    for path in sorted((HERE / "words").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line
]


@cache
def checker(pair: str) -> Checker:
    catalog = load_catalog(HERE.parent / "corpus" / "catalog")
    a, b = pair.split("_")
    return Checker(fact_sheet(catalog, a, b), Names.of(catalog))


@pytest.mark.parametrize(("pair", "sentence", "holds"), CASES)
def test_a_claim_in_words_is_judged_by_the_facts(pair: str, sentence: str, *, holds: bool) -> None:
    report = checker(pair).check(sentence)

    assert report.accepted is holds, [(each.rule, each.quote) for each in report.violations]
