"""Points about what one has and the other has not: capabilities, open weights, providers."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.points import Kind, Point
from writer.facts.reader import SIDES, Reader


def ability_points(facts: Reader) -> Iterator[Point]:
    """Every point about capabilities, weights and who sells the models."""
    yield from _capabilities(facts)
    yield from _weights(facts)
    yield from _providers(facts)


def _capabilities(facts: Reader) -> Iterator[Point]:
    for side in SIDES:
        only, unknown = f"pair.capabilities.only_{side}", f"pair.capabilities.documented_only_{side}"
        if alone := facts.ids(only):
            keys = (only, *facts.both("capabilities.count"))
            yield Point(
                Kind.ONLY, f"capabilities.{side}", keys, "the other is documented not to have it", side, len(alone) * 2
            )
        if documented := facts.ids(unknown):
            keys = (unknown, *facts.both("capabilities.count"))
            yield Point(Kind.UNKNOWN, f"capabilities.{side}", keys, "undocumented for the other", None, len(documented))
    shared = facts.ids("pair.capabilities.shared")
    if shared and not any(
        facts.ids(f"pair.capabilities.{only}_{side}") for only in ("only", "documented_only") for side in SIDES
    ):
        keys = ("pair.capabilities.shared", "pair.capabilities.shared.count")
        yield Point(Kind.TIE, "capabilities", keys, "the same documented capabilities")


def _weights(facts: Reader) -> Iterator[Point]:
    alone, both = facts.side("pair.open_weights.only"), facts.both("open_weights")
    if alone is not None:
        keys = ("pair.open_weights.only", *both, *facts.both("license"))
        yield Point(Kind.ONLY, "open_weights", keys, "the only one with open weights", alone, 4)
    elif len(both) == len(SIDES) and facts.flag("a.open_weights"):
        yield Point(Kind.TIE, "open_weights", (*both, *facts.both("license")), "both have open weights")


def _providers(facts: Reader) -> Iterator[Point]:
    counts = facts.both("providers.count")
    if len(counts) < len(SIDES):
        missing = "nobody is listed as selling it"
        yield Point(Kind.UNKNOWN, "providers", counts, missing, None, 10)
        return
    shared = facts.number("pair.providers.shared.count")
    keys = (
        *counts,
        "pair.providers.shared",
        "pair.providers.shared.count",
        "pair.providers.only_a",
        "pair.providers.only_b",
    )
    more = facts.side("pair.providers.count.higher")
    if not shared:
        yield Point(Kind.ONLY, "providers", keys, "no provider sells both", more)
    elif more is not None:
        yield Point(Kind.NOTE, "providers", (*keys, "pair.providers.count.difference"), "sold in more places", more)
    else:
        yield Point(Kind.TIE, "providers", keys, "sold by as many providers")
