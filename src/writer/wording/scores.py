"""The chapter on benchmarks: who leads where and by how much, or honestly that nothing can be compared."""

from __future__ import annotations

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Block, Point, Tale, points
from writer.wording.figures import plain, small
from writer.wording.pair import Party
from writer.wording.results import Result, majority, results, sweeper, tally
from writer.wording.slots import Slot, Slots, shared, value

ONE = (
    "On {name}, the one benchmark they share, {x} leads {xs} to {ys}.",
    "They share one benchmark, {name}, where {x} scores {xs} and {y} {ys}, a gap of {gap}.",
    "The only benchmark that scores both is {name}: {x} has {xs}, {y} {ys}.",
)
ONE_AFTER_THE_OPENING = (
    "On {name} the scores are {xs} for {x} and {ys} for {y}.",
    "On {name}, {x} has {xs} and {y} {ys}.",
)
ONE_IN_RETURN = ("{x} earns some of that back on {name}, the one benchmark they share, with {xs} to {ys}.",)
ONE_TIE = ("{name}, the one benchmark they share, ends level: both score {both}.",)
ONE_INSIDE = (
    "{name}, the one benchmark they share, has {x} at {xs} and {y} at {ys}, a difference of {gap} that lies inside the margin.",
)
SWEEP = (
    "{x} wins {all} shared benchmarks.",
    "On the benchmarks there is no contest: {x} leads on {all} that score both models.",
)
EVEN = (
    "The benchmarks do not settle it: of the {shared} that score both models, each wins {each}.",
    "Of the {shared} shared benchmarks, each model wins {each}.",
)
MOST = (
    "{x} wins {most} of the {shared} shared benchmarks, {y} {least}.",
    "Of {shared} benchmarks that score both models, {x} leads on {most} and {y} on {least}.",
)
MOST_REST_LEVEL = ("Of the {shared} shared benchmarks, {x} wins {most} and the rest are ties.",)
ALL_LEVEL = ("The {shared} shared benchmarks end level.",)
TWO_FOR_ONE = (
    "{x1} scores {xs1} to {ys1} on {name1} and {xs2} to {ys2} on {name2}.",
    "On {name1}, {x1} leads {xs1} to {ys1}; on {name2}, {xs2} to {ys2}.",
)
ONE_EACH = (
    "{x1} leads {xs1} to {ys1} on {name1}; on {name2}, {x2} leads {xs2} to {ys2}.",
    "{name1} goes to {x1}, {xs1} to {ys1}; {name2} goes to {x2}, {xs2} to {ys2}.",
)
DETAIL = (
    "On {name}, {x} leads by {gap}, {xs} to {ys}.",
    "The gap on {name} is {gap}, {xs} for {x} and {ys} for {y}.",
)
DETAIL_TIE = ("Both score {both} on {name}.",)
ALONE = ("{x} also has {score} on {name}, for which {y} has no recorded score.",)
NONE_AT_ALL = (
    "Benchmarks cannot settle it, because no score is recorded for either model.",
    "No benchmark score is recorded for {x} or for {y}.",
)
NONE_SHARED = (
    "No benchmark scores both: {x} has {score} on {name}, {y} {rivals} on {other}.",
    "Benchmarks offer no direct comparison, for {x} is scored on {name} ({score}) and {y} on {other} ({rivals}).",
)
ONE_SCORED = (
    "The benchmarks are silent on this pair: {x} has {score} on {name}, but no score is recorded there for {y}.",
    "They share no benchmark; {x} scores {score} on {name}, where {y} has no recorded score.",
)


def scores(tale: Tale) -> Block:
    """No shared benchmark, one, a sweep, or a split."""
    told = results(tale.pair)
    if not told:
        return Block(tuple(points(MUST, _apart(tale))))
    if tally(tale.pair).shared == 1:
        return Block((*points(MUST, _single(tale, told[0])), *_alone(tale)), sweeper(tale.pair))
    standing, level = points(MUST, _standing(tale)), [result for result in told if result.winner is None]
    details = _details(tale, _widest_of_each(tale, told)) + points(
        SPARE, [each for result in level[:2] for each in _tie(tale, result)]
    )
    return Block((*standing, *details, *_alone(tale)), majority(tale.pair))


def _single(tale: Tale, result: Result) -> list[Sentence]:
    if result.winner is None:
        return _tie(tale, result, ONE_TIE)
    if result.level:
        return tale.tell("scores.one.margin", ONE_INSIDE, result.slots())
    if "pair.scores.shared.count" in tale.voice.told:
        return tale.tell("scores.one.after", ONE_AFTER_THE_OPENING, result.slots())
    return tale.tell("scores.one", (*ONE, *ONE_IN_RETURN) if tale.turns_to(result.winner) else ONE, result.slots())


def _tie(tale: Tale, result: Result, phrases: tuple[str, ...] = DETAIL_TIE) -> list[Sentence]:
    one, other = (value(party, f"score.{result.key}", plain) for party in tale.pair.both)
    return tale.tell(f"scores.tie.{result.key}", phrases, {"name": result.name, "both": shared(one, other)})


def _standing(tale: Tale) -> list[Sentence]:
    """Who wins how many of the shared benchmarks, unless the opening said so."""
    counted, x, winner = tally(tale.pair), majority(tale.pair), sweeper(tale.pair)
    keys = ("pair.scores.wins.a", "pair.scores.wins.b")
    slots: dict[str, Slot | str | None] = {"shared": Slot(small(counted.shared), ("pair.scores.shared.count",))}
    if x is None:
        level = counted.ties == counted.shared
        slots["each"] = Slot(small(counted.wins["a"]), keys)
        return tale.tell("scores.even", ALL_LEVEL if level else EVEN, slots)
    won = f"pair.scores.wins.{x.side}"
    if {won, "pair.scores.shared.count"} <= tale.voice.told:
        return []
    slots |= {"x": x.short, "y": tale.pair.other(x).short, "most": Slot(small(counted.won_by(x)), (won,))}
    if winner:
        both = "both" if counted.shared == 2 else f"all {small(counted.shared)}"
        return tale.tell("scores.sweep", SWEEP, slots | {"all": Slot(both, (won, "pair.scores.shared.count"))})
    least = counted.won_by(tale.pair.other(x))
    return tale.tell("scores.most", MOST if least else MOST_REST_LEVEL, slots | {"least": Slot(small(least), keys)})


def _widest_of_each(tale: Tale, told: tuple[Result, ...]) -> tuple[Result, ...]:
    """The first result of each winner, then the rest; those without a winner, and a benchmark that the winner has won
    under another setting, are left out."""
    won = _once([result for result in told if result.winner is not None])
    firsts = [next((result for result in won if result.winner is party), None) for party in tale.pair.both]
    leading = [result for result in won if result in firsts]
    return (*leading, *(result for result in won if result not in leading))


def _once(won: list[Result]) -> list[Result]:
    """One result of each benchmark for each winner, whatever the settings."""
    firsts: dict[tuple[str, str], Result] = {}
    for result in won:
        firsts.setdefault((result.benchmark, result.winner.side if result.winner else ""), result)
    return [*firsts.values()]


def _details(tale: Tale, won: tuple[Result, ...]) -> list[Point]:
    head, rest = won[:2], won[2:4]
    if len(head) > 1:
        slots = {**head[0].slots("1"), **head[1].slots("2")}
        same = head[0].winner is head[1].winner
        told = points(SHOULD, tale.tell("scores.two", TWO_FOR_ONE if same else ONE_EACH, slots))
    else:
        told = points(SHOULD, [each for result in head for each in _detail(tale, result)])
    return told + [point for result in rest for point in points(MAY, _detail(tale, result))]


def _detail(tale: Tale, result: Result) -> list[Sentence]:
    return tale.tell(f"scores.detail.{result.key}", DETAIL, result.slots())


def _own(tale: Tale, party: Party, letters: tuple[str, str, str]) -> Slots:
    """Name, benchmark and score of a test that this model alone has, under three letters; empty where there is none."""
    for key in tale.pair.names.get("benchmarks", {}):
        score = value(party, f"score.{key}", plain)
        if score and tale.pair.other(party).lacks(f"score.{key}"):
            who, name, figure = letters
            return {who: party.short, name: tale.pair.name("benchmarks", key), figure: score}
    return {}


def _alone(tale: Tale) -> list[Point]:
    for party in tale.pair.both:
        own = _own(tale, party, ("x", "name", "score"))
        if own:
            return points(SPARE, tale.tell("scores.alone", ALONE, {**own, "y": tale.pair.other(party).short}))
    return []


def _apart(tale: Tale) -> list[Sentence]:
    a, b = tale.pair.both
    one, two = _own(tale, a, ("x", "name", "score")), _own(tale, b, ("y", "other", "rivals"))
    if one and two:
        return tale.tell("scores.apart", NONE_SHARED, {**one, **two})
    if one:
        return tale.tell("scores.one-sided", ONE_SCORED, {**one, "y": b.short})
    if two:
        return tale.tell("scores.one-sided", ONE_SCORED, {**_own(tale, b, ("x", "name", "score")), "y": a.short})
    known_none = a.lacks("scores") and b.lacks("scores")
    return tale.tell("scores.none", NONE_AT_ALL, {"x": a.short, "y": b.short}) if known_none else []
