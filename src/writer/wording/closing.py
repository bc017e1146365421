"""The last sentence: who should take which, from what speaks for each."""

from __future__ import annotations

from writer.prose import Sentence
from writer.wording.block import Tale
from writer.wording.slots import Slots
from writer.wording.strengths import grounded, named, needed, strengths

BOTH = (
    "In short, {x} offers {one}; {y} offers {two}.",
    "What speaks for {x} is {one}; for {y}, {two}.",
    "Take {x} for {one}, and {y} for {two}.",
    "So the choice is {x} for {one}, or {y} for {two}.",
    "Where {x_needs} decides, take {x}; where {y_needs} does, take {y}.",
    "{x} is the choice where {x_needs} comes first, {y} where {y_needs} does.",
    "If {x_needs} matters most, that points to {x}; {y_needs} would point to {y}.",
)
ONE = (
    "What is documented speaks for {x}: it has {one}.",
    "On these facts the choice is {x}, for {one}.",
    "Where {x_needs} decides, take {x}.",
)


def closing(tale: Tale, told: frozenset[str]) -> list[Sentence]:
    """What each offers beside the other, from what was ``told``; nothing where nothing speaks for either."""
    x, y = tale.pair.both
    if tale.voice.turn("closing.order", 2):
        x, y = y, x
    one, two = (grounded(strengths(tale, party), told) for party in (x, y))
    if one and two:
        slots: Slots = {
            "x": x.short,
            "y": y.short,
            "one": named(one),
            "two": named(two),
            "x_needs": needed(one),
            "y_needs": needed(two),
        }
        return tale.tell("closing", BOTH, slots)
    if one or two:
        return tale.tell(
            "closing.one", ONE, {"x": (x if one else y).short, "one": named(one or two), "x_needs": needed(one or two)}
        )
    return []
