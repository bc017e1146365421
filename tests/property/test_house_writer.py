"""Laws of the brief and the house writer over made-up models: ties, zeros, unknowns, tiers, settings, free offers."""

from __future__ import annotations

import re

from hypothesis import given, settings

from tests.property.made_up import catalogs
from writer.briefing.document import document
from writer.briefing.envelope import seal, unseal
from writer.briefing.measure import Measure
from writer.catalog.catalog import Catalog
from writer.facts.compute import fact_sheet
from writer.facts.sheet import FactSheet
from writer.wording.house import answer, word


def sheet_of(catalog: Catalog) -> FactSheet:
    return fact_sheet(catalog, *sorted(catalog.models)[:2])


@given(catalogs())
@settings(max_examples=60, deadline=None)
def test_a_draft_cites_facts_of_the_sheet_and_reads_the_same_from_the_message(catalog: Catalog) -> None:
    sheet = sheet_of(catalog)
    said = document(sheet)
    prose = word(said)
    assert {key for paragraph in prose.paragraphs for each in paragraph.sentences for key in each.facts} <= set(
        sheet.facts
    )
    assert answer(unseal(seal(said))) == answer(said)


@given(catalogs())
@settings(max_examples=60, deadline=None)
def test_a_draft_is_whole_english(catalog: Catalog) -> None:
    text = word(document(sheet_of(catalog))).text
    assert "None" not in text
    assert not re.search(
        r"[{}]|  |\.\.| ,| \.|\ba [aeiou]|(?<![0-9.,])1 (providers|points|tokens)\b|-\d", text.replace("a one", "")
    ), text
    assert all(re.match(r"\S.*[.]$", line) for line in text.split("\n") if line), text


@given(catalogs())
@settings(max_examples=60, deadline=None)
def test_no_sentence_is_told_twice_and_the_length_is_kept(catalog: Catalog) -> None:
    said = document(sheet_of(catalog))
    prose = word(said)
    sentences = [each.text for paragraph in prose.paragraphs for each in paragraph.sentences]
    assert len(sentences) == len(set(sentences))
    asked, words = Measure.of(said), len(prose.text.split())
    assert asked.words_at_least <= words <= asked.words_at_most, prose.text
    assert len(prose.paragraphs) >= asked.paragraphs, prose.text
