"""The curated file and what is kept by hand, put together as one catalog."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from writer.catalog.catalog import Catalog
from writer.catalog.model import Model, Provider, Source, Status, Vendor
from writer.catalog_files.curated.moments import read_day
from writer.catalog_files.curated.names import aliases, clean_name, model_slug
from writer.catalog_files.curated.raw import RawFile, RawModel, read_raw
from writer.catalog_files.curated.scores import Row, Rows, read_scores, without_lonely
from writer.catalog_files.curated.traits import Traits
from writer.catalog_files.freeze import by_id
from writer.catalog_files.keeping import keep_what_is_there
from writer.catalog_files.kinds import is_link, is_slug
from writer.catalog_files.listings.offers import provider_id, read_offers
from writer.catalog_files.listings.outliers import hold_outliers
from writer.catalog_files.listings.words import clean_text, source_id
from writer.catalog_files.load import load_catalog
from writer.catalog_files.write import write_catalog
from writer.errors import BadSetting
from writer.quantities.dates import YearMonth

T = TypeVar("T")
_HERE = Path(__file__).parent
_VENDORS = {"zai": "zhipuai"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the files it wrote, in order, and what it left out and held, a line each."""

    written: tuple[Path, ...]
    notes: tuple[str, ...]


def import_curated(file: Path, into: Path) -> Imported:
    """Writes the catalog that the curated file makes into a directory; the same file gives the same bytes.

    What is there already is kept as ``keep_what_is_there`` says: pins, offers that are gone, models the file lacks.
    Raises BadSetting for a file of another shape, CatalogFaults where the directory holds a catalog with faults.
    """
    raw = read_raw(file)
    there = load_catalog(into) if (into / "models").is_dir() else None
    catalog = keep_what_is_there(curated_catalog(raw), there, {model_slug(model) for model in raw.models})
    return Imported(write_catalog(catalog, into), _notes(raw, catalog, read_rows()))


def curated_catalog(raw: RawFile) -> Catalog:
    """The catalog of the file, with what is kept by hand; nothing is written."""
    made = _Made.of(raw)
    names = aliases(raw.models, [word for model in made.kept.models.values() for word in (model.name, model.slug)])
    models: dict[str, Model] = {}
    for entry in raw.models:
        slug = model_slug(entry)
        if slug in models or slug in made.kept.models or not is_slug(slug):
            raise BadSetting(f"models: {entry.id}: gives the slug {slug!r}: expected a slug that no other model has")
        models[slug] = _model(entry, names[slug], made)
    models = hold_outliers(without_lonely(models), lambda model: made.vendors[model.vendor].providers)
    return _with_tables(dict(made.kept.models) | models, made, raw)


@dataclass(frozen=True, slots=True)
class _Made:
    """What every model is made with."""

    kept: Catalog
    rows: Rows
    retrieved: Mapping[str, date]
    vendors: Mapping[str, Vendor]

    @classmethod
    def of(cls, raw: RawFile) -> _Made:
        kept = load_catalog(_HERE / "kept")
        retrieved = {source_id(name): day for name, source in raw.sources.items() if (day := read_day(source.date))}
        named = {_vendor_id(model): Vendor(_vendor_id(model), clean_text(model.vendor.name)) for model in raw.models}
        return cls(kept, read_rows(), retrieved, named | dict(kept.vendors))


def read_rows() -> Rows:
    """Which rows of the file are which benchmark: ``benchmark_rows.toml``."""
    with (_HERE / "benchmark_rows.toml").open("rb") as stream:
        held = tomllib.load(stream)
    return {
        (name, origin): Row(benchmark, tag, rank)
        for benchmark, table in held.items()
        for rank, (name, origin, tag) in enumerate(table["rows"])
    }


def _vendor_id(raw: RawModel) -> str:
    return _VENDORS.get(raw.vendor.id, raw.vendor.id)


def _model(raw: RawModel, names: tuple[str, ...], made: _Made) -> Model:
    traits, vendor_id = Traits(raw, made.retrieved), _vendor_id(raw)
    model = Model(
        slug=model_slug(raw),
        name=clean_name(raw.name),
        vendor=vendor_id,
        aliases=names,
        status=_status(raw, made.vendors[vendor_id].providers),
        released=traits.get("released", date) or traits.get("released", YearMonth),
        knowledge_cutoff=traits.get("knowledge_cutoff", YearMonth),
        context_window=traits.get("context_window", int),
        max_output=traits.get("max_output", int),
        parameters_total=traits.get("parameters_total", int),
        parameters_active=traits.get("parameters_active", int),
        architecture=traits.get("architecture", str),
        license=traits.get("license", str),
        open_weights=traits.get("open_weights", bool),
        inputs=traits.get("inputs", tuple),
        outputs=traits.get("outputs", tuple),
        capabilities=MappingProxyType(traits.capabilities()),
        scores=read_scores(raw.benchmarks, made.rows, made.kept.benchmarks),
        provenance=MappingProxyType(traits.provenance()),
    )
    return replace(model, offers=read_offers(raw.offers, model, made.retrieved))


def _status(raw: RawModel, own: Iterable[str]) -> Status | None:
    """Preview by its name; else current or deprecated as the vendor's own listings say; unknown without one."""
    if "preview" in model_slug(raw):
        return Status.PREVIEW
    listings = [offer.status for offer in raw.offers if provider_id(offer) in frozenset(own)]
    if not listings:
        return None
    return Status.DEPRECATED if set(listings) == {"deprecated"} else Status.CURRENT


def _with_tables(models: Mapping[str, Model], made: _Made, raw: RawFile) -> Catalog:
    """The models with those entries of the tables that they use; a provider or source that no table has by its name."""
    offers = [offer for model in models.values() for offer in model.offers]
    vendors = {model.vendor for model in models.values()}
    sold = {offer.provider for offer in offers} | {name for key in vendors for name in made.vendors[key].providers}
    listed = {
        provider_id(offer): Provider(provider_id(offer), clean_text(offer.provider_name))
        for m in raw.models
        for offer in m.offers
    }
    scored = {score.benchmark for model in models.values() for score in model.scores}
    named = {name for model in models.values() for name in _sources(model)}
    return Catalog(
        models=by_id(models),
        vendors=_only(made.vendors, vendors),
        providers=_only(listed | dict(made.kept.providers), sold),
        benchmarks=_only(made.kept.benchmarks, scored),
        capabilities=made.kept.capabilities,
        workloads=made.kept.workloads,
        sources=_only({name: Source(name, name) for name in named} | dict(made.kept.sources), named),
    )


def _only(table: Mapping[str, T], keys: Iterable[str]) -> Mapping[str, T]:
    wanted = frozenset(keys)
    return by_id({key: entry for key, entry in table.items() if key in wanted})


def _sources(model: Model) -> Iterator[str]:
    """Every source id that a model's file names, those that agree among them."""
    named = [offer.source for offer in model.offers] + [score.source for score in model.scores]
    named += [part.source for part in model.provenance.values()]
    agreeing = [name.partition(":")[0] for part in model.provenance.values() for name in part.also]
    yield from (name for name in [*named, *agreeing] if name is not None and not is_link(name))


def _notes(raw: RawFile, catalog: Catalog, rows: Rows) -> tuple[str, ...]:
    left = Counter(
        entry.benchmark
        for model in raw.models
        for entry in model.benchmarks
        if (entry.benchmark, entry.origin) not in rows
    )
    held = [
        f"{model.slug}: {offer.provider} {offer.id}: held: {offer.held}"
        for model in catalog.models.values()
        for offer in model.offers
        if offer.held is not None
    ]
    listings = sum(len(model.offers) for model in raw.models)
    kept = sum(len(model.offers) for model in catalog.models.values())
    scores = sum(len(model.scores) for model in catalog.models.values())
    counted = f"{len(catalog.models)} models, {kept} offers of {listings} listings, {scores} scores"
    return (f"{counted}; {sum(left.values())} rows of {len(left)} benchmarks left out", *held)
