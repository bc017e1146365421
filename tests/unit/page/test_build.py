"""What stands on a page."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from tests.factories import SEEN, catalog, draft, model, offer
from tests.unit.page.pairs import TEXT, cells, page_of, rich
from writer.catalog.names import Names
from writer.catalog_files.load import load_catalog
from writer.check.report import Report, Statement
from writer.facts.compute import Facts, fact_sheet
from writer.page import render
from writer.page.build import build
from writer.page.conflicts import note
from writer.page.model import Page, State
from writer.page.version import version
from writer.prose import Sentence

CORPUS = Path(__file__).parents[2] / "corpus" / "catalog"


def bare() -> Page:
    return page_of(catalog(model("alpha-1"), model("beta-2")))


def test_a_page_is_in_canonical_order() -> None:
    sheet = fact_sheet(rich(), "beta-2", "alpha-1")
    with pytest.raises(ValueError, match="alpha-1 before beta-2"):
        build(sheet, Names.of(rich()))


def test_a_draft_of_another_pair_is_refused() -> None:
    other = fact_sheet(catalog(model("alpha-1"), model("gamma-3")), "alpha-1", "gamma-3")
    with pytest.raises(ValueError, match="gamma-3"):
        build(fact_sheet(rich(), "alpha-1", "beta-2"), Names.of(rich()), draft(other))


def test_yes_no_and_unknown_are_told_apart() -> None:
    table = page_of(rich()).capabilities
    assert table is not None
    assert cells(table) == {
        "Function calling": ["no", "not documented"],
        "Reasoning": ["yes", "no"],
        "Vision": ["yes", "not documented"],
    }
    assert table.rows[0].cells[1].state is State.UNKNOWN


def test_where_nothing_is_documented_no_table_stands_empty() -> None:
    assert bare().capabilities is None
    assert "Nothing is documented" in bare().capabilities_note


def test_every_provider_is_listed_with_its_day_and_why_it_has_no_price() -> None:
    table = next(each for each in page_of(rich()).pricing if each.caption.startswith("Who sells Alpha One"))
    shown = cells(table)
    assert shown["Acme"] == ["$1", "$2", "$0.50", "as the model's", "2 July 2026"]
    assert shown["Bolt"] == ["$1.50", "$2.50", "not stated", "32,000 tokens", "not stated"]
    assert shown["Cloudy"][0] == "free of charge"
    assert shown["Depot"][0] == "by subscription"
    assert shown["Ember"][0] == "under review"
    assert shown["Fjord"][0] == "not stated"
    assert "Gone" not in shown
    notes = {row.head.text: row.note for row in table.rows}
    assert notes["Acme"].startswith("the reference; as alpha-one-fp8; input $2 above 100,000 input tokens")
    assert notes["Bolt"] == "also free of charge"


def test_a_providers_cheaper_offer_with_a_smaller_window_is_not_called_the_reference() -> None:
    offers = [
        offer("acme", "1", "2", context_window=32_000, id="small"),
        offer("acme", "3", "4", id="whole"),
        offer("bolt", "5", "6"),
    ]
    two = catalog(model("alpha-1", context_window=200_000, offers=offers), model("beta-2"))
    table = next(each for each in page_of(two).pricing if each.caption.startswith("Who sells"))
    notes = {row.head.text: row.note for row in table.rows}
    assert cells(table)["Acme"][:2] == ["$1", "$2"]
    assert notes["Acme"].startswith(
        "another offer of it, with a larger context window, is the reference: $3 in, $4 out"
    )
    assert "reference" not in notes["Bolt"]


def test_a_workload_that_does_not_fit_says_which_limit() -> None:
    table = next(each for each in page_of(rich()).pricing if "workload" in each.caption)
    assert cells(table)["10,000 support chats"] == ["$23", "does not fit: output limit"]


def test_tiers_of_the_reference_price_have_their_rows() -> None:
    assert cells(page_of(rich()).pricing[0])["Input price above 100,000 input tokens"] == [
        "$2 per 1M tokens",
        "no such tier",
    ]


def test_scores_show_settings_direction_margin_and_who_measured() -> None:
    shared, alone = page_of(rich()).benchmarks
    assert cells(shared)["Mazes"] == ["12 minutes", "14 minutes", "Alpha One, by 2 minutes"]
    assert cells(shared)["Ranked Chat"] == ["1,200", "1,200", "tie"]
    rows = {row.head.text: row for row in shared.rows}
    assert rows["Mazes"].note == "minutes, lower is better"
    assert rows["Mazes"].cells[0].note == "the vendor's own figure; measured 2 July 2026"
    assert rows["Codex Test"].cells[2].note == "inside the benchmark's margin"
    assert cells(alone) == {"Sums": ["no score", "40"], "Sums (high effort)": ["50", "no score"]}


def test_without_a_shared_benchmark_the_page_says_so() -> None:
    assert bare().benchmarks == ()
    assert "share no benchmark" in bare().benchmarks_note.text


def test_disagreeing_sources_are_shown_beside_the_value() -> None:
    row = next(row for row in page_of(rich()).specs.rows if row.head.text == "Released")
    assert row.cells[0].note == "sources disagree; others say 1 January 2025"


@pytest.mark.parametrize(
    ("metric", "written", "shown"),
    [
        ("parameters_total", "685000000000.0", "685B parameters"),
        ("context_window", "196608", "196,608 tokens"),
        ("max_output", "many", "many"),
        ("open_weights", "false", "no"),
        ("released", "2025-02", "February 2025"),
        ("released", "2025-02-31", "2025-02-31"),
    ],
)
def test_what_others_say_is_spelled_as_the_value_is(metric: str, written: str, shown: str) -> None:
    assert note(metric, (written,), "") == f"sources disagree; others say {shown}"
    assert note(metric, (written,), shown) == ""


def test_many_other_dates_are_told_by_their_ends() -> None:
    days = ("2025-01-01", "2025-01-02", "2025-03")
    assert note("released", days, "") == "sources disagree; 3 others lie between 1 January 2025 and March 2025"


def test_a_limit_that_the_seller_sets_is_shown_as_the_sellers() -> None:
    offers = [offer("acme", context_window=900_000, max_output=5)]
    ours = model("alpha-1", offers=offers, context_window=200_000, max_output=8_000)
    page = page_of(catalog(ours, model("beta-2")))
    heads = {row.head.text: row.cells[0].text for row in page.pricing[0].rows}
    assert heads["Context window at that provider"] == "900,000 tokens"
    assert heads["Output limit at that provider"] == "5 tokens"
    assert "One request that fills that provider's window" in heads
    assert "does not fit: output limit of 5 tokens at Acme" in {row.cells[0].text for row in page.pricing[1].rows}
    assert not any("at that provider" in row.head.text for row in page_of(rich()).pricing[0].rows)


def test_a_name_that_bears_its_vendor_does_not_bear_it_twice() -> None:
    page = page_of(catalog(model("acme-1", name="Acme One", released=SEEN), model("beta-2")))
    assert page.intro[0].text.startswith("Acme One was released")


def test_the_answer_on_benchmarks_begins_with_who_leads_on_how_many() -> None:
    answer = next(each.answer for each in page_of(rich()).faq if "benchmarks" in each.question)
    assert answer[0] == page_of(rich()).benchmarks_note


def test_readings_name_capabilities_in_words() -> None:
    read = Statement(0, 9, TEXT[:9], ("a.capabilities.unsupported",), "Alpha One lacks function_calling")
    page = page_of(rich(), TEXT, report=Report((read,), (), 1, "c"))
    assert page.deep_dive[0][0].reading == "Alpha One lacks function calling"


def test_the_verdict_shows_choice_reason_and_the_values_it_rests_on() -> None:
    choices = {choice.need: choice for choice in page_of(rich()).verdict.choices}
    assert choices["10,000 support chats"].choice == "Alpha One"
    assert choices["Longest context"].choice == "No verdict"
    assert choices["Longest context"].why == "because not known for both"
    assert choices["Codex Test"].why == "because the gap is inside the benchmark's margin"
    assert [cell.text for cell in choices["Open weights"].cells] == ["yes", "no"]
    assert any("margin" in rule for rule in page_of(rich()).verdict.rules)


def test_the_deep_dive_is_the_drafts_text_cut_where_facts_were_read() -> None:
    at = TEXT.index("200,000 tokens")
    read = Statement(at, at + 14, "200,000 tokens", ("a.context_window",), "Alpha One: context window")
    astray = Statement(0, 5, "Gamma", ("a.name",))
    page = page_of(rich(), TEXT, report=Report((astray, read), (), 1, "c"))
    assert ["".join(segment.text for segment in paragraph) for paragraph in page.deep_dive] == TEXT.split("\n\n")
    assert [segment for paragraph in page.deep_dive for segment in paragraph if segment.facts] == [page.deep_dive[0][1]]
    assert page.deep_dive[0][1].reading == "Alpha One: context window"


def test_overlapping_statements_do_not_repeat_the_text() -> None:
    wide, narrow = Statement(0, 20, TEXT[:20], ("a.name",)), Statement(5, 9, TEXT[5:9], ("a.name",))
    page = page_of(rich(), TEXT, report=Report((narrow, wide), (), 1, "c"))
    assert "".join(segment.text for segment in page.deep_dive[0]) == TEXT.split("\n\n")[0]


@pytest.mark.parametrize(
    ("more", "label", "indexed", "approved"),
    [
        ({}, "", True, True),
        ({"model_name": "house/plain"}, "worded by Writer's own rules", False, True),
        ({"status": "in_review"}, "Draft, version 1: in review. Not approved", False, False),
        ({"stale": True}, "facts have changed", False, False),
        ({"one_person": True}, "by one person", True, True),
        ({"model_name": "house/plain", "edited_by": "anna"}, "own rules and edited by a person", False, True),
        ({"edited_by": "anna", "one_person": True}, "edited by a person. Edited and approved by one", True, True),
    ],
)
def test_labels_and_indexing_follow_the_drafts_record(
    more: dict[str, object], label: str, indexed: bool, approved: bool
) -> None:
    record = page_of(rich(), TEXT, **more).record
    assert label in " ".join(record.labels)
    assert bool(record.labels) is bool(label)
    assert (record.indexed, record.approved) == (indexed, approved)


def test_a_draft_whose_facts_have_moved_is_not_approved_as_it_stands() -> None:
    sheet = fact_sheet(rich(), "alpha-1", "beta-2")
    old = draft(sheet, TEXT)
    moved = replace(old, result=replace(old.result, facts_hash="another"))
    assert not build(sheet, Names.of(rich()), moved).record.approved


def test_the_three_dates_are_of_data_writing_and_review() -> None:
    page = page_of(rich(), TEXT)
    assert page.data_as_of == "2 July 2026"
    assert page.record.written is not None
    assert page.record.written.isoformat() == "2026-07-03"
    assert page.record.reviewed is not None
    assert page.record.reviewed.isoformat() == "2026-07-04"
    assert page_of(rich(), TEXT, status="in_review").record.reviewed is None


def test_days_of_one_model_alone_are_said_to_be_its_own() -> None:
    page = page_of(catalog(model("alpha-1", offers=[offer()]), model("beta-2")))
    assert page.data_as_of == "2 July 2026 for Alpha 1, not stated for the other"
    assert bare().data_as_of == "not stated"


def test_sources_bear_their_attribution_and_links_stand_for_themselves() -> None:
    first, second = page_of(rich()).sources
    assert (first.name.text, first.license, first.attribution) == ("The Listings", "MIT", "The Listings' contributors")
    assert second.name.url == "https://acme.example/card"


def test_every_question_is_answered() -> None:
    for page in (page_of(rich()), bare()):
        assert len(page.faq) >= 8
        assert all(question.answer for question in page.faq)
    assert bare().withheld == ()


def test_unknown_answers_are_told_as_unknown() -> None:
    answers = {question.question: " ".join(each.text for each in question.answer) for question in bare().faq}
    assert "undocumented" in answers["Which has the larger context window, Alpha 1 or Beta 2?"]
    assert "No price that counts is known" in answers["Which is cheaper, Alpha 1 or Beta 2?"]
    assert "No provider is listed" in answers["Where can I use Alpha 1 and Beta 2?"]


def test_the_description_fits_a_search_result() -> None:
    for page in (page_of(rich()), bare()):
        assert len(page.description) <= 161
        assert page.description.count(".") >= 1


@pytest.mark.parametrize("step", [67])
def test_the_pages_own_sentences_pass_the_checker(step: int) -> None:
    catalog, withheld = load_catalog(CORPUS), []
    facts, names = Facts(catalog), Names.of(catalog)
    for a, b in list(combinations(sorted(catalog.models), 2))[::step]:
        withheld += build(facts.sheet(a, b), names).withheld
    assert withheld == []


def test_a_sentence_that_the_checker_rejects_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Sentence("Alpha One has a context window of 999,999 tokens.")
    monkeypatch.setattr("writer.page.build.intro", lambda showing: (wrong,))
    page = page_of(rich())
    assert page.intro == ()
    assert wrong in page.withheld
    assert "999,999" not in render.html(page)


def test_the_pages_version_is_a_hash_that_stays() -> None:
    assert version() == version()
    assert len(version()) == 16


def test_what_a_page_cites_are_facts_of_its_pair() -> None:
    sheet, page = fact_sheet(rich(), "alpha-1", "beta-2"), page_of(rich())
    tables = [page.specs, *page.pricing, page.capabilities, *page.benchmarks]
    cited = {key for table in tables if table for row in table.rows for cell in row.cells for key in cell.facts}
    cited |= {key for sentence in page.sentences for key in sentence.facts}
    cited |= {key for choice in page.verdict.choices for cell in choice.cells for key in cell.facts}
    assert cited <= set(sheet.facts)
    assert len(cited) > 60
