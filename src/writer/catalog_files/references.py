"""What one catalog file cannot know: whether the ids it names stand in the others, and what must be unique."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from writer.catalog.model import Model
from writer.catalog_files.faults import fault, near, spell_place, spell_value
from writer.catalog_files.kinds import is_link
from writer.catalog_files.layout import ModelFile, OfferTable, VendorTable

_OWN = frozenset(ModelFile.model_fields) - {"facts"}


@dataclass(slots=True)
class Known:
    """The ids of each table that could be read; a table that could not is not looked into."""

    ids: Mapping[str, Iterable[str]]
    _sets: dict[str, frozenset[str]] = field(default_factory=dict)

    def lacks(self, table: str, name: str) -> bool:
        """Whether the table was read and does not hold the id."""
        if table not in self._sets and table in self.ids:
            self._sets[table] = frozenset(self.ids[table])
        return table in self._sets and name not in self._sets[table]

    def check(self, file: str, place: str, table: str, name: str) -> Iterator[str]:
        """A fault where the table does not hold the id."""
        if self.lacks(table, name):
            wrong = f"got {spell_value(name)}, which {table}.toml does not hold"
            yield fault(file, place, wrong, near(name, self._sets[table]))

    def check_source(self, file: str, place: str, source: str | None) -> Iterator[str]:
        """A fault where the source is neither an address nor an id of sources.toml."""
        if source is not None and not is_link(source):
            yield from self.check(file, place, "sources", source)


def vendor_faults(file: str, vendors: Mapping[str, VendorTable], known: Known) -> Iterator[str]:
    """A vendor's own selling points stand in providers.toml."""
    for vendor_id, vendor in vendors.items():
        for index, provider in enumerate(vendor.providers):
            yield from known.check(file, spell_place([vendor_id, "providers", index]), "providers", provider)


def model_faults(file: str, directory_name: str, model: ModelFile, known: Known) -> Iterator[str]:
    """All that is wrong with a well-formed model file beside the others."""
    if model.vendor != directory_name:
        right = f"expected {spell_value(directory_name)}, the directory it lies in"
        yield fault(file, "vendor", f"got {spell_value(model.vendor)}", right)
    yield from known.check(file, "vendor", "vendors", model.vendor)
    for capability in model.capabilities:
        yield from known.check(file, spell_place(["capabilities", capability]), "capabilities", capability)
    yield from _repeats(file, "aliases", model.aliases, "expected each alias once")
    yield from _offer_faults(file, model, known)
    yield from _score_faults(file, model, known)
    yield from _provenance_faults(file, model, known)


def _repeats(file: str, place: str, names: Iterable[Hashable], right: str) -> Iterator[str]:
    seen: dict[Hashable, int] = {}
    for index, name in enumerate(names):
        first = seen.setdefault(name, index)
        if first != index:
            yield fault(file, f"{place}[{index}]", f"says the same as {place}[{first}]", right)


def _offer_faults(file: str, model: ModelFile, known: Known) -> Iterator[str]:
    for index, offer in enumerate(model.offers):
        place = f"offers[{index}]"
        yield from known.check(file, f"{place}.provider", "providers", offer.provider)
        yield from known.check_source(file, f"{place}.source", offer.source)
        yield from _tier_faults(file, place, offer)
    keys = [(offer.provider, offer.id) for offer in model.offers]
    yield from _repeats(file, "offers", keys, "expected each (provider, id) once")


def _tier_faults(file: str, place: str, offer: OfferTable) -> Iterator[str]:
    below = -1
    for index, tier in enumerate(offer.tiers):
        if tier.above_input_tokens <= below:
            where = f"{place}.tiers[{index}].above_input_tokens"
            yield fault(
                file, where, f"got {tier.above_input_tokens}", f"expected more than {below}, the tier before it"
            )
        below = max(below, tier.above_input_tokens)


def _score_faults(file: str, model: ModelFile, known: Known) -> Iterator[str]:
    for index, score in enumerate(model.scores):
        place = f"scores[{index}]"
        yield from known.check(file, f"{place}.benchmark", "benchmarks", score.benchmark)
        yield from known.check_source(file, f"{place}.source", score.source)
    keys = [(score.benchmark, score.setting) for score in model.scores]
    yield from _repeats(file, "scores", keys, "expected one score for each (benchmark, setting)")


def _provenance_faults(file: str, model: ModelFile, known: Known) -> Iterator[str]:
    for key, provenance in model.facts.items():
        head, _, capability = key.partition(".")
        place = spell_place(["facts", key])
        if head == "capabilities" and capability:
            yield from known.check(file, place, "capabilities", capability)
        elif key not in _OWN:
            yield fault(file, place, "is no key of a model file", near(key, _OWN))
        yield from known.check_source(file, f"{place}.source", provenance.source)


def clash_faults(models: Mapping[str, Model]) -> Iterator[str]:
    """Names that two models share, letter case aside, and aliases that are another model's name; by file."""
    owners: dict[str, str] = {}
    for file, model in models.items():
        owner = owners.setdefault(model.name.casefold(), file)
        if owner != file:
            wrong = f"got {spell_value(model.name)}, which is also the name in {owner}"
            yield fault(file, "name", wrong, "expected a name of its own")
    for file, model in models.items():
        for index, alias in enumerate(model.aliases):
            owner = owners.get(alias.casefold(), file)
            if owner != file:
                wrong = f"got {spell_value(alias)}, which is the name in {owner}"
                yield fault(file, f"aliases[{index}]", wrong, "expected an alias that names this model alone")
