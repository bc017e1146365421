"""The whole evaluation: three sources, every kind of mutation, one seed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from writer.catalog.catalog import Catalog
from writer.catalog.names import Names
from writer.check.check import Checker, checker_version
from writer.evaluation import corpus, house, templates
from writer.evaluation.draft import Faithful, Source
from writer.evaluation.measure import Effort, Judge, Measurement, SourceFigures
from writer.evaluation.mutation.all import kinds
from writer.evaluation.mutation.kind import Kind
from writer.evaluation.world import World
from writer.facts.compute import Facts
from writer.facts.sheet import FactSheet


@dataclass(frozen=True, slots=True)
class Size:
    """How much of each source. The bars are for the full size."""

    template_pairs: int = 320
    drafts_per_pair: int = 10
    house_pairs: int = 300
    mutants_per_draft: int = 8
    edits_per_corpus_kind: int = 30

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
class Evaluator:
    """Evaluates the checker on a catalog; ``cases`` are a corpus' drafts, () for none."""

    catalog: Catalog
    cases: Sequence[Mapping[str, object]]
    seed: int = 1
    only: Sequence[str] = ()

    def evaluate(
        self, size: Size, sources: Iterable[Source] = Source, said: Callable[[str], None] = lambda _: None
    ) -> Evaluation:
        """Measure the sources; ``said`` hears which one is being measured."""
        measurement = self._measurement()
        measured = []
        for source in sources:
            said(f"{source.value} …")
            measured.append(measurement.measure(source, self._drafts(source, size), _effort(source, size)))
        return Evaluation(self.seed, checker_version(), tuple(measured))

    def _measurement(self) -> Measurement:
        names = Names.of(self.catalog)
        last: dict[str, Judge] = {}

        def judge_of(sheet: FactSheet) -> Judge:
            if sheet.hash not in last:
                last.clear()
                last[sheet.hash] = Checker(sheet, names).check
            return last[sheet.hash]

        return Measurement(self._kinds(), judge_of, World.of(self.catalog), self.seed)

    def _kinds(self) -> tuple[Kind, ...]:
        return tuple(kind for kind in kinds() if not self.only or kind.name in self.only)

    def _drafts(self, source: Source, size: Size) -> Iterator[Faithful]:
        facts = Facts(self.catalog)
        match source:
            case Source.TEMPLATES:
                for sheet in self._sheets(facts, size.template_pairs):
                    yield from templates.drafts(sheet, self._chance(sheet), size.drafts_per_pair)
            case Source.HOUSE:
                yield from (house.draft(sheet) for sheet in self._sheets(facts, size.house_pairs))
            case Source.CORPUS:
                yield from corpus.drafts(self.cases, facts.sheet)

    def _sheets(self, facts: Facts, count: int) -> Iterator[FactSheet]:
        """So many pairs, no pair twice, drawn by the seed."""
        chance = Random(self.seed)  # noqa: S311  # chance for a measurement, not for secrets
        slugs = sorted(slug for slug, model in self.catalog.models.items() if model.offers)
        pairs = [(a, b) for index, a in enumerate(slugs) for b in slugs[index + 1 :]]
        for a, b in chance.sample(pairs, min(count, len(pairs))):
            yield facts.sheet(*((a, b) if chance.random() < 0.5 else (b, a)))

    def _chance(self, sheet: FactSheet) -> Random:
        return Random(f"{self.seed}/{sheet.a.slug}/{sheet.b.slug}")  # noqa: S311  # … the same


def _effort(source: Source, size: Size) -> Effort:
    if source is Source.CORPUS:
        return Effort(mutants_per_draft=10**6, edits_per_kind=size.edits_per_corpus_kind)
    return Effort(size.mutants_per_draft)
