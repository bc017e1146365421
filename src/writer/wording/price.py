"""The chapter on price: what each charges, how far apart they are, and where the order turns."""

from __future__ import annotations

from fractions import Fraction

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Block, Point, Tale, points
from writer.wording.cached import cached
from writer.wording.figures import money
from writer.wording.pair import Contest, Pair, Party
from writer.wording.sellers import free, spread, tier
from writer.wording.slots import Slot, gaps, shared, value

QUOTES = (
    "{x} costs {xi} per 1M input tokens and {xo} per 1M output tokens on {xs}; {y} costs {yi} and {yo} on {ys}.",
    "On {xs}, {x} charges {xi} per 1M input tokens and {xo} per 1M output tokens, while {y} charges {yi} and {yo} on {ys}.",
    "Per 1M tokens, {x} asks {xi} for input and {xo} for output ({xs}); {y} asks {yi} and {yo} ({ys}).",
    "{x} is listed by {xs} at {xi} per 1M input tokens and {xo} per 1M output tokens, {y} by {ys} at {yi} and {yo}.",
)
QUOTES_AT_ONE_SELLER = (
    "On {xs}, {x} costs {xi} per 1M input tokens and {xo} per 1M output tokens; {y} costs {yi} and {yo}.",
    "Both are priced on {xs}: {x} at {xi} per 1M input tokens and {xo} per 1M output tokens, {y} at {yi} and {yo}.",
    "Per 1M tokens on {xs}, input costs {xi} with {x} and {yi} with {y}; output costs {xo} and {yo}.",
    "{xs} sells both: 1M input tokens cost {xi} on {x} and {yi} on {y}, 1M output tokens {xo} and {yo}.",
)
QUOTES_FLAT = (
    "{x} costs {xr} on {xs}; {y} costs {yr} on {ys}.",
    "On {xs}, {x} charges {xr}, while {y} charges {yr} on {ys}.",
)
QUOTES_BOTH_FLAT = (
    "Per 1M tokens, input or output, {x} costs {xi} on {xs} and {y} costs {yi} on {ys}.",
    "Neither charges more for output than for input: {x} costs {xi} per 1M tokens on {xs}, {y} {yi} per 1M tokens on {ys}.",
)
QUOTES_ALIKE = (
    "On {xs}, both cost {xi} per 1M input tokens and {xo} per 1M output tokens{yi_}.",
    "Both charge {xi} per 1M input tokens and {xo} per 1M output tokens on {xs}{yi_}.",
)
ONE_PRICED = (
    "{x} costs {xr} on {xs}; no per-token price is documented for {y}, so their costs cannot be compared.",
    "Only one side of the bill is known: {x} costs {xr} on {xs}, while the price of {y} is undocumented.",
)
NONE_PRICED = ("Cost cannot decide between them here, since no per-token price is documented for {x} or for {y}.",)
WIDE = (
    "That makes {high} {in_ratio} as expensive on input and {out_ratio} as expensive on output.",
    "Input costs {in_ratio} as much on {high}, output {out_ratio} as much.",
    "{low} is thus {in_less} cheaper on input and {out_less} cheaper on output.",
)
NARROW = ("{low} is thus {in_less} cheaper on input and {out_less} cheaper on output.",)
ONE_FACTOR = (
    "Input and output alike cost {in_ratio}{also} as much on {high}.",
    "{high} costs {in_ratio}{also} as much as {low} on input and on output.",
)
ONE_SHARE = ("Input and output are each {in_less}{also_less} cheaper on {low}.",)
TURNS = (
    "The order turns with the direction: input is {in_less} cheaper on {in_low}, output {out_less} cheaper on {out_low}.",
    "So {in_low} is {in_less} cheaper on input, but {out_low} is {out_less} cheaper on output.",
)
LEVEL = ("Input and output cost the same on both models.{in_tie}{out_tie}",)
INPUT_LEVEL = ("The input price is the same on both{in_tie}; output is {out_less} cheaper on {out_low}.",)
OUTPUT_LEVEL = ("The output price is the same on both{out_tie}; input is {in_less} cheaper on {in_low}.",)
BLEND_TIE = ("On the 70/30 blend both come to {both} per 1M tokens.",)
BLEND = (
    "On a 70/30 blend of input and output, {low} comes to {least} per 1M tokens and {high} to {most}.",
    "Blended 70/30, {low} comes to {least} per 1M tokens, {less} less than the {most} of {high}.",
)
BLEND_WIDE = (
    *BLEND,
    "The 70/30 blend is {least} per 1M tokens for {low} and {most} for {high}, {ratio} as much.",
)
_WIDE = Fraction(3, 2)


def price(tale: Tale) -> Block:
    """Both priced, one priced, or neither; a price that is not known is called so, never zero."""
    priced = [party for party in tale.pair.both if party.number("price.input") is not None]
    if len(priced) == len(tale.pair.both):
        return _both(tale)
    if priced and tale.pair.other(priced[0]).lacks("price.input"):
        return _one(tale, priced[0])
    return _neither(tale) if all(party.lacks("price.input") for party in tale.pair.both) else Block(())


def cheaper(pair: Pair) -> Party | None:
    """Whose blended price is lower; None on a tie or where it is not known."""
    blended = pair.contest("price.blended")
    return blended.low if blended else None


def _both(tale: Tale) -> Block:
    first = cheaper(tale.pair) or tale.pair.a
    second = tale.pair.other(first)
    told = points(MUST, _quotes(tale, first, second)) + points(SHOULD, _apart(tale)) + points(MAY, _blend(tale))
    told += cached(tale, first)
    for party in (first, second):
        told += _extras(tale, party)
    return Block(tuple(told), cheaper(tale.pair))


def _extras(tale: Tale, party: Party) -> list[Point]:
    return points(MAY, tier(tale, party)) + points(SPARE, spread(tale, party)) + points(MAY, free(tale, party))


def _side(tale: Tale, party: Party, letter: str) -> dict[str, Slot | str | None]:
    """Name, seller, both rates and the two as one phrase, under a letter: ``x xs xi xo xr``."""
    inward, outward = (value(party, f"price.{part}", money) for part in ("input", "output"))
    rates = None
    if inward and outward:
        text = f"{inward.text} per 1M input tokens and {outward.text} per 1M output tokens"
        flat = f"{inward.text} per 1M tokens for input and output alike"
        rates = Slot(flat if _flat(party) else text, (*inward.keys, *outward.keys))
    named = tale.pair.name("providers", _seller(party))
    seller = Slot(named, (party.key("price.provider"),)) if _seller(party) else None
    return {letter: party.short, f"{letter}s": seller, f"{letter}i": inward, f"{letter}o": outward, f"{letter}r": rates}


def _rates(party: Party) -> tuple[Fraction | None, Fraction | None]:
    return party.number("price.input"), party.number("price.output")


def _flat(party: Party) -> bool:
    inward, outward = _rates(party)
    return inward == outward


def _seller(party: Party) -> str:
    return party.text("price.provider")


def _quotes(tale: Tale, x: Party, y: Party) -> list[Sentence]:
    slots = _side(tale, x, "x") | _side(tale, y, "y")
    if _rates(x) == _rates(y) and _seller(x) == _seller(y):
        slots["yi_"] = Slot("", (y.key("price.input"), y.key("price.output")))
        return tale.tell("quotes.alike", QUOTES_ALIKE, slots)
    if _flat(x) and _flat(y):
        return tale.tell("quotes.flat", QUOTES_BOTH_FLAT, slots)
    if _flat(x) or _flat(y):
        return tale.tell("quotes.one-flat", QUOTES_FLAT, slots)
    if _seller(x) == _seller(y):
        return tale.tell("quotes.same", QUOTES_AT_ONE_SELLER, slots)
    return tale.tell("quotes", QUOTES, slots)


def _apart(tale: Tale) -> list[Sentence]:
    """How far the two rates are apart, by the shape of the pair: one factor, one order, or an order that turns."""
    inward, outward = tale.pair.contest("price.input"), tale.pair.contest("price.output")
    if inward is None or outward is None:
        return []
    slots = _lines(inward, outward)
    if inward.tie or outward.tie:
        phrases = LEVEL if inward.tie and outward.tie else INPUT_LEVEL if inward.tie else OUTPUT_LEVEL
        return tale.tell("apart.level", phrases, slots)
    if inward.high is not outward.high:
        return tale.tell("apart.turns", TURNS, slots)
    least = min(inward.ratio or Fraction(1), outward.ratio or Fraction(1))
    if inward.ratio and inward.ratio == outward.ratio:
        return tale.tell("apart.factor", ONE_FACTOR if least >= _WIDE else ONE_SHARE, slots)
    return tale.tell("apart", WIDE if least >= _WIDE else NARROW, slots)


def _lines(inward: Contest, outward: Contest) -> dict[str, Slot | str | None]:
    """The slots of both lines, under ``in_`` and ``out_``; ``high`` and ``low`` are those of the input price."""
    slots: dict[str, Slot | str | None] = {}
    for prefix, contest in (("in", inward), ("out", outward)):
        slots |= {f"{prefix}_{name}": slot for name, slot in gaps(contest, money).items()}
        slots[f"{prefix}_tie"] = Slot("", (contest.key("higher"),))
    also, also_less = slots.get("out_ratio"), slots.get("out_less")
    slots["also"] = Slot("", also.keys) if isinstance(also, Slot) else None
    slots["also_less"] = Slot("", also_less.keys) if isinstance(also_less, Slot) else None
    return slots | {"high": slots.get("in_high"), "low": slots.get("in_low")}


def _blend(tale: Tale) -> list[Sentence]:
    blended = tale.pair.contest("price.blended")
    if blended is None or all(map(_flat, tale.pair.both)):
        return []
    one, other = (value(party, "price.blended", money) for party in tale.pair.both)
    if blended.tie:
        return tale.tell("blend.tie", BLEND_TIE, {"both": shared(one, other)})
    if one and other and one.text == other.text:
        return []
    return tale.tell("blend", BLEND_WIDE if (blended.ratio or 0) >= _WIDE else BLEND, gaps(blended, money))


def _one(tale: Tale, party: Party) -> Block:
    rival = tale.pair.other(party)
    told = points(MUST, tale.tell("one-priced", ONE_PRICED, _side(tale, party, "x") | {"y": rival.short}))
    told += points(MUST, free(tale, rival)) + _extras(tale, party)
    return Block(tuple(told))


def _neither(tale: Tale) -> Block:
    told = tale.tell("none-priced", NONE_PRICED, {"x": tale.pair.a.short, "y": tale.pair.b.short})
    return Block(tuple(points(MUST, [*told, *(each for party in tale.pair.both for each in free(tale, party))])))
