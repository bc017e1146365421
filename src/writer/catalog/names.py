"""Every name that prose can bear: whose it is, and that it is nobody's of this pair (rule 11 of the contract)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from writer.catalog import outside
from writer.catalog.catalog import Catalog
from writer.catalog.model import Model
from writer.catalog.name_parts import Atom, atoms_of, is_size, is_version, parts, spellings

_LONGEST = 8                           # atoms of a name: bounds the work at each place of the text
Parts = tuple[str, ...]


class NameKind(StrEnum):
    """What a name names. OUTSIDE is a name that is none of this pair's and none of the catalog's tables."""

    MODEL = "model"                    # one of the pair, or both where the name is shared
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
    whole: bool = False                # the full name, not a short form


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text; offsets are code points of it."""

    start: int
    end: int
    text: str
    named: Named


class Names:
    """The names of one catalog; what a pair's text can bear is worked out once a pair and kept."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._table = _Table()
        self._pairs: dict[tuple[str, str], PairNames] = {}
        _outsiders(self._table)
        _sellers(self._table, catalog)
        _benchmarks(self._table, catalog)
        for model in catalog.models.values():
            for each in _full_names(model):
                self._table.put(each, Named(NameKind.OTHER_MODEL, (model.slug,), whole=True))
            for atom in parts(model.name):
                if atom in outside.TELLING:
                    self._table.offer((atom,), Named(NameKind.OTHER_MODEL, needs_capital=True))
            family = parts(model.name)[0]
            if family not in outside.ENGLISH and not is_version(family):
                self._table.offer((family,), Named(NameKind.OTHER_MODEL))

    @classmethod
    def of(cls, catalog: Catalog) -> Names:
        """The names of ``catalog``."""
        return cls(catalog)

    def pair(self, a: str, b: str) -> PairNames:
        """What the text about models ``a`` and ``b`` (slugs) can name."""
        if (a, b) not in self._pairs:
            self._pairs[a, b] = PairNames(self._table, self._catalog.models[a], self._catalog.models[b])
        return self._pairs[a, b]


class _Table:
    """Names by their first atom: each row with the most atoms that one of its names has."""

    def __init__(self, base: _Table | None = None) -> None:
        self._rows: dict[str, dict[Parts, Named]] = dict(base._rows) if base else {}
        self._sizes: dict[str, int] = dict(base._sizes) if base else {}
        self._own: set[str] = set()    # rows of this table; the others are the base's, and stay as they are

    def put(self, atoms: Parts, named: Named) -> None:
        self._row(atoms)[atoms] = named

    def offer(self, atoms: Parts, named: Named) -> None:
        """Put it where nothing stands yet."""
        self._row(atoms).setdefault(atoms, named)

    def _row(self, atoms: Parts) -> dict[Parts, Named]:
        first = atoms[0]
        if first not in self._own:
            self._own.add(first)
            self._rows[first] = dict(self._rows.get(first, ()))
        self._sizes[first] = max(len(atoms), self._sizes.get(first, 0))
        return self._rows[first]

    def get(self, atoms: Parts) -> Named | None:
        row = self._rows.get(atoms[0])
        return row.get(atoms) if row else None

    def longest(self, atom: str) -> int:
        """Atoms of the longest name that begins with ``atom``; 0 where none does."""
        return self._sizes.get(atom, 0)


def _full_names(model: Model) -> Iterable[Parts]:
    for name in (model.name, *model.aliases, model.slug):
        for spelling in (parts(name), *spellings(name)[-1:]):
            yield spelling


def _outsiders(table: _Table) -> None:
    for family in outside.FAMILIES:
        if family not in outside.ENGLISH:
            table.put((family,), Named(NameKind.OTHER_MODEL))
    for name in (*outside.PROVIDERS, *outside.BENCHMARKS):
        for each in spellings(name):
            table.put(each, Named(NameKind.OUTSIDE, needs_capital=True))


def _sellers(table: _Table, catalog: Catalog) -> None:
    found: dict[Parts, Named] = {}
    for provider in catalog.providers.values():
        for each in _seller_forms(provider.name):
            was = found.get(each, Named(NameKind.SELLER, needs_capital=True))
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


def _benchmarks(table: _Table, catalog: Catalog) -> None:
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


_PLAIN = frozenset(("artificial", "analysis", "coding", "agent", "index", "bench", "pro", "hard", "codebase", "test",
                    "writing", "verified", "math", "code", "function", "calling", "terminal", "time", "horizon", "helm", "live", "humanity",
                    "software", "general", "computer", "language", "science", "reasoning", "instruction", "knowledge", "video", "image", "multi",
                    "open", "factual", "graduate", "long", "context", "chatbot", "simple", "refactoring", "the", "of", "exam", "last", "arena", "diamond", "lite"))
_PLAIN_ALONE = frozenset(("verified", "refactoring"))


class PairNames:
    """Finds the names in texts about one pair."""

    def __init__(self, base: _Table, a: Model, b: Model) -> None:
        self._table = _Table(base)
        self._parts = {model.slug: frozenset(atom for name in (model.name, *model.aliases, model.slug)
                                             for each in spellings(name) for atom in each) for model in (a, b)}
        self._a, self._b = a, b
        own = {model.slug: _short_forms(model) for model in (a, b)}
        for model, other in ((a, b), (b, a)):
            for form, capital in own[model.slug].items():
                self._put_short(form, model, capital=capital, shared=form in own[other.slug], other=other)
        for model, other in ((a, b), (b, a)):
            taken = set(_full_names(other))
            for each in _full_names(model):
                self._table.put(each, Named(NameKind.MODEL, (model.slug,), whole=True))
                bare = each[:-1] if each[-1] in outside.GENERIC and len(each) > 2 else each
                if bare not in taken:
                    self._table.put(bare, Named(NameKind.MODEL, (model.slug,), whole=True))

    def _put_short(self, form: Parts, model: Model, *, capital: bool, shared: bool, other: Model) -> None:
        was = self._table.get(form)
        if was is not None and was.kind is NameKind.OTHER_MODEL and was.whole:
            return                                           # another model's full name
        slugs: tuple[str, ...] = (model.slug,)
        if shared:
            slugs = _by_ending(form, model, other)
        extra = was if was is not None and was.kind is NameKind.SELLER else None
        self._table.put(form, Named(NameKind.MODEL, slugs, extra.providers if extra else (),
                                    extra.vendor if extra else "", needs_capital=capital))

    def find(self, text: str) -> tuple[Name, ...]:
        """The names of ``text``, in order, none within another; the longest that fits wins."""
        atoms = atoms_of(text)
        found: list[Name] = []
        at = 0
        while at < len(atoms):
            named, size = self._longest(atoms, at)
            if named is None:
                size = self._sized(atoms, at, text, found)
                at += max(size, 1)
                continue
            if named.kind in (NameKind.MODEL, NameKind.OTHER_MODEL):
                named, size = self._altered(atoms, at, size, named, text)
            start, end = atoms[at].start, atoms[at + size - 1].end
            found.append(Name(start, end, text[start:end], named))
            at += size
        return tuple(found)

    def _longest(self, atoms: Sequence[Atom], at: int) -> tuple[Named | None, int]:
        longest = min(self._table.longest(atoms[at].low), _LONGEST)
        if not longest:
            return None, 0
        last = at + 1
        while last < len(atoms) and last - at < longest and atoms[last].glued:
            last += 1
        for end in range(last, at, -1):
            named = self._table.get(tuple(atom.low for atom in atoms[at:end]))
            if named is not None and (atoms[at].capital or not named.needs_capital):
                return named, end - at
        return None, 0

    def _altered(self, atoms: Sequence[Atom], at: int, size: int, named: Named, text: str) -> tuple[Named, int]:
        """A version or a tier after the name that the model does not have makes it another model."""
        end = at + size
        own = frozenset().union(*(self._parts.get(slug, frozenset()) for slug in named.slugs))
        while end < len(atoms) and atoms[end].glued and end - at < _LONGEST:
            atom = atoms[end]
            hyphen = text[atom.start - 1] == "-"
            if _is_tier(atom, hyphen=hyphen) and (atom.low not in own or named.kind is NameKind.OTHER_MODEL):
                named = Named(NameKind.OTHER_MODEL)
            elif is_version(atom.low) and self._is_other_version(atoms, at, end, hyphen=hyphen, text=text):
                named = Named(NameKind.OTHER_MODEL)
            else:
                break
            end += 1
        return named, end - at

    def _is_other_version(self, atoms: Sequence[Atom], at: int, end: int, *, hyphen: bool, text: str) -> bool:
        atom = atoms[end]
        if hyphen and not text[atom.end : atom.end + 1].isdigit():
            return True
        if text[atom.end : atom.end + 1] in ("%", "×", "x", "K", "M", "B", ",", "$"):
            return False
        if atom.low[0].isalpha() or atom.low.endswith("o"):
            return True
        if end + 1 < len(atoms) and atoms[end + 1].glued and _is_tier(atoms[end + 1], hyphen=False):
            return True
        named = self._table.get(tuple(each.low for each in atoms[at : end + 1]))
        return named is not None and named.kind is NameKind.OTHER_MODEL

    def _sized(self, atoms: Sequence[Atom], at: int, text: str, found: list[Name]) -> int:
        """"the 70B model": a size that one model alone has, before a word for a model."""
        atom = atoms[at]
        if at + 1 >= len(atoms):
            return 0
        named = atoms[at + 1].low in _SIZED and atoms[at + 1].glued
        before = text[max(0, atom.start - 4) : atom.start].lower()
        if not named and not (is_size(atom.low) and before.endswith(("the ", "- ", "* ", "**")) and atoms[at + 1].low not in _MEASURED):
            return 0
        if not (is_size(atom.low) or is_version(atom.low)):
            return 0
        having = tuple(model.slug for model in (self._a, self._b) if atom.low in self._parts[model.slug])
        if len(having) == 1:
            found.append(Name(atom.start, atom.end, text[atom.start : atom.end], Named(NameKind.MODEL, having)))
        return 1


_SIZED = frozenset(("model", "variant", "version", "one", "sibling"))


_MEASURED = frozenset(("parameters", "params", "parameter", "param", "tokens", "token", "total", "active", "weights", "of", "in", "activated"))


def _is_tier(atom: Atom, *, hyphen: bool) -> bool:
    return atom.low in outside.TIERS and (atom.capital or hyphen or atom.low in ("mini", "nano"))


def _by_ending(form: Parts, model: Model, other: Model) -> tuple[str, ...]:
    """A shared form belongs to the model whose name ends in it, where the other's does not ("Flash" beside "Flash-Lite")."""
    ends = tuple(each.slug for each in (model, other) if _core(each)[-len(form):] == form and len(_core(each)) > len(form))
    return ends if len(ends) == 1 else (model.slug, other.slug)


def _core(model: Model) -> Parts:
    atoms = parts(model.name)
    while len(atoms) > 1 and atoms[-1] in outside.GENERIC:
        atoms = atoms[:-1]
    return atoms


def _short_forms(model: Model) -> Mapping[Parts, bool]:
    """Every ordered selection of the name's parts that can stand for it -> whether it needs a capital in text."""
    forms: dict[Parts, bool] = {}
    for name in (model.name, *model.aliases):
        atoms = parts(name)[:_LONGEST - 1]
        capitals = {atom.low for atom in atoms_of(name) if atom.capital}
        for size in range(1, len(atoms) + 1):
            for each in combinations(atoms, size):
                if _can_stand(each):
                    forms[each] = size == 1 and each[0] in outside.ENGLISH and each[0] in capitals
        if len(atoms) == 3 and is_version(atoms[1]) != is_version(atoms[2]):
            forms[atoms[0], atoms[2], atoms[1]] = False
        for each in spellings(name)[-1:]:
            forms[each] = False
            if len(each) > 1 and not is_size(each[0]):
                forms[each[:1]] = False
    return forms


def _can_stand(form: Parts) -> bool:
    """Not made of versions, sizes and general words alone; "K2.6" and "4o" can stand, "5.4" and "70B" cannot."""
    if len(form) > 1 and all(is_size(atom) or atom in outside.GENERIC for atom in form) and is_size(form[0]):
        return True
    telling = [atom for atom in form if atom not in outside.GENERIC and not is_size(atom)]
    if form[0] in outside.GENERIC or len(form[0]) == 1:
        return False
    return any(not is_version(atom) or atom[0].isalpha() or atom.endswith("o") for atom in telling)
