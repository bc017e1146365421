"""The first sentence: what decides this pair, by one of the weightiest points of its plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from writer.prose import Sentence
from writer.wording.background import apart, date_slots
from writer.wording.block import Tale
from writer.wording.figures import listing, money, small, tokens
from writer.wording.jobs import LIMITS, title
from writer.wording.limits import opposite_slots
from writer.wording.offer import at_seller
from writer.wording.pair import Aim, Party
from writer.wording.results import results, sweeper, tally
from writer.wording.slots import Slot, Slots, gaps
from writer.wording.strengths import beyond_price, named, strengths

PRICE_TIE = ("{a} and {b} cost the same on every price line{keys}, so the choice rests on what each can do.",)
PRICE_TURNS = (
    "Whether {x} or {y} costs less depends on the direction of the tokens: input is cheaper on {x}{in_}, output on {y}{out}.",
    "{x} has the cheaper input{in_} and {y} the cheaper output{out}, so the bill depends on the mix.",
    "There is no single cheaper model here: {x} charges less for input{in_}, {y} less for output{out}.",
)
PRICE_MOSTLY = (
    "{low} costs {less} less than {high} on the 70/30 blend, but not on every line.",
    "On the 70/30 blend {low} is {less} cheaper than {high}, though not every line agrees.",
)
PRICE_WIDE = (
    "{high} costs {ratio} as much as {low} on the 70/30 blend of input and output.",
    "Price is what separates {low} from {high}: the 70/30 blend costs {ratio} as much on {high_short}.",
    "The blended price of {high} is {ratio} that of {low}, with input and output weighted 70/30.",
    "{high} costs {ratio} as much as {low} on the 70/30 blend; what it adds is {adds}.",
    "{high} asks {ratio} as much as {low} on the 70/30 blend, and gives {adds} for it.",
)
PRICE_NARROW = (
    "{low} undercuts {high} by {less} on the 70/30 blend.",
    "{low} is {less} cheaper than {high} on the 70/30 blend of input and output.",
    "{low} costs {less} less than {high} on the 70/30 blend, while {high_short} offers {adds}.",
)
CHEAPER_AND_BETTER = (
    "{low} costs less than {high} on the 70/30 blend{decided} and still wins {won}.",
    "The cheaper model scores better here: {low} costs less than {high} on the 70/30 blend{decided} and wins {won}.",
)
TRADE_WIDE = (
    "{high} costs {ratio} as much as {low} on the 70/30 blend, and wins {won} in return.",
    "Better scores or a lower bill: {high} wins {won}, but costs {ratio} as much as {low} on the 70/30 blend.",
    "{low} is the cheaper model on the 70/30 blend{decided}; {high} wins {won}.",
)
TRADE_NARROW = (
    "{high} costs more than {low} on the 70/30 blend{decided}, and wins {won} in return.",
    "{low} is the cheaper model on the 70/30 blend{decided}; {high} wins {won}.",
)
SPLIT = (
    "The benchmarks that {a} and {b} share do not agree on a winner: {as} leads on {one}, {bs} on {two}.",
    "{a} is ahead on {one}, {b} on {two}, so the shared benchmarks name no overall winner.",
)
SWEEP = ("{x} beats {y} on {won}.", "Wherever both are scored, {x} is ahead of {y}: it wins {won}.")
LIMITS_PULL_APART = (
    "Long inputs point to {x}, with a context window of {xc} tokens to {yc}; long answers point to {y}, which can write {yo} tokens to {xo}.",
    "{x} reads more at once, {xc} tokens to {yc}, while {y} writes more, {yo} tokens to {xo}.",
    "{x} takes in {xc} tokens where {y} stops at {yc}, yet {y} can write {yo} tokens where {x} stops at {xo}.",
)
CONTEXT = (
    "{high} reads {most} tokens at once, {ratio} the {least} of {low}.",
    "Context is the first difference: {high} holds {most} tokens, {low} {least}.",
    "A context window of {most} tokens, {ratio} the {least} of {low}, is what {high} has to offer first.",
)
JOB = (
    "One job is out of reach for {y}: {one} exceed its {limit}, while {x} can take them.",
    "{x} can take {one}; on {y} each of those requests exceeds the {limit}.",
)
JOB_CAPPED = (
    "{seller} caps the {caps} of {y} at {size} tokens, too few for {one}{limit_}.",
    "{seller} caps the {caps} of {y} at {size} tokens, which rules out {one} there{limit_}.",
)
ABILITIES = (
    "{x} supports {had}, which {y} does not.",
    "What sets the two apart is {had}: {x} supports {it}, {y} does not.",
)
DATES = (
    "{new} ({late}) came out {apart} after {old} ({early}).",
    "{new}, released {on_late}, is {apart} younger than {old}.",
)
WEIGHTS = ("{x} has open weights{key}; {y} has not.", "Of the two, only {x} has open weights{key}; {y} has not.")
BALANCE = ("{a} has {one}; {b} has {two}.",)
ONE_SIDED = ("Of the two, {a} has {one}.",)
NOTHING = ("Little that would decide between {a} and {b} is documented.",)

_TWICE, _NOTABLE = Fraction(2), Fraction(5, 4)
_POINTS_LOOKED_AT = 4
_ADDS_AT_MOST = 2
Teller = Callable[[Tale, Aim], list[Sentence]]


def opening(tale: Tale) -> tuple[list[Sentence], str]:
    """The opening and the topic it took: one of the plan's two first points that can be told so, or what is known."""
    found: list[tuple[list[Sentence], str]] = []
    for aim in tale.pair.plan[:_POINTS_LOOKED_AT]:
        teller = _TELLERS.get(aim.topic.partition(".")[0])
        told = teller(tale, aim) if teller else []
        found += [(told, aim.topic)] if told else []
    return found[tale.voice.turn("opening", min(2, len(found)))] if found else (_plain(tale), "")


def _names(tale: Tale) -> dict[str, Slot | str | None]:
    a, b = tale.pair.both
    return {"a": a.name, "b": b.name, "as": a.short, "bs": b.short}


def _price(tale: Tale, aim: Aim) -> list[Sentence]:
    if aim.kind == "reversal":
        return _price_turns(tale)
    if aim.kind == "gap":
        return _price_gap(tale)
    if aim.kind == "tie":
        keys = Slot("", ("pair.price.input.higher", "pair.price.output.higher"))
        return tale.tell("opening.price.tie", PRICE_TIE, _names(tale) | {"keys": keys})
    return []


def _price_turns(tale: Tale) -> list[Sentence]:
    inward, outward = tale.pair.contest("price.input"), tale.pair.contest("price.output")
    if inward and outward and inward.low and outward.low and inward.low is not outward.low:
        slots: Slots = {
            "x": inward.low.name,
            "y": outward.low.name,
            "in_": Slot("", (inward.key("higher"),)),
            "out": Slot("", (outward.key("higher"),)),
        }
        return tale.tell("opening.price.turns", PRICE_TURNS, slots)
    return tale.tell("opening.price.mostly", PRICE_MOSTLY, _blend(tale))


def _blend(tale: Tale) -> dict[str, Slot | str | None]:
    """The slots of the blended prices under whole names, and what the dearer model ``adds``."""
    contest = tale.pair.contest("price.blended")
    if contest is None or contest.high is None or contest.low is None:
        return {}
    adds = beyond_price(strengths(tale, contest.high))[:_ADDS_AT_MOST]
    slots = gaps(contest, money) | {
        "high": contest.high.name,
        "low": contest.low.name,
        "high_short": contest.high.short,
    }
    return slots | {"adds": named(adds) if adds else None}


def _is_wide(tale: Tale) -> bool:
    contest = tale.pair.contest("price.blended")
    return contest is not None and (contest.ratio or 0) >= _TWICE


def _price_gap(tale: Tale) -> list[Sentence]:
    return tale.tell("opening.price.gap", PRICE_WIDE if _is_wide(tale) else PRICE_NARROW, _blend(tale))


def _balance(tale: Tale, aim: Aim) -> list[Sentence]:
    """Price beside benchmarks: a trade, or one model ahead on both counts."""
    contest = tale.pair.contest("price.blended")
    if contest is None or contest.low is None or contest.high is None:
        return []
    better = contest.low if aim.kind == "dominance" else contest.high
    if tally(tale.pair).won_by(better) * 2 <= tally(tale.pair).shared:
        return []
    slots = _blend(tale) | {"won": _won(tale, better)}
    if aim.kind == "dominance":
        return tale.tell("opening.dominance", CHEAPER_AND_BETTER, slots)
    return tale.tell("opening.trade", TRADE_WIDE if _is_wide(tale) else TRADE_NARROW, slots)


def _won(tale: Tale, party: Party) -> Slot:
    """``both shared benchmarks``, ``three of the four shared benchmarks``."""
    counted = tally(tale.pair)
    wins, shared = counted.won_by(party), counted.shared
    if wins == shared:
        text = {1: "the one shared benchmark", 2: "both shared benchmarks"}.get(
            wins, f"all {small(wins)} shared benchmarks"
        )
    else:
        text = f"{small(wins)} of the {small(shared)} shared benchmarks"
    return Slot(text, (f"pair.scores.wins.{party.side}", "pair.scores.shared.count"))


def _benchmarks(tale: Tale, _aim: Aim) -> list[Sentence]:
    told, winner = results(tale.pair), sweeper(tale.pair)
    if winner and tally(tale.pair).shared > 1:
        slots: Slots = {"x": winner.name, "y": tale.pair.other(winner).name, "won": _won(tale, winner)}
        return tale.tell("opening.sweep", SWEEP, slots)
    leads = {party.side: next((result for result in told if result.winner is party), None) for party in tale.pair.both}
    named_leads = {
        word: Slot(lead.name, (f"pair.score.{lead.key}.winner",)) if lead else None
        for word, lead in (("one", leads["a"]), ("two", leads["b"]))
    }
    return tale.tell("opening.split", SPLIT, _names(tale) | named_leads)


def _limits(tale: Tale, aim: Aim) -> list[Sentence]:
    reads, writes = tale.pair.contest("context_window"), tale.pair.contest("max_output")
    if reads is None or reads.high is None or reads.low is None:
        return []
    if (
        aim.topic == "limits"
        and writes
        and writes.high is reads.low
        and min(reads.ratio or 0, writes.ratio or 0) >= _NOTABLE
    ):
        return tale.tell("opening.limits", LIMITS_PULL_APART, opposite_slots(reads, writes, whole=True))
    if (reads.ratio or 0) < _TWICE:
        return []
    return tale.tell("opening.context", CONTEXT, gaps(reads, tokens) | {"high": reads.high.name, "low": reads.low.name})


def _job(tale: Tale, aim: Aim) -> list[Sentence]:
    fit, job = aim.favours, aim.topic.partition(".")[2]
    if fit is None:
        return []
    rival = tale.pair.other(fit)
    limit = LIMITS.get(rival.text(f"workload.{job}.limit"))
    slots: Slots = {
        "x": fit.name,
        "y": rival.name,
        "one": title(tale, job),
        "limit": Slot(limit, (rival.key(f"workload.{job}.limit"),)) if limit else None,
        "limit_": Slot("", (rival.key(f"workload.{job}.limit"),)),
    }
    capped = at_seller(tale.pair, rival, rival.text(f"workload.{job}.limit")) if limit else {}
    return tale.tell("opening.job", JOB_CAPPED if capped else JOB, {**slots, **capped})


def _abilities(tale: Tale, aim: Aim) -> list[Sentence]:
    party = aim.favours
    key = f"pair.capabilities.only_{party.side}" if party else ""
    ids = tale.pair.facts.items(key)
    if party is None or not ids:
        return []
    had = Slot(listing(tuple(tale.pair.name("capabilities", each) for each in ids)), (key,))
    slots: Slots = {
        "x": party.name,
        "y": tale.pair.other(party).name,
        "had": had,
        "it": "it" if len(ids) == 1 else "them",
    }
    return tale.tell("opening.abilities", ABILITIES, slots)


def _dates(tale: Tale, _aim: Aim) -> list[Sentence]:
    if tale.pair.party("pair.released.newer") is None:
        return []
    return tale.tell("opening.dates", DATES, date_slots(tale, "released", whole=True) | {"apart": apart(tale)})


def _weights(tale: Tale, _aim: Aim) -> list[Sentence]:
    opened = tale.pair.party("pair.open_weights.only")
    if opened is None:
        return []
    slots: Slots = {"x": opened.name, "y": tale.pair.other(opened).name, "key": Slot("", ("pair.open_weights.only",))}
    return tale.tell("opening.weights", WEIGHTS, slots)


def _plain(tale: Tale) -> list[Sentence]:
    """Where no point of the plan opens: what speaks for each."""
    a, b = tale.pair.both
    one, two = strengths(tale, a), strengths(tale, b)
    if one and two:
        return tale.tell("opening.balance", BALANCE, _names(tale) | {"one": named(one), "two": named(two)})
    if one or two:
        return tale.tell("opening.one", ONE_SIDED, {"a": (a if one else b).name, "one": named(one or two)})
    return tale.tell("opening.nothing", NOTHING, _names(tale))


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
