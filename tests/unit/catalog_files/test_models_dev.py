"""A snapshot of models.dev renews the offers of the models that the catalog holds."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.unit.catalog_files.small import write_small
from writer.catalog.diff import Noun
from writer.catalog.model import Billing, Offer
from writer.catalog_files.load import load_catalog
from writer.catalog_files.models_dev.run import import_models_dev
from writer.errors import BadSetting

JULY, AUGUST = date(2026, 7, 2), date(2026, 8, 1)
MODELS = "models/acme/one-7b.toml"
ONE = """\
name = "One 7B"
vendor = "acme"
context_window = 131072

[[offers]]
provider = "acme-cloud"
id = "one"
input = 0.1
output = 0.4
source = "models-dev"
checked = 2026-07-02

[[offers]]
provider = "reseller"
id = "acme/one-7b"
input = 1
output = 2
held = "asked them"
source = "models-dev"
checked = 2026-07-02

[[offers]]
provider = "reseller"
id = "by-hand"
input = 3
output = 4
source = "https://reseller.example"
"""
SOURCES = '[models-dev]\nname = "models.dev"\nretrieved = 2026-07-02\n'


def entry(input: Any = 0.1, output: Any = 0.4, **more: Any) -> Any:
    return {"cost": {"input": input, "output": output}, "limit": {"context": 131072, "output": 0}, **more}


def snapshot(place: Path, **providers: Any) -> Path:
    """An api.json; an underscore in a provider's name stands for a hyphen."""
    api = {
        name.replace("_", "-"): {"id": name, "name": name.title(), "doc": "https://docs.example", "models": models}
        for name, models in providers.items()
    }
    path = place / "api.json"
    path.write_text(json.dumps(api), encoding="utf-8")
    return path


SAME: dict[str, Any] = {"acme_cloud": {"one": entry()}, "reseller": {"acme/one-7b": entry(1, 2)}}


def catalog_at(place: Path, one: str = ONE) -> Path:
    return write_small(place / "catalog", {MODELS: one, "sources.toml": SOURCES})


def renewed(place: Path, seen: date = AUGUST, one: str = ONE, **providers: Any) -> dict[tuple[str, str | None], Offer]:
    into = catalog_at(place, one)
    import_models_dev(snapshot(place, **providers), into, seen)
    return {(offer.provider, offer.id): offer for offer in load_catalog(into).models["one-7b"].offers}


def test_what_is_listed_as_before_changes_in_nothing_but_the_day_it_was_seen(tmp_path: Path) -> None:
    into = catalog_at(tmp_path)
    before = load_catalog(into).models["one-7b"]
    changes = import_models_dev(snapshot(tmp_path, **SAME), into, AUGUST).changes
    assert {change.noun for change in changes} == {Noun.TABLE}
    after = load_catalog(into).models["one-7b"]
    assert [offer.checked for offer in after.offers] == [AUGUST, AUGUST, None]
    assert [offer.input for offer in after.offers] == [offer.input for offer in before.offers]


def test_the_same_snapshot_twice_writes_the_same_bytes(tmp_path: Path) -> None:
    into = catalog_at(tmp_path)
    file = snapshot(tmp_path, **SAME)
    first = [path.read_bytes() for path in import_models_dev(file, into, AUGUST).written]
    second = import_models_dev(file, into, AUGUST)
    assert second.changes == ()
    assert [path.read_bytes() for path in second.written] == first


def test_a_new_price_is_taken_over_and_float_artefacts_are_repaired(tmp_path: Path) -> None:
    found = renewed(tmp_path, acme_cloud={"one": entry(0.7999999999999999, 0.4)})
    assert found["acme-cloud", "one"].input == Decimal("0.8")


def test_an_offer_that_is_listed_no_more_has_ended_but_one_from_elsewhere_has_not(tmp_path: Path) -> None:
    found = renewed(tmp_path, acme_cloud={"one": entry()})
    assert found["reseller", "acme/one-7b"].ended == AUGUST
    assert found["reseller", "by-hand"].ended is None


def test_an_offer_that_comes_back_has_not_ended(tmp_path: Path) -> None:
    gone = ONE.replace('held = "asked them"', "ended = 2026-06-01")
    assert renewed(tmp_path, one=gone, **SAME)["reseller", "acme/one-7b"].ended is None


def test_what_a_person_held_stays_held(tmp_path: Path) -> None:
    assert renewed(tmp_path, **SAME)["reseller", "acme/one-7b"].held == "asked them"


@pytest.mark.parametrize(
    ("id", "taken"),
    [
        ("one-7b", True),
        ("acme/One 7B", True),
        ("x/y/one_7b", True),
        ("one-7b-fp8", False),
        ("one-70b", False),
        ("one", False),  # one provider's own short name may be a family's
        ("one-7b+", False),
        ("two", False),
    ],
)
def test_a_new_listing_is_an_offer_only_of_the_model_whose_whole_name_it_bears(
    tmp_path: Path, id: str, taken: bool
) -> None:
    found = renewed(tmp_path, newcomer={id: entry(5, 6)}, **SAME)
    assert (("newcomer", id) in found) is taken


def test_a_new_offer_brings_its_provider_and_its_source(tmp_path: Path) -> None:
    found = renewed(tmp_path, newcomer={"one-7b": entry(5, 6)})["newcomer", "one-7b"]
    assert (found.source, found.checked, found.billing) == ("models-dev", AUGUST, Billing.TOKENS)
    catalog = load_catalog(tmp_path / "catalog")
    assert (catalog.providers["newcomer"].name, catalog.providers["newcomer"].url) == (
        "Newcomer",
        "https://docs.example",
    )
    assert catalog.sources["models-dev"].retrieved == AUGUST


def test_the_same_terms_under_another_id_are_no_second_offer(tmp_path: Path) -> None:
    found = renewed(tmp_path, acme_cloud={"one": entry(), "one-7b": entry()})
    assert ("acme-cloud", "one-7b") not in found


def test_a_new_price_far_from_everybody_elses_is_held_until_a_person_clears_it(tmp_path: Path) -> None:
    many: dict[str, Any] = {name: {"one-7b": entry(7, 7)} for name in ("a", "b", "c", "d", "e")} | {
        "odd": {"one-7b": entry(1, 1)}
    }
    plain = ONE.replace('held = "asked them"\n', "")
    assert renewed(tmp_path, one=plain, **many)["odd", "one-7b"].held is not None
    path = tmp_path / "catalog" / MODELS
    path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if not line.startswith("held")))
    import_models_dev(snapshot(tmp_path, **many), tmp_path / "catalog", AUGUST)
    offers = load_catalog(tmp_path / "catalog").models["one-7b"].offers
    assert [offer.held for offer in offers if offer.provider == "odd"] == [None]


def test_pinned_offers_are_left_alone(tmp_path: Path) -> None:
    pinned = ONE + '\n[facts.offers]\npinned = "checked by hand"\n'
    assert renewed(tmp_path, one=pinned, acme_cloud={"one": entry(9, 9)})["acme-cloud", "one"].input == Decimal("0.1")


def test_an_older_snapshot_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    into = catalog_at(tmp_path)
    before = (into / MODELS).read_bytes()
    with pytest.raises(BadSetting, match=r"2026-06-01: the catalog has seen models\.dev on 2026-07-02"):
        import_models_dev(snapshot(tmp_path), into, date(2026, 6, 1))
    assert (into / MODELS).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "message"), [("{", "is not JSON"), ("[]", "should be"), ('{"a": {"name": 5}}', "a.name: got 5")]
)
def test_another_file_is_told_what_is_wrong_with_it(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "api.json"
    path.write_text(text)
    with pytest.raises(BadSetting, match=message):
        import_models_dev(path, catalog_at(tmp_path), JULY)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="cannot be read"):
        import_models_dev(tmp_path / "none.json", catalog_at(tmp_path), JULY)
