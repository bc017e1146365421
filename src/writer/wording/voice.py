"""The house writer's choice of words: different for every pair, the same for the same pair."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from string import Formatter

from writer.prose import Sentence
from writer.wording.slots import Slot, Slots


@dataclass(frozen=True, slots=True)
class Voice:
    """Chooses among phrases by the pair's names and the point made. ``avoid`` are sentences that were rejected, ``told``
    the facts that were stated: phrases without them come first."""

    seed: str
    avoid: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Collection[str], avoid: Collection[str] = ()) -> Voice:
        """The voice of a pair."""
        return cls("|".join(names), frozenset(avoid))

    def turn(self, point: str, size: int) -> int:
        """A number below ``size`` that depends on the pair and the point alone."""
        return int.from_bytes(sha256(f"{self.seed}|{point}".encode()).digest()[:6]) % size

    def word(self, point: str, *words: str) -> str:
        """One of several words that mean the same."""
        return words[self.turn(point, len(words))]

    def tell(self, point: str, phrases: Sequence[str], slots: Slots) -> list[Sentence]:
        """One of the phrases that the slots can fill; none where they fill none, or every one is to be avoided."""
        told = [each for each in (filled(phrase, slots) for phrase in phrases) if each and each.text not in self.avoid]
        if not told:
            return []
        first = self.turn(point, len(told))
        turned = told[first:] + told[:first]
        return [min(turned, key=lambda each: not self.told.isdisjoint(each.facts))]


@lru_cache(maxsize=1024)
def _parts(phrase: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, name) for literal, name, _, _ in Formatter().parse(phrase))


def filled(phrase: str, slots: Slots) -> Sentence | None:
    """``{name}`` replaced by its slot, citing what the slots state; None where a slot is missing. A slot
    whose text is empty only cites."""
    parts: list[str] = []
    keys: list[str] = []
    for literal, name in _parts(phrase):
        parts.append(literal)
        if name is None:
            continue
        slot = slots.get(name)
        if slot is None:
            return None
        parts.append(slot.text if isinstance(slot, Slot) else slot)
        keys += slot.keys if isinstance(slot, Slot) else ()
    return Sentence("".join(parts), tuple(dict.fromkeys(keys)))
