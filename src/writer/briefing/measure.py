"""How much a draft has to say: shared by the prompt, which asks for it, and drafting, which calls less than it *thin*."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from writer.facts.sheet import Fact, Side
from writer.quantities.dates import YearMonth

WORDS_AT_LEAST, WORDS_AT_MOST = 150, 300
PARAGRAPHS_AT_LEAST = 3
QUANTITIES_AT_LEAST = 12
_PLENTY = 25  # figures of the two models from which the whole measure can be asked
_WORDS_WITHOUT_FIGURES, _WORDS_A_FIGURE, _FIGURES_FOR_THREE_PARAGRAPHS = 55, 2, 7


@dataclass(frozen=True, slots=True)
class Measure:
    """What is asked of one pair's draft. ``quantities`` is lower where the facts of the pair do not hold so many."""

    words_at_least: int = WORDS_AT_LEAST
    words_at_most: int = WORDS_AT_MOST
    paragraphs: int = PARAGRAPHS_AT_LEAST
    quantities: int = QUANTITIES_AT_LEAST

    @classmethod
    def of(cls, document: Mapping[str, object]) -> Measure:
        """The measure that a brief's document asks for; the usual one where it says nothing."""
        asked = document.get("measure")
        if not isinstance(asked, Mapping):
            return cls()
        least, most = asked["words"]
        return cls(int(least), int(most), int(asked["paragraphs"]), int(asked["quantities"]))


def measure_of(facts: Collection[Fact]) -> Measure:
    """What may be asked of a pair that has these facts: a pair of which little is known gets a short page, not padding."""
    stated = sum(
        isinstance(fact.value, (int, Fraction, date, YearMonth)) and not isinstance(fact.value, bool)
        for fact in facts
        if fact.side is not Side.PAIR
    )
    if stated >= _PLENTY:
        return Measure()
    paragraphs = PARAGRAPHS_AT_LEAST if stated >= _FIGURES_FOR_THREE_PARAGRAPHS else 2
    words = min(WORDS_AT_LEAST, _WORDS_WITHOUT_FIGURES + _WORDS_A_FIGURE * stated)
    return Measure(words, WORDS_AT_MOST, paragraphs, min(QUANTITIES_AT_LEAST, stated))
