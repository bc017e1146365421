"""What the worked examples cost, told with the price: the jobs that change the order come first."""

from __future__ import annotations

from writer.prose import Sentence
from writer.wording.block import MAY, MUST, SHOULD, SPARE, Point, Tale, points
from writer.wording.figures import bill
from writer.wording.offer import at_seller
from writer.wording.pair import Contest, Party
from writer.wording.price import cheaper
from writer.wording.slots import Slot, Slots, gaps, shared, value

TURN = (
    "The job decides: {one} cost {x1} on {x} against {y1} on {y}, whereas {two} cost {y2} on {y} against {x2} on {x}.",
    "Which bill is lower depends on the work: {one} cost {x1} on {x} and {y1} on {y}, but {two} cost {x2} on {x} and {y2} on {y}.",
)
TWO = (
    "In practice, {one} cost {x1} on {x} and {y1} on {y}; {two} cost {x2} and {y2}.",
    "The bill for {one} is {x1} on {x} and {y1} on {y}, and for {two} it is {x2} and {y2}.",
    "{x} costs {x1} for {one} and {x2} for {two}; {y} costs {y1} and {y2}.",
    "You would pay {x1} with {x} and {y1} with {y} for {one}; {two} cost {x2} and {y2}.",
)
ONE = (
    "In practice, {one} cost {x1} on {x} and {y1} on {y}.",
    "The bill for {one} is {x1} on {x} and {y1} on {y}.",
)
SAME = ("In practice, {one} cost {both} on either model.",)
WIDE = ("For {one}, {high} thus costs {ratio} as much as {low}.",)
NARROW = ("For {one}, {low} thus costs {less} less than {high}.",)
TOO_LARGE = (
    "No cost is given for {one} on {x}, because each request exceeds its {limit}.",
    "{x} cannot take {one}, for each request exceeds its {limit}.",
)
CAPPED = (
    "{seller} caps the {caps} of {x} at {size} tokens, too few for {one}{limit_}.",
    "No cost is given for {one} on {x}, because {seller} caps its {caps} at {size} tokens{limit_}.",
)
NEITHER_FITS = ("Neither can take {one}: each request exceeds the {limit} of both.",)
LIMITS = {"context_window": "context window", "max_output": "output limit"}
_WIDE = 2


def jobs(tale: Tale) -> list[Point]:
    """One or two jobs that both can do, and those that one of them cannot."""
    told, neither = _compared(tale), _fits_neither(tale)
    if neither:
        return told + points(MAY, neither)
    return told + [point for party in tale.pair.both for point in points(MAY, _too_large(tale, party))]


def _compared(tale: Tale) -> list[Point]:
    found = [tale.pair.contest(f"workload.{job}.cost") for job in tale.pair.names.get("workloads", {})]
    contests = [contest for contest in found if contest and contest.low]
    if not contests:
        return points(SHOULD, [told for contest in found if contest for told in _same(tale, contest)][:1])
    usual = cheaper(tale.pair)
    turned = [contest for contest in contests if usual is not None and contest.low is not usual]
    straight = [contest for contest in contests if contest not in turned]
    if turned and straight:
        return points(MUST, tale.tell("jobs.turn", TURN, _slots(tale, straight[0], turned[0])))
    start = tale.voice.turn("jobs.first", len(contests))
    chosen = (contests[start:] + contests[:start])[:2]
    if len(chosen) > 1:
        return points(SHOULD, tale.tell("jobs.two", TWO, _slots(tale, *chosen))) + points(
            SPARE, _share(tale, chosen[0])
        )
    return points(SHOULD, [told for contest in chosen for told in tale.tell("jobs.one", ONE, _slots(tale, contest))])


def _slots(tale: Tale, *contests: Contest) -> Slots:
    """Two names and the bills of one or two jobs; the cheaper one on the first job comes first."""
    x = contests[0].low or tale.pair.a
    y = tale.pair.other(x)
    slots: dict[str, Slot | str | None] = {"x": x.short, "y": y.short}
    for number, (name, contest) in enumerate(zip(("one", "two"), contests, strict=False), 1):
        slots[name] = title(tale, contest.metric.split(".")[1])
        slots[f"x{number}"], slots[f"y{number}"] = (value(party, contest.metric, bill) for party in (x, y))
    return slots


def _same(tale: Tale, contest: Contest) -> list[Sentence]:
    one, other = (value(party, contest.metric, bill) for party in tale.pair.both)
    return tale.tell("jobs.same", SAME, {"one": title(tale, contest.metric.split(".")[1]), "both": shared(one, other)})


def title(tale: Tale, job: str) -> str:
    """``500 coding-agent runs``."""
    return tale.pair.name("workloads", job)


def _share(tale: Tale, contest: Contest) -> list[Sentence]:
    slots = gaps(contest, bill) | {"one": title(tale, contest.metric.split(".")[1])}
    return tale.tell("jobs.share", WIDE if (contest.ratio or 0) >= _WIDE else NARROW, slots)


def _fits_neither(tale: Tale) -> list[Sentence]:
    for job in tale.pair.names.get("workloads", {}):
        limits = [LIMITS.get(party.text(f"workload.{job}.limit")) for party in tale.pair.both]
        capped = [
            at_seller(tale.pair, party, party.text(f"workload.{job}.limit")) for party in tale.pair.both if all(limits)
        ]
        if limits[0] and limits[0] == limits[1] and not any(capped):
            keys = tuple(party.key(f"workload.{job}.limit") for party in tale.pair.both)
            return tale.tell("jobs.neither", NEITHER_FITS, {"one": title(tale, job), "limit": Slot(limits[0], keys)})
    return []


def _too_large(tale: Tale, party: Party) -> list[Sentence]:
    for job in tale.pair.names.get("workloads", {}):
        key = party.key(f"workload.{job}.limit")
        limit = LIMITS.get(party.text(f"workload.{job}.limit"))
        if limit and key not in tale.voice.told:
            slots: Slots = {
                "x": party.short,
                "one": title(tale, job),
                "limit": Slot(limit, (key,)),
                "limit_": Slot("", (key,)),
            }
            capped = at_seller(tale.pair, party, party.text(f"workload.{job}.limit"))
            phrases = CAPPED if capped else TOO_LARGE
            return tale.tell(f"jobs.too-large.{party.side}", phrases, {**slots, **capped})
    return []
