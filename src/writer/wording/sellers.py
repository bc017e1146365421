"""Who sells the models, and what depends on the seller."""

from __future__ import annotations

from fractions import Fraction

from writer.prose import Sentence
from writer.wording.block import MAY, SPARE, Point, Tale, points
from writer.wording.figures import count, listing, money, small
from writer.wording.pair import Party
from writer.wording.slots import Slot, Slots, value

SPREAD = (
    "The seller matters for {x}, whose input price runs from {least} to {most} per 1M tokens.",
    "It pays to compare sellers of {x}: its input price ranges from {least} to {most} per 1M tokens.",
)
TIER = ("Above {above} input tokens in a request, {x} charges {rate} per 1M input tokens.",)
FREE = ("{x} is also free on {sellers}.", "{sellers} {offer} {x} free of charge.")
EVEN = ("Both are sold by {most}{overlap}.",)
EVEN_ONE = ("Each is sold by {most}{overlap}.",)
UNEVEN = ("{x} is sold by {most}, {y} by {least}{overlap}.", "{Most} {list} {x}, against {least} for {y}.")
ONE_SOLD = ("{x} is sold by {most}; no provider is listed for {y}.",)
NONE_SOLD = ("No provider is listed for either model.",)
_NOTABLE_SPREAD = Fraction(3, 2)
_NAMED_AT_MOST = 3


def spread(tale: Tale, party: Party) -> list[Sentence]:
    """The range of input prices, where it is wide."""
    if (party.number("price.input.spread.ratio") or 0) < _NOTABLE_SPREAD:
        return []
    return tale.tell(
        f"spread.{party.side}",
        SPREAD,
        {
            "x": party.short,
            "least": value(party, "price.input.lowest", money),
            "most": value(party, "price.input.highest", money),
        },
    )


def tier(tale: Tale, party: Party) -> list[Sentence]:
    """What long requests cost, where it is something else."""
    start, end = party.key("price.tier."), ".input"
    found = sorted(
        int(key[len(start) : -len(end)]) for key in party.facts.entries if key.startswith(start) and key.endswith(end)
    )
    metric = f"price.tier.{found[0]}.input" if found else ""
    if not found or party.number(metric) == party.number("price.input"):
        return []
    slots = {"x": party.short, "above": f"{found[0]:,}", "rate": value(party, metric, money)}
    return tale.tell(f"tier.{party.side}", TIER, slots)


def free(tale: Tale, party: Party) -> list[Sentence]:
    """Who gives it away."""
    providers = party.items("price.free_providers") or ()
    if not 0 < len(providers) <= _NAMED_AT_MOST:
        return []
    named = listing(tuple(tale.pair.name("providers", provider) for provider in providers))
    return tale.tell(
        f"free.{party.side}",
        FREE,
        {
            "x": party.short,
            "sellers": Slot(named, (party.key("price.free_providers"),)),
            "offer": "offers" if len(providers) == 1 else "offer",
        },
    )


def sellers(tale: Tale) -> list[Point]:
    """How many sell each, and what they have in common."""
    x, y = sorted(tale.pair.both, key=lambda party: -(party.number("providers.count") or 0))
    if x.number("providers.count") is None:
        return (
            points(SPARE, tale.tell("sellers.none", NONE_SOLD, {}))
            if x.lacks("providers") and y.lacks("providers")
            else []
        )
    slots = _counted(tale, x, y)
    if y.number("providers.count") is None:
        return points(MAY, tale.tell("sellers.one", ONE_SOLD, slots)) if y.lacks("providers") else []
    if x.number("providers.count") != y.number("providers.count"):
        return points(MAY, tale.tell("sellers", UNEVEN, slots))
    return points(SPARE, tale.tell("sellers.even", EVEN if x.number("providers.count") != 1 else EVEN_ONE, slots))


def _counted(tale: Tale, x: Party, y: Party) -> Slots:
    most, least = (value(party, "providers.count", small) for party in (x, y))
    number = x.number("providers.count") or Fraction(0)
    named = count(number, "provider")
    return {
        "x": x.short,
        "y": y.short,
        "least": least,
        "list": "lists" if number == 1 else "list",
        "most": Slot(named, most.keys) if most else None,
        "Most": Slot(named[:1].upper() + named[1:], most.keys) if most else None,
        "overlap": _overlap(tale, min(number, y.number("providers.count") or Fraction(0))),
    }


def _overlap(tale: Tale, least: Fraction) -> Slot | str:
    shared, keys = tale.pair.facts.items("pair.providers.shared"), ("pair.providers.shared",)
    number = tale.pair.facts.number("pair.providers.shared.count")
    if shared and len(shared) == 1:
        named = tale.pair.name("providers", shared[0])
        return Slot(f", with {named} the only one in common" if least > 1 else f", with {named} in common", keys)
    if shared and len(shared) <= _NAMED_AT_MOST:
        return Slot(f", with {listing(tuple(tale.pair.name('providers', each) for each in shared))} in common", keys)
    if number == 0 and least > 1:
        return Slot(", and none is common to both", ("pair.providers.shared.count",))
    return Slot(f", {small(number)} of them common to both", ("pair.providers.shared.count",)) if number else ""
