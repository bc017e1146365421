"""What a model says its sentences state, against what they were found to state.

Citations never decide whether a text is accepted: it is judged by its words alone. They choose among the readings that
all hold where the words leave more than one, and they are themselves judged: a key that does not exist is a violation,
one that the sentence does not state is worth a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from writer.check.claims import Finding
from writer.prose import Prose


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence's place in the text that was checked, and the keys that it cites."""

    start: int
    end: int
    keys: tuple[str, ...]


def cited(prose: Prose) -> tuple[Cited, ...]:
    """The sentences of ``prose`` by their place in ``prose.text``."""
    return tuple(_cited(prose))


def _cited(prose: Prose) -> Iterator[Cited]:
    start = 0
    for paragraph in prose.paragraphs:
        for sentence in paragraph.sentences:
            end = start + len(sentence.text)
            yield Cited(start, end, sentence.facts)
            start = end + 1
        start = start + 1 if paragraph.sentences else start + 2


def chosen(finding: Finding, start: int, citations: Sequence[Cited]) -> Finding:
    """The reading of a statement that its sentence cites, where several hold; ``start`` is its place in the text."""
    if not finding.also:
        return finding
    keys = next((each.keys for each in citations if each.start <= start < each.end), ())
    if set(keys) & set(finding.keys):
        return finding
    return next((other for other in finding.readings() if set(keys) & set(other.keys)), finding)
