"""The facts of a sheet as the checker asks for them: values by metric and side, worked out once a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from writer.check.items import Sort
from writer.check.lexer import Phrases, Row, Words, phrases_of
from writer.facts.sheet import Fact, FactSheet, Side, Value
from writer.quantities.dates import When
from writer.quantities.unit import Unit
from writer.sayings.ability_words import ability_phrases
from writer.sayings.job_words import job_phrases
from writer.sayings.settings import spoken

_LICENSES = (
    "Apache-2.0",
    "MIT",
    "GPL-3.0",
    "BSD-3-Clause",
    "CC-BY-4.0",
    "CC-BY-NC-4.0",
    "Llama 2 Community License",
    "Llama 3 Community License",
    "Llama 3.1 Community License",
    "Llama 3.2 Community License",
    "Llama 3.3 Community License",
    "Llama 4 Community License",
    "Gemma Terms of Use",
    "Modified MIT",
    "AGPL-3.0",
    "MPL-2.0",
    "LGPL-3.0",
    "BSD-2-Clause",
)
SIDES = ("a", "b")
_MONEY = frozenset((Unit.USD, Unit.USD_PER_MTOK))


@dataclass(frozen=True, slots=True)
class Entry:
    """A number of one model: the fact's key and value."""

    key: str
    value: Fraction
    unit: Unit


class Index:
    """One sheet, by metric and side."""

    def __init__(self, sheet: FactSheet) -> None:
        self.sheet = sheet
        self.numbers: dict[str, dict[str, Entry]] = {}
        self.dates: dict[str, dict[str, When]] = {}
        for fact in sheet.facts.values():
            self._enter(fact)
        self.scores = tuple(metric for metric in self.numbers if metric.startswith("score."))
        self.timed = frozenset(
            metric.removeprefix("score.").partition("@")[0]
            for metric in self.scores
            if any(entry.unit is Unit.MINUTES for entry in self.numbers[metric].values())
        )
        self.offered, self.tiered = self._by_part("offers."), self._by_part("price.tier.")
        self.requests = {f"workload.{job.id}.cost": job.requests for job in sheet.context.workloads.values()}
        self.amounts = frozenset(
            entry.value for sides in self.numbers.values() for entry in sides.values() if entry.unit in _MONEY
        )
        self.jobs = tuple(f"workload.{job}.cost" for job in sheet.context.workloads)
        self.abilities = {side: self._abilities(side) for side in SIDES}
        self.sellers = {side: self._tuple(f"{side}.providers") for side in SIDES}
        self.words = Words(_phrases(sheet), _settings(self.scores), _license_pattern(sheet))

    def _enter(self, fact: Fact) -> None:
        if fact.side is Side.PAIR:
            return
        metric = fact.key.split(".", 1)[1]
        if isinstance(fact.value, (bool, str, tuple)):
            return
        if isinstance(fact.value, (int, Fraction)):
            self.numbers.setdefault(metric, {})[fact.side.value] = Entry(fact.key, Fraction(fact.value), fact.unit)
        else:
            self.dates.setdefault(metric, {})[fact.side.value] = fact.value

    def _by_part(self, head: str) -> dict[str, tuple[str, ...]]:
        """The metrics that begin with ``head``, by their last part: input, output, cached_input, context_window."""
        found: dict[str, tuple[str, ...]] = {}
        for metric in self.numbers:
            if metric.startswith(head):
                part = metric.rpartition(".")[2]
                found[part] = (*found.get(part, ()), metric)
        return found

    def _abilities(self, side: str) -> Mapping[str, bool]:
        found = dict.fromkeys(self._tuple(f"{side}.capabilities.supported"), True)
        found.update(dict.fromkeys(self._tuple(f"{side}.capabilities.unsupported"), False))
        return found

    def _tuple(self, key: str) -> tuple[str, ...]:
        value = self.value(key)
        return value if isinstance(value, tuple) else ()

    def value(self, key: str) -> Value | None:
        """A fact's value; None where there is none."""
        fact = self.sheet.facts.get(key)
        return None if fact is None else fact.value

    def entry(self, metric: str, side: str) -> Entry | None:
        """One model's number; None where it is unknown."""
        return self.numbers.get(metric, {}).get(side)

    def higher(self, metric: str) -> str:
        """``a``, ``b``, ``tie``, or "" where a side is unknown; of a score, the better side."""
        if metric in self.dates:
            newer = self.value(f"pair.{metric}.newer")
            return str(newer) if newer is not None else ""
        sides = self.numbers.get(metric, {})
        if len(sides) < 2:
            return ""
        if metric.startswith("score."):
            return str(self.value(f"pair.{metric}.winner") or "")
        one, other = sides["a"].value, sides["b"].value
        return "tie" if one == other else ("a" if one > other else "b")

    def vendor(self, side: str) -> str:
        """The id of who made the model."""
        return (self.sheet.a if side == "a" else self.sheet.b).vendor

    def name(self, side: str) -> str:
        """The model's name."""
        return (self.sheet.a if side == "a" else self.sheet.b).name


def _phrases(sheet: FactSheet) -> Phrases:
    found: dict[tuple[str, ...], Row] = {}
    for words, ability in ability_phrases(sheet.context.capabilities):
        found[words] = Row(words, Sort.ABILITY, (ability,))
    for words, job in job_phrases(sheet.context.workloads):
        found[words] = Row(words, Sort.JOB, (f"workload.{job}.cost",))
    return phrases_of(found.values())


def _settings(scores: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """Every setting as its label says it, and as its slug spells it."""
    found: dict[str, dict[str, str]] = {}
    for metric in scores:
        key = metric.removeprefix("score.")
        benchmark, _, setting = key.partition("@")
        if setting:
            for said in (spoken(setting), setting):
                found.setdefault(benchmark, {})[said.lower().replace("-", " ")] = key
    return found


def _license_pattern(sheet: FactSheet) -> re.Pattern[str]:
    names = [*_LICENSES, *(model.license for model in (sheet.a, sheet.b) if model.license)]
    return re.compile(
        "|".join(f"\\b{_loose(name)}\\b" for name in sorted(set(names), key=lambda each: (-len(each), each)))
    )


def _loose(name: str) -> str:
    return r"[ -]".join(re.escape(part) for part in re.split(r"[ -]", name)) + "(?: [Ll]icen[cs]e)?"


def other(side: str) -> str:
    """The other model's side; what is no side stays."""
    return {"a": "b", "b": "a"}.get(side, side)


def known(entries: Iterable[Entry | None]) -> list[Entry]:
    """Without what is unknown."""
    return [entry for entry in entries if entry is not None]
