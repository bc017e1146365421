"""What changed between two catalogs, or two states of a model: one typed change for each key of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from writer.catalog.catalog import Catalog
from writer.catalog.model import Model, Offer, Provenance, Score, Tier
from writer.quantities.dates import YearMonth

Value = str | bool | int | Decimal | date | YearMonth | tuple[str, ...] | tuple[Tier, ...] | Provenance | None

_TABLES = ("vendors", "providers", "benchmarks", "capabilities", "workloads", "sources")
_INNER = frozenset({"slug", "capabilities", "offers", "scores", "provenance"})
_PRICES = frozenset({"input", "output", "cached_input", "tiers", "billing"})
_SEEN = frozenset({"source", "ref", "checked", "measured", "self_reported"})


class Noun(StrEnum):
    """What a change is about, coarsest first."""

    MODEL = "model"  # a model came or went
    OFFER = "offer"  # an offer came, went, ended, or is held
    PRICE = "price"  # a price, a tier or the billing of an offer
    SCORE = "score"  # a result came, went or differs
    TRAIT = "trait"  # what the model is: windows, dates, names, licence, capabilities …
    TABLE = "table"  # an entry of a table: a vendor, provider, benchmark …
    SOURCE = "source"  # where and when a value was seen; no value a reader is shown differs


@dataclass(frozen=True, slots=True)
class Change:
    """One key that differs. ``where`` is a slug, or ``<table>.<id>``; ``key`` is the key of its file, such as
    ``offers.azure/gpt-5.input``; ``before`` and ``after`` are None where the value (or the whole entry) is not there."""

    noun: Noun
    where: str
    key: str
    before: Value
    after: Value

    def __str__(self) -> str:
        return f"{self.where}: {self.key}: {spell(self.before)} -> {spell(self.after)}"


def spell(value: Value) -> str:
    """A value as a line of a report shows it; ``unknown`` for None."""
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Provenance):
        return value.source or "no source"
    if isinstance(value, tuple):
        return ", ".join(map(_spell_entry, value)) or "none"
    return str(value)


def _spell_entry(entry: str | Tier) -> str:
    if isinstance(entry, str):
        return entry
    return f"above {entry.above_input_tokens}: {spell(entry.input)} in, {spell(entry.output)} out"


def diff_catalogs(old: Catalog, new: Catalog) -> tuple[Change, ...]:
    """Every change, the tables' first, then the models' by slug; the order never depends on that of the files."""
    changes = [change for name in _TABLES for change in _table(name, getattr(old, name), getattr(new, name))]
    for slug in sorted({*old.models, *new.models}):
        changes += diff_models(old.models.get(slug), new.models.get(slug))
    return tuple(changes)


def diff_models(old: Model | None, new: Model | None) -> tuple[Change, ...]:
    """Every change of one model; where it is only on one side, the one change that says so."""
    if old is None or new is None:
        present = old or new
        if present is None:
            return ()
        before, after = (present.name, None) if new is None else (None, present.name)
        return (Change(Noun.MODEL, present.slug, "name", before, after),)
    return tuple(_changes(old, new))


def _changes(old: Model, new: Model) -> Iterator[Change]:
    for name in (field.name for field in fields(Model) if field.name not in _INNER):
        yield from _change(Noun.TRAIT, new.slug, name, getattr(old, name), getattr(new, name))
    for key in sorted({*old.capabilities, *new.capabilities}):
        before, after = old.capabilities.get(key), new.capabilities.get(key)
        yield from _change(Noun.TRAIT, new.slug, f"capabilities.{key}", before, after)
    yield from _entries(new.slug, "offers", _offers(old), _offers(new))
    yield from _entries(new.slug, "scores", _scores(old), _scores(new))
    for key in sorted({*old.provenance, *new.provenance}):
        yield from _change(Noun.SOURCE, new.slug, f"facts.{key}", old.provenance.get(key), new.provenance.get(key))


def _offers(model: Model) -> Mapping[str, Offer]:
    return {"/".join(part for part in (offer.provider, offer.id) if part): offer for offer in model.offers}


def _scores(model: Model) -> Mapping[str, Score]:
    return {score.key: score for score in model.scores}


def _entries(
    slug: str, table: str, old: Mapping[str, Offer | Score], new: Mapping[str, Offer | Score]
) -> Iterator[Change]:
    noun = Noun.OFFER if table == "offers" else Noun.SCORE
    for key in sorted({*old, *new}):
        before, after = old.get(key), new.get(key)
        if before is None or after is None:
            yield Change(noun, slug, f"{table}.{key}", _headline(before), _headline(after))
            continue
        for name in (
            field.name for field in fields(after) if getattr(before, field.name) != getattr(after, field.name)
        ):
            kind = Noun.SOURCE if name in _SEEN else Noun.PRICE if name in _PRICES and noun is Noun.OFFER else noun
            yield Change(kind, slug, f"{table}.{key}.{name}", getattr(before, name), getattr(after, name))


def _headline(entry: Offer | Score | None) -> Value:
    """What stands for an entry that came or went: a score's value, an offer's provider."""
    if entry is None:
        return None
    return entry.score if isinstance(entry, Score) else entry.provider


def _change(noun: Noun, where: str, key: str, before: Value, after: Value) -> Iterator[Change]:
    if before != after:
        yield Change(noun, where, key, before, after)


def _table(name: str, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Change]:
    for key in sorted({*old, *new}):
        before, after = _row(old.get(key)), _row(new.get(key))
        for column in before or after:
            if before.get(column) != after.get(column):
                yield Change(Noun.TABLE, f"{name}.{key}", column, before.get(column), after.get(column))


def _row(entry: object | None) -> dict[str, Value]:
    """The columns of a table's entry; a mapping (``implied_by``) as ``key = value`` texts."""
    if entry is None:
        return {}
    held = {name: getattr(entry, name) for name in getattr(entry, "__slots__", ()) if name != "id"}
    return {
        name: tuple(f"{key} = {word}" for key, word in value.items()) if isinstance(value, MappingProxyType) else value
        for name, value in held.items()
    }
