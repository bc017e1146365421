"""The last sentence: who should take which, from what speaks for each."""

from __future__ import annotations

from writer.prose import Sentence
from writer.wording.block import Tale
from writer.wording.strengths import named, strengths

BOTH = (
    "In short, {x} offers {one}; {y} offers {two}.",
    "What speaks for {x} is {one}; for {y}, {two}.",
    "Take {x} for {one}, and {y} for {two}.",
    "So the choice is {x} for {one}, or {y} for {two}.",
    "{x} is the one to take for {one}; {y} is the one for {two}.",
)
ONE = (
    "What is documented speaks for {x}: it has {one}.",
    "On these facts the choice is {x}, for {one}.",
)


def closing(tale: Tale) -> list[Sentence]:
    """What each offers beside the other; nothing where nothing speaks for either."""
    x, y = tale.pair.both
    if tale.voice.turn("closing.order", 2):
        x, y = y, x
    one, two = strengths(tale.pair, x), strengths(tale.pair, y)
    if one and two:
        return tale.tell("closing", BOTH, {"x": x.short, "y": y.short, "one": named(one), "two": named(two)})
    if one or two:
        return tale.tell("closing.one", ONE, {"x": (x if one else y).short, "one": named(one or two)})
    return []
