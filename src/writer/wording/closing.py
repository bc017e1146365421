"""The last sentence: who should take which, from what speaks for each."""

from __future__ import annotations

from writer.prose import Sentence
from writer.wording.block import Tale
from writer.wording.strengths import keys_of, named, strengths
from writer.wording.voice import say


def closing(tale: Tale) -> list[Sentence]:
    """What each offers beside the other; nothing where nothing speaks for either."""
    x, y = tale.pair.both
    one, two = strengths(tale, x), strengths(tale, y)
    if one and two:
        if tale.voice.turn("closing.order", 2):
            x, y, one, two = y, x, two, one
        keys = (*keys_of(one), *keys_of(two))
        return tale.voice.pick(
            "closing",
            say(f"In short, {x.short} offers {named(one)}; {y.short} offers {named(two)}.", *keys),
            say(f"What speaks for {x.short} is {named(one)}; for {y.short}, {named(two)}.", *keys),
            say(f"Take {x.short} for {named(one)}, and {y.short} for {named(two)}.", *keys),
            say(f"So the choice is {x.short} for {named(one)}, or {y.short} for {named(two)}.", *keys),
        )
    if one or two:
        party, found = (x, one) if one else (y, two)
        rival = tale.pair.other(party)
        return tale.voice.pick(
            "closing.one",
            say(f"What is documented speaks for {party.short}: it has {named(found)}.", *keys_of(found)),
            say(
                f"With {named(found)} on one side, {rival.short} needs a reason that these facts do not show.",
                *keys_of(found),
            ),
        )
    return []
