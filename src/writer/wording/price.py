"""The chapter on price: what each charges, how far apart they are, and where the order turns."""

from __future__ import annotations

from fractions import Fraction

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Block, Point, Tale, points
from writer.wording.figures import listing, money, percent, times
from writer.wording.pair import Contest, Pair, Party
from writer.wording.voice import say

_NOTABLE_SPREAD = Fraction(5, 4)


def price(tale: Tale) -> Block:
    """Both priced, one priced, or neither; a price that is not known is called so, never zero."""
    priced = [party for party in tale.pair.both if party.number("price.input") is not None]
    if len(priced) == 2:
        return _both(tale)
    if priced:
        return _one(tale, priced[0])
    return Block("price", tuple(points(MUST, _neither(tale))))


def cheaper(pair: Pair) -> Party | None:
    """Whose blended price is lower; None on a tie or where it is not known."""
    blended = pair.contest("price.blended")
    return blended.low if blended else None


def cheaper_lines(pair: Pair) -> set[str]:
    """The sides that are cheaper on input or on output."""
    contests = (pair.contest("price.input"), pair.contest("price.output"))
    return {contest.low.side for contest in contests if contest and contest.low}


def _both(tale: Tale) -> Block:
    first = cheaper(tale.pair) or tale.pair.a
    second = tale.pair.other(first)
    told = points(MUST, _quotes(tale, first, second)) + points(SHOULD, _apart(tale)) + points(MAY, _blend(tale))
    told += _cached(tale, first, second)
    for party in (first, second):
        told += points(MAY, _tiers(tale, party)) + points(SPARE, _spread(tale, party)) + points(MAY, _free(tale, party))
    return Block("price", tuple(told), cheaper(tale.pair))


def _quotes(tale: Tale, x: Party, y: Party) -> list[Sentence]:
    keys = tuple(party.key(f"price.{part}") for party in (x, y) for part in ("provider", "input", "output"))
    seller, rival = _seller(tale, x), _seller(tale, y)
    xi, xo, yi, yo = (
        money(party.number(f"price.{part}") or Fraction(0)) for party in (x, y) for part in ("input", "output")
    )
    if _flat(x) and _flat(y):
        return _both_flat(tale, x, y, (xi, yi), keys)
    flat = _flat(x) or _flat(y)
    if seller == rival:
        return tale.voice.pick("quotes.same", *_at_one_seller(x, y, seller, (xi, xo, yi, yo), keys, flat=flat))
    told = [
        say(f"{x.short} costs {_rates(xi, xo)} on {seller}; {y.short} costs {_rates(yi, yo)} on {rival}.", *keys),
        say(
            f"On {seller}, {x.short} charges {_rates(xi, xo)}, while {y.short} charges {_rates(yi, yo)} on {rival}.",
            *keys,
        ),
    ]
    if not flat:
        told += [
            say(
                f"Per 1M tokens, {x.short} asks {xi} for input and {xo} for output ({seller}); {y.short} asks {yi} and"
                f" {yo} ({rival}).",
                *keys,
            ),
            say(
                f"{x.short} is listed by {seller} at {xi} per 1M input tokens and {xo} per 1M output tokens, {y.short} by"
                f" {rival} at {yi} and {yo}.",
                *keys,
            ),
        ]
    return tale.voice.pick("quotes", *told)


def _both_flat(tale: Tale, x: Party, y: Party, prices: tuple[str, str], keys: tuple[str, ...]) -> list[Sentence]:
    """Neither charges more for output than for input."""
    seller, rival = _seller(tale, x), _seller(tale, y)
    return tale.voice.pick(
        "quotes.flat",
        say(
            f"Input and output cost the same on each model: {prices[0]} per 1M tokens on {x.short} ({seller}) and {prices[1]} per"
            f" 1M tokens on {y.short} ({rival}).",
            *keys,
        ),
    )


def _at_one_seller(
    x: Party, y: Party, seller: str, prices: tuple[str, str, str, str], keys: tuple[str, ...], *, flat: bool
) -> list[Sentence]:
    xi, xo, yi, yo = prices
    told = [
        say(f"On {seller}, {x.short} costs {_rates(xi, xo)}; {y.short} costs {_rates(yi, yo)}.", *keys),
        say(f"Both are priced on {seller}: {x.short} at {_rates(xi, xo)}, {y.short} at {_rates(yi, yo)}.", *keys),
    ]
    if not flat:
        told += [
            say(
                f"Per 1M tokens on {seller}, input costs {xi} with {x.short} and {yi} with {y.short}; output costs {xo}"
                f" and {yo}.",
                *keys,
            ),
            say(
                f"{seller} sells both: 1M input tokens cost {xi} on {x.short} and {yi} on {y.short}, 1M output tokens"
                f" {xo} and {yo}.",
                *keys,
            ),
        ]
    return told


def _rates(inward: str, outward: str) -> str:
    if inward == outward:
        return f"{inward} per 1M tokens for input and output alike"
    return f"{inward} per 1M input tokens and {outward} per 1M output tokens"


def _flat(party: Party) -> bool:
    return party.number("price.input") == party.number("price.output")


def _seller(tale: Tale, party: Party) -> str:
    return tale.pair.name("providers", party.text("price.provider"))


def _apart(tale: Tale) -> list[Sentence]:
    """How far the two rates are apart, by the shape of the pair: one factor, one order, or an order that turns."""
    inward, outward = tale.pair.contest("price.input"), tale.pair.contest("price.output")
    if inward is None or outward is None:
        return []
    if inward.tie or outward.tie:
        return _one_rate_level(tale, inward, outward)
    if inward.high is not outward.high:
        return _order_turns(tale, inward, outward)
    return _one_order(tale, inward, outward)


def _one_order(tale: Tale, inward: Contest, outward: Contest) -> list[Sentence]:
    low, high = inward.low, inward.high
    if low is None or high is None or inward.ratio is None or outward.ratio is None:
        return []
    if inward.ratio == outward.ratio:
        return _one_factor(tale, inward, low, high)
    told = [
        say(
            f"{low.short} is thus {percent(inward.saving or Fraction(0))} cheaper on input and"
            f" {percent(outward.saving or Fraction(0))} cheaper on output.",
            inward.key("saving_percent"),
            outward.key("saving_percent"),
        )
    ]
    if min(inward.ratio, outward.ratio) >= Fraction(3, 2):
        told += [
            say(
                f"That makes {high.short} {times(inward.ratio)} as expensive on input and {times(outward.ratio)} as expensive"
                " on output.",
                inward.key("ratio"),
                outward.key("ratio"),
            ),
            say(
                f"Input costs {times(inward.ratio)} as much on {high.short}, output {times(outward.ratio)} as much.",
                inward.key("ratio"),
                outward.key("ratio"),
            ),
        ]
    return tale.voice.pick("apart.one-order", *told)


def _one_factor(tale: Tale, inward: Contest, low: Party, high: Party) -> list[Sentence]:
    keys = (inward.key("ratio"), "pair.price.output.ratio")
    ratio = inward.ratio or Fraction(1)
    if ratio < Fraction(3, 2):
        saved = percent(inward.saving or Fraction(0))
        return tale.voice.pick(
            "apart.one-share",
            say(
                f"Input and output are each {saved} cheaper on {low.short}.",
                inward.key("saving_percent"),
                "pair.price.output.saving_percent",
            ),
        )
    return tale.voice.pick(
        "apart.one-factor",
        say(f"Input and output alike cost {times(ratio)} as much on {high.short}.", *keys),
        say(
            f"Whichever way the tokens flow, {high.short} costs {times(ratio)} as much: input and output differ by the same"
            " factor.",
            *keys,
        ),
    )


def _order_turns(tale: Tale, inward: Contest, outward: Contest) -> list[Sentence]:
    if inward.low is None or outward.low is None:
        return []
    keys = (inward.key("saving_percent"), outward.key("saving_percent"))
    saved, kept = percent(inward.saving or Fraction(0)), percent(outward.saving or Fraction(0))
    return tale.voice.pick(
        "apart.turns",
        say(
            f"The order turns with the direction: input is {saved} cheaper on {inward.low.short}, output {kept} cheaper"
            f" on {outward.low.short}.",
            *keys,
        ),
        say(
            f"So {inward.low.short} is {saved} cheaper on input, but {outward.low.short} is {kept} cheaper on output.",
            *keys,
        ),
    )


def _one_rate_level(tale: Tale, inward: Contest, outward: Contest) -> list[Sentence]:
    level, other = ("input", outward) if inward.tie else ("output", inward)
    if other.low is None:
        return tale.voice.pick(
            "apart.level",
            say("Input and output cost the same on both models.", inward.key("higher"), outward.key("higher")),
        )
    named = "output" if level == "input" else "input"
    return tale.voice.pick(
        "apart.half-level",
        say(
            f"The {level} price is the same on both; {named} is {percent(other.saving or Fraction(0))} cheaper on"
            f" {other.low.short}.",
            inward.key("higher"),
            outward.key("higher"),
            other.key("saving_percent"),
        ),
    )


def _blend(tale: Tale) -> list[Sentence]:
    blended = tale.pair.contest("price.blended")
    if blended is None or all(map(_flat, tale.pair.both)):
        return []
    if blended.low is None or blended.high is None:
        return tale.voice.pick(
            "blend.tie",
            say(
                f"On the 70/30 blend both come to {money(tale.pair.a.number('price.blended') or Fraction(0))} per 1M tokens.",
                "a.price.blended",
                "b.price.blended",
            ),
        )
    low, high = blended.low, blended.high
    x, y = (money(party.number("price.blended") or Fraction(0)) for party in (low, high))
    if x == y:
        return []
    keys = ("a.price.blended", "b.price.blended")
    told = [
        say(
            f"On a 70/30 blend of input and output, {low.short} comes to {x} per 1M tokens and {high.short} to {y}.",
            *keys,
        )
    ]
    if blended.saving is not None:
        told.append(
            say(
                f"Blended 70/30, {low.short} comes to {x} per 1M tokens, {percent(blended.saving)} less than the {y} of"
                f" {high.short}.",
                *keys,
                blended.key("saving_percent"),
            )
        )
    if blended.ratio is not None and blended.ratio >= Fraction(3, 2):
        told.append(
            say(
                f"The 70/30 blend is {x} per 1M tokens for {low.short} and {y} for {high.short},"
                f" {times(blended.ratio)} as much.",
                *keys,
                blended.key("ratio"),
            )
        )
    return tale.voice.pick("blend", *told)


def _cached(tale: Tale, first: Party, second: Party) -> list[Point]:
    cached = tale.pair.contest("price.cached_input")
    if cached is None:
        return points(SPARE, _cached_alone(tale, first, second))
    keys = ("a.price.cached_input", "b.price.cached_input")
    if cached.low is None or cached.high is None:
        same = money(first.number("price.cached_input") or Fraction(0))
        return points(
            MAY, tale.voice.pick("cached.tie", say(f"Cached input costs {same} per 1M tokens on both.", *keys))
        )
    low, high = cached.low, cached.high
    x, y = (money(party.number("price.cached_input") or Fraction(0)) for party in (low, high))
    if x == y:
        return []
    if low is not first and cheaper_lines(tale.pair) == {first.side}:
        return points(
            SHOULD,
            tale.voice.pick(
                "cached.turns",
                say(
                    f"Cached input reverses the order, at {x} per 1M tokens on {low.short} against {y} on {high.short}.",
                    *keys,
                ),
                say(
                    f"Only cached input goes the other way: {x} per 1M tokens on {low.short}, {y} on {high.short}.",
                    *keys,
                ),
            ),
        )
    return points(
        SPARE,
        tale.voice.pick(
            "cached",
            say(f"Cached input costs {x} per 1M tokens on {low.short} and {y} on {high.short}.", *keys),
            say(f"For cached input the rates are {x} per 1M tokens on {low.short} and {y} on {high.short}.", *keys),
        ),
    )


def _cached_alone(tale: Tale, first: Party, second: Party) -> list[Sentence]:
    for party, rival in ((first, second), (second, first)):
        rate = party.number("price.cached_input")
        if rate is not None:
            return tale.voice.pick(
                "cached.alone",
                say(
                    f"{party.short} lists cached input at {money(rate)} per 1M tokens; no cached rate is documented for"
                    f" {rival.short}.",
                    party.key("price.cached_input"),
                ),
            )
    return []


def _spread(tale: Tale, party: Party) -> list[Sentence]:
    ratio = party.number("price.input.spread.ratio")
    least, most = party.number("price.input.lowest"), party.number("price.input.highest")
    if ratio is None or least is None or most is None or ratio < _NOTABLE_SPREAD:
        return []
    keys = (party.key("price.input.lowest"), party.key("price.input.highest"))
    return tale.voice.pick(
        f"spread.{party.side}",
        say(
            f"The seller matters for {party.short}, whose input price runs from {money(least)} to {money(most)} per 1M"
            " tokens.",
            *keys,
        ),
        say(
            f"Shop around for {party.short}: its input price ranges from {money(least)} to {money(most)} per 1M tokens.",
            *keys,
        ),
    )


def _tiers(tale: Tale, party: Party) -> list[Sentence]:
    found = sorted(
        int(key.split(".")[3])
        for key in party.facts.entries
        if key.startswith(party.key("price.tier.")) and key.endswith(".input")
    )
    rate = party.number(f"price.tier.{found[0]}.input") if found else None
    if rate is None or rate == party.number("price.input"):
        return []
    return tale.voice.pick(
        f"tier.{party.side}",
        say(
            f"Above {found[0]:,} input tokens in a request, {party.short} charges {money(rate)} per 1M input tokens.",
            party.key(f"price.tier.{found[0]}.input"),
        ),
    )


def _free(tale: Tale, party: Party) -> list[Sentence]:
    providers = party.items("price.free_providers")
    if not providers:
        return []
    named = listing(tuple(tale.pair.name("providers", provider) for provider in providers[:3]))
    return tale.voice.pick(
        f"free.{party.side}", say(f"{party.short} is also free on {named}.", party.key("price.free_providers"))
    )


def _one(tale: Tale, party: Party) -> Block:
    rival = tale.pair.other(party)
    inward, outward = (money(party.number(f"price.{part}") or Fraction(0)) for part in ("input", "output"))
    keys = tuple(party.key(f"price.{part}") for part in ("provider", "input", "output"))
    told = points(
        MUST,
        tale.voice.pick(
            "one-priced",
            say(
                f"{party.short} costs {_rates(inward, outward)} on {_seller(tale, party)}; no per-token price is documented for"
                f" {rival.short}, so their costs cannot be compared.",
                *keys,
            ),
            say(
                f"Only one side of the bill is known: {party.short} costs {_rates(inward, outward)} on"
                f" {_seller(tale, party)}, while the price of {rival.short} is undocumented.",
                *keys,
            ),
        ),
    )
    told += points(MUST, _free(tale, rival)) + points(MAY, _spread(tale, party)) + points(MAY, _tiers(tale, party))
    return Block("price", tuple(told))


def _neither(tale: Tale) -> list[Sentence]:
    told = tale.voice.pick(
        "none-priced",
        say(
            f"Cost cannot decide between them here, since no per-token price is documented for {tale.pair.a.short} or for"
            f" {tale.pair.b.short}."
        ),
    )
    return told + [sentence for party in tale.pair.both for sentence in _free(tale, party)]
