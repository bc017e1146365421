"""What speaks for each model, in a few words: the summary a reader wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from writer.wording.figures import listing
from writer.wording.pair import Contest, Pair, Party
from writer.wording.results import tally
from writer.wording.slots import Slot

_STRENGTHS_AT_MOST = 4
_CAPABILITIES_AT_MOST = 2
_NOTABLE = Fraction(11, 10)


@dataclass(frozen=True, slots=True)
class Strength:
    """One thing that speaks for a model; ``words`` finish the sentence "what it has is …"."""

    party: Party
    words: str
    keys: tuple[str, ...]
    of_price: bool = False


def strengths(pair: Pair, party: Party) -> list[Strength]:
    """At most four, prices first."""
    return [each for each in _all(pair) if each.party is party][:_STRENGTHS_AT_MOST]


def beyond_price(found: list[Strength]) -> list[Strength]:
    """Those that are not a price."""
    return [each for each in found if not each.of_price]


def named(found: list[Strength]) -> Slot:
    """``the lower prices, the larger context window and open weights``."""
    return Slot(listing(tuple(each.words for each in found)), tuple(key for each in found for key in each.keys))


def _all(pair: Pair) -> Iterator[Strength]:
    yield from _prices(pair)
    yield from _benchmarks(pair)
    for metric, words in (("context_window", "the larger context window"), ("max_output", "the higher output limit")):
        contest = pair.contest(metric)
        if contest and contest.high and (contest.ratio or _NOTABLE) >= _NOTABLE:
            yield Strength(contest.high, words, (contest.key("higher"),))
    for party in pair.both:
        key = f"pair.capabilities.only_{party.side}"
        for each in (pair.facts.items(key) or ())[:_CAPABILITIES_AT_MOST]:
            yield Strength(party, pair.name("capabilities", each), (key,))
    opened, newer = pair.party("pair.open_weights.only"), pair.party("pair.knowledge_cutoff.newer")
    if opened:
        yield Strength(opened, "open weights", ("pair.open_weights.only",))
    if newer:
        yield Strength(newer, "the later knowledge cutoff", ("pair.knowledge_cutoff.newer",))


def _lines(pair: Pair) -> list[Contest]:
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


def _prices(pair: Pair) -> Iterator[Strength]:
    """The lower prices, where every line agrees; else cheaper input, cheaper output."""
    found = _lines(pair)
    low = found[0].low if found else None
    if low and all(contest.low is low for contest in found):
        yield Strength(low, "the lower prices", tuple(contest.key("higher") for contest in found), of_price=True)
        return
    for metric, words in (("price.input", "cheaper input"), ("price.output", "cheaper output")):
        contest = pair.contest(metric)
        if contest and contest.low:
            yield Strength(contest.low, words, (contest.key("higher"),), of_price=True)


def _benchmarks(pair: Pair) -> Iterator[Strength]:
    counted = tally(pair)
    for party in pair.both:
        wins, key = counted.won_by(party), f"pair.scores.wins.{party.side}"
        if wins and wins == counted.shared:
            words = "the better scores on shared benchmarks" if wins > 1 else "the better score on the shared benchmark"
            yield Strength(party, words, (key,))
        elif wins * 2 > counted.shared:
            yield Strength(party, "the better scores on most shared benchmarks", (key,))
