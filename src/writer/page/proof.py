"""The page's own sentences pass the checker like any draft; one that does not is withheld, and the tables stand alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from writer.catalog.names import Names
from writer.check.check import check
from writer.facts.sheet import FactSheet
from writer.page.model import Page, Question
from writer.prose import Sentence

SEE_TABLES = Sentence("The scores are in the tables.")


class Proof:
    """Judges sentences of one pair, each on its own, and remembers those that failed."""

    def __init__(self, sheet: FactSheet, names: Names) -> None:
        self._sheet, self._names = sheet, names
        self.withheld: list[Sentence] = []

    def keep(self, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """Those that the checker accepts."""
        kept: list[Sentence] = []
        for sentence in sentences:
            accepted = check(sentence.text, self._sheet, self._names).accepted
            (kept if accepted else self.withheld).append(sentence)
        return tuple(kept)


def proven(page: Page, sheet: FactSheet, names: Names) -> Page:
    """The page without the sentences that the checker rejects; they stand in ``withheld``."""
    proof = Proof(sheet, names)
    questions = (Question(each.question, proof.keep(each.answer)) for each in page.faq)
    checked = replace(
        page,
        intro=proof.keep(page.intro),
        verdict=replace(page.verdict, summary=proof.keep(page.verdict.summary)),
        benchmarks_note=next(iter(proof.keep((page.benchmarks_note,))), SEE_TABLES),
        faq=tuple(each for each in questions if each.answer),
    )
    return replace(checked, withheld=tuple(proof.withheld))
