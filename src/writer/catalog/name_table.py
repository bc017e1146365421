"""The names of a catalog by their first word, whoever's pair is compared: models, sellers, benchmarks, outsiders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from writer.catalog import outside
from writer.catalog.catalog import Catalog
from writer.catalog.model import Model
from writer.catalog.name_parts import is_version, parts, spellings

Parts = tuple[str, ...]


class NameKind(StrEnum):
    """What a name names. OUTSIDE is a name that is none of this pair's and none of the catalog's tables."""

    MODEL = "model"  # one of the pair, or both where the name is shared
    OTHER_MODEL = "other model"
    BENCHMARK = "benchmark"
    SELLER = "provider or vendor"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a name names, wherever it stands. ``slugs`` are models of the pair; more than one where the name is shared."""

    kind: NameKind
    slugs: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    vendor: str = ""
    benchmarks: tuple[str, ...] = ()
    needs_capital: bool = False
    whole: bool = False  # the full name, not a short form


class Table:
    """Names by their first atom: each row with the most atoms that one of its names has."""

    def __init__(self, base: Table | None = None) -> None:
        self.rows: dict[str, dict[Parts, Named]] = dict(base.rows) if base else {}
        self.sizes: dict[str, int] = dict(base.sizes) if base else {}
        self._own: set[str] = set()  # rows of this table; the others are the base's, and stay as they are

    def put(self, atoms: Parts, named: Named) -> None:
        """Put it, whatever stands there."""
        self._row(atoms)[atoms] = named

    def offer(self, atoms: Parts, named: Named) -> None:
        """Put it where nothing stands yet."""
        self._row(atoms).setdefault(atoms, named)

    def _row(self, atoms: Parts) -> dict[Parts, Named]:
        first = atoms[0]
        if first not in self._own:
            self._own.add(first)
            self.rows[first] = dict(self.rows.get(first, ()))
        self.sizes[first] = max(len(atoms), self.sizes.get(first, 0))
        return self.rows[first]

    def get(self, atoms: Parts) -> Named | None:
        """What these atoms name; None where it is nothing."""
        row = self.rows.get(atoms[0])
        return row.get(atoms) if row else None


def full_names(model: Model) -> Iterable[Parts]:
    """Spellings of a model's whole names."""
    for name in (model.name, *model.aliases, model.slug):
        yield from (parts(name), *spellings(name)[-1:])


def outsiders(table: Table) -> None:
    """Put the names known to be of no catalog."""
    for family in outside.FAMILIES:
        if family not in outside.ENGLISH:
            table.put((family,), Named(NameKind.OTHER_MODEL))
    for name in (*outside.PROVIDERS, *outside.BENCHMARKS):
        for each in spellings(name):
            table.put(each, Named(NameKind.OUTSIDE, needs_capital=True))


def sellers(table: Table, catalog: Catalog) -> None:
    """Put the providers and vendors."""
    found: dict[Parts, Named] = {}
    for provider in catalog.providers.values():
        for each in _seller_forms(provider.name):
            was = found.get(each, Named(NameKind.SELLER, needs_capital=not provider.name[:1].islower()))
            found[each] = replace(was, providers=(*was.providers, provider.id))
    for vendor in catalog.vendors.values():
        for each in _seller_forms(vendor.name):
            was = found.get(each, Named(NameKind.SELLER, needs_capital=True))
            found[each] = replace(was, vendor=vendor.id)
    for atoms, named in found.items():
        table.put(atoms, named)


def _seller_forms(name: str) -> Iterable[Parts]:
    """The name in every spelling, and what is left of it without words such as AI, API, Cloud."""
    forms: list[Parts] = list(spellings(name))
    for each in (parts(name),):
        head = each
        while len(head) > 1 and head[-1] in outside.PROVIDER_AFTER:
            head = head[:-1]
            forms.append(head)
        if len(each) > 1 and each[0] in outside.PROVIDER_BEFORE:
            forms.append(each[1:])
    if parts(name)[-1:] == ("bedrock",):
        forms.append(("aws", "bedrock"))
    return dict.fromkeys(form for form in forms if form != ("ai",))


def benchmarks(table: Table, catalog: Catalog) -> None:
    """Put the benchmarks."""
    """Full names of all; short forms where they fit one benchmark, several ids where they fit several."""
    short: dict[Parts, tuple[str, ...]] = {}
    for benchmark in catalog.benchmarks.values():
        atoms = parts(benchmark.name)
        for size in range(1, len(atoms)):
            for first in range(len(atoms) - size + 1):
                piece = atoms[first : first + size]
                if _tells(piece, benchmark.name, first=first == 0, last=first + size == len(atoms)):
                    short[piece] = tuple(dict.fromkeys((*short.get(piece, ()), benchmark.id)))
    for piece, ids in short.items():
        table.put(piece, Named(NameKind.BENCHMARK, benchmarks=ids, needs_capital=True))
    for benchmark in catalog.benchmarks.values():
        for each in spellings(benchmark.name):
            table.put(each, Named(NameKind.BENCHMARK, benchmarks=(benchmark.id,), whole=True))


def _tells(piece: Parts, name: str, *, first: bool, last: bool) -> bool:
    """Whether a part of a benchmark's name can stand for it: two atoms, or one that is no plain word."""
    if len(piece) > 1:
        return not all(is_version(atom) or (atom in _PLAIN and not last) for atom in piece)
    atom = piece[0]
    if is_version(atom) or atom in _PLAIN:
        return atom in _PLAIN_ALONE
    written = next((each for each in name.replace("-", " ").split() if each.lower() == atom), "")
    return len(atom) > 3 and (written[1:] != written[1:].lower() or (first and len(atom) > 4))


_PLAIN = frozenset(
    (
        "artificial",
        "analysis",
        "coding",
        "agent",
        "index",
        "bench",
        "pro",
        "hard",
        "codebase",
        "test",
        "writing",
        "verified",
        "math",
        "code",
        "function",
        "calling",
        "terminal",
        "time",
        "horizon",
        "helm",
        "live",
        "humanity",
        "software",
        "general",
        "computer",
        "language",
        "science",
        "reasoning",
        "instruction",
        "knowledge",
        "video",
        "image",
        "multi",
        "open",
        "factual",
        "graduate",
        "long",
        "context",
        "chatbot",
        "simple",
        "refactoring",
        "the",
        "of",
        "exam",
        "last",
        "arena",
        "diamond",
        "lite",
    )
)
_PLAIN_ALONE = frozenset(("verified", "refactoring"))
