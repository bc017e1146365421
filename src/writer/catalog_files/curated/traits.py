"""What a model is: each value by its rule, with its provenance. The rules are told in catalog/README.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from writer.catalog.model import Disagreement, Provenance
from writer.catalog_files.curated.moments import read_when, stamp
from writer.catalog_files.curated.raw import FactValue, RawConflict, RawFact, RawModel
from writer.catalog_files.listings.figures import tokens, whole
from writer.catalog_files.listings.words import source_id
from writer.quantities.dates import When, YearMonth

T = TypeVar("T")

_FEW_SOURCES = 4
_MOST_NAMED = 4
_LONGEST_REF = 400
_CAPABILITIES = {
    "pdf_input": "pdf_input",
    "reasoning": "reasoning",
    "tool_use": "function_calling",
    "structured_outputs": "structured_output",
    "prompt_caching": "prompt_caching",
    "web_search": "web_search",
    "computer_use": "computer_use",
    "code_execution": "code_execution",
}
_FROM_INPUTS = {"vision": "image", "audio_input": "audio", "video_input": "video", "pdf_input": "pdf"}
_MODALITIES = ("text", "image", "audio", "video", "pdf")
_OPEN_LICENSES = frozenset({"Apache-2.0", "MIT", "BSD-3-Clause", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"})


@dataclass(frozen=True, slots=True)
class Trait:
    """A resolved value (None: unknown) and where it comes from."""

    value: object
    provenance: Provenance


def spell_disagreement(value: FactValue) -> str:
    """A conflicting value as text."""
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(value) if isinstance(value, list) else f"{value}"


def provenance(fact: RawFact, kept: FactValue, retrieved: Mapping[str, date]) -> Provenance:
    """Where ``kept`` comes from: the fact's own value with its source, or one of its conflicts with the first of its
    sources; whatever else is said stands as a conflict. ``retrieved`` gives the day a source was read."""
    said = [RawConflict(value=fact.value, sources=[fact.source, *fact.also], n=1 + len(fact.also)), *fact.conflicts]
    chosen = next((entry for entry in said if entry.value == kept), None)
    conflicts = tuple(_disagreement(entry) for entry in said if entry is not chosen)
    if chosen is None:
        return Provenance(conflicts=conflicts)
    if chosen is said[0]:
        source, ref, also = source_id(fact.source), fact.ref[:_LONGEST_REF] or None, tuple(map(source_id, fact.also))
    else:
        (head, _, ref), *rest = [entry.partition(":") for entry in chosen.sources]
        source, also = source_id(head), tuple(f"{source_id(name)}:{path}" for name, _, path in rest[:_MOST_NAMED])
    return Provenance(source, ref, retrieved.get(source), also, conflicts)


def _disagreement(entry: RawConflict) -> Disagreement:
    named = tuple(entry.sources[:_MOST_NAMED])
    more = entry.n - len(named)
    return Disagreement(spell_disagreement(entry.value), (*named, f"and {more} more") if more > 0 else named)


class Traits:
    """The traits of one model, by the keys of a model file; unknown ones have provenance only where sources differ."""

    def __init__(self, raw: RawModel, retrieved: Mapping[str, date]) -> None:
        self._raw, self._retrieved = raw, retrieved
        self._traits: dict[str, Trait] = {}
        self._resolve()

    def get(self, key: str, kind: type[T]) -> T | None:
        """The value of a key, None where it is unknown."""
        trait = self._traits.get(key)
        return trait.value if trait is not None and isinstance(trait.value, kind) else None

    def provenance(self) -> dict[str, Provenance]:
        """Where each key comes from, by key."""
        return {key: trait.provenance for key, trait in sorted(self._traits.items())}

    def capabilities(self) -> dict[str, bool]:
        """Every capability that is known."""
        found = {key: trait.value for key, trait in self._traits.items() if key.startswith("capabilities.")}
        return {key.partition(".")[2]: value for key, value in sorted(found.items()) if isinstance(value, bool)}

    def _resolve(self) -> None:
        raw = self._raw
        self._add("released", raw.release_date, self._released)
        self._add("knowledge_cutoff", raw.knowledge_cutoff, self._cutoff)
        self._add("context_window", raw.context_window, lambda fact: (tokens(fact.value), fact.value))
        self._add("max_output", raw.max_output, self._max_output)
        for key, fact in (("parameters_total", raw.parameters_total), ("parameters_active", raw.parameters_active)):
            self._add(key, fact, lambda fact: (whole(fact.value), fact.value))
        self._add("architecture", raw.architecture.kind, lambda fact: (_architecture(fact), fact.value))
        self._add("open_weights", raw.open_weights, lambda fact: (fact.value, fact.value))
        self._add("license", raw.licence, self._license)
        for key, fact in (("inputs", raw.modalities_input), ("outputs", raw.modalities_output)):
            self._add(key, fact, lambda fact: (_modalities(fact.value), fact.value))
        self._resolve_capabilities()

    def _add(self, key: str, fact: RawFact | None, rule: Callable[[RawFact], tuple[object, FactValue]]) -> None:
        """Puts in what the rule makes of the fact: (the value or None, the value of the file that it stands on)."""
        if fact is None:
            return
        value, kept = rule(fact)
        found = provenance(fact, kept if value is not None else [], self._retrieved)
        if value is not None or found.conflicts:
            self._traits[key] = Trait(value, found)

    def _released(self, fact: RawFact) -> tuple[When | None, FactValue]:
        said = [(1 + len(fact.also), fact.value), *((entry.n, entry.value) for entry in fact.conflicts)]
        dated = [(count, value, when) for count, value in said if (when := read_when(value)) is not None]
        bears = stamp(self._raw.id)
        fitting = [entry for entry in dated if YearMonth.of(entry[2]) == bears]
        if not dated:
            return None, fact.value
        first, *_ = candidates = fitting or dated
        most = max(candidates, key=lambda entry: entry[0])
        outvoted = most[0] > _FEW_SOURCES and most[0] >= 2 * first[0] and not fact.also
        _, value, when = most if outvoted or first[1] != fact.value else first
        return when, value

    def _cutoff(self, fact: RawFact) -> tuple[YearMonth | None, FactValue]:
        when, released = read_when(fact.value), self._traits.get("released")
        month = None if when is None else YearMonth.of(when)
        if released is not None and month is not None and isinstance(released.value, date | YearMonth):
            month = month if month < YearMonth.of(released.value) else None
        return month, fact.value

    def _max_output(self, fact: RawFact) -> tuple[int | None, FactValue]:
        count, window = tokens(fact.value), self.get("context_window", int)
        return (None if count is not None and window is not None and count >= window else count), fact.value

    def _license(self, fact: RawFact) -> tuple[str | None, FactValue]:
        closed = self.get("open_weights", bool) is False
        if not closed or fact.value not in _OPEN_LICENSES:
            return (fact.value if isinstance(fact.value, str) else None), fact.value
        values = [entry.value for entry in fact.conflicts if isinstance(entry.value, str)]
        kept = next((value for value in values if value not in _OPEN_LICENSES), None)
        return kept, kept or fact.value

    def _resolve_capabilities(self) -> None:
        for raw_key, key in _CAPABILITIES.items():
            self._add(f"capabilities.{key}", self._raw.capabilities.get(raw_key), _capability)
        inputs = self._traits.get("inputs")
        if inputs is not None and isinstance(inputs.value, tuple):
            for key, content in _FROM_INPUTS.items():
                found = Provenance(inputs.provenance.source, inputs.provenance.ref, inputs.provenance.checked)
                self._traits[f"capabilities.{key}"] = Trait(content in inputs.value, found)


def _capability(fact: RawFact) -> tuple[bool | None, FactValue]:
    """A yes stands; a no that at least two others contradict, and nobody seconds, is unknown."""
    if not isinstance(fact.value, bool):
        return None, fact.value
    against = sum(entry.n for entry in fact.conflicts if entry.value is True)
    doubted = not fact.value and against > 1 and not fact.also
    return (None if doubted else fact.value), fact.value


def _architecture(fact: RawFact) -> str | None:
    text = fact.value if isinstance(fact.value, str) else ""
    return {"mixture-of-experts": "mixture of experts"}.get(text, text.partition(" (")[0]) or None


def _modalities(value: FactValue) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return _in_order(value) or None


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    known = {name: index for index, name in enumerate(_MODALITIES)}
    return tuple(sorted(set(names), key=lambda name: (known.get(name, len(known)), name)))
