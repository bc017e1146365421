"""What the worked examples cost, told with the price: the jobs that change the order come first."""

from __future__ import annotations

from fractions import Fraction

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Point, Tale, points
from writer.wording.figures import bill, percent, times
from writer.wording.pair import Contest, Party
from writer.wording.price import cheaper
from writer.wording.voice import say


def jobs(tale: Tale) -> list[Point]:
    """One or two jobs that both can do, and those that one of them cannot."""
    told = _compared(tale)
    for party in tale.pair.both:
        told += points(MAY, _too_large(tale, party))
    return told


def _compared(tale: Tale) -> list[Point]:
    contests = [
        contest
        for job in tale.pair.names.get("workloads", {})
        if (contest := tale.pair.contest(f"workload.{job}.cost")) and contest.low
    ]
    usual = cheaper(tale.pair)
    turned = [contest for contest in contests if usual is not None and contest.low is not usual]
    straight = [contest for contest in contests if contest not in turned]
    if turned and straight:
        return points(MUST, _turn(tale, straight[0], turned[0]))
    start = tale.voice.turn("jobs.first", len(contests)) if contests else 0
    chosen = (contests[start:] + contests[:start])[:2]
    if len(chosen) == 2:
        return points(SHOULD, _two(tale, chosen[0], chosen[1])) + points(SPARE, _share(tale, chosen[0]))
    return points(SHOULD, [sentence for contest in chosen for sentence in _single(tale, contest)])


def _title(tale: Tale, contest: Contest) -> str:
    return tale.pair.name("workloads", contest.metric.split(".")[1])


def _costs(tale: Tale, contest: Contest, first: Party) -> tuple[str, str, str, str]:
    """The two bills, ``first``'s before its rival's, and their keys."""
    parties = (first, tale.pair.other(first))
    x, y = (bill(party.number(contest.metric) or Fraction(0)) for party in parties)
    return x, y, parties[0].key(contest.metric), parties[1].key(contest.metric)


def _turn(tale: Tale, straight: Contest, turned: Contest) -> list[Sentence]:
    x, y = straight.low, turned.low
    if x is None or y is None:
        return []
    one, two = _title(tale, straight), _title(tale, turned)
    xs, ys, *keys = _costs(tale, straight, x)
    yt, xt, *more = _costs(tale, turned, y)
    return tale.voice.pick(
        "jobs.turn",
        say(
            f"The job decides: {one} cost {xs} on {x.short} against {ys} on {y.short}, whereas {two} cost {yt} on"
            f" {y.short} against {xt} on {x.short}.",
            *keys,
            *more,
        ),
        say(
            f"Which bill is lower depends on the work: {xs} on {x.short} and {ys} on {y.short} for {one}, but {xt} on"
            f" {x.short} and {yt} on {y.short} for {two}.",
            *keys,
            *more,
        ),
    )


def _two(tale: Tale, one: Contest, two: Contest) -> list[Sentence]:
    first = one.low or tale.pair.a
    second = tale.pair.other(first)
    x, y, *keys = _costs(tale, one, first)
    v, w, *more = _costs(tale, two, first)
    job, task = _title(tale, one), _title(tale, two)
    return tale.voice.pick(
        "jobs.two",
        say(
            f"In practice, {job} cost {x} on {first.short} and {y} on {second.short}; {task} cost {v} and {w}.",
            *keys,
            *more,
        ),
        say(
            f"The bill for {job} is {x} on {first.short} and {y} on {second.short}, and for {task} it is {v} and {w}.",
            *keys,
            *more,
        ),
        say(f"{first.short} costs {x} for {job} and {v} for {task}; {second.short} costs {y} and {w}.", *keys, *more),
        say(
            f"You would pay {x} with {first.short} and {y} with {second.short} for {job}; {task} cost {v} and {w}.",
            *keys,
            *more,
        ),
    )


def _single(tale: Tale, contest: Contest) -> list[Sentence]:
    first = contest.low or tale.pair.a
    x, y, *keys = _costs(tale, contest, first)
    return tale.voice.pick(
        "jobs.one",
        say(
            f"In practice, {_title(tale, contest)} cost {x} on {first.short} and {y} on {tale.pair.other(first).short}.",
            *keys,
        ),
    )


def _share(tale: Tale, contest: Contest) -> list[Sentence]:
    if contest.low is None or contest.high is None or contest.ratio is None or contest.saving is None:
        return []
    title = _title(tale, contest)
    if contest.ratio >= 2:
        return tale.voice.pick(
            "jobs.ratio",
            say(
                f"For {title}, {contest.high.short} thus costs {times(contest.ratio)} as much as {contest.low.short}.",
                contest.key("ratio"),
            ),
        )
    return tale.voice.pick(
        "jobs.saving",
        say(
            f"For {title}, {contest.low.short} thus costs {percent(contest.saving)} less than {contest.high.short}.",
            contest.key("saving_percent"),
        ),
    )


def _too_large(tale: Tale, party: Party) -> list[Sentence]:
    for job in tale.pair.names.get("workloads", {}):
        limit = party.text(f"workload.{job}.limit")
        if limit:
            title, named = (
                tale.pair.name("workloads", job),
                {"context_window": "context window"}.get(limit, "output limit"),
            )
            return tale.voice.pick(
                f"jobs.too-large.{party.side}",
                say(
                    f"No cost is given for {title} on {party.short}, because each request exceeds its {named}.",
                    party.key(f"workload.{job}.limit"),
                ),
            )
    return []
