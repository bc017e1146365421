"""What a change of the catalog does to a page that was approved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.factories import catalog, draft, model, offer, score
from tests.unit.page.pairs import TEXT, page_of
from writer.catalog.catalog import Catalog
from writer.catalog.model import Model
from writer.facts.compute import Facts, fact_sheet
from writer.freshness.change import Change, Kind
from writer.freshness.compare import compare
from writer.freshness.stale import Reason, stale_drafts
from writer.page import render
from writer.page.build import with_related


def ours(price: str = "1", **more: object) -> Model:
    return model("alpha-1", **{"offers": [offer("cloudy", price, "4")], "context_window": 100_000, **more})


def theirs(price: str = "2", **more: object) -> Model:
    return model(
        "beta-2",
        **{
            "offers": [offer("cloudy", price, "8")],
            "context_window": 50_000,
            "scores": [score("codex-test", 50)],
            **more,
        },
    )


OLD = catalog(ours(), theirs())


def changed(new: Catalog) -> Change:
    return compare(render.json(page_of(OLD, TEXT)), render.json(page_of(new, TEXT)))


def test_the_same_facts_render_the_same_and_carry_an_approval_forward() -> None:
    found = changed(catalog(ours(), theirs()))
    assert found == Change(Kind.SAME)
    assert found.carries_forward


def test_reviewing_and_related_pages_are_no_change() -> None:
    page = page_of(OLD, TEXT)
    reviewed = replace(page, record=replace(page.record, reviewed=date(2026, 8, 1), labels=("x",)))
    assert compare(render.json(page), render.json(with_related(reviewed, (), "rule"))).kind is Kind.SAME


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        (lambda: catalog(ours("1.02"), theirs()), Kind.WITHIN_TOLERANCE),
        (lambda: catalog(ours("1.10"), theirs()), Kind.MATERIAL),
        (
            lambda: catalog(ours(offers=[offer("cloudy", "1", "4", checked=date(2026, 7, 9))]), theirs()),
            Kind.WITHIN_TOLERANCE,
        ),
        (lambda: catalog(ours(context_window=None), theirs()), Kind.MATERIAL),
        (lambda: catalog(ours(name="Alpha Prime"), theirs()), Kind.MATERIAL),
        (lambda: catalog(ours(offers=[offer("cloudy", "1", "4"), offer("depot", "1", "4")]), theirs()), Kind.MATERIAL),
        (lambda: catalog(ours("0"), theirs()), Kind.MATERIAL),
        (lambda: catalog(ours("9"), theirs()), Kind.WINNER_FLIPPED),
        (lambda: catalog(ours(context_window=40_000), theirs()), Kind.WINNER_FLIPPED),
    ],
)
def test_a_change_is_classed_by_what_a_reader_would_be_told(new: Callable[[], Catalog], kind: Kind) -> None:
    found = changed(new())
    assert found.kind is kind
    assert found.differences
    assert not found.carries_forward


def test_a_moved_figure_is_told_with_old_new_and_gap() -> None:
    found = next(
        each for each in changed(catalog(ours("1.02"), theirs())).differences if each.where.endswith("Input: Alpha 1")
    )
    assert (found.old, found.new) == ("$1 per 1M tokens", "$1.02 per 1M tokens")
    assert found.delta_percent == Fraction(2)


def test_a_flip_names_the_need_and_both_winners() -> None:
    flips = changed(catalog(ours(context_window=40_000), theirs())).differences
    flip = next(each for each in flips if each.where == "verdict: Longest context: choice")
    assert (flip.where, flip.old, flip.new) == ("verdict: Longest context: choice", "Alpha 1", "Beta 2")


@pytest.mark.parametrize("old", [None, "", "{", "[]", '{"a": "alpha-1"}'])
def test_without_a_readable_old_page_the_change_is_unknown(old: str | None) -> None:
    assert compare(old, render.json(page_of(OLD, TEXT))).kind is Kind.UNKNOWN


def test_another_text_is_a_material_change() -> None:
    found = compare(render.json(page_of(OLD, TEXT)), render.json(page_of(OLD, TEXT + " More.")))
    assert found.kind is Kind.MATERIAL
    assert found.differences[0].where == "deep dive: paragraph 2"


def test_stale_drafts_say_what_moved_under_them() -> None:
    made = draft(fact_sheet(OLD, "alpha-1", "beta-2"), TEXT)

    def reasons(new: Catalog, checker: str = "checker-1", page: str = "page-1") -> tuple[Reason, ...]:
        found = stale_drafts([made], Facts(new), checker_version=checker, page_version=page)
        return found[0].reasons if found else ()

    assert reasons(OLD) == ()
    assert reasons(catalog(ours("1.02"), theirs())) == (Reason.FACTS,)
    assert reasons(OLD, checker="checker-2") == (Reason.CHECKER,)
    assert reasons(OLD, page="page-2") == (Reason.PAGE,)
    assert reasons(catalog(theirs())) == (Reason.GONE,)


def test_a_draft_is_touched_by_its_own_models_alone() -> None:
    made = draft(fact_sheet(OLD, "alpha-1", "beta-2"), TEXT)
    more = catalog(ours(), theirs(), model("gamma-3", offers=[offer("depot")]))
    assert stale_drafts([made], Facts(more), checker_version="checker-1", page_version="page-1") == ()
