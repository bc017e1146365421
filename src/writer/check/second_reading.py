"""A number that strays is read once more: does a fact whose own words stand in the sentence license it after all?

The judges bind a number one way through its sentence, and prose has more ways than they know. Rule 13 of the contract asks
for every reading that the words allow. So before a number is said to stray, each fact that it states is looked at: its unit
fits, the words of its metric (the benchmark, the job, the seller, the price) stand here or were carried here, its own words
name no other model and no other metric, and a percentage points the way of its words. One such fact is a reading that holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from writer.check.ends import end_named
from writer.check.fact_words import FactWords
from writer.check.index import SIDES, other
from writer.check.items import Item, Sort
from writer.check.open_sides import is_open, open_sides, own_words
from writer.check.pairing import pair_of
from writer.check.relations import relation_of
from writer.check.scene import Scene, number
from writer.check.second_count import licensed_count
from writer.check.stating import UNITS, fact_states
from writer.check.times import dates_stated
from writer.facts.sheet import Fact, Side
from writer.quantities.quantity import DateRange, Kind, Modifier, Quantity
from writer.sayings.words import Sense

_COUNTED = 12  # up to here a bare number can count what no fact counts
_WITHOUT_FACT = frozenset(("day", "week", "month", "year", "hour", "minute", "second"))
_Look = Callable[[Scene, int], tuple[str, ...]]  # the keys of the facts that license the number, none where none do


def read_again(scene: Scene, since: int) -> None:
    """Look again at the violations found from ``since`` on; those that a fact licenses become statements."""
    places = {scene.span(at): at for at in scene.numbers()}
    for index, finding in enumerate(scene.findings.found[since:], since):
        at = places.get((finding.start, finding.end))
        if finding.rule not in _LOOKS or at is None or at in scene.final:
            continue
        keys = next((keys for look in _LOOKS[finding.rule] if (keys := look(scene, at))), ())
        if (
            finding.rule == "wrong-direction"
            and not _says_of_whom(scene, at)
            and _is_spoken_of(scene, at, finding.expected)
        ):
            keys = (finding.expected,)
        if keys:
            scene.findings.accept(index, f"{keys[0]}, whose words stand in the sentence", keys)


def catch_unjudged(scene: Scene, since: int) -> None:
    """The last net: a number that no judge spoke of, and that states no fact of its unit, strays (fail closed)."""
    judged = [(finding.start, finding.end) for finding in scene.findings.found[since:]]
    told = {
        count
        for job in scene.index.sheet.context.workloads.values()
        for count in (job.requests, job.input_tokens, job.output_tokens, job.input_tokens + job.output_tokens)
    }
    for at in scene.numbers():
        quantity, (start, end) = scene.quantity(at), scene.span(at)
        spoken = any(first < end and last > start for first, last in judged)
        if spoken or quantity.value in told and _is_of_a_job(scene, quantity) or not _is_telling(quantity):
            continue
        if not any(
            fact.unit in UNITS[quantity.kind] and fact_states(quantity, fact)
            for fact in scene.index.sheet.facts.values()
        ):
            scene.findings.strays(start, end, "invented", quantity.text)


def _is_of_a_job(scene: Scene, quantity: Quantity) -> bool:
    """Whether a workload is named, or was, that the number can be the size of."""
    named = bool(scene.talk.named_jobs) or any(item.sort is Sort.JOB for item in scene.items)
    return named and quantity.per not in _WITHOUT_FACT


def _is_telling(quantity: Quantity) -> bool:
    """Whether the number can hardly be anything but a stated value: in figures, no small count, no date."""
    if isinstance(quantity.value, DateRange) or quantity.in_words or quantity.kind not in UNITS:
        return False
    return quantity.kind is not Kind.NUMBER or quantity.value > _COUNTED or quantity.value.denominator > 1


def _value(scene: Scene, at: int) -> tuple[str, ...]:
    quantity = scene.quantity(at)
    if isinstance(quantity.value, DateRange) or quantity.sign < 0 or quantity.currency not in ("", "USD"):
        return ()
    return () if quantity.per in _WITHOUT_FACT else tuple(fact.key for fact in islice(_licensing(scene, at), 1))


def _licensing(scene: Scene, at: int) -> Iterator[Fact]:
    quantity = scene.quantity(at)
    here = FactWords(scene, carried=quantity.kind in (Kind.PERCENT, Kind.MONEY))
    units = UNITS.get(quantity.kind, ())
    if quantity.kind is Kind.NUMBER and not any(item.kind is Kind.MONEY for item in scene.items):
        units = tuple(unit for unit in units if unit not in UNITS[Kind.MONEY])
    sides = (Side.PAIR.value, *open_sides(scene, at))
    for fact in scene.index.sheet.facts.values():
        states = fact.unit in units and fact.side.value in sides and fact_states(quantity, fact)
        if states and here.name(fact) and is_open(scene, at, fact.metric) and _points_its_way(scene, at, fact):
            yield fact


def _points_its_way(scene: Scene, at: int, fact: Fact) -> bool:
    """Whether a difference is called one, and a percentage stands nearest to a word of its own direction (rule 6)."""
    if fact.side is Side.PAIR and not _is_of_the_right_side(scene, at, fact):
        return False
    if end_named(scene, at) > 0 and fact.metric == "price.input" and fact.side is not Side.PAIR:
        return fact.aspect == "highest"
    if fact.aspect == "spread.ratio" and any(item.side == other(fact.side.value) for item in own_words(scene, at)):
        return False
    if fact.metric.startswith("score.") and fact.side is not Side.PAIR and _leads_by(scene, at):
        return False
    if fact.aspect == "difference":
        return scene.talk.apart or any(_tells_apart(item) for item in scene.items)
    if scene.quantity(at).kind is Kind.FRACTION:
        return not any(item.means(Sense.COMPARE) for item in own_words(scene, at))
    if fact.aspect not in ("saving_percent", "premium_percent"):
        return True
    signs = sorted(
        (abs(place - at), item.meaning.sign)
        for place, item in enumerate(scene.items)
        if item.meaning is not None and item.means(Sense.COMPARE) and item.meaning.sign
    )
    return bool(signs) and (signs[0][1] < 0) == (fact.aspect == "saving_percent")


def _leads_by(scene: Scene, at: int) -> bool:
    """ "leads on Terminal-Bench by 4.3 points": how far, not a score, unless the other's score stands beside it."""
    return at > 0 and scene.items[at - 1].low == "by" and pair_of(scene.items, at) is None


def _tells_apart(item: Item) -> bool:
    return item.means(Sense.GAP) or item.means(Sense.COMPARE) or item.low in _NARROWING


_NARROWING = frozenset(("shrinks", "narrows", "widens", "closes", "shrink", "narrow", "widen", "grows"))


def _is_of_the_right_side(scene: Scene, at: int, fact: Fact) -> bool:
    """Whether the model that is firmly said to have more, or less, is the one that has."""
    relation, more = relation_of(scene.items, at), scene.index.higher(fact.metric)
    if not relation.firm or relation.subject not in SIDES or more not in SIDES or fact.metric.startswith("score."):
        return True
    if fact.aspect == "ratio":
        less = relation.sign < 0 or scene.quantity(at).kind is not Kind.MAGNITUDE and number(scene.quantity(at)) < 1
        return relation.subject == (other(more) if less else more)
    if fact.aspect in ("saving_percent", "premium_percent"):
        return relation.subject == (more if fact.aspect == "premium_percent" else other(more))
    return not relation.sign or relation.subject == (more if relation.sign > 0 else other(more))


def _date(scene: Scene, at: int) -> tuple[str, ...]:
    if not isinstance(scene.quantity(at).value, DateRange):
        return ()
    bound = scene.metrics.get(at)
    names = bound.metrics if bound is not None else ()
    if scene.quantity(at).modifier is Modifier.UP_TO:
        names = ("knowledge_cutoff",)  # "with a head full of the world up to May 2024"
    stated = dates_stated(scene, at, _apposed(scene, at) or open_sides(scene, at))
    return tuple(f"{side}.{name}" for side, name in stated if name in names)[:1]


def _apposed(scene: Scene, at: int) -> tuple[str, ...]:
    """ "GLM-4.7, released on 22 December 2025,": the model that the date's participle stands behind; empty where it does not."""
    for back in range(at - 1, 0, -1):
        if scene.items[back].low == ",":
            told = "released" in scene.items[back + 1].metrics and scene.items[back - 1].sort is Sort.MODEL
            return (scene.items[back - 1].side,) if told and scene.items[back - 1].side in SIDES else ()
    return ()


def _says_of_whom(scene: Scene, at: int) -> bool:
    """Whether a comparison names who has more: by "than" and a name, right before its word, or as its clause's one model."""
    items, relation = scene.items, relation_of(scene.items, at)
    object_ = [item for item in items[at + 1 :] if item.side == relation.object][:1] if relation.object else []
    named = any(not item.means(Sense.IT) and not item.means(Sense.RIVAL) for item in object_)
    led = relation.word > 0 and items[relation.word - 1].sort is Sort.MODEL
    hangs = any(
        (item.sort is Sort.MODEL or item.means(Sense.FORMER) or item.means(Sense.LATTER))
        and item.side == relation.subject
        for item in items[at + 1 : at + 5]
    )
    measures = relation.firm and relation.word == at + 2 and items[at + 1].low == "the"  # "22 days the newer"
    dated = relation.subject in SIDES and _dated_before(scene, at) == relation.subject
    changes = any(item.low in _CHANGING for item in items[:at])  # "switch from Sonnet to Opus and output gets cheaper"
    return named or led or hangs or measures or dated or changes or open_sides(scene, at) == (relation.subject,)


def _is_spoken_of(scene: Scene, at: int, key: str) -> bool:
    """Whether the words of the fact of ``key`` stand in the sentence or were carried there, and none excludes it."""
    fact = scene.index.sheet.facts.get(key)
    if fact is None or fact.metric in _DATES:
        return fact is not None
    return FactWords(scene, carried=True).name(fact) and is_open(scene, at, fact.metric)


_DATES = ("released", "knowledge_cutoff")
_CHANGING = frozenset(
    f"{verb}{end}"
    for verb in (
        "switch",
        "mov",
        "replac",
        "swap",
        "swapp",
        "trad",
        "chang",
        "migrat",
        "go",
        "upgrad",
        "downgrad",
        "step",
    )
    for end in ("", "e", "es", "s", "ing")
)


def _dated_before(scene: Scene, at: int) -> str:
    """ "its August 2025 cutoff is seven months earlier": whose the nearest date before is; "" where none is, or of both."""
    if scene.quantity(at).kind is not Kind.DURATION:
        return ""
    place = next((back for back in range(at - 1, -1, -1) if scene.items[back].kind is Kind.DATE), -1)
    sides = {side for side, _ in dates_stated(scene, place, SIDES)} if place >= 0 else set()
    return next(iter(sides)) if len(sides) == 1 else ""


_LOOKS: Mapping[str, tuple[_Look, ...]] = {
    "wrong-number": (_value, licensed_count),
    "wrong-ratio": (_value,),
    "false-bound": (_value,),
    "false-rounding": (_value, licensed_count),
    "false-hedge": (_value,),
    "percent-base": (_value,),
    "wrong-subject": (_value, _date),
    "wrong-metric": (_value,),
    "wrong-date": (_date,),
    "invented": (_value, licensed_count),
    "wrong-count": (licensed_count,),
    "wrong-direction": (),
}
