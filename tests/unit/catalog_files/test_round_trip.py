"""What is written reads back as the same values, and the same values are the same bytes."""

from __future__ import annotations

import tempfile
from dataclasses import FrozenInstanceError
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.unit.catalog_files.made_up import catalogs
from tests.unit.catalog_files.small import FILES, write_small
from writer.catalog.catalog import Catalog
from writer.catalog.model import Billing
from writer.catalog_files.load import load_catalog
from writer.catalog_files.write import spell_catalog, write_catalog
from writer.quantities.dates import YearMonth

SHIPPED = [Path("catalog"), Path("tests/corpus/catalog")]


@given(catalogs)
@settings(max_examples=80, deadline=None)
def test_a_catalog_that_is_written_loads_as_itself(catalog: Catalog) -> None:
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "models").mkdir()
        write_catalog(catalog, Path(place))
        assert load_catalog(Path(place)) == catalog


@pytest.mark.parametrize("directory", SHIPPED, ids=str)
def test_a_real_catalog_survives_being_written_and_read(directory: Path, tmp_path: Path) -> None:
    catalog = load_catalog(directory)
    write_catalog(catalog, tmp_path)
    assert load_catalog(tmp_path) == catalog


def test_the_shipped_catalog_is_spelt_as_it_would_be_written() -> None:
    """So that an import of the same values changes no byte."""
    for name, text in spell_catalog(load_catalog(SHIPPED[0])).items():
        assert (SHIPPED[0] / name).read_text(encoding="utf-8") == text, name


def test_numbers_are_exact_from_the_text_on(tmp_path: Path) -> None:
    text = FILES["models/acme/one-7b.toml"].replace("input = 0.1\n", "input = 0.100000000000003\n")
    offer, _ = load_catalog(write_small(tmp_path, {"models/acme/one-7b.toml": text})).models["one-7b"].offers
    assert (offer.input, offer.output) == (Decimal("0.100000000000003"), Decimal("0.40"))


def test_an_absent_key_is_unknown_and_never_zero_or_no(tmp_path: Path) -> None:
    model = load_catalog(write_small(tmp_path)).models["two.1-mini"]
    assert (model.context_window, model.open_weights, model.inputs, model.status) == (None, None, None, None)
    assert (model.offers, model.listed, model.released) == ((), True, YearMonth(2025, 4))


def test_offers_are_sorted_and_paid_by_the_token_unless_told(tmp_path: Path) -> None:
    text = FILES["models/acme/one-7b.toml"].replace('"acme-cloud"', '"zz"').replace('"reseller"', '"acme-cloud"')
    providers = FILES["providers.toml"] + '[zz]\nname = "ZZ"\n'
    changes: dict[str, str | bytes | None] = {"models/acme/one-7b.toml": text, "providers.toml": providers}
    offers = load_catalog(write_small(tmp_path, changes)).models["one-7b"].offers
    assert [(offer.provider, offer.billing) for offer in offers] == [
        ("acme-cloud", Billing.TOKENS),
        ("zz", Billing.TOKENS),
    ]


def test_provenance_of_a_capability_may_be_nested_or_quoted(tmp_path: Path) -> None:
    nested = load_catalog(write_small(tmp_path)).models["one-7b"].provenance
    text = FILES["models/acme/one-7b.toml"].replace("[facts.capabilities.vision]", '[facts."capabilities.vision"]')
    quoted = load_catalog(write_small(tmp_path, {"models/acme/one-7b.toml": text})).models["one-7b"].provenance
    assert nested == quoted
    assert set(nested) == {"released", "capabilities.vision"}


def test_what_is_loaded_is_frozen_down_to_its_mappings(tmp_path: Path) -> None:
    catalog = load_catalog(write_small(tmp_path))
    model = catalog.models["one-7b"]
    for mapping in (catalog.models, catalog.workloads, model.capabilities, model.provenance):
        with pytest.raises(TypeError):
            mapping["x"] = None  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        model.name = "other"  # type: ignore[misc]
    assert isinstance(model.offers, tuple)


def test_a_file_that_says_the_same_already_is_left_untouched(tmp_path: Path) -> None:
    catalog = load_catalog(write_small(tmp_path / "a"))
    paths = write_catalog(catalog, tmp_path / "b")
    before = {path: path.stat().st_mtime_ns for path in paths}
    write_catalog(catalog, tmp_path / "b")
    assert {path: path.stat().st_mtime_ns for path in paths} == before
    assert not list((tmp_path / "b").rglob("*.part"))
