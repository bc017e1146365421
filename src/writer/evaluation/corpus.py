"""The faithful drafts of a corpus: texts by others, in which a second reader found nothing wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from writer.evaluation.annotate import annotate
from writer.evaluation.draft import Faithful, Source
from writer.facts.sheet import FactSheet


def drafts(cases: Iterable[Mapping[str, object]], sheet_of: Callable[[str, str], FactSheet]) -> Iterator[Faithful]:
    """The cases without marked errors; each has id, a, b, text and errors."""
    for case in cases:
        if case.get("errors"):
            continue
        text = str(case["text"])
        sheet = sheet_of(str(case["a"]), str(case["b"]))
        yield Faithful(f"corpus/{case['id']}", Source.CORPUS, sheet, text, annotate(text, sheet))
