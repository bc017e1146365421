"""The curated file becomes a catalog by the rules of catalog/README.md: a law and a made-up file each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.unit.catalog_files.curated_file import fact, listing, model, row, write_file
from writer.catalog.model import Billing, Model, Status
from writer.catalog_files.curated.run import import_curated
from writer.catalog_files.load import check_catalog, load_catalog
from writer.errors import BadSetting
from writer.quantities.dates import YearMonth


def imported(place: Path, **more: Any) -> Model:
    """The one model of a file, imported into an empty directory and loaded from there."""
    import_curated(write_file(place, model(**more)), place / "catalog")
    assert check_catalog(place / "catalog") == ()
    return load_catalog(place / "catalog").models["one-1"]


def test_the_same_file_gives_the_same_bytes_into_an_empty_directory_and_over_itself(tmp_path: Path) -> None:
    file = write_file(
        tmp_path, model(offers=[listing("b"), listing("a")], benchmarks=[row()], release_date=fact("2025-01-02"))
    )
    first = import_curated(file, tmp_path / "a").written
    second = import_curated(file, tmp_path / "b").written
    contents = [path.read_bytes() for path in first]
    assert contents == [path.read_bytes() for path in second]
    import_curated(file, tmp_path / "a")
    assert contents == [path.read_bytes() for path in first]


def test_the_models_kept_by_hand_are_shipped_as_they_are_kept() -> None:
    kept = load_catalog(Path("src/writer/catalog_files/curated/kept"))
    shipped = load_catalog(Path("catalog"))
    assert len(kept.models) == 2
    assert all(shipped.models[slug] == model and not model.listed for slug, model in kept.models.items())
    assert dict(shipped.workloads) == dict(kept.workloads)


# ------------------------------------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("told", "released"),
    [
        (fact("2025-03-14"), date(2025, 3, 14)),
        (fact("2025-03"), YearMonth(2025, 3)),
        (fact("2025-25-11"), None),
        (fact("2025-02-31", conflicts=(("2025-03-01", 1),)), date(2025, 3, 1)),
        (fact("1970-01-01"), None),
        # outvoted: nobody seconds it, and five or more others agree on another day
        (fact("2024-07-01", conflicts=(("2024-07-18", 5),)), date(2024, 7, 18)),
        (fact("2024-07-01", conflicts=(("2024-07-18", 4),)), date(2024, 7, 1)),
        (fact("2024-07-01", also=("helm",), conflicts=(("2024-07-18", 9),)), date(2024, 7, 1)),
    ],
)
def test_a_release_date_is_the_sources_own_unless_impossible_or_outvoted(
    tmp_path: Path, told: Any, released: Any
) -> None:
    assert imported(tmp_path, release_date=told).released == released


def test_the_date_in_a_models_own_name_overrules_a_date_that_cannot_be(tmp_path: Path) -> None:
    told = fact("2024-11-01", conflicts=(("2025-12-02", 1), ("2026-01-01", 3)))
    file = write_file(tmp_path, model(id="mistral/one-2512", release_date=told))
    import_curated(file, tmp_path / "catalog")
    found = load_catalog(tmp_path / "catalog").models["one-2512"]
    assert found.released == date(2025, 12, 2)
    assert [entry.value for entry in found.provenance["released"].conflicts] == ["2024-11-01", "2026-01-01"]


@pytest.mark.parametrize(
    ("told", "cutoff"), [("2024-10-31", YearMonth(2024, 10)), ("2025-03", None), ("2025-04", None)]
)
def test_a_knowledge_cutoff_not_before_the_release_month_is_unknown(tmp_path: Path, told: str, cutoff: Any) -> None:
    assert imported(tmp_path, release_date=fact("2025-03-14"), knowledge_cutoff=fact(told)).knowledge_cutoff == cutoff


# ------------------------------------------------------------------------------------------------ limits, licence, sizes


@pytest.mark.parametrize(
    ("window", "longest", "expected"),
    [
        (128_000, 8_192, (128_000, 8_192)),
        (0, 0, (None, None)),
        (99_999_999, 8_192, (None, 8_192)),
        (128_000, 128_000, (128_000, None)),  # output equal to context usually means unknown
        (128_000, 200_000, (128_000, None)),
    ],
)
def test_placeholders_for_limits_are_unknown(tmp_path: Path, window: int, longest: int, expected: Any) -> None:
    found = imported(tmp_path, context_window=fact(window), max_output=fact(longest))
    assert (found.context_window, found.max_output) == expected


def test_parameters_are_repaired_of_float_artefacts(tmp_path: Path) -> None:
    assert imported(tmp_path, parameters_total=fact(8029999999.999999)).parameters_total == 8_030_000_000


@pytest.mark.parametrize(
    ("told", "open_weights", "license"),
    [
        (fact("Apache-2.0"), True, "Apache-2.0"),
        (fact("Proprietary"), False, "Proprietary"),
        (fact("CC-BY-4.0", conflicts=(("Proprietary", 1),)), False, "Proprietary"),
        (fact("MIT"), False, None),
    ],
)
def test_an_open_licence_on_closed_weights_is_not_believed(
    tmp_path: Path, told: Any, open_weights: bool, license: Any
) -> None:
    assert imported(tmp_path, licence=told, open_weights=fact(open_weights)).license == license


# ------------------------------------------------------------------------------------------------ capabilities


@pytest.mark.parametrize(
    ("told", "known"),
    [
        (fact(True, conflicts=((False, 7),)), True),
        (fact(False), False),
        (fact(False, conflicts=((True, 1),)), False),
        (fact(False, conflicts=((True, 2),)), None),
        (fact(False, also=("litellm",), conflicts=((True, 2),)), False),
    ],
)
def test_a_yes_stands_and_a_doubted_no_is_unknown(tmp_path: Path, told: Any, known: bool | None) -> None:
    assert imported(tmp_path, capabilities={"tool_use": told}).capabilities.get("function_calling") is known


def test_what_a_model_reads_is_told_by_its_inputs(tmp_path: Path) -> None:
    found = imported(tmp_path, modalities_input=fact(["video", "text", "image"]))
    assert found.inputs == ("text", "image", "video")
    assert {**found.capabilities} == {"audio_input": False, "pdf_input": False, "video_input": True, "vision": True}


def test_a_capability_that_no_source_states_is_unknown(tmp_path: Path) -> None:
    assert dict(imported(tmp_path, capabilities={"web_search": None}).capabilities) == {}


# ------------------------------------------------------------------------------------------------ offers


@pytest.mark.parametrize(
    ("told", "billing", "input"),
    [
        (listing(input=0.7999999999999999), Billing.TOKENS, Decimal("0.8")),
        (listing(input=0, output=0), Billing.TOKENS, None),
        (listing(input=None, output=None), Billing.TOKENS, None),
        (listing(id="acme/one:free", input=0, output=0), Billing.FREE, Decimal(0)),
        (listing(id="acme/one:free", input=1), Billing.TOKENS, Decimal(1)),
        (listing("zai-coding-plan", input=0, output=0), Billing.SUBSCRIPTION, None),
        (listing("github-copilot", input=2), Billing.SUBSCRIPTION, None),
    ],
)
def test_a_price_of_zero_is_free_only_where_the_listing_says_so(
    tmp_path: Path, told: Any, billing: Billing, input: Any
) -> None:
    (found,) = imported(tmp_path, offers=[told]).offers
    assert (found.billing, found.input) == (billing, input)


def test_local_programs_floating_aliases_and_hidden_models_are_no_offers(tmp_path: Path) -> None:
    assert (
        imported(tmp_path, offers=[listing("lmstudio"), listing(id="one-latest"), listing(id="stealth/one")]).offers
        == ()
    )


def test_of_listings_with_the_same_terms_the_shortest_id_stands(tmp_path: Path) -> None:
    told = [listing(id="one-2025-03-14"), listing(id="one"), listing(id="one-fp8", input=3)]
    assert [offer.id for offer in imported(tmp_path, offers=told).offers] == ["one", "one-fp8"]


def test_an_offers_limits_stand_where_they_differ_from_the_models(tmp_path: Path) -> None:
    told = [listing("a", context=100_000), listing("b", context=32_000, max_output=32_000), listing("c", context=0)]
    found = imported(tmp_path, context_window=fact(100_000), max_output=fact(8_000), offers=told).offers
    assert [(offer.context_window, offer.max_output) for offer in found] == [(None, None), (32_000, None), (None, None)]


def test_an_offer_tells_where_and_when_it_was_seen(tmp_path: Path) -> None:
    (found,) = imported(tmp_path, offers=[listing("wafer.ai", tiers=[{"tier": {"size": 200_000}, "input": 2}])]).offers
    assert (found.provider, found.source, found.ref) == ("wafer-ai", "models-dev", "providers/wafer.ai")
    assert found.checked == date(2026, 7, 2)
    assert [(tier.above_input_tokens, tier.input, tier.output) for tier in found.tiers] == [(200_000, Decimal(2), None)]


def test_a_listing_marked_deprecated_is_held(tmp_path: Path) -> None:
    (found,) = imported(tmp_path, offers=[listing(status="deprecated")]).offers
    assert found.held is not None


def held(found: Model) -> list[str]:
    return [offer.provider for offer in found.offers if offer.held]


def test_a_price_far_from_everybody_elses_is_held(tmp_path: Path) -> None:
    told = [*(listing(name, input=7, output=7) for name in "abcde"), listing("odd", input=1, output=1)]
    assert held(imported(tmp_path, offers=told)) == ["odd"]


def test_a_far_price_that_another_provider_asks_too_is_not_held(tmp_path: Path) -> None:
    told = [
        *(listing(name, input=7, output=7) for name in "abcde"),
        listing("x", input=1, output=1),
        listing("y", input=1, output=1),
    ]
    assert held(imported(tmp_path, offers=told)) == []


def test_the_vendors_own_price_is_never_held(tmp_path: Path) -> None:
    told = [*(listing(name, input=1, output=1) for name in "abcde"), listing("openai", input=9, output=9)]
    assert held(imported(tmp_path, offers=told)) == []


@pytest.mark.parametrize(("open_weights", "expected"), [(False, ["under"]), (True, []), (None, [])])
def test_far_under_the_vendors_price_for_closed_weights_is_held(
    tmp_path: Path, open_weights: Any, expected: Any
) -> None:
    told = [
        listing("openai", input=9, output=9),
        listing("under", input=5, output=5),
        listing("near", input=7, output=7),
    ]
    weights = None if open_weights is None else fact(open_weights)
    assert held(imported(tmp_path, offers=told, open_weights=weights)) == expected


def test_a_provider_with_half_its_prices_far_off_is_held_altogether(tmp_path: Path) -> None:
    models = [
        model(
            id=f"openai/one-{n}",
            name=f"One {n}",
            offers=[*(listing(name, input=7, output=7) for name in "abcde"), listing("odd", input=odd, output=odd)],
        )
        for n, odd in enumerate((1, 1, 7))
    ]
    import_curated(write_file(tmp_path, *models), tmp_path / "catalog")
    found = load_catalog(tmp_path / "catalog").models
    assert [held(found[f"one-{n}"]) for n in range(3)] == [["odd"]] * 3


@pytest.mark.parametrize(
    ("offers", "status"),
    [
        ([listing("openai")], Status.CURRENT),
        ([listing("openai", status="deprecated")], Status.DEPRECATED),
        ([listing("openrouter")], None),
    ],
)
def test_the_vendors_own_listing_tells_the_status(tmp_path: Path, offers: Any, status: Status | None) -> None:
    assert imported(tmp_path, offers=offers).status is status


# ------------------------------------------------------------------------------------------------ scores


def scores(found: Model) -> dict[str, Decimal]:
    return {score.key: score.score for score in found.scores}


def twice(place: Path, rows: list[Any]) -> dict[str, Decimal]:
    """The scores of a model beside a second model with the same rows, so that no setting is alone."""
    import_curated(
        write_file(place, model(benchmarks=rows), model(id="openai/two", name="Two", benchmarks=rows)), place / "c"
    )
    return scores(load_catalog(place / "c").models["one-1"])


@pytest.mark.parametrize(
    ("told", "key"),
    [
        (row(), "gpqa-diamond"),
        (row(settings={"effort": "high"}), "gpqa-diamond@effort-high"),
        (row(settings={"effort": "32K"}), "gpqa-diamond@thinking-32k"),
        (row(origin="simple-evals", settings={"prompt": "n/a"}), "gpqa-diamond@simple-evals"),
        (
            row("Terminal-Bench", settings={"agent": "Terminus 2", "effort": "low"}),
            "terminal-bench@terminus-2-effort-low",
        ),
        (row("Aider polyglot", origin="aider", settings={"edit_format": "diff"}), "aider-polyglot"),
        (row("Aider polyglot", origin="aider", model_name="one (32k thinking)"), "aider-polyglot@thinking-32k"),
        (row("Aider polyglot", origin="aider", model_name="one (no think)"), "aider-polyglot"),
        (row("BFCL v4 overall", origin="bfcl", settings={"mode": "FC"}), "bfcl-v4@function-calling"),
        (row("MMLU", origin="llm-stats", settings={"method": "5-shot CoT"}), "mmlu@reported-5-shot-cot"),
        (row("AIME 2025", origin="llm-stats", settings={"method": "Parallel test-time compute"}), "aime-2025@assisted"),
        (row("AIME 2025", origin="llm-stats", settings={"method": "accuracy (no tools)"}), "aime-2025"),
        (row("LiveBench 2026-01-08: average", origin="livebench", settings={"thinking": "off"}), "livebench"),
        (row("OpenHands Index: GAIA", origin="openhands-index", settings={"agent": "OpenHands"}), "gaia@openhands"),
    ],
)
def test_what_a_score_depends_on_becomes_its_setting(tmp_path: Path, told: Any, key: str) -> None:
    assert twice(tmp_path, [told]) == {key: Decimal(50)}


@pytest.mark.parametrize(
    ("rows", "score"),
    [
        ([row(score=60, self_reported=True), row(score=50, self_reported=False)], 50),
        ([row(score=50, model_name="one-2024-05-13"), row(score=40, model_name="one-2024-11-20")], 40),
        ([row(score=50, date="2025-01-01"), row(score=40, date="2025-02-01")], 40),
        ([row(score=50), row(score=40)], 40),
        ([row("Vectara hallucination rate (HHEM)", s, "vectara", higher_is_better=False) for s in (1, 2)], 2),
        ([row("Aider polyglot", 50, "models.dev"), row("Aider polyglot", 40, "aider")], 40),
    ],
)
def test_of_several_results_at_one_setting_a_stated_rule_picks(tmp_path: Path, rows: list[Any], score: int) -> None:
    forward, backward = twice(tmp_path, rows), twice(tmp_path, rows[::-1])
    assert list(forward.values()) == list(backward.values()) == [Decimal(score)]


def test_a_row_that_is_no_benchmark_of_ours_is_left_out_and_counted(tmp_path: Path) -> None:
    done = import_curated(write_file(tmp_path, model(benchmarks=[row("Nobody's"), row()])), tmp_path / "catalog")
    assert "1 scores; 1 rows of 1 benchmarks left out" in done.notes[0]


def test_a_setting_that_one_model_alone_has_compares_with_nothing_and_is_left_out(tmp_path: Path) -> None:
    assert scores(imported(tmp_path, benchmarks=[row(settings={"effort": "max"}), row(score=1)])) == {"gpqa-diamond": 1}


def test_an_agent_that_is_named_like_a_model_makes_no_setting(tmp_path: Path) -> None:
    assert twice(tmp_path, [row("OSWorld", settings={"agent": "GPT-4o"})]) == {}


# ------------------------------------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Claude Opus 4.5 (latest)", "Claude Opus 4.5"),
        ("Meta-Llama-3.1-405B-Instruct", "Llama 3.1 405B Instruct"),
        ("GPT-4o", "GPT-4o"),
        ("DeepSeek-R1", "DeepSeek-R1"),
        ("One\u202e\u0000  \u200b1", "One 1"),
    ],
)
def test_names_are_cleaned(tmp_path: Path, told: str, name: str) -> None:
    assert imported(tmp_path, name=told).name == name


def test_aliases_name_this_model_alone_without_provider_region_or_mode(tmp_path: Path) -> None:
    told = [
        "one-1.0",
        "openai/one-1",
        "azure-one-1",
        "one-1:free",
        "one-1-thinking",
        "one-1",
        "one",
        "us.one-1",
        "one-2",
    ]
    file = write_file(tmp_path, model(aliases=told), model(id="openai/one-2", name="One 2", aliases=["one-1.1"]))
    import_curated(file, tmp_path / "catalog")
    assert load_catalog(tmp_path / "catalog").models["one-1"].aliases == ("one-1.0",)


# ------------------------------------------------------------------------------------------------ sources, pins, faults


def test_each_value_keeps_its_source_and_who_says_otherwise(tmp_path: Path) -> None:
    found = imported(tmp_path, context_window=fact(8_000, also=("llm-stats",), conflicts=((9_000, 6),))).provenance[
        "context_window"
    ]
    assert (found.source, found.ref, found.checked, found.also) == (
        "models-dev",
        "models/one.toml",
        date(2026, 7, 2),
        ("llm-stats",),
    )
    assert [(entry.value, entry.sources[-1]) for entry in found.conflicts] == [("9000", "and 2 more")]


def test_a_pinned_value_and_an_offer_that_is_gone_outlive_an_import(tmp_path: Path) -> None:
    before = model(context_window=fact(8_000), offers=[listing("a"), listing("b")])
    import_curated(write_file(tmp_path, before), tmp_path / "catalog")
    path = tmp_path / "catalog/models/openai/one-1.toml"
    pinned = path.read_text().replace("context_window = 8000", "context_window = 9000")
    pinned = pinned.replace("[facts.context_window]\n", '[facts.context_window]\npinned = "asked the vendor"\n')
    path.write_text(pinned)
    import_curated(write_file(tmp_path, model(context_window=fact(7_000), offers=[listing("b")])), tmp_path / "catalog")
    found = load_catalog(tmp_path / "catalog").models["one-1"]
    assert (found.context_window, found.provenance["context_window"].pinned) == (9_000, "asked the vendor")
    assert [(offer.provider, offer.ended) for offer in found.offers] == [("a", date(2026, 7, 2)), ("b", None)]


def test_a_model_that_a_person_added_and_an_entry_a_person_changed_outlive_an_import(tmp_path: Path) -> None:
    file, into = write_file(tmp_path, model()), tmp_path / "catalog"
    import_curated(file, into)
    (into / "models/openai/mine.toml").write_text('name = "Mine"\nvendor = "openai"\n')
    (into / "vendors.toml").write_text((into / "vendors.toml").read_text().replace('"OpenAI"', '"Open AI"'))
    import_curated(file, into)
    catalog = load_catalog(into)
    assert (catalog.models["mine"].name, catalog.vendors["openai"].name) == ("Mine", "Open AI")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not JSON"),
        ("[]", "Input should be"),
        ('{"models": [{"id": 5}]}', "models[0].id: got 5"),
        ('{"models": [{"id": "a/seed-vs-b", "name": "x", "vendor": {"id": "a", "name": "A"}}]}', "expected a slug"),
    ],
)
def test_another_file_is_told_what_is_wrong_with_it(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "file.json"
    path.write_text(text)
    with pytest.raises(BadSetting, match=message.replace("[", r"\[")):
        import_curated(path, tmp_path / "catalog")
    assert not (tmp_path / "catalog").exists()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="cannot be read"):
        import_curated(tmp_path / "none.json", tmp_path / "catalog")
