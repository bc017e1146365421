"""What may be said instead of a claim that strays: licensed phrasings of the fact meant, then of those beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from writer.facts.sheet import Fact, FactSheet, Side
from writer.sayings.forms import forms

AT_MOST = 3
_ASPECTS = (
    "saving_percent",
    "ratio",
    "premium_percent",
    "difference",
    "winner",
    "newer",
    "gap.days",
    "gap.months",
    "higher",
)


def suggestions(sheet: FactSheet, fact: Fact) -> tuple[str, ...]:
    """Up to three phrasings, the closest first; each can be quoted as it is."""
    said = dict.fromkeys(form for each in _near(sheet, fact) for form in forms(sheet, each))
    return tuple(islice(said, AT_MOST))


def _near(sheet: FactSheet, fact: Fact) -> Iterator[Fact]:
    """The fact, then what the pair's facts say of its metric, then both models' own."""
    yield fact
    pair = [f"pair.{fact.metric}.{aspect}" for aspect in _ASPECTS]
    own = [f"{side.value}.{fact.metric}" for side in (Side.A, Side.B)]
    sides = sorted(own, key=lambda key: key != f"{fact.side.value}.{fact.metric}")
    for key in (*pair, *sides):
        if key in sheet.facts:
            yield sheet.facts[key]
