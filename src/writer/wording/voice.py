"""The house writer's choice of words: different for every pair, the same for the same pair."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from writer.prose import Sentence


@dataclass(frozen=True, slots=True)
class Voice:
    """Chooses among wordings by the pair's names and the point made. ``avoid`` are sentences that were rejected."""

    seed: str
    avoid: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()  # facts that were stated: wordings without them come first

    def turn(self, point: str, size: int) -> int:
        """A number below ``size`` that depends on the pair and the point alone."""
        return int.from_bytes(sha256(f"{self.seed}|{point}".encode()).digest()[:6]) % size

    def word(self, point: str, *words: str) -> str:
        """One of several words that mean the same."""
        return words[self.turn(point, len(words))]

    def pick(self, point: str, *wordings: Sentence) -> list[Sentence]:
        """One of several sentences that say the same, passing over those to avoid; none where all of them are."""
        first = self.turn(point, len(wordings)) if wordings else 0
        turned = sorted(wordings[first:] + wordings[:first], key=lambda each: not self.told.isdisjoint(each.facts))
        return next(([sentence] for sentence in turned if sentence.text not in self.avoid), [])


def say(text: str, *keys: str) -> Sentence:
    """A sentence with the facts it states; it begins with a capital unless a name that has none stands first."""
    return Sentence(text, keys)


def voice_of(names: Collection[str], avoid: Collection[str] = ()) -> Voice:
    """The voice of a pair."""
    return Voice("|".join(names), frozenset(avoid))
