from __future__ import annotations

from random import Random

import pytest

from writer.catalog.catalog import Catalog
from writer.evaluation import templates
from writer.evaluation.draft import Faithful
from writer.evaluation.measure import oracles_of
from writer.evaluation.mutation.all import FAMILIES, kinds
from writer.evaluation.mutation.kind import Site, kind
from writer.evaluation.world import World
from writer.facts.sheet import FactSheet

DRAFTS = 60


@pytest.fixture(scope="module")
def sites(rich_sheets: list[FactSheet], catalog: Catalog) -> list[Site]:
    world = World.of(catalog)
    found: list[Site] = []
    for sheet in rich_sheets:
        oracles = oracles_of(sheet)
        found += [Site(draft, oracles, world, Random(3)) for draft in templates.drafts(sheet, Random(3), DRAFTS)]
    return found


def test_there_are_at_least_sixty_kinds_in_ten_families() -> None:
    assert len(kinds()) >= 60
    assert len(FAMILIES) >= 10
    assert {each.family for each in kinds()} == {family.__name__.rsplit(".", 1)[-1] for family in FAMILIES}


def test_a_name_is_used_once() -> None:
    with pytest.raises(ValueError, match="two kinds of mutation have this name"):
        kind("value")(lambda _: iter(()))


def test_every_kind_says_what_it_does() -> None:
    assert not [each.name for each in kinds() if not each.propose.__doc__]


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.name)
def test_every_kind_finds_something_to_change(each: object, sites: list[Site]) -> None:
    rare = {"negation-dropped"}
    proposed = [edit for site in sites[::2] for edit in _few(each, site)]
    assert proposed or each.name in rare  # type: ignore[attr-defined]


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.name)
def test_every_edit_changes_the_text_within_it(each: object, sites: list[Site]) -> None:
    for site in sites[::9]:
        for edit in _few(each, site):
            assert 0 <= edit.start <= edit.end <= len(site.draft.text)
            assert site.draft.text[edit.start : edit.end] != edit.now


def _few(each: object, site: Site) -> list:
    return list(each.propose(site))[:20]  # type: ignore[attr-defined]


def test_a_mutant_is_another_text(sites: list[Site]) -> None:
    def texts(draft: Faithful, site: Site) -> set[str]:
        return {
            draft.text[: edit.start] + edit.now + draft.text[edit.end :]
            for each in kinds()
            for edit in _few(each, site)
        }

    assert sites[0].draft.text not in texts(sites[0].draft, sites[0])
