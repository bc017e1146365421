"""The first sentences: what decides this pair, by the weightiest point of its plan that can be told in one breath."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from writer.prose import Sentence
from writer.wording.background import apart
from writer.wording.block import Tale
from writer.wording.figures import day, listing, percent, small, times, tokens
from writer.wording.pair import Aim, Party
from writer.wording.results import all_to, results
from writer.wording.strengths import keys_of, named, strengths
from writer.wording.voice import say

_TWICE = Fraction(2)
_POINTS_LOOKED_AT = 4
Teller = Callable[[Tale, Aim], list[Sentence]]


def opening(tale: Tale) -> tuple[list[Sentence], str]:
    """The opening and the topic it took: one of the plan's two first points that can be told so, or what is known."""
    found: list[tuple[list[Sentence], str]] = []
    for aim in tale.pair.plan[:_POINTS_LOOKED_AT]:
        teller = _TELLERS.get(aim.topic.partition(".")[0])
        told = teller(tale, aim) if teller else []
        found += [(told, aim.topic)] if told else []
    return found[tale.voice.turn("opening", min(2, len(found)))] if found else (_plain(tale), "")


def _pick(tale: Tale, point: str, *wordings: Sentence) -> list[Sentence]:
    return tale.voice.pick(f"opening.{point}", *wordings)


def _price(tale: Tale, aim: Aim) -> list[Sentence]:
    if aim.kind == "reversal":
        return _price_turns(tale)
    if aim.kind == "gap":
        return _price_gap(tale)
    x, y = tale.pair.both
    if aim.kind == "unknown":
        return _pick(
            tale,
            "price.unknown",
            say(f"Price cannot settle {x.name} against {y.name}, because no per-token price is documented for both."),
        )
    return _pick(
        tale,
        "price.tie",
        say(
            f"{x.name} and {y.name} cost the same on every price line, so the choice rests on what each can do.",
            "pair.price.input.higher",
            "pair.price.output.higher",
        ),
    )


def _price_turns(tale: Tale) -> list[Sentence]:
    inward, outward = tale.pair.contest("price.input"), tale.pair.contest("price.output")
    if inward is None or outward is None:
        return []
    if inward.low and outward.low and inward.low is not outward.low:
        x, y = inward.low, outward.low
        keys = (inward.key("higher"), outward.key("higher"))
        return _pick(
            tale,
            "price.turns",
            say(
                f"Whether {x.name} or {y.name} costs less depends on the direction of the tokens: input is cheaper on"
                f" {x.short}, output on {y.short}.",
                *keys,
            ),
            say(
                f"{x.name} has the cheaper input and {y.name} the cheaper output, so the bill depends on the mix.",
                *keys,
            ),
            say(
                f"There is no single cheaper model here: {x.name} charges less for input, {y.name} less for output.",
                *keys,
            ),
        )
    blended = tale.pair.contest("price.blended")
    if blended is None or blended.low is None or blended.high is None or not blended.saving:
        return []
    return _pick(
        tale,
        "price.mostly",
        say(
            f"{blended.low.name} costs {percent(blended.saving)} less than {blended.high.name} on the 70/30 blend, but not"
            " on every line.",
            blended.key("saving_percent"),
        ),
        say(
            f"On the 70/30 blend {blended.low.name} is {percent(blended.saving)} cheaper than {blended.high.name}, though not"
            " every line agrees.",
            blended.key("saving_percent"),
        ),
    )


def _price_gap(tale: Tale) -> list[Sentence]:
    blended = tale.pair.contest("price.blended")
    if blended is None or blended.low is None or blended.high is None or not blended.ratio or not blended.saving:
        return []
    low, high = blended.low, blended.high
    if blended.ratio >= _TWICE:
        factor, key = times(blended.ratio), blended.key("ratio")
        return _pick(
            tale,
            "price.gap",
            say(f"{high.name} costs {factor} as much as {low.name} on the 70/30 blend of input and output.", key),
            say(
                f"Price is what separates {low.name} from {high.name}: the 70/30 blend costs {factor} as much on"
                f" {high.short}.",
                key,
            ),
            say(
                f"The blended price of {high.name} is {factor} that of {low.name}, with input and output weighted 70/30.",
                key,
            ),
        )
    saved, key = percent(blended.saving), blended.key("saving_percent")
    return _pick(
        tale,
        "price.small-gap",
        say(f"{low.name} undercuts {high.name} by {saved} on the 70/30 blend.", key),
        say(f"{low.name} is {saved} cheaper than {high.name} on the 70/30 blend of input and output.", key),
    )


def _balance(tale: Tale, aim: Aim) -> list[Sentence]:
    """Price beside benchmarks: a trade, or one model ahead on both counts."""
    blended, told = tale.pair.contest("price.blended"), results(tale.pair)
    if blended is None or blended.low is None or blended.high is None or not blended.ratio or not told:
        return []
    low, high = blended.low, blended.high
    better = low if aim.kind == "dominance" else high
    won, keys = _won(tale, better), (f"pair.scores.wins.{better.side}", "pair.scores.shared.count")
    higher = blended.key("higher")
    if aim.kind == "dominance":
        return _pick(
            tale,
            "dominance",
            say(f"{low.name} costs less than {high.name} on the 70/30 blend and still wins {won}.", higher, *keys),
            say(
                f"The cheaper model scores better here: {low.name} costs less than {high.name} on the 70/30 blend and wins"
                f" {won}.",
                higher,
                *keys,
            ),
        )
    gap = f"{times(blended.ratio)} as much as" if blended.ratio >= _TWICE else "more than"
    shown = blended.key("ratio") if blended.ratio >= _TWICE else higher
    return _pick(
        tale,
        "trade",
        say(f"{high.name} costs {gap} {low.name} on the 70/30 blend, and wins {won} in return.", shown, *keys),
        say(
            f"Better scores or a lower bill: {high.name} wins {won}, but costs {gap} {low.name} on the 70/30 blend.",
            shown,
            *keys,
        ),
        say(f"{low.name} is the cheaper model on the 70/30 blend; {high.name} wins {won}.", higher, *keys),
    )


def _won(tale: Tale, party: Party) -> str:
    wins = tale.pair.facts.number(f"pair.scores.wins.{party.side}") or Fraction(0)
    shared = tale.pair.facts.number("pair.scores.shared.count") or Fraction(0)
    if wins == shared:
        return {1: "the one shared benchmark", 2: "both shared benchmarks"}.get(
            int(wins), f"all {small(wins)} shared benchmarks"
        )
    return f"{small(wins)} of the {small(shared)} shared benchmarks"


def _benchmarks(tale: Tale, aim: Aim) -> list[Sentence]:
    told = results(tale.pair)
    winner = all_to(told)
    x, y = tale.pair.both
    if not told:
        return []
    if aim.kind == "split" and len(told) > 1:
        one = next((result for result in told if result.winner is x), None)
        two = next((result for result in told if result.winner is y), None)
        if one and two:
            return _pick(
                tale,
                "split",
                say(
                    f"The benchmarks that {x.name} and {y.name} share do not agree on a winner: {x.short} leads on {one.name},"
                    f" {y.short} on {two.name}.",
                    f"pair.{one.metric}.winner",
                    f"pair.{two.metric}.winner",
                ),
                say(
                    f"{x.name} is ahead on {one.name}, {y.name} on {two.name}, so the shared benchmarks name no overall"
                    " winner.",
                    f"pair.{one.metric}.winner",
                    f"pair.{two.metric}.winner",
                ),
            )
    if winner and len(told) > 1:
        rival = tale.pair.other(winner)
        return _pick(
            tale,
            "sweep",
            say(
                f"{winner.name} beats {rival.name} on {_won(tale, winner).removeprefix('the ')}.",
                f"pair.scores.wins.{winner.side}",
                "pair.scores.shared.count",
            ),
        )
    return []


def _limits(tale: Tale, aim: Aim) -> list[Sentence]:
    reads, writes = tale.pair.contest("context_window"), tale.pair.contest("max_output")
    if reads is None or reads.high is None or reads.low is None:
        return []
    x, y = reads.high, reads.low
    if aim.topic == "limits" and writes and writes.high is y:
        keys = ("a.context_window", "b.context_window", "a.max_output", "b.max_output")
        (xc, yc), (xo, yo) = (
            [tokens(party.number(metric) or Fraction(0)) for party in (x, y)]
            for metric in ("context_window", "max_output")
        )
        return _pick(
            tale,
            "limits",
            say(
                f"Long inputs point to {x.name}, with a context window of {xc} tokens to {yc}; long answers point to {y.name},"
                f" which can write {yo} tokens to {xo}.",
                *keys,
            ),
            say(
                f"{x.name} reads more and {y.name} writes more: the context windows hold {xc} tokens and {yc}, the output"
                f" limits are {xo} tokens and {yo}.",
                *keys,
            ),
            say(
                f"{x.name} takes in {xc} tokens where {y.name} stops at {yc}, yet {y.short} can write {yo} tokens where"
                f" {x.short} stops at {xo}.",
                *keys,
            ),
        )
    if aim.topic == "context_window" and reads.ratio and reads.ratio >= _TWICE:
        held, other = (tokens(party.number("context_window") or Fraction(0)) for party in (x, y))
        return _pick(
            tale,
            "context",
            say(
                f"{x.name} reads {times(reads.ratio)} as many tokens at once as {y.name}, {held} to {other}.",
                reads.key("ratio"),
                "a.context_window",
                "b.context_window",
            ),
            say(
                f"Context is the first difference: {x.name} holds {held} tokens, {y.name} {other}.",
                "a.context_window",
                "b.context_window",
            ),
        )
    return []


def _job(tale: Tale, aim: Aim) -> list[Sentence]:
    job = aim.topic.partition(".")[2]
    fit = aim.favours
    if fit is None:
        return []
    rival = tale.pair.other(fit)
    limit = {"context_window": "context window", "max_output": "output limit"}.get(rival.text(f"workload.{job}.limit"))
    if limit is None:
        return []
    title, key = tale.pair.name("workloads", job), rival.key(f"workload.{job}.limit")
    return _pick(
        tale,
        "job",
        say(
            f"One job is out of reach for {rival.name}: {title} exceed its {limit}, while {fit.name} can take them.",
            key,
        ),
        say(f"{fit.name} can take {title}; on {rival.name} each of those requests exceeds the {limit}.", key),
    )


def _abilities(tale: Tale, aim: Aim) -> list[Sentence]:
    party = aim.favours
    ids = tale.pair.facts.items(f"pair.capabilities.only_{party.side}") if party else None
    if party is None or not ids:
        return []
    rival = tale.pair.other(party)
    had = listing(tuple(tale.pair.name("capabilities", each) for each in ids))
    return _pick(
        tale,
        "abilities",
        say(f"{party.name} supports {had}, which {rival.name} does not.", f"pair.capabilities.only_{party.side}"),
        say(
            f"What sets the two apart is {had}: {party.name} supports {'it' if len(ids) == 1 else 'them'}, {rival.name} does"
            " not.",
            f"pair.capabilities.only_{party.side}",
        ),
    )


def _dates(tale: Tale, _aim: Aim) -> list[Sentence]:
    newer, gap = tale.pair.party("pair.released.newer"), apart(tale)
    if newer is None or gap is None:
        return []
    older = tale.pair.other(newer)
    keys = ("a.released", "b.released", gap[1])
    late, early = day(newer.text("released")), day(older.text("released"))
    return _pick(
        tale,
        "dates",
        say(f"Between {older.name} ({early}) and {newer.name} ({late}) lie {gap[0]}.", *keys)
        if not gap[0].startswith(("one ", "just", "nearly"))
        else say(f"{newer.name} ({late}) came out {gap[0]} after {older.name} ({early}).", *keys),
        say(
            f"{newer.name}, released {'on' if late[:1].isdigit() else 'in'} {late}, is {gap[0]} younger than {older.name}.",
            newer.key("released"),
            gap[1],
        ),
    )


def _plain(tale: Tale) -> list[Sentence]:
    a, b = tale.pair.both
    one, two = strengths(tale, a), strengths(tale, b)
    if one and two:
        return [say(f"{a.name} has {named(one)}; {b.name} has {named(two)}.", *keys_of(one), *keys_of(two))]
    if one or two:
        party, found = (a, one) if one else (b, two)
        return [say(f"Of the two, {party.name} has {named(found)}.", *keys_of(found))]
    return [say(f"Little that would decide between {a.name} and {b.name} is documented.")]


def _weights(tale: Tale, _aim: Aim) -> list[Sentence]:
    opened = tale.pair.party("pair.open_weights.only")
    if opened is None:
        return []
    return _pick(
        tale,
        "weights",
        say(f"{opened.name} has open weights and {tale.pair.other(opened).name} has not.", "pair.open_weights.only"),
    )


_TELLERS: Mapping[str, Teller] = {
    "price": _price,
    "price and benchmarks": _balance,
    "benchmarks": _benchmarks,
    "limits": _limits,
    "context_window": _limits,
    "workload": _job,
    "capabilities": _abilities,
    "released": _dates,
    "dates": _dates,
    "open_weights": _weights,
}
