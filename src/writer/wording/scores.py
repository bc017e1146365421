"""The chapter on benchmarks: who leads where and by how much, or honestly that nothing can be compared."""

from __future__ import annotations

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Block, Point, Tale, points
from writer.wording.figures import plain, small
from writer.wording.pair import Party
from writer.wording.results import Result, all_to, decided, results
from writer.wording.voice import say


def scores(tale: Tale) -> Block:
    """No shared benchmark, one, a sweep, or a split."""
    told = results(tale.pair)
    if not told:
        return Block("scores", tuple(points(MUST, _apart(tale))))
    winner = all_to(told)
    if len(told) == 1:
        return Block("scores", (*points(MUST, _single(tale, told[0])), *_alone(tale)), winner)
    if winner:
        return Block("scores", (*_sweep(tale, winner, told), *_alone(tale)), winner)
    return Block("scores", (*_split(tale, told), *_alone(tale)), _majority(tale, told))


def _majority(tale: Tale, told: tuple[Result, ...]) -> Party | None:
    wins = {party.side: sum(result.winner is party for result in told) for party in tale.pair.both}
    if wins["a"] == wins["b"]:
        return None
    return tale.pair.a if wins["a"] > wins["b"] else tale.pair.b


def _gap_keys(result: Result) -> tuple[str, ...]:
    return (*result.keys, f"pair.{result.metric}.difference")


def _single(tale: Tale, result: Result) -> list[Sentence]:
    x, y = result.winner, result.loser
    if x is None or y is None:
        return tale.voice.pick(
            "scores.one.tie",
            say(
                f"{result.name}, the one benchmark they share, ends level: both score {result.of(tale.pair.a)}.",
                *result.keys,
            ),
        )
    if result.level:
        return tale.voice.pick(
            "scores.one.margin",
            say(
                f"{result.name}{result.mark}, the one benchmark they share, has {x.short} at {result.of(x)} and {y.short} at"
                f" {result.of(y)}, a difference of {result.gap} that lies inside the margin.",
                *_gap_keys(result),
            ),
        )
    told = [
        say(
            f"On {result.name}{result.mark}, the one benchmark they share, {x.short} leads {result.of(x)} to"
            f" {result.of(y)}.",
            *result.keys,
        ),
        say(
            f"They share one benchmark, {result.name}{result.mark}, where {x.short} scores {result.of(x)} and {y.short}"
            f" {result.of(y)}, a gap of {result.gap}.",
            *_gap_keys(result),
        ),
        say(
            f"The only benchmark that scores both is {result.name}{result.mark}: {x.short} has {result.of(x)}, {y.short}"
            f" {result.of(y)}.",
            *result.keys,
        ),
    ]
    if tale.turns_to(x):
        told.append(
            say(
                f"{x.short} earns some of that back on {result.name}{result.mark}, the one benchmark they share,"
                f" with {result.of(x)} to {result.of(y)}.",
                *result.keys,
            )
        )
    return tale.voice.pick("scores.one", *told)


def _sweep(tale: Tale, winner: Party, told: tuple[Result, ...]) -> list[Point]:
    keys = ("pair.scores.shared.count", f"pair.scores.wins.{winner.side}")
    number = "both" if len(told) == 2 else f"all {small(len(told))}"
    opening = tale.voice.pick(
        "scores.sweep",
        say(f"{winner.short} wins {number} shared benchmarks.", *keys),
        say(
            f"On the benchmarks there is no contest to speak of: {winner.short} leads on {number} that score both models.",
            *keys,
        ),
        say(
            f"Of the {small(len(told))} benchmarks that score both models, {winner.short} leads on"
            f" {'both' if len(told) == 2 else 'every one'}.",
            *keys,
        ),
    )
    return points(MUST, opening) + _details(tale, told)


def _split(tale: Tale, told: tuple[Result, ...]) -> list[Point]:
    won = decided(told)
    x = _majority(tale, told)
    wins = {party.side: sum(result.winner is party for result in told) for party in tale.pair.both}
    keys = ("pair.scores.shared.count", "pair.scores.wins.a", "pair.scores.wins.b")
    if not won:
        opening = tale.voice.pick(
            "scores.all-level", say(f"The {small(len(told))} shared benchmarks end level.", "pair.scores.ties.count")
        )
    elif x is None:
        opening = tale.voice.pick(
            "scores.even",
            say(
                f"The benchmarks do not settle it: of the {small(len(told))} that score both, each model wins"
                f" {small(wins['a'])}.",
                *keys,
            ),
            say(f"The {small(len(told))} shared benchmarks split evenly, {small(wins['a'])} to each model.", *keys),
        )
    else:
        y = tale.pair.other(x)
        ends = f"; {y.short} wins {small(wins[y.side])}" if wins[y.side] else "; the rest end level"
        opening = tale.voice.pick(
            "scores.most",
            say(f"{x.short} wins {small(wins[x.side])} of the {small(len(told))} shared benchmarks{ends}.", *keys),
            say(
                f"Of {small(len(told))} benchmarks that score both models, {x.short} leads on {small(wins[x.side])}{ends}.",
                *keys,
            ),
        )
    return points(MUST, opening) + _details(tale, _widest_of_each(tale, won))


def _widest_of_each(tale: Tale, won: tuple[Result, ...]) -> tuple[Result, ...]:
    """The plan's first result of each winner, then the rest."""
    firsts = [next((result for result in won if result.winner is party), None) for party in tale.pair.both]
    leading = [result for result in won if result in firsts]
    return (*leading, *(result for result in won if result not in leading))


def _details(tale: Tale, told: tuple[Result, ...]) -> list[Point]:
    won = decided(told)
    head = (
        points(SHOULD, _first_two(tale, won[0], won[1]))
        if len(won) > 1
        else points(SHOULD, [sentence for result in won for sentence in _one(tale, result)])
    )
    return head + [point for result in won[2:4] for point in points(MAY, _one(tale, result))]


def _first_two(tale: Tale, one: Result, two: Result) -> list[Sentence]:
    x, y = one.winner, one.loser
    v, w = two.winner, two.loser
    if x is None or y is None or v is None or w is None:
        return []
    if x is v:
        return tale.voice.pick(
            "scores.two",
            say(
                f"{x.short} scores {one.of(x)} to {one.of(y)} on {one.name}{one.mark} and {two.of(x)} to {two.of(y)} on"
                f" {two.name}{two.mark}.",
                *one.keys,
                *two.keys,
            ),
            say(
                f"It is {one.of(x)} to {one.of(y)} for {x.short} on {one.name}{one.mark}, and {two.of(x)} to {two.of(y)} on"
                f" {two.name}{two.mark}.",
                *one.keys,
                *two.keys,
            ),
        )
    return tale.voice.pick(
        "scores.each",
        say(
            f"{x.short} leads {one.of(x)} to {one.of(y)} on {one.name}{one.mark}, {v.short} {two.of(v)} to {two.of(w)} on"
            f" {two.name}{two.mark}.",
            *one.keys,
            *two.keys,
        ),
        say(
            f"{one.name}{one.mark} goes to {x.short}, {one.of(x)} to {one.of(y)}; {two.name}{two.mark} goes to {v.short},"
            f" {two.of(v)} to {two.of(w)}.",
            *one.keys,
            *two.keys,
        ),
    )


def _one(tale: Tale, result: Result) -> list[Sentence]:
    x, y = result.winner, result.loser
    if x is None or y is None:
        return []
    return tale.voice.pick(
        f"scores.detail.{result.key}",
        say(
            f"On {result.name}{result.mark} {x.short} leads by {result.gap}, {result.of(x)} to {result.of(y)}.",
            *_gap_keys(result),
        ),
        say(
            f"The gap on {result.name}{result.mark} is {result.gap}, {result.of(x)} for {x.short} and {result.of(y)} for"
            f" {y.short}.",
            *_gap_keys(result),
        ),
    )


def _own(tale: Tale, party: Party) -> tuple[str, str, str] | None:
    """A score that this model alone has: its benchmark, the score, the key."""
    for key in tale.pair.names.get("benchmarks", {}):
        score = party.number(f"score.{key}")
        if score is not None and tale.pair.other(party).number(f"score.{key}") is None:
            return tale.pair.name("benchmarks", key), plain(score), party.key(f"score.{key}")
    return None


def _alone(tale: Tale) -> list[Point]:
    told = []
    for party in tale.pair.both:
        own = _own(tale, party)
        if own:
            told += points(
                SPARE,
                tale.voice.pick(
                    f"scores.alone.{party.side}",
                    say(
                        f"{party.short} also has {own[1]} on {own[0]}, for which {tale.pair.other(party).short} has no recorded"
                        " score.",
                        own[2],
                    ),
                ),
            )
    return told[:1]


def _apart(tale: Tale) -> list[Sentence]:
    owns = [(party, own) for party in tale.pair.both if (own := _own(tale, party))]
    if not owns:
        return tale.voice.pick(
            "scores.none",
            say("Benchmarks cannot settle it, because no score is recorded for either model."),
            say(f"No benchmark score is recorded for {tale.pair.a.short} or for {tale.pair.b.short}."),
        )
    if len(owns) == 1:
        return _one_sided(tale, *owns[0])
    (x, one), (y, two) = owns
    return tale.voice.pick(
        "scores.apart",
        say(
            f"No benchmark scores both: {x.short} has {one[1]} on {one[0]}, {y.short} {two[1]} on {two[0]}.",
            one[2],
            two[2],
        ),
        say(
            f"Benchmarks offer no direct comparison, for {x.short} is scored on {one[0]} ({one[1]}) and {y.short} on {two[0]}"
            f" ({two[1]}).",
            one[2],
            two[2],
        ),
    )


def _one_sided(tale: Tale, party: Party, own: tuple[str, str, str]) -> list[Sentence]:
    rival = tale.pair.other(party)
    return tale.voice.pick(
        "scores.one-sided",
        say(
            f"The benchmarks are silent on this pair: {party.short} has {own[1]} on {own[0]}, but no score is recorded there"
            f" for {rival.short}.",
            own[2],
        ),
        say(
            f"They share no benchmark; {party.short} scores {own[1]} on {own[0]}, where {rival.short} has no recorded"
            " score.",
            own[2],
        ),
    )
