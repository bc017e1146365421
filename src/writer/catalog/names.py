"""Every name that prose can bear: whose it is, and that it is nobody's of this pair (rule 11 of the contract)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from writer.catalog import outside
from writer.catalog.catalog import Catalog
from writer.catalog.model import Model
from writer.catalog.name_parts import Atom, atoms_of, is_size, is_version, parts, spellings
from writer.catalog.name_table import Named, NameKind, Parts, Table, benchmarks, full_names, outsiders, sellers

_LONGEST = 8  # atoms of a name: bounds the work at each place of the text


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
        self._table = Table()
        self._pairs: dict[tuple[str, str], PairNames] = {}
        outsiders(self._table)
        sellers(self._table, catalog)
        benchmarks(self._table, catalog)
        for model in catalog.models.values():
            for each in full_names(model):
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


class PairNames:
    """Finds the names in texts about one pair."""

    def __init__(self, base: Table, a: Model, b: Model) -> None:
        self._table = Table(base)
        self._parts = {
            model.slug: frozenset(
                atom for name in (model.name, *model.aliases, model.slug) for each in spellings(name) for atom in each
            )
            for model in (a, b)
        }
        self._a, self._b = a, b
        own = {model.slug: _short_forms(model) for model in (a, b)}
        for model, other in ((a, b), (b, a)):
            for form, capital in own[model.slug].items():
                self._put_short(form, model, capital=capital, shared=form in own[other.slug], other=other)
        for model, other in ((a, b), (b, a)):
            taken = set(full_names(other))
            for each in full_names(model):
                self._table.put(each, Named(NameKind.MODEL, (model.slug,), whole=True))
                bare = each[:-1] if each[-1] in outside.GENERIC and len(each) > 2 else each
                if bare not in taken:
                    self._table.put(bare, Named(NameKind.MODEL, (model.slug,), whole=True))

    def _put_short(self, form: Parts, model: Model, *, capital: bool, shared: bool, other: Model) -> None:
        was = self._table.get(form)
        if was is not None and was.kind is NameKind.OTHER_MODEL and was.whole:
            return  # another model's full name
        slugs: tuple[str, ...] = (model.slug,)
        if shared:
            slugs = _by_ending(form, model, other)
        extra = was if was is not None and was.kind is NameKind.SELLER else None
        self._table.put(
            form,
            Named(
                NameKind.MODEL,
                slugs,
                extra.providers if extra else (),
                extra.vendor if extra else "",
                needs_capital=capital,
            ),
        )

    def find(self, text: str) -> tuple[Name, ...]:
        """The names of ``text``, in order, none within another; the longest that fits wins."""
        atoms = atoms_of(text)
        found: list[Name] = []
        at = 0
        while at < len(atoms):
            low = atoms[at].low
            named, size = self._longest(atoms, at) if low in self._table.sizes else (None, 0)
            if named is None:
                size = 0 if low.isalpha() else self._sized(atoms, at, text, found)
                at += max(size, 1)
                continue
            if named.kind in (NameKind.MODEL, NameKind.OTHER_MODEL):
                named, size = self._altered(atoms, at, size, named, text)
            start, end = atoms[at].start, atoms[at + size - 1].end
            found.append(Name(start, end, text[start:end], named))
            at += size
        return tuple(found)

    def _longest(self, atoms: Sequence[Atom], at: int) -> tuple[Named | None, int]:
        longest = min(self._table.sizes[atoms[at].low], _LONGEST)
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
            if text[atom.start - 2] == "&":
                break
            hyphen = text[atom.start - 1] == "-"
            if (
                _is_tier(atom, hyphen=hyphen)
                and (atom.low not in own or named.kind is NameKind.OTHER_MODEL)
                or is_version(atom.low)
                and self._is_other_version(atoms, at, end, hyphen=hyphen, text=text)
            ):
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
        """ "the 70B model": a size that one model alone has, before a word for a model."""
        atom = atoms[at]
        if at + 1 >= len(atoms):
            return 0
        named = atoms[at + 1].low in _SIZED and atoms[at + 1].glued
        before = text[max(0, atom.start - 4) : atom.start].lower()
        if not named and not (
            is_size(atom.low) and before.endswith(("the ", "- ", "* ", "**")) and atoms[at + 1].low not in _MEASURED
        ):
            return 0
        if not (is_size(atom.low) or is_version(atom.low)):
            return 0
        having = tuple(model.slug for model in (self._a, self._b) if atom.low in self._parts[model.slug])
        if len(having) == 1:
            found.append(Name(atom.start, atom.end, text[atom.start : atom.end], Named(NameKind.MODEL, having)))
        return 1


_SIZED = frozenset(("model", "variant", "version", "one", "sibling"))


_MEASURED = frozenset(
    (
        "parameters",
        "params",
        "parameter",
        "param",
        "tokens",
        "token",
        "total",
        "active",
        "weights",
        "of",
        "in",
        "activated",
    )
)


def _is_tier(atom: Atom, *, hyphen: bool) -> bool:
    return atom.low in outside.TIERS and (atom.capital or hyphen or atom.low in ("mini", "nano"))


def _by_ending(form: Parts, model: Model, other: Model) -> tuple[str, ...]:
    """A shared form belongs to the model whose name ends in it, where the other's does not ("Flash" beside "Flash-Lite")."""
    ends = tuple(
        each.slug for each in (model, other) if _core(each)[-len(form) :] == form and len(_core(each)) > len(form)
    )
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
        atoms = _undated(parts(name))[: _LONGEST - 1]
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


def _undated(atoms: Parts) -> Parts:
    """Without the day that a provider adds: "gpt-4.1-mini-2025-04-14", "claude-opus-4-20250514"."""
    for at, atom in enumerate(atoms):
        if (
            at
            and atom.isdigit()
            and atom.startswith("20")
            and (
                len(atom) == 8 or len(atom) == 4 and atoms[at + 1 :] and all(each.isdigit() for each in atoms[at + 1 :])
            )
        ):
            return atoms[:at]
    return atoms


def _can_stand(form: Parts) -> bool:
    """Not made of versions, sizes and general words alone; "K2.6" and "4o" can stand, "5.4" and "70B" cannot."""
    if len(form) > 1 and all(is_size(atom) or atom in outside.GENERIC for atom in form) and is_size(form[0]):
        return True
    telling = [atom for atom in form if atom not in outside.GENERIC and not is_size(atom)]
    if form[0] in outside.GENERIC or len(form[0]) == 1:
        return False
    return any(
        not atom.isdigit() and (not is_version(atom) or atom[0].isalpha() or atom.endswith("o")) for atom in telling
    )
