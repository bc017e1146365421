from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.unit.check.pair import checker
from writer.catalog.names import Names
from writer.catalog_files.load import load_catalog
from writer.check.check import Checker
from writer.facts.compute import fact_sheet

CORPUS = Path(__file__).parents[1] / "corpus"
DRAFT, ENOUGH = 1_500, 60  # characters; drafts a second that any machine must reach, the aim is 200 on an idle core


@pytest.mark.bench
def test_drafts_a_second_on_one_core_with_a_warm_sheet() -> None:
    catalog = load_catalog(CORPUS / "catalog")
    names = Names.of(catalog)
    cases = [json.loads(line) for line in (CORPUS / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    checkers = {pair: Checker(fact_sheet(catalog, *pair), names) for pair in {(case["a"], case["b"]) for case in cases}}
    for case in cases:
        checkers[case["a"], case["b"]].check(case["text"])
    before = time.process_time()
    for case in cases * 5:
        checkers[case["a"], case["b"]].check(case["text"])
    seconds = time.process_time() - before
    rate = 5 * sum(len(case["text"]) for case in cases) / DRAFT / seconds

    print(f"\n{rate:.0f} drafts of {DRAFT:,} characters a second of processor time (aim: 200)")
    assert rate >= ENOUGH


@pytest.mark.bench
@pytest.mark.parametrize("unit", ["of the ", "$1 ", "$1. ", "Zephyr 4.1, ", "than than ", "(", "1", "\n", "its rival "])
def test_a_million_characters_take_seconds(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    before = time.process_time()
    checker().check(text)
    seconds = time.process_time() - before

    print(f"\n{seconds:.1f} s for {len(text):,} characters of {unit!r}")
    assert seconds < 60
