"""What speaks for each model, in a few words: the summary a reader wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from writer.wording.block import Tale
from writer.wording.figures import listing
from writer.wording.pair import Contest, Pair, Party

_STRENGTHS_AT_MOST = 4
_NOTABLE = Fraction(11, 10)


@dataclass(frozen=True, slots=True)
class Strength:
    """One thing that speaks for a model; ``words`` finish the sentence "what it has is …"."""

    party: Party
    words: str
    keys: tuple[str, ...]


def strengths(tale: Tale, party: Party) -> list[Strength]:
    """At most three, in the order of the plan's weight as far as it ranks them."""
    return [each for each in _all(tale.pair) if each.party is party][:_STRENGTHS_AT_MOST]


def named(found: list[Strength]) -> str:
    """``the lower prices, the larger context window and open weights``."""
    return listing(tuple(each.words for each in found))


def keys_of(found: list[Strength]) -> tuple[str, ...]:
    """The facts that show them."""
    return tuple(key for each in found for key in each.keys)


def _all(pair: Pair) -> Iterator[Strength]:
    yield from _prices(pair)
    yield from _benchmarks(pair)
    for metric, words in (("context_window", "the larger context window"), ("max_output", "the higher output limit")):
        contest = pair.contest(metric)
        if contest and contest.high and (contest.ratio or _NOTABLE) >= _NOTABLE:
            yield Strength(contest.high, words, (contest.key("higher"),))
    for party in pair.both:
        ids = pair.facts.items(f"pair.capabilities.only_{party.side}") or ()
        for each in ids[:2]:
            yield Strength(party, pair.name("capabilities", each), (f"pair.capabilities.only_{party.side}",))
    opened = pair.party("pair.open_weights.only")
    if opened:
        yield Strength(opened, "open weights", ("pair.open_weights.only",))
    newer = pair.party("pair.knowledge_cutoff.newer")
    if newer:
        yield Strength(newer, "the later knowledge cutoff", ("pair.knowledge_cutoff.newer",))


def lines(pair: Pair) -> list[Contest]:
    """Every price line and job that both have and that differs."""
    metrics = [
        "price.input",
        "price.output",
        "price.cached_input",
        "price.blended",
        *(f"workload.{job}.cost" for job in pair.names.get("workloads", {})),
    ]
    found = (pair.contest(metric) for metric in metrics)
    return [contest for contest in found if contest and not contest.tie]


def cheaper_everywhere(pair: Pair) -> Party | None:
    """Who is cheaper wherever prices differ; None where nobody is."""
    found = lines(pair)
    low = found[0].low if found else None
    return low if low and all(contest.low is low for contest in found) else None


def _prices(pair: Pair) -> Iterator[Strength]:
    low = cheaper_everywhere(pair)
    if low:
        yield Strength(low, "the lower prices", tuple(contest.key("higher") for contest in lines(pair)))
        return
    for metric, words in (("price.input", "cheaper input"), ("price.output", "cheaper output")):
        contest = pair.contest(metric)
        if contest and contest.low:
            yield Strength(contest.low, words, (contest.key("higher"),))


def _benchmarks(pair: Pair) -> Iterator[Strength]:
    shared = pair.facts.number("pair.scores.shared.count") or 0
    for party in pair.both:
        wins = pair.facts.number(f"pair.scores.wins.{party.side}") or 0
        if wins and wins == shared:
            words = (
                "the better scores on shared benchmarks" if shared > 1 else "the better score on the shared benchmark"
            )
            yield Strength(party, words, (f"pair.scores.wins.{party.side}",))
        elif shared and wins * 2 > shared:
            yield Strength(party, "the better scores on most shared benchmarks", (f"pair.scores.wins.{party.side}",))
