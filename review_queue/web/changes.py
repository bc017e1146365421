"""What has changed since an approval, set so that a person sees it: by part of the page, word against word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from review_queue.ports import Change, Delta

FOLDED = 4  # a part with more changes than this is folded away under one line
_KEPT = 5  # words that stay around a change; what is further off is left out
GAP = "…"


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of words; ``moved`` where the other side has others in its place."""

    text: str
    moved: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One change: where in its part, the words before and after, and the difference in words."""

    name: str
    old: tuple[Word, ...]
    new: tuple[Word, ...]
    change: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page with its changes; ``folded`` where they are many and alike."""

    title: str
    rows: tuple[Row, ...]

    @property
    def folded(self) -> bool:
        """Whether one line stands for all."""
        return len(self.rows) > FOLDED

    @property
    def steps(self) -> tuple[str, ...]:
        """The differences that its changes come to, each once."""
        return tuple(dict.fromkeys(row.change for row in self.rows if row.change))


def parts(change: Change) -> tuple[Part, ...]:
    """The changes by part of the page, in the order they were found: what flips comes first."""
    grouped = groupby(change.deltas, key=lambda delta: _place(delta)[0])
    return tuple(Part(title, tuple(_row(delta) for delta in deltas)) for title, deltas in grouped)


def _place(delta: Delta) -> tuple[str, str]:
    """The part and the place in it: ``caption: row: column`` is a cell of a table whose caption may hold a colon too."""
    pieces = delta.name.split(": ")
    cut = max(1, len(pieces) - 2)
    return ": ".join(pieces[:cut]), ": ".join(pieces[cut:])


def _row(delta: Delta) -> Row:
    old, new = delta.old.split(), delta.new.split()
    same = SequenceMatcher(a=old, b=new, autojunk=False).get_matching_blocks()
    return Row(
        _place(delta)[1],
        tuple(_words(old, [(block.a, block.a + block.size) for block in same])),
        tuple(_words(new, [(block.b, block.b + block.size) for block in same])),
        delta.change,
    )


def _words(words: Sequence[str], same: Sequence[tuple[int, int]]) -> Iterator[Word]:
    """The words, those outside the stretches that are the ``same`` marked."""
    at = 0
    for start, end in same:
        if at < start:
            yield Word(" ".join(words[at:start]), moved=True)
        if start < end:
            yield Word(_shortened(words[start:end], first=start == 0, last=end == len(words)), moved=False)
        at = end


def _shortened(words: Sequence[str], *, first: bool, last: bool) -> str:
    """Words that are the same on both sides, without those that are far from any change."""
    head, tail = (0 if first else _KEPT), (0 if last else _KEPT)
    if len(words) <= head + tail + 2:
        return " ".join(words)
    return " ".join([*words[:head], GAP, *words[len(words) - tail :]])
