from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from writer.catalog.catalog import Catalog
from writer.evaluation import corpus, house, templates
from writer.evaluation.claims.all import claims
from writer.evaluation.draft import Faithful, Role
from writer.evaluation.phrasing import phrasings
from writer.facts.compute import Facts
from writer.facts.sheet import FactSheet


def drafts(sheets: list[FactSheet]) -> list[Faithful]:
    return [draft for sheet in sheets for draft in templates.drafts(sheet, Random(7), 12)]


def test_marks_stand_where_their_text_stands(
    sheets: list[FactSheet], catalog: Catalog, cases: list[dict[str, object]]
) -> None:
    found = [*drafts(sheets), *(house.draft(sheet) for sheet in sheets), *corpus.drafts(cases, Facts(catalog).sheet)]
    for draft in found:
        for mark in draft.marks:
            assert draft.text[mark.start : mark.end].lower() == mark.text.lower()


def test_marks_do_not_overlap(sheets: list[FactSheet], catalog: Catalog, cases: list[dict[str, object]]) -> None:
    for draft in [*drafts(sheets), *corpus.drafts(cases, Facts(catalog).sheet)]:
        ordered = sorted(draft.marks, key=lambda mark: mark.start)
        assert all(one.end <= other.start for one, other in pairwise(ordered))


def test_every_frame_has_phrasings_and_every_phrasing_a_claim(rich_sheets: list[FactSheet]) -> None:
    told = {claim.frame for sheet in rich_sheets for claim in claims(sheet)}
    assert told <= set(phrasings())
    rare = {
        "price_tie",
        "window_tie",
        "cutoff_tie",
        "capability_counts",
        "sweep",
        "wins",
        "weights_both",
        "neither_has",
    }
    rare |= {"license", "price_half_again", "price_magnitude", "price_similar", "window_similar"}
    assert set(phrasings()) - told <= rare


def test_there_are_many_phrasings() -> None:
    assert sum(len(lines) for lines in phrasings().values()) >= 250
    assert len(phrasings()) >= 60


def test_no_slot_is_left_open(sheets: list[FactSheet]) -> None:
    assert not [draft.text for draft in drafts(sheets) if set("{}<>|") & set(draft.text)]


def test_drafts_of_a_pair_differ(sheets: list[FactSheet]) -> None:
    texts = [draft.text for draft in templates.drafts(sheets[0], Random(1), 40)]
    assert len(set(texts)) == len(texts) >= 38


def test_a_figure_s_key_is_a_fact(sheets: list[FactSheet]) -> None:
    for draft in drafts(sheets):
        for mark in draft.of(Role.FIGURE):
            near = [key for key in draft.sheet.facts if key == mark.key or key.startswith(f"{mark.key}.")]
            assert near, (mark.key, draft.text)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_gives_the_same_drafts(sheets: list[FactSheet], seed: int) -> None:
    one, other = ([each.text for each in templates.drafts(sheets[1], Random(seed), 8)] for _ in range(2))
    assert one == other
