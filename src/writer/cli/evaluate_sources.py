"""Where the drafts of `writer evaluate` come from, and in how many processes they are measured."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from writer.catalog_files.load import load_catalog
from writer.cli.reading import read_text
from writer.cli.terminal import say
from writer.errors import BadSetting
from writer.evaluation.crew import run
from writer.evaluation.draft import Source
from writer.evaluation.evaluate import Evaluation, Evaluator, Size

_KEYS = ("id", "a", "b", "text")
Case = dict[str, object]


@dataclass(frozen=True)
class Sources:
    """What an evaluator is made of, in a form that another process can be handed."""

    catalog: Path
    cases: tuple[Case, ...]
    seed: int
    only: tuple[str, ...]
    corpus_catalog: Path | None

    def evaluator(self) -> Evaluator:
        """Made anew, from the files."""
        of_corpus = load_catalog(self.corpus_catalog) if self.corpus_catalog is not None else None
        return Evaluator(load_catalog(self.catalog), self.cases, self.seed, self.only, of_corpus)

    def evaluate(self, size: Size, sources: Sequence[Source], workers: int | None) -> Evaluation:
        """Measured by so many processes (None: one a core); how far it is goes to standard error."""
        count = workers or os.cpu_count() or 1
        shared = partial(run, self.evaluator, count) if count > 1 else None
        return self.evaluator().evaluate(size, sources, say, shared)


def cases(files: Sequence[Path]) -> tuple[Case, ...]:
    """The drafts of a corpus' files, a JSON object a line; a draft that stands in several is taken once."""
    found = {(case["a"], case["b"], case["text"]): case for file in files for case in _cases(file)}
    return tuple(found.values())


def _cases(file: Path) -> Iterator[Case]:
    for number, line in enumerate(read_text(file).splitlines(), 1):
        try:
            case = json.loads(line)
        except ValueError as error:
            raise BadSetting(f"{file}:{number}: is no JSON: {error}: expected a draft a line") from None
        if not isinstance(case, dict) or any(not isinstance(case.get(key), str) for key in _KEYS):
            raise BadSetting(f"{file}:{number}: is no draft: expected an object with id, a, b and text")
        yield case
