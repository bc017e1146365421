"""Points about benchmarks: split winners, sweeps, single scores, and what they mean beside the price."""

from __future__ import annotations

from collections.abc import Iterator

from writer.facts.points import Kind, Point
from writer.facts.reader import Reader
from writer.facts.sheet import Side

SWEEP_OF = 2  # one shared score alone is no sweep
TALLY = ("pair.scores.wins.a", "pair.scores.wins.b", "pair.scores.ties.count", "pair.scores.shared.count")


def benchmark_points(facts: Reader) -> Iterator[Point]:
    """Every point about scores that both have, or that they share none."""
    shared = facts.shared_scores()
    if not shared:
        yield Point(
            Kind.UNKNOWN, "benchmarks", ("pair.scores.shared.count",), "no benchmark is shared", extra=_alone(facts)
        )
        return
    keys = (*TALLY, *(key for score in shared for key in _score(facts, score)))
    leads = [lead for score in shared if (lead := facts.side(f"pair.score.{score}.winner"))]
    sides = set(leads)
    if len(sides) > 1:
        yield Point(Kind.SPLIT, "benchmarks", keys, "each wins some of the shared benchmarks", _majority(leads))
    elif not sides:
        yield Point(Kind.TIE, "benchmarks", keys, "level on every shared benchmark")
    else:
        kind = Kind.SWEEP if len(shared) >= SWEEP_OF else Kind.GAP
        yield Point(kind, "benchmarks", keys, "ahead wherever scores differ", leads[0], min(len(shared), SWEEP_OF * 5))
    yield from _beside_the_price(facts, _majority(leads))


def _alone(facts: Reader) -> int:
    """Worth less where neither has any score at all."""
    return 5 if facts.ids("pair.scores.only_a") or facts.ids("pair.scores.only_b") else 0


def _score(facts: Reader, score: str) -> tuple[str, ...]:
    metric = f"score.{score}"
    aspects = (f"pair.{metric}.{aspect}" for aspect in ("winner", "difference", "within_margin"))
    return (*facts.both(metric), *facts.present(aspects))


def _majority(leads: list[Side]) -> Side | None:
    ours, theirs = leads.count(Side.A), leads.count(Side.B)
    if ours == theirs:
        return None
    return Side.A if ours > theirs else Side.B


def _beside_the_price(facts: Reader, better: Side | None) -> Iterator[Point]:
    dearer = facts.side("pair.price.blended.higher")
    if better is None or dearer is None:
        return
    keys = (*facts.both("price.blended"), "pair.price.blended.higher", *TALLY)
    if better is dearer:
        yield Point(Kind.TRADE_OFF, "price and benchmarks", keys, "the dearer one scores better more often")
    else:
        yield Point(Kind.DOMINANCE, "price and benchmarks", keys, "the cheaper one scores better more often", better)
