"""What no fact covers: speed and the like, superlatives beyond the pair, time relative to the reader (rule 15)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from writer.check.items import Sort
from writer.check.scene import Scene
from writer.sayings.intensity import BEYOND_PAIR, NO_FACT, RELATIVE_TIME


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases that break a rule. Few words of a text are the first of one, and only there are phrases looked for."""

    rule: str
    first_words: frozenset[str]
    pattern: re.Pattern[str]

    def find(self, said: str, words: frozenset[str]) -> Iterator[tuple[int, int, str]]:
        """Where they stand in a text of these words, none within another."""
        places = [match.start() for word in self.first_words & words for match in re.finditer(word, said)]
        last = 0
        for place in sorted(places):
            match = self.pattern.match(said, place) if place >= last else None
            if match is not None:
                last = match.end()
                yield place, last, self.rule


def _phrases(rule: str, phrases: Iterable[str]) -> _Phrases:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    pattern = r"\b(?:" + "|".join(phrase.replace(" ", "[ -]") for phrase in ordered) + r")\b"
    first_words = frozenset(_WORD.findall(phrase)[0] for phrase in ordered)
    return _Phrases(rule, first_words, re.compile(pattern))


_SUPERLATIVES = frozenset(
    (
        "newest",
        "latest",
        "best",
        "cheapest",
        "largest",
        "biggest",
        "fastest",
        "smartest",
        "strongest",
        "most",
        "top",
        "priciest",
        "dearest",
        "smallest",
        "finest",
        "first",
        "oldest",
        "leading",
        "flagship",
        "most recent",
        "most expensive",
        "least expensive",
    )
)
_WORD = re.compile(r"[a-z]+")
_RULES = (
    _phrases("no-fact", NO_FACT),
    _phrases("beyond-the-pair", BEYOND_PAIR),
    _phrases("relative-time", RELATIVE_TIME),
)


def judge_beyond(scene: Scene, text: str) -> None:
    """Find the words in the sentence's text; names are skipped."""
    items = scene.items
    if Sort.SELLER in scene.sorts:
        _judge_vendors(scene)
    start, end = scene.sentence.span
    matches = _matches(text)
    for first, last, rule in matches[bisect_left(matches, (start,)) : bisect_left(matches, (end,))]:
        if "better" in text[first:last].lower() and any(item.sort is Sort.BENCHMARK for item in items):
            continue  # better by that benchmark
        if last <= end and not any(item.start < last and first < item.end and item.named is not None for item in items):
            scene.findings.strays(first, last, rule, text[first:last].lower())


def _judge_vendors(scene: Scene) -> None:
    """ "OpenAI's newest"."""
    items = scene.items
    for at, item in enumerate(items[:-2]):
        if (
            item.sort is Sort.SELLER
            and item.named is not None
            and item.named.vendor
            and items[at + 1].sort is Sort.OWNER
            and (items[at + 2].low in _SUPERLATIVES)
        ):
            scene.findings.strays(item.start, items[at + 2].end, "beyond-the-pair", items[at + 2].low)


@lru_cache(maxsize=4)
def _matches(text: str) -> Sequence[tuple[int, int, str]]:
    """Where the words stand in a whole text, each with its rule; no phrase reaches over a sentence's end."""
    said = text.lower()
    if len(said) != len(text):  # a letter whose lower case is two
        said = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    words = frozenset(_WORD.findall(said))
    return tuple(sorted(found for phrases in _RULES for found in phrases.find(said, words)))
