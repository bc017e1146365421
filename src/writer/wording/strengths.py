"""What speaks for each model, in a few words: the summary a reader wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from writer.wording.block import Tale
from writer.wording.figures import either, listing
from writer.wording.pair import Contest, Pair, Party
from writer.wording.results import tally
from writer.wording.slots import Slot
from writer.wording.voice import Voice

CONTEXT = ("the larger context window", "the roomier context window")
OUTPUT = ("the higher output limit", "longer answers")
PRICES = ("the lower prices", "the lower price on every line")
_STRENGTHS_AT_MOST = 3
_CAPABILITIES_AT_MOST = 2
_NOTABLE = Fraction(11, 10)


@dataclass(frozen=True, slots=True)
class Strength:
    """One thing that speaks for a model: ``words`` finish "what it has is …", ``need`` "where … decides"."""

    party: Party
    words: str
    need: str
    keys: tuple[str, ...]


def strengths(tale: Tale, party: Party) -> list[Strength]:
    """At most three, prices first."""
    return [each for each in _all(tale.pair, tale.voice) if each.party is party][:_STRENGTHS_AT_MOST]


def beyond_price(found: list[Strength]) -> list[Strength]:
    """Those that are not a price."""
    return [each for each in found if "cost" not in each.need]


def named(found: list[Strength]) -> Slot:
    """``the lower prices, the larger context window and open weights``."""
    return Slot(listing(tuple(each.words for each in found)), _keys(found))


def needed(found: list[Strength]) -> Slot:
    """``cost, long inputs or open weights``: the needs they answer."""
    return Slot(either(tuple(each.need for each in found)), _keys(found))


def _keys(found: list[Strength]) -> tuple[str, ...]:
    return tuple(key for each in found for key in each.keys)


def _all(pair: Pair, voice: Voice) -> Iterator[Strength]:
    yield from _prices(pair, voice)
    yield from _benchmarks(pair)
    yield from _limits(pair, voice)
    for party in pair.both:
        key = f"pair.capabilities.only_{party.side}"
        for each in (pair.facts.items(key) or ())[:_CAPABILITIES_AT_MOST]:
            name = pair.name("capabilities", each)
            yield Strength(party, name, name, (key,))
    opened, newer = pair.party("pair.open_weights.only"), pair.party("pair.knowledge_cutoff.newer")
    if opened:
        yield Strength(opened, "open weights", "access to the weights", ("pair.open_weights.only",))
    if newer:
        yield Strength(newer, "the later knowledge cutoff", "later knowledge", ("pair.knowledge_cutoff.newer",))


def _limits(pair: Pair, voice: Voice) -> Iterator[Strength]:
    for metric, words, need in (("context_window", CONTEXT, "long input"), ("max_output", OUTPUT, "long output")):
        contest = pair.contest(metric)
        if contest and contest.high and (contest.ratio or _NOTABLE) >= _NOTABLE:
            yield Strength(contest.high, voice.word(f"strength.{metric}", *words), need, (contest.key("higher"),))


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


def _prices(pair: Pair, voice: Voice) -> Iterator[Strength]:
    """The lower prices, where every line agrees; else cheaper input, cheaper output."""
    found = _lines(pair)
    low = found[0].low if found else None
    if low and all(contest.low is low for contest in found):
        level = any((contest := pair.contest(metric)) and contest.tie for metric in ("price.input", "price.output"))
        words = PRICES[0] if level else voice.word("strength.price", *PRICES)
        yield Strength(low, words, "cost", tuple(contest.key("higher") for contest in found))
        return
    inward, outward = pair.contest("price.input"), pair.contest("price.output")
    if inward and outward and inward.low and inward.low is outward.low:
        keys = (inward.key("higher"), outward.key("higher"))
        yield Strength(inward.low, "cheaper input and output", "the cost of input and output", keys)
        return
    for line, contest in (("input", inward), ("output", outward)):
        if contest and contest.low:
            yield Strength(contest.low, f"cheaper {line}", f"the cost of {line}", (contest.key("higher"),))


def _benchmarks(pair: Pair) -> Iterator[Strength]:
    counted = tally(pair)
    for party in pair.both:
        wins, key = counted.won_by(party), f"pair.scores.wins.{party.side}"
        if wins and wins == counted.shared:
            words = "the better scores on shared benchmarks" if wins > 1 else "the better score on the shared benchmark"
            yield Strength(party, words, "benchmark scores", (key,))
        elif wins * 2 > counted.shared:
            yield Strength(party, "the better scores on most shared benchmarks", "benchmark scores", (key,))
