"""What no fact covers: speed and the like, superlatives beyond the pair, time relative to the reader (rule 15)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from writer.check.scene import Scene
from writer.sayings.intensity import BEYOND_PAIR, NO_FACT, RELATIVE_TIME


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(phrase.replace(" ", "[ -]") for phrase in ordered) + r")\b", re.IGNORECASE)


_RULES = (("no-fact", _any_of(NO_FACT)), ("beyond-the-pair", _any_of(BEYOND_PAIR)), ("relative-time", _any_of(RELATIVE_TIME)))


def judge_beyond(scene: Scene, text: str) -> None:
    """Find the words in the sentence's text; names are skipped."""
    items = scene.items
    start, end = items[0].start, items[-1].end
    for rule, pattern in _RULES:
        for match in pattern.finditer(text, start, end):
            if not any(item.start < match.end() and match.start() < item.end and item.named is not None for item in items):
                scene.findings.strays(match.start(), match.end(), rule, match[0].lower())
