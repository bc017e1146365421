"""What a person fixed by hand survives an import: ``pinned`` in ``[facts.<key>]`` says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from writer.catalog.catalog import Catalog
from writer.catalog.model import Model, Provenance
from writer.catalog_files.freeze import by_id

_CAPABILITY = "capabilities."


def keep_pinned(fresh: Catalog, there: Catalog | None) -> Catalog:
    """``fresh`` with the pinned values, and the models that it lacks, of the catalog that is there."""
    if there is None:
        return fresh
    models = dict(there.models) | {slug: _pinned(model, there.models.get(slug)) for slug, model in fresh.models.items()}
    return Catalog(
        models=by_id(models),
        vendors=by_id(dict(there.vendors) | dict(fresh.vendors)),
        providers=by_id(dict(there.providers) | dict(fresh.providers)),
        benchmarks=by_id(dict(there.benchmarks) | dict(fresh.benchmarks)),
        capabilities=by_id(dict(there.capabilities) | dict(fresh.capabilities)),
        workloads=by_id(dict(there.workloads) | dict(fresh.workloads)),
        sources=by_id(dict(there.sources) | dict(fresh.sources)),
    )


def _pinned(fresh: Model, there: Model | None) -> Model:
    pins = {key: found for key, found in there.provenance.items() if found.pinned is not None} if there else {}
    if there is None or not pins:
        return fresh
    values: dict[str, object] = {key: getattr(there, key) for key in pins if not key.startswith(_CAPABILITY)}
    values["capabilities"] = _capabilities(fresh, there, pins)
    values["provenance"] = MappingProxyType(dict(sorted((dict(fresh.provenance) | pins).items())))
    return replace(fresh, **values)  # type: ignore[arg-type]  # each value comes from the same field


def _capabilities(fresh: Model, there: Model, pins: Mapping[str, Provenance]) -> Mapping[str, bool]:
    """The fresh ones, but each pinned one as it is there: known or unknown."""
    keys = {key.removeprefix(_CAPABILITY) for key in pins if key.startswith(_CAPABILITY)}
    held = {key: value for key, value in fresh.capabilities.items() if key not in keys}
    held |= {key: value for key, value in there.capabilities.items() if key in keys}
    return there.capabilities if "capabilities" in pins else MappingProxyType(dict(sorted(held.items())))
