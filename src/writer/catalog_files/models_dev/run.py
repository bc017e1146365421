"""From models.dev's file to the catalog on disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from writer.catalog.diff import Change, Noun, diff_catalogs
from writer.catalog_files.load import load_catalog
from writer.catalog_files.models_dev.raw import SOURCE, read_snapshot
from writer.catalog_files.models_dev.renew import renew
from writer.catalog_files.write import write_catalog
from writer.errors import BadSetting


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a renewal did: the files of the catalog, and every change but the days on which values were seen."""

    written: tuple[Path, ...]
    changes: tuple[Change, ...]


def import_models_dev(file: Path, into: Path, seen: date) -> Renewal:
    """Renews the catalog in ``into`` from models.dev's ``api.json`` as it was on the day ``seen`` (``renew`` says how).

    Raises CatalogFaults where there is no catalog without faults, BadSetting where the file has another shape or is older than
    what the catalog has seen; then nothing is written.
    """
    there = load_catalog(into)
    source = there.sources.get(SOURCE)
    if source is not None and source.retrieved is not None and seen < source.retrieved:
        raise BadSetting(
            f"{seen}: the catalog has seen models.dev on {source.retrieved} already: expected that day or a later one"
        )
    renewed = renew(there, read_snapshot(file), seen)
    changes = tuple(change for change in diff_catalogs(there, renewed) if change.noun is not Noun.SOURCE)
    return Renewal(write_catalog(renewed, into), changes)
