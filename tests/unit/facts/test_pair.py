"""What is said of two models together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.factories import SEEN, catalog, model, offer, score
from writer.catalog.catalog import Catalog
from writer.catalog.model import Model, Provenance, Provider
from writer.errors import SameModel, UnknownModel
from writer.facts.compute import Facts, canonical, fact_sheet
from writer.facts.sheet import FactSheet, Side, Value
from writer.quantities.dates import YearMonth


def compared(a: Model, b: Model) -> FactSheet:
    return fact_sheet(catalog(a, b), a.slug, b.slug)


def pair(sheet: FactSheet, key: str) -> Value | None:
    fact = sheet.facts.get(f"pair.{key}")
    return fact.value if fact else None


def test_the_seed_pages_saving_is_95_percent_and_its_premium_1900() -> None:
    sheet = compared(model("a", offers=[offer(input="0.1")]), model("b", offers=[offer(input="2")]))
    assert pair(sheet, "price.input.higher") == "b"
    assert pair(sheet, "price.input.ratio") == 20
    assert pair(sheet, "price.input.premium_percent") == 1900
    assert pair(sheet, "price.input.saving_percent") == 95


def test_nothing_is_divided_by_zero() -> None:
    sheet = compared(model("a", offers=[offer(input="0")]), model("b", offers=[offer(input="2")]))
    assert pair(sheet, "price.input.difference") == 2
    assert pair(sheet, "price.input.ratio") is None
    assert pair(sheet, "price.input.saving_percent") is None


def test_counts_have_a_ratio_and_no_percent() -> None:
    sheet = compared(model("a", offers=[offer("x"), offer("y")]), model("b", offers=[offer("x")]))
    assert pair(sheet, "providers.count.ratio") == 2
    assert pair(sheet, "providers.count.saving_percent") is None
    assert pair(sheet, "providers.shared") == ("x",)
    assert pair(sheet, "providers.only_a") == ("y",)


@pytest.mark.parametrize(
    ("ours", "theirs", "newer", "days", "months"),
    [
        (date(2026, 4, 21), date(2026, 2, 19), "a", 61, Fraction(2)),
        (date(2024, 9, 25), date(2026, 4, 16), "b", 568, Fraction("18.7")),
        (date(2026, 4, 21), date(2026, 4, 21), "tie", 0, Fraction(0)),
        (YearMonth(2026, 4), date(2026, 2, 19), "a", None, 2),
        (YearMonth(2026, 4), YearMonth(2025, 12), "a", None, 4),
        (YearMonth(2026, 4), date(2026, 4, 30), None, None, 0),
    ],
)
def test_release_gaps_are_told_in_days_where_both_days_are_known(
    ours: date | YearMonth,
    theirs: date | YearMonth,
    newer: str | None,
    days: int | None,
    months: Fraction,
) -> None:
    sheet = compared(model("a", released=ours), model("b", released=theirs))
    assert pair(sheet, "released.newer") == newer
    assert pair(sheet, "released.gap.days") == days
    assert pair(sheet, "released.gap.months") == months


def test_cutoffs_in_one_month_are_level() -> None:
    sheet = compared(model("a", knowledge_cutoff=YearMonth(2025, 1)), model("b", knowledge_cutoff=YearMonth(2025, 1)))
    assert pair(sheet, "knowledge_cutoff.newer") == "tie"
    assert pair(sheet, "knowledge_cutoff.gap.months") == 0


def test_an_absent_capability_is_unknown_and_an_implied_one_supported() -> None:
    ours = model("a", inputs=("text", "image"), capabilities={"reasoning": True, "function_calling": True})
    theirs = model("b", inputs=("text", "image"), capabilities={"reasoning": False, "vision": False})
    sheet = compared(ours, theirs)
    assert sheet.facts["a.capabilities.supported"].value == ("function_calling", "reasoning", "vision")
    assert pair(sheet, "capabilities.only_a") == ("reasoning", "vision")
    assert pair(sheet, "capabilities.documented_only_a") == ("function_calling",)


def test_where_nothing_is_known_of_a_models_capabilities_nothing_is_counted() -> None:
    sheet = compared(model("a", capabilities={"reasoning": True}), model("b"))
    assert "b.capabilities.count" not in sheet.facts
    assert pair(sheet, "capabilities.shared.count") is None
    assert pair(sheet, "capabilities.documented_only_a") == ("reasoning",)


def test_scores_are_compared_under_the_same_setting_alone_and_by_the_benchmarks_direction() -> None:
    ours = model("a", scores=[score("mazes", 12), score("sums", 50, "effort-high"), score("codex-test", "10")])
    theirs = model("b", scores=[score("mazes", 14), score("sums", 60), score("codex-test", "11.5")])
    sheet = compared(ours, theirs)
    assert pair(sheet, "score.mazes.winner") == "a"
    assert pair(sheet, "score.mazes.within_margin") is None
    assert pair(sheet, "score.codex-test.winner") == "b"
    assert pair(sheet, "score.codex-test.within_margin") is True
    assert pair(sheet, "scores.only_a") == ("score.sums@effort-high",)
    assert pair(sheet, "scores.only_b") == ("score.sums",)
    assert (pair(sheet, "scores.wins.a"), pair(sheet, "scores.wins.b"), pair(sheet, "scores.ties.count")) == (1, 1, 0)


def test_open_weights_of_one_alone_need_both_to_be_known() -> None:
    assert pair(compared(model("a", open_weights=True), model("b", open_weights=False)), "open_weights.only") == "a"
    assert pair(compared(model("a", open_weights=True), model("b")), "open_weights.only") is None


def test_the_data_is_as_of_the_days_its_values_were_seen() -> None:
    early = date(2026, 4, 15)
    ours = model("a", offers=[offer(checked=early)], provenance={"released": Provenance("listings", checked=SEEN)})
    sheet = compared(ours, model("b", offers=[offer()]))
    assert pair(sheet, "about.data.oldest") == early
    assert pair(sheet, "about.data.newest") == SEEN


def two() -> Catalog:
    return catalog(
        model("alpha-1", offers=[offer()], scores=[score("sums", 3)]), model("beta-2", offers=[offer("bolt")])
    )


def test_the_hash_is_of_the_canonical_order() -> None:
    assert fact_sheet(two(), "alpha-1", "beta-2").hash == fact_sheet(two(), "beta-2", "alpha-1").hash
    assert canonical("beta-2", "alpha-1") == ("alpha-1", "beta-2") == canonical("alpha-1", "beta-2")


def test_the_hash_covers_what_a_page_shows_beside_the_figures() -> None:
    before = fact_sheet(two(), "alpha-1", "beta-2").hash
    renamed = replace(two(), providers={**two().providers, "bolt": Provider("bolt", "Bolt Cloud")})
    ours = two().models["alpha-1"]
    reseen = replace(two(), models={**two().models, "alpha-1": replace(ours, offers=[offer(checked=date(2026, 7, 3))])})
    assert (
        len({before, fact_sheet(renamed, "alpha-1", "beta-2").hash, fact_sheet(reseen, "alpha-1", "beta-2").hash}) == 3
    )


def test_a_third_model_changes_no_sheet() -> None:
    more = catalog(*two().models.values(), model("gamma-3", offers=[offer("depot")]))
    assert fact_sheet(more, "alpha-1", "beta-2") == fact_sheet(two(), "alpha-1", "beta-2")


def test_a_model_is_not_compared_with_itself_and_an_unknown_slug_is_named() -> None:
    with pytest.raises(SameModel):
        fact_sheet(two(), "alpha-1", "alpha-1")
    with pytest.raises(UnknownModel, match="alpha-1"):
        fact_sheet(two(), "alpha-2", "beta-2")


def test_one_models_facts_are_computed_once() -> None:
    facts = Facts(catalog(model("a"), model("b"), model("c")))
    assert facts.sheet("a", "b").facts["a.slug"] is facts.sheet("a", "c").facts["a.slug"]


def test_the_order_given_is_kept_and_sides_name_their_models() -> None:
    sheet = fact_sheet(two(), "beta-2", "alpha-1")
    assert sheet.model(Side.A).slug == "beta-2"
    assert sheet.model(Side.B).slug == "alpha-1"
    with pytest.raises(ValueError, match="two models"):
        sheet.model(Side.PAIR)
