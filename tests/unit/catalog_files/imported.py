"""A made-up curated file, imported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.unit.catalog_files.curated_file import model, write_file
from writer.catalog.model import Model
from writer.catalog_files.curated.run import import_curated
from writer.catalog_files.load import check_catalog, load_catalog


def imported(place: Path, **more: Any) -> Model:
    """The one model of a file, imported into an empty directory and loaded from there."""
    import_curated(write_file(place, model(**more)), place / "catalog")
    assert check_catalog(place / "catalog") == ()
    return load_catalog(place / "catalog").models["one-1"]
