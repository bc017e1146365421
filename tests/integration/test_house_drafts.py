"""Every house draft over the shipped catalog is accepted by the checker and says enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from writer.briefing.document import document
from writer.briefing.measure import Measure
from writer.catalog.names import Names
from writer.catalog_files.load import load_catalog
from writer.check.check import check_prose
from writer.facts.compute import Facts
from writer.wording.house import word

CATALOG = Path(__file__).parents[2] / "catalog"
A_SAMPLE = 37  # every so manieth pair


def faults(step: int) -> Iterator[str]:
    """What is wrong with the draft of every ``step``-th pair, unlisted models included: a line each."""
    catalog = load_catalog(CATALOG)
    facts, names = Facts(catalog), Names.of(catalog)
    for pair in list(combinations(sorted(catalog.models), 2))[::step]:
        sheet = facts.sheet(*pair)
        said = document(sheet)
        prose, asked = word(said), Measure.of(said)
        report = check_prose(prose, sheet, names)
        yield from (f"{pair}: {each.rule}: {each.quote!r}: {each.message}" for each in report.violations)
        if not asked.words_at_least <= len(prose.text.split()) <= asked.words_at_most:
            yield f"{pair}: {len(prose.text.split())} words"
        if len(prose.paragraphs) < asked.paragraphs or report.quantities < asked.quantities:
            yield f"{pair}: {len(prose.paragraphs)} paragraphs, {report.quantities} quantities"


def test_house_drafts_are_accepted_and_long_enough() -> None:
    assert not list(faults(A_SAMPLE))


@pytest.mark.bench
def test_the_house_drafts_of_all_pairs_are_accepted_and_long_enough() -> None:
    found = list(faults(1))
    print(Counter(line.split(": ")[1] for line in found))
    assert not found


def test_openings_vary() -> None:
    """No sentence stands under every pair: of the pairs of one model, few begin alike."""
    catalog = load_catalog(CATALOG)
    facts = Facts(catalog)
    openings = Counter[str]()
    for slug in sorted(catalog.models)[1:]:
        first, second = sorted(("gpt-4o", slug)) if slug != "gpt-4o" else ("gpt-4o", "o1")
        said = document(facts.sheet(first, second))
        text = word(said).paragraphs[0].sentences[0].text
        for model in said["models"].values():  # type: ignore[union-attr]  # an object by contract
            text = text.replace(model["name"], "X")  # type: ignore[index, call-overload]
        openings[" ".join(text.split()[:4])] += 1
    assert max(openings.values()) <= len(catalog.models) // 4
    assert len(openings) >= 15
