"""Drafts in, figures out: what the checker accepts of the faithful, and what it finds of the mutants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from time import process_time

from writer.check.report import Report
from writer.evaluation.draft import Faithful, Mutant, Source
from writer.evaluation.findings import Rejection, Survivor
from writer.evaluation.mutation.kind import Edit, Kind, Site
from writer.evaluation.oracle import Oracles
from writer.evaluation.wilson import interval
from writer.evaluation.world import World
from writer.facts.sheet import FactSheet

Judge = Callable[[str], Report]


@dataclass(slots=True)
class KindFigures:
    """One kind of mutation: how many mutants, how many were rejected."""

    name: str
    family: str
    mutants: int = 0
    killed: int = 0

    @property
    def rate(self) -> float:
        """The share that was rejected; 1 where there was none to reject."""
        return self.killed / self.mutants if self.mutants else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95 % interval."""
        return interval(self.killed, self.mutants)


@dataclass(slots=True)
class SourceFigures:
    """Everything measured on one source. ``unclear`` counts the rejected mutants that only ``unclear`` rejected."""

    source: Source
    kinds: dict[str, KindFigures]
    faithful: int = 0
    accepted: int = 0
    unclear: int = 0
    checked: int = 0
    characters: int = 0
    seconds: float = 0.0  # of this process, in the checker
    survivors: list[Survivor] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)

    def add(self, other: SourceFigures) -> None:
        """Count in what was measured of another part of the same source."""
        for name, kind in other.kinds.items():
            mine = self.kinds.setdefault(name, KindFigures(name, kind.family))
            mine.mutants += kind.mutants
            mine.killed += kind.killed
        self.faithful += other.faithful
        self.accepted += other.accepted
        self.unclear += other.unclear
        self.checked += other.checked
        self.characters += other.characters
        self.seconds += other.seconds
        self.survivors += other.survivors
        self.rejected += other.rejected

    @property
    def mutants(self) -> int:
        """Of all kinds."""
        return sum(each.mutants for each in self.kinds.values())

    @property
    def killed(self) -> int:
        """Of all kinds."""
        return sum(each.killed for each in self.kinds.values())


@dataclass(frozen=True, slots=True)
class Effort:
    """How much to measure: mutants a draft, and edits of one kind in one draft."""

    mutants_per_draft: int = 8
    edits_per_kind: int = 1


@dataclass(slots=True)
class Measurement:
    """Measures one source after the other with the same kinds, checker, world and seed."""

    kinds: Sequence[Kind]
    judge_of: Callable[[FactSheet], Judge]
    world: World
    seed: int

    def measure(self, source: Source, drafts: Iterable[Faithful], effort: Effort) -> SourceFigures:
        """The figures of a source."""
        figures = SourceFigures(source, {kind.name: KindFigures(kind.name, kind.family) for kind in self.kinds})
        for draft in drafts:
            self._one(draft, figures, effort)
        return figures

    def _one(self, draft: Faithful, figures: SourceFigures, effort: Effort) -> None:
        judge = self.judge_of(draft.sheet)
        report = _timed(judge, draft.text, figures)
        figures.faithful += 1
        if not report.accepted:
            figures.rejected.append(Rejection.of(draft, report))
            return
        figures.accepted += 1
        for mutant in self._mutants(draft, figures.kinds, effort):
            verdict = _timed(judge, mutant.text, figures)
            kind = figures.kinds[mutant.kind]
            kind.mutants += 1
            kind.killed += not verdict.accepted
            figures.unclear += not verdict.accepted and all(each.rule == "unclear" for each in verdict.violations)
            if verdict.accepted:
                figures.survivors.append(Survivor.of(mutant))

    def _mutants(self, draft: Faithful, so_far: Mapping[str, KindFigures], effort: Effort) -> Iterator[Mutant]:
        """Mutants of the kinds that have fewest so far."""
        chance = Random(f"{self.seed}/{draft.id}")  # noqa: S311  # chance for a measurement, not for secrets
        site = Site(draft, oracles_of(draft.sheet), self.world, chance)
        order = sorted(self.kinds, key=lambda kind: (so_far[kind.name].mutants, chance.random()))
        made = 0
        for kind in order:
            if made >= effort.mutants_per_draft:
                return
            for edit in _some(list(kind.propose(site)), effort.edits_per_kind, chance):
                made += 1
                yield _mutant(kind, draft, edit)


def _some(edits: Sequence[Edit], count: int, chance: Random) -> list[Edit]:
    distinct = sorted(set(edits), key=lambda edit: (edit.start, edit.end, edit.now))
    return distinct if len(distinct) <= count else chance.sample(distinct, count)


def _mutant(kind: Kind, draft: Faithful, edit: Edit) -> Mutant:
    text = draft.text[: edit.start] + edit.now + draft.text[edit.end :]
    return Mutant(kind.name, draft, text, edit.start, draft.text[edit.start : edit.end], edit.now)


def _timed(judge: Judge, text: str, figures: SourceFigures) -> Report:
    start = process_time()
    report = judge(text)
    figures.seconds += process_time() - start
    figures.checked += 1
    figures.characters += len(text)
    return report


_LAST: dict[str, Oracles] = {}


def oracles_of(sheet: FactSheet) -> Oracles:
    """The oracles of a sheet, kept for as long as drafts of the same pair follow."""
    if sheet.hash not in _LAST:
        _LAST.clear()
        _LAST[sheet.hash] = Oracles.of(sheet)
    return _LAST[sheet.hash]
