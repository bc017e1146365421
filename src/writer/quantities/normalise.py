"""A text as a reader sees it, with a map back to where each character came from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from writer.quantities.lexicon.look_alikes import AMONG_DIGITS, FOREIGN_DIGITS, KEPT, LETTERS, SIGNS

_OTHER = re.compile(r"[^\n -~]")
# Markdown emphasis and code marks: asterisks and underscores at the edge of a word, backticks, struck-out tildes.
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])|`+|~~")
# A letter in the place of a digit: between digits, after a currency sign, before a decimal point.
_DISGUISED = re.compile(r"([0-9$])[OolI](?=[0-9])|(\$)[OolI](?=[.,])|([0-9])[OolI](?=[.,][0-9])")
_MAY_BE_DISGUISED = re.compile(r"[0-9$][OolI][0-9.,]")


@dataclass(frozen=True, slots=True)
class Normalised:
    """``sources[i]`` is the offset in ``original`` of the character that ``text[i]`` came from."""

    original: str
    text: str
    sources: Sequence[int]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that ``text[start:end]`` came from; an empty stretch stays empty."""
        if start >= end:
            at = self.sources[start] if start < len(self.sources) else len(self.original)
            return at, at
        return self.sources[start], self.sources[end - 1] + 1

    def normalised_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of ``text`` that came from ``original[start:end]``."""
        return bisect_left(self.sources, start), bisect_left(self.sources, end)


def normalise(text: str) -> Normalised:
    """NFKC, without what cannot be seen and without emphasis marks; look-alikes read as what they look like."""
    return _within(_dropped(_replaced(Normalised(text, text, range(len(text))))))


def _replaced(was: Normalised) -> Normalised:
    pieces: list[str] = []
    sources: list[int] = []
    at = 0
    for match in _OTHER.finditer(was.text):
        here = match.start()
        seen = _seen(was.text, here)
        pieces += (was.text[at:here], seen)
        sources += range(at, here)
        sources += [here] * len(seen)
        at = here + 1
    if not at:
        return was
    pieces.append(was.text[at:])
    sources += range(at, len(was.text))
    return Normalised(was.original, "".join(pieces), sources)


def _seen(text: str, here: int) -> str:
    char = text[here]
    if char in FOREIGN_DIGITS and _beside_digit(text, here):
        return AMONG_DIGITS[LETTERS[char]]
    return _read_as(char)


def _beside_digit(text: str, here: int) -> bool:
    before, after = text[here - 1 : here], text[here + 1 : here + 2]
    return (
        (before.isdigit() or (before in (".", ",", "$") and here > 0))
        or after.isdigit()
        or (after in (".", ",") and text[here + 2 : here + 3].isdigit())
    )


@lru_cache(maxsize=4096)
def _read_as(char: str) -> str:
    if char in KEPT:
        return char
    if char in SIGNS:
        return SIGNS[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category in ("Zs", "Cc"):
        return " "
    if category in ("Cf", "Mn", "Me"):
        return ""
    folded = unicodedata.normalize("NFKC", char)
    return "".join(LETTERS.get(each, SIGNS.get(each, each)) for each in folded)


def _dropped(was: Normalised) -> Normalised:
    if not any(mark in was.text for mark in "*_`~"):
        return was
    spans = [match.span() for match in _EMPHASIS.finditer(was.text)]
    if not spans:
        return was
    kept = tuple(_between(spans, len(was.text)))
    sources = [source for start, end in kept for source in was.sources[start:end]]
    return Normalised(was.original, "".join(was.text[start:end] for start, end in kept), sources)


def _between(spans: Sequence[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in spans:
        yield at, start
        at = end
    yield at, length


def _within(was: Normalised) -> Normalised:
    text, before = was.text, ""
    while text != before and _MAY_BE_DISGUISED.search(text):
        before, text = text, _DISGUISED.sub(lambda match: match[0][0] + AMONG_DIGITS[match[0][1]], text)
    return was if text is was.text else Normalised(was.original, text, was.sources)
