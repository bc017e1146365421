"""A text as tokens: words, numbers, signs, and names that are passed over. One pass, linear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from writer.quantities.lexicon.look_alikes import KEPT

_LETTER = f"[^\\W\\d_{''.join(sorted(KEPT))}]"
_TOKEN = re.compile(rf"([0-9]+(?:[,._][0-9]+|'[0-9]{{3}}(?![0-9])){{0,24}})|({_LETTER}+(?:'{_LETTER}+)*)|(\n)|(\S)")
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
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end in (*masks, (len(text), 0)):
        for match in _TOKEN.finditer(text, at, max(at, start)):
            sorts.append(_SORTS[match.lastindex or 0])
            starts.append(match.start())
            ends.append(match.end())
        if end > at:
            sorts.append(Sort.NAME)
            starts.append(max(at, start))
            ends.append(end)
            at = end
    return Tokens(text, *_with_margin(text, sorts, starts, ends), len(sorts) - _MARGIN)


def _with_margin(
    text: str, sorts: list[Sort], starts: list[int], ends: list[int]
) -> tuple[list[Sort], list[str], list[int], list[int]]:
    words = [text[start:end].lower() for start, end in zip(starts, ends, strict=True)]
    for index, sort in enumerate(sorts):
        if sort is Sort.NAME:
            words[index] = ""
    edge = len(text) + 2
    edges = range(edge, edge + 2 * _MARGIN, 2)
    sorts += [Sort.EDGE] * _MARGIN
    starts += edges
    ends += edges
    return sorts, words + [""] * _MARGIN, starts, ends


_SORTS = (Sort.EDGE, Sort.NUMBER, Sort.WORD, Sort.BREAK, Sort.SIGN)
