"""A catalog directory -> Catalog, or every fault of every file at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from writer.catalog.catalog import Catalog
from writer.catalog.model import Model
from writer.catalog_files import freeze
from writer.catalog_files.faults import fault, layout_faults
from writer.catalog_files.freeze import by_id, freeze_model
from writer.catalog_files.kinds import Id
from writer.catalog_files.layout import TABLES, ModelFile, Table, VendorTable, unfold_facts
from writer.catalog_files.read import Unreadable, model_paths, read_toml, spell_path, stray_tables
from writer.catalog_files.references import Known, clash_faults, model_faults, vendor_faults
from writer.errors import CatalogFaults

T = TypeVar("T", bound=Table)
F = TypeVar("F")
_ADAPTERS = {name: TypeAdapter(dict[Id, table]) for name, table in TABLES.items()}  # type: ignore[valid-type]  # a table of each


def load_catalog(directory: Path) -> Catalog:
    """The catalog in ``directory``. Raises CatalogFaults with the faults of all files, a line each, in file order."""
    loading = _Loading(directory)
    if loading.faults:
        raise CatalogFaults(loading.faults)
    return loading.catalog()


def check_catalog(directory: Path) -> tuple[str, ...]:
    """Every fault of every file of the catalog, a line each: *where: what is wrong: what would be right*."""
    return tuple(_Loading(directory).faults)


class _Loading:
    """One reading of a directory: what its files hold, and what is wrong with them."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.faults: list[str] = []
        self.tables: dict[str, dict[str, Table]] = {}
        self.models: dict[str, Model] = {}
        self._ids: dict[str, tuple[str, ...]] = {}
        if not os.path.isdir(directory):  # noqa: PTH112  # Path.is_dir() raises where a parent may not be entered
            right = "expected a catalog, such as catalog/ with models/<vendor>/<slug>.toml"
            self.faults.append(fault(spell_path(directory), "", "is no directory", right))
            return
        self._read_tables()
        self._read_models()

    def _read_tables(self) -> None:
        for name in TABLES:
            path = self.directory / f"{name}.toml"
            if os.path.lexists(path):
                self._read_table(name, path)
            else:
                self.tables[name], self._ids[name] = {}, ()
        self.faults += stray_tables(self.directory)
        vendors = {
            key: table for key, table in self.tables.get("vendors", {}).items() if isinstance(table, VendorTable)
        }
        self.faults += vendor_faults(spell_path(self.directory / "vendors.toml"), vendors, Known(self._ids))

    def _read_table(self, name: str, path: Path) -> None:
        try:
            held = read_toml(path)
            self._ids[name] = tuple(held)
            self.tables[name] = _ADAPTERS[name].validate_python(held, strict=True)
        except Unreadable as error:
            self.faults.append(error.line)
        except ValidationError as error:
            self.faults += layout_faults(spell_path(path), error, TABLES[name])

    def _read_models(self) -> None:
        paths, faults = model_paths(self.directory)
        self.faults += faults
        known, first = Known(self._ids), dict[str, Path]()
        for path in paths:
            twin = first.setdefault(path.stem, path)
            if twin != path:
                self.faults.append(
                    fault(spell_path(path), "", f"has the slug of {spell_path(twin)}", "expected a slug of its own")
                )
            self._read_model(path, known)
        self.faults += clash_faults({spell_path(first[slug]): model for slug, model in self.models.items()})

    def _read_model(self, path: Path, known: Known) -> None:
        file = spell_path(path)
        try:
            model = ModelFile.model_validate(unfold_facts(read_toml(path)))
        except Unreadable as error:
            self.faults.append(error.line)
        except ValidationError as error:
            self.faults += layout_faults(file, error, ModelFile)
        else:
            self.faults += model_faults(file, path.parent.name, model, known)
            self.models.setdefault(path.stem, freeze_model(path.stem, model))

    def catalog(self) -> Catalog:
        """What was read, frozen; only where there are no faults."""
        return Catalog(
            models=by_id(self.models),
            vendors=self._frozen("vendors", freeze.freeze_vendor),
            providers=self._frozen("providers", freeze.freeze_provider),
            benchmarks=self._frozen("benchmarks", freeze.freeze_benchmark),
            capabilities=self._frozen("capabilities", freeze.freeze_capability),
            workloads=self._frozen("workloads", freeze.freeze_workload),
            sources=self._frozen("sources", freeze.freeze_source),
        )

    def _frozen(self, name: str, freeze_one: Callable[[str, T], F]) -> Mapping[str, F]:
        return by_id({key: freeze_one(key, table) for key, table in self.tables[name].items()})  # type: ignore[arg-type]  # that name's
