"""What a chapter of a draft is made of: points in reading order, each with how much it matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from writer.prose import Sentence
from writer.wording.pair import Pair, Party
from writer.wording.slots import Slots
from writer.wording.voice import Voice

MUST, SHOULD, MAY, SPARE = range(4)


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence; the composition leaves out the heaviest ``weight`` first."""

    sentence: Sentence
    weight: int = MUST


@dataclass(frozen=True, slots=True)
class Block:
    """The points of one subject, and whom it speaks for (None: for neither)."""

    points: tuple[Point, ...]
    winner: Party | None = None


@dataclass(frozen=True, slots=True)
class Tale:
    """What every chapter is told from; ``favoured`` is whom the chapters so far spoke for."""

    pair: Pair
    voice: Voice
    favoured: Party | None = None

    def turns_to(self, winner: Party | None) -> bool:
        """True where a chapter for ``winner`` answers chapters for the rival."""
        return winner is not None and self.favoured is not None and winner is not self.favoured

    def tell(self, point: str, phrases: Sequence[str], slots: Slots) -> list[Sentence]:
        """A sentence that makes the point, or none."""
        return self.voice.tell(point, phrases, slots)


def points(weight: int, sentences: Iterable[Sentence]) -> list[Point]:
    """Sentences of one weight."""
    return [Point(sentence, weight) for sentence in sentences]
