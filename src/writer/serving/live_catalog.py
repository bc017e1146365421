"""The catalog as it is now: loaded once, and again when a file of it has changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from writer.catalog.catalog import Catalog
from writer.catalog.names import Names
from writer.catalog_files.load import load_catalog
from writer.facts.compute import Facts
from writer.facts.sheet import FactSheet

KEPT = 32  # pairs, reports and pages: whoever decides has just looked at one of the last
_LATELY_SECONDS = 1.0
Print = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A catalog, its names and its facts. It is the same object for as long as no file has changed."""

    catalog: Catalog
    names: Names
    sheet: Callable[[str, str], FactSheet]  # the facts of a pair, in the order given; the last ones asked for are kept

    @classmethod
    def of(cls, catalog: Catalog) -> Known:
        """What there is to know of a catalog."""
        return cls(catalog, Names.of(catalog), lru_cache(maxsize=KEPT)(Facts(catalog).sheet))


class LiveCatalog:
    """One directory, read by many threads. While its files hold a fault, every question is answered by that fault."""

    def __init__(self, directory: Path, load: Callable[[Path], Catalog] = load_catalog) -> None:
        self._directory, self._load = directory, load
        self._lock = Lock()
        self._print: Print | None = None
        self._known: Known | None = None
        self._looked = 0.0

    def lately(self) -> Known:
        """What the files said within the last second: for what is only shown, and asked for a hundred times a page."""
        known = self._known
        return known if known is not None and time.monotonic() - self._looked < _LATELY_SECONDS else self.known()

    def known(self) -> Known:
        """What the files say now. CatalogFaults where they cannot be read."""
        with self._lock:
            self._looked = time.monotonic()
            seen = _fingerprint(self._directory)
            if self._known is None or seen != self._print:
                catalog = self._load(self._directory)
                self._known, self._print = Known.of(catalog), seen
            return self._known


def _fingerprint(directory: Path) -> Print:
    """Name, size and time of every file: what changes when one is saved."""
    found = []
    for path in sorted(directory.rglob("*.toml")):
        stat = path.stat()
        found.append((str(path), stat.st_size, stat.st_mtime_ns))
    return tuple(found)
