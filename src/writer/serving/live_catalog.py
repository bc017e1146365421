"""The catalog as it is now: loaded once, and again when a file of it has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from writer.catalog.catalog import Catalog
from writer.catalog.names import Names
from writer.catalog_files.load import load_catalog
from writer.facts.compute import Facts
from writer.facts.sheet import FactSheet

Print = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A catalog, its names and its facts."""

    catalog: Catalog
    names: Names
    facts: Facts

    def sheet(self, a: str, b: str) -> FactSheet:
        """The facts of the pair, in the order given."""
        return self.facts.sheet(a, b)


class LiveCatalog:
    """One directory, read by many threads. While its files hold a fault, every question is answered by that fault."""

    def __init__(self, directory: Path, load: Callable[[Path], Catalog] = load_catalog) -> None:
        self._directory, self._load = directory, load
        self._lock = Lock()
        self._print: Print | None = None
        self._known: Known | None = None

    def known(self) -> Known:
        """What the files say now. CatalogFaults where they cannot be read."""
        with self._lock:
            seen = _fingerprint(self._directory)
            if self._known is None or seen != self._print:
                catalog = self._load(self._directory)
                self._known, self._print = Known(catalog, Names.of(catalog), Facts(catalog)), seen
            return self._known


def _fingerprint(directory: Path) -> Print:
    """Name, size and time of every file: what changes when one is saved."""
    found = []
    for path in sorted(directory.rglob("*.toml")):
        stat = path.stat()
        found.append((str(path), stat.st_size, stat.st_mtime_ns))
    return tuple(found)
