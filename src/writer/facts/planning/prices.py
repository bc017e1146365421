"""Points about prices: reversals, gaps, ties, unknowns, tiers, the spread over providers, free offers."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.points import Kind, Point, magnitude
from writer.facts.reader import SIDES, Reader
from writer.facts.sheet import Side

LINES = ("price.input", "price.output", "price.cached_input", "price.blended")
WIDE_SPREAD = 2
A_HEAVY_UNKNOWN = 40  # a missing price is the first thing a reader would ask about


def price_points(facts: Reader) -> Iterator[Point]:
    """Every point about what the two cost."""
    metrics = (*LINES, *(f"workload.{each}.cost" for each in facts.workloads()))
    known = [metric for metric in metrics if f"pair.{metric}.higher" in facts.sheet.facts]
    if not known:
        yield _unknown(facts)
    elif len(dearer := {side for metric in known if (side := facts.side(f"pair.{metric}.higher"))}) > 1:
        yield _reversal(facts, known)
    elif dearer:
        yield _gap(facts, known, dearer.pop())
    else:
        yield Point(Kind.TIE, "price", _stated(facts, known), "the same price on every line")
    yield from _beside(facts)


def _stated(facts: Reader, metrics: list[str]) -> tuple[str, ...]:
    return tuple(key for metric in metrics for key in (*facts.both(metric), f"pair.{metric}.higher"))


def _reversal(facts: Reader, known: list[str]) -> Point:
    """One is cheaper on some lines and dearer on others; it favours whoever has the lower blended price."""
    dearer = facts.side("pair.price.blended.higher")
    shown = [metric for metric in known if facts.side(f"pair.{metric}.higher")]
    return Point(
        Kind.REVERSAL,
        "price",
        _stated(facts, shown),
        "cheaper on some lines and dearer on others",
        dearer.other if dearer else None,
    )


def _gap(facts: Reader, known: list[str], dearer: Side) -> Point:
    """The same side is cheaper wherever the two differ."""
    lead = next(metric for metric in ("price.blended", *known) if facts.side(f"pair.{metric}.higher"))
    shown = [metric for metric in dict.fromkeys((lead, *known)) if metric in known]
    ratios = facts.present(f"pair.{metric}.{aspect}" for metric in shown[:3] for aspect in ("ratio", "saving_percent"))
    weight = magnitude(facts.number(f"pair.{lead}.ratio"))
    return Point(
        Kind.GAP, "price", (*_stated(facts, shown), *ratios), "cheaper wherever prices differ", dearer.other, weight
    )


def _unknown(facts: Reader) -> Point:
    """No line has a price on both sides."""
    shown = [key for metric in LINES for key in facts.both(metric)]
    return Point(Kind.UNKNOWN, "price", tuple(shown), "no price that counts is known for both", extra=A_HEAVY_UNKNOWN)


def _beside(facts: Reader) -> Iterator[Point]:
    for side in SIDES:
        spread = facts.number(f"{side}.price.input.spread.ratio")
        if spread is not None and spread >= WIDE_SPREAD:
            keys = (f"{side}.price.input.{each}" for each in ("lowest", "highest", "spread.ratio"))
            yield Point(
                Kind.NOTE,
                f"spread.{side}",
                facts.present(keys),
                "the price depends on who sells it",
                None,
                magnitude(spread) // 2,
            )
        if tiers := tuple(key for key in facts.sheet.facts if key.startswith(f"{side}.price.tier.")):
            yield Point(Kind.TIER, f"tier.{side}", tiers, "another price for long requests")
        if facts.ids(f"{side}.price.free_providers"):
            yield Point(Kind.NOTE, f"free.{side}", (f"{side}.price.free_providers",), "offered free of charge", side)
