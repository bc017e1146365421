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
    """One thing that speaks for a model: ``words`` finish "what it has is …", ``need`` "where … decides". ``rests_on`` are
    figures without which it is no advice."""

    party: Party
    words: str
    need: str
    keys: tuple[str, ...]
    rests_on: tuple[str, ...] = ()


def strengths(tale: Tale, party: Party) -> list[Strength]:
    """At most three, prices first."""
    return [each for each in _all(tale.pair, tale.voice) if each.party is party][:_STRENGTHS_AT_MOST]


def grounded(found: list[Strength], told: frozenset[str]) -> list[Strength]:
    """Those whose figures the text has told."""
    return [each for each in found if told.issuperset(each.rests_on)]


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
        dates = tuple(party.key("knowledge_cutoff") for party in pair.both)
        yield Strength(newer, "the later knowledge cutoff", "later knowledge", ("pair.knowledge_cutoff.newer",), dates)


def _limits(pair: Pair, voice: Voice) -> Iterator[Strength]:
    for metric, words, need in (("context_window", CONTEXT, "long input"), ("max_output", OUTPUT, "long output")):
        contest = pair.contest(metric)
        if contest and contest.high and _ratio(contest) >= _NOTABLE:
            yield Strength(contest.high, voice.word(f"strength.{metric}", *words), need, (contest.key("higher"),))


def _ratio(contest: Contest) -> Fraction:
    """How far apart the two are; a document that leaves the ratio out for being near one has the figures."""
    if contest.ratio is not None or contest.high is None or contest.low is None:
        return contest.ratio or Fraction(1)
    high, low = (party.number(contest.metric) for party in (contest.high, contest.low))
    return high / low if high and low else Fraction(1)


def _lines(pair: Pair) -> list[Contest]:
    """Every price line and job that both have."""
    metrics = [
        "price.input",
        "price.output",
        "price.cached_input",
        "price.blended",
        *(f"workload.{job}.cost" for job in pair.names.get("workloads", {})),
    ]
    found = (pair.contest(metric) for metric in metrics)
    return [contest for contest in found if contest]


def _prices(pair: Pair, voice: Voice) -> Iterator[Strength]:
    """The lower prices, where input and output differ and no line turns; else cheaper input, cheaper output."""
    lines = _lines(pair)
    found = [contest for contest in lines if not contest.tie]
    low = found[0].low if found else None
    inward, outward = pair.contest("price.input"), pair.contest("price.output")
    level = any(contest and contest.tie for contest in (inward, outward))
    if low and not level and all(contest.low is low for contest in found):
        words = voice.word("strength.price", *PRICES) if found == lines else PRICES[0]
        yield Strength(low, words, "cost", tuple(contest.key("higher") for contest in found))
        return
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
