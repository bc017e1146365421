"""Cached input, told with the price: it may reverse the order."""

from __future__ import annotations

from writer.wording.block import MAY, SHOULD, SPARE, Point, Tale, points
from writer.wording.figures import money
from writer.wording.pair import Pair, Party
from writer.wording.slots import gaps, shared, value

TURNS = (
    "Cached input reverses the order, at {least} per 1M tokens on {low} against {most} on {high}.",
    "Only cached input goes the other way: {least} per 1M tokens on {low}, {most} on {high}.",
)
STRAIGHT = (
    "Cached input costs {least} per 1M tokens on {low} and {most} on {high}.",
    "For cached input the rates are {least} per 1M tokens on {low} and {most} on {high}.",
    "Prompts that repeat cost less to read: cached input is {least} per 1M tokens on {low} and {most} on {high}.",
)
SAME = ("Cached input costs {both} per 1M tokens on both.",)
ALONE = ("{x} lists cached input at {rate} per 1M tokens; no cached rate is documented for {y}.",)
METRIC = "price.cached_input"


def cached(tale: Tale, first: Party) -> list[Point]:
    """A reversal, a tie, two rates, or one; ``first`` is the model with the lower blended price."""
    contest = tale.pair.contest(METRIC)
    if contest is None:
        return _alone(tale)
    if contest.tie:
        one, other = (value(party, METRIC, money) for party in tale.pair.both)
        return points(MAY, tale.tell("cached.tie", SAME, {"both": shared(one, other)}))
    slots = gaps(contest, money)
    if slots["most"] and slots["least"] and slots["most"] != slots["least"]:
        if contest.low is not first and _cheaper_sides(tale.pair) == {first.side}:
            return points(SHOULD, tale.tell("cached.turns", TURNS, slots))
        return points(SPARE, tale.tell("cached", STRAIGHT[: 3 if _saves(tale.pair) else 2], slots))
    return []


def _cheaper_sides(pair: Pair) -> set[str]:
    """The sides that are cheaper on input or on output."""
    contests = (pair.contest("price.input"), pair.contest("price.output"))
    return {contest.low.side for contest in contests if contest and contest.low}


def _saves(pair: Pair) -> bool:
    """True where cached input costs less than input on both."""
    rates = [(party.number(METRIC), party.number("price.input")) for party in pair.both]
    return all(reused is not None and fresh is not None and reused < fresh for reused, fresh in rates)


def _alone(tale: Tale) -> list[Point]:
    for party in tale.pair.both:
        rival = tale.pair.other(party)
        if party.number(METRIC) is not None and rival.lacks(METRIC):
            slots = {"x": party.short, "y": rival.short, "rate": value(party, METRIC, money)}
            return points(SPARE, tale.tell("cached.alone", ALONE, slots))
    return []
