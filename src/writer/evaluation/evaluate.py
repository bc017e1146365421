"""The whole evaluation: three sources, every kind of mutation, one seed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from writer.catalog.catalog import Catalog
from writer.catalog.names import Names
from writer.check.check import Checker, checker_version
from writer.evaluation import corpus, house, templates
from writer.evaluation.draft import Faithful, Source
from writer.evaluation.measure import Effort, Judge, Measurement, SourceFigures
from writer.evaluation.mutation.all import kinds
from writer.evaluation.mutation.kind import Kind
from writer.evaluation.tiered import is_tiered, tiered
from writer.evaluation.world import World
from writer.facts.compute import Facts
from writer.facts.sheet import FactSheet

_PARTS, _SMALLEST = 16, 4
_TIERED = 10  # one pair of so many is taken from the catalog with tiers


@dataclass(frozen=True, slots=True)
class Size:
    """How much of each source. The bars are for the full size."""

    template_pairs: int = 320
    drafts_per_pair: int = 10
    house_pairs: int = 300
    mutants_per_draft: int = 8
    edits_per_corpus_kind: int = 8

    def scaled(self, share: float) -> Size:
        """A smaller twin."""
        return Size(
            max(2, round(self.template_pairs * share)),
            self.drafts_per_pair,
            max(2, round(self.house_pairs * share)),
            self.mutants_per_draft,
            max(1, round(self.edits_per_corpus_kind * share)),
        )


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured, by source in the order of ``Source``."""

    seed: int
    checker: str
    sources: tuple[SourceFigures, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a source that is measured by itself: its pairs (of the corpus: its drafts) from ``first`` to before ``last``."""

    source: Source
    size: Size
    first: int
    last: int


Run = Callable[[Sequence[Part]], Iterator[SourceFigures]]
"""Measures parts, in whatever processes, and gives their figures in the order of the parts."""


@dataclass(frozen=True)
class Evaluator:
    """Evaluates the checker on a catalog; ``cases`` are a corpus' drafts, () for none, over ``corpus_catalog`` where they are
    of another one."""

    catalog: Catalog
    cases: Sequence[Mapping[str, object]]
    seed: int = 1
    only: Sequence[str] = ()
    corpus_catalog: Catalog | None = None

    def evaluate(
        self,
        size: Size,
        sources: Iterable[Source] = Source,
        said: Callable[[str], None] = lambda _: None,
        run: Run | None = None,
    ) -> Evaluation:
        """Measure the sources; ``said`` hears how far it is. The figures are the same however it is ``run``."""
        measured = []
        for source in sources:
            parts = self._parts(source, size)
            figures = SourceFigures(source, {})
            for number, part in enumerate((run or self._here)(parts), 1):
                figures.add(part)
                said(
                    f"{source.value}: {number} of {len(parts)}, {figures.killed:,} of {figures.mutants:,} mutants rejected"
                )
            measured.append(figures)
        return Evaluation(self.seed, checker_version(), tuple(measured))

    def measure(self, part: Part) -> SourceFigures:
        """The figures of one part."""
        catalog = (self.corpus_catalog or self.catalog) if part.source is Source.CORPUS else self.catalog
        measurement = Measurement(self._kinds, _judges(Names.of(catalog)), World.of(catalog), self.seed)
        return measurement.measure(part.source, self._drafts(part, Facts(catalog)), _effort(part))

    def _here(self, parts: Sequence[Part]) -> Iterator[SourceFigures]:
        return map(self.measure, parts)

    def _parts(self, source: Source, size: Size) -> list[Part]:
        count = len(self.cases) if source is Source.CORPUS else len(self._pairs(source, size))
        step = max(_SMALLEST, -(-count // _PARTS))
        return [Part(source, size, first, min(count, first + step)) for first in range(0, count, step)]

    @cached_property
    def _kinds(self) -> tuple[Kind, ...]:
        return tuple(kind for kind in kinds() if not self.only or kind.name in self.only)

    def _drafts(self, part: Part, facts: Facts) -> Iterator[Faithful]:
        here = slice(part.first, part.last)
        if part.source is Source.CORPUS:
            yield from corpus.drafts(self.cases[here], facts.sheet)
            return
        with_tiers = Facts(tiered(self.catalog))
        for a, b, by_tiers in self._pairs(part.source, part.size)[here]:
            sheet = (with_tiers if by_tiers else facts).sheet(a, b)
            if part.source is Source.HOUSE:
                yield house.draft(sheet)
            else:
                yield from templates.drafts(sheet, self._chance(sheet), part.size.drafts_per_pair)

    def _pairs(self, source: Source, size: Size) -> list[tuple[str, str, bool]]:
        """So many pairs, no pair twice, drawn by the seed; whether each is of the catalog with tiers."""
        chance = Random(self.seed)  # noqa: S311  # chance for a measurement, not for secrets
        slugs = sorted(slug for slug, model in self.catalog.models.items() if model.offers)
        pairs = [(a, b) for index, a in enumerate(slugs) for b in slugs[index + 1 :]]
        count = size.house_pairs if source is Source.HOUSE else size.template_pairs
        sold = [pair for pair in pairs if any(is_tiered(self.catalog.models[slug]) for slug in pair)]
        some = set(chance.sample(sold, min(len(sold), -(-count // _TIERED)))) if source is Source.TEMPLATES else set()
        others = [pair for pair in pairs if pair not in some]
        drawn = chance.sample(others, min(count - len(some), len(others))) + sorted(some)
        chance.shuffle(drawn)
        return [(a, b, (a, b) in some) if chance.random() < 0.5 else (b, a, (a, b) in some) for a, b in drawn]

    def _chance(self, sheet: FactSheet) -> Random:
        return Random(f"{self.seed}/{sheet.a.slug}/{sheet.b.slug}")  # noqa: S311  # … the same


def _judges(names: Names) -> Callable[[FactSheet], Judge]:
    """Checkers by sheet; the last one is kept, as drafts of the same pair follow each other."""
    last: dict[str, Judge] = {}

    def judge_of(sheet: FactSheet) -> Judge:
        if sheet.hash not in last:
            last.clear()
            last[sheet.hash] = Checker(sheet, names).check
        return last[sheet.hash]

    return judge_of


def _effort(part: Part) -> Effort:
    if part.source is Source.CORPUS:
        return Effort(mutants_per_draft=10**6, edits_per_kind=part.size.edits_per_corpus_kind)
    return Effort(part.size.mutants_per_draft)
