"""A text as tokens: words, numbers, signs, and names that are passed over. One pass, linear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from writer.quantities.look_alikes import KEPT

_LETTER = f"[^\\W\\d_{''.join(sorted(KEPT))}]"
_TOKEN = re.compile(rf"([0-9]+(?:[,._][0-9]+|'[0-9]{{3}}(?![0-9]))*)|({_LETTER}+(?:'{_LETTER}+)*)|(\n)|(\S)")
_MARGIN = 8


class Sort(IntEnum):
    """What a token is; the first four are the groups of the pattern above."""

    NUMBER = 1
    WORD = 2
    BREAK = 3
    SIGN = 4
    NAME = 5
    EDGE = 6


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over tokens. Past the end stand edge tokens (words ""), so that looking a few ahead needs no bounds;
    index -1 is an edge too. ``words`` are lower case."""

    text: str
    sorts: Sequence[Sort]
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    count: int

    def glued(self, index: int) -> bool:
        """No space between the token before and this one."""
        return self.starts[index] == self.ends[index - 1]

    def raw(self, index: int) -> str:
        """The token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def after_hyphen(self, index: int) -> int:
        """The token after a glued hyphen at ``index``, else ``index``."""
        return index + 1 if self.words[index] == "-" and self.glued(index) and self.glued(index + 1) else index


def tokenise(text: str, masks: Sequence[tuple[int, int]] = ()) -> Tokens:
    """The tokens of ``text``; each of ``masks`` (spans, by start) is one name, whatever it holds."""
    sorts: list[Sort] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for start, end in masks:
        _take(text, at, max(at, start), sorts, spans)
        if end > at:
            sorts.append(Sort.NAME)
            spans.append((max(at, start), end))
            at = end
    _take(text, at, len(text), sorts, spans)
    edge = len(text) + 2
    words = ["" if sort is Sort.NAME else text[start:end].lower() for sort, (start, end) in zip(sorts, spans, strict=True)]
    count = len(words)
    return Tokens(
        text,
        [*sorts, *[Sort.EDGE] * _MARGIN],
        [*words, *[""] * _MARGIN],
        [*(start for start, _ in spans), *range(edge, edge + 2 * _MARGIN, 2)],
        [*(end for _, end in spans), *range(edge, edge + 2 * _MARGIN, 2)],
        count,
    )


def _take(text: str, start: int, end: int, sorts: list[Sort], spans: list[tuple[int, int]]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        sorts.append(_SORTS[match.lastindex or 0])
        spans.append(match.span())


_SORTS = (Sort.EDGE, Sort.NUMBER, Sort.WORD, Sort.BREAK, Sort.SIGN)
