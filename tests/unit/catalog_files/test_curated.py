"""The curated file becomes a catalog by the rules of catalog/README.md: a law and a made-up file each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.catalog_files.curated_file import fact, listing, model, row, write_file
from tests.unit.catalog_files.imported import imported
from writer.catalog_files.curated.run import import_curated
from writer.catalog_files.load import load_catalog
from writer.errors import BadSetting
from writer.quantities.dates import YearMonth


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
