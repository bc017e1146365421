"""A number that strays is read once more: does a fact whose own words stand in the sentence license it after all?

The judges bind a number one way through its sentence, and prose has more ways than they know. Rule 13 of the contract asks
for every reading that the words allow. So before a number is called wrong, each fact that it states is looked at: its unit
fits, the words of its metric (the benchmark, the job, the seller, the price) stand here or were carried here, its model is
not another than the clause's, and a percentage points the way of its words. One such fact is a reading that holds.
Numbers that belong to the other model or to another metric (``wrong-subject``, ``wrong-metric``) are never read again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from writer.check.index import Entry
from writer.check.items import Item, Sort
from writer.check.scene import Scene, factor_of, says
from writer.facts.sheet import Fact, Side
from writer.quantities.quantity import DateRange, Kind, Quantity
from writer.quantities.unit import Unit
from writer.sayings.words import Sense

_AGAIN = frozenset(("wrong-number", "wrong-ratio", "false-bound"))
_UNITS: Mapping[Kind, tuple[Unit, ...]] = {
    Kind.MONEY: (Unit.USD, Unit.USD_PER_MTOK),
    Kind.PERCENT: (Unit.PERCENT,),
    Kind.POINTS: (Unit.POINTS,),
    Kind.MULTIPLE: (Unit.RATIO,),
    Kind.MAGNITUDE: (Unit.RATIO,),
    Kind.NUMBER: (Unit.POINTS, Unit.USD, Unit.USD_PER_MTOK, Unit.TOKENS, Unit.PARAMETERS),
}
_SPREADING = frozenset(
    (
        "range",
        "ranges",
        "ranging",
        "from",
        "between",
        "varies",
        "vary",
        "spread",
        "runs",
        "dearest",
        "cheapest",
        "highest",
        "lowest",
        "elsewhere",
    )
)
_COUNTED = 12  # up to here a bare number can count what no fact counts
_WITHOUT_FACT = frozenset(("day", "week", "month", "year", "hour", "minute", "second"))


def read_again(scene: Scene, since: int) -> None:
    """Look again at the violations found from ``since`` on; those that a fact licenses become statements."""
    places = {scene.span(at): at for at in scene.numbers()}
    for index, finding in enumerate(scene.findings.found[since:], since):
        at = places.get((finding.start, finding.end))
        if finding.rule not in _AGAIN or at is None:
            continue
        fact = next(_licensing(scene, at), None)
        if fact is not None:
            scene.findings.accept(index, f"{fact.key}, whose words stand in the sentence", (fact.key,))


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
        if spoken or quantity.value in told or not _is_telling(quantity):
            continue
        if not any(
            fact.unit in _UNITS[quantity.kind] and _states(quantity, fact) for fact in scene.index.sheet.facts.values()
        ):
            scene.findings.strays(start, end, "invented", quantity.text)


def _is_telling(quantity: Quantity) -> bool:
    """Whether the number can hardly be anything but a stated value: in figures, no small count, no date."""
    if isinstance(quantity.value, DateRange) or quantity.in_words or quantity.kind not in _UNITS:
        return False
    return quantity.kind is not Kind.NUMBER or quantity.value > _COUNTED or quantity.value.denominator > 1


def _licensing(scene: Scene, at: int) -> Iterator[Fact]:
    quantity = scene.quantity(at)
    if (
        isinstance(quantity.value, DateRange)
        or quantity.sign < 0
        or quantity.currency not in ("", "USD")
        or (quantity.per in _WITHOUT_FACT)
    ):
        return
    here = _Words(scene)
    for fact in scene.index.sheet.facts.values():
        if (
            fact.unit in _UNITS.get(quantity.kind, ())
            and _states(quantity, fact)
            and (_is_of_clause(scene, at, fact) and here.name(fact) and _points_its_way(scene, at, fact))
        ):
            yield fact


def _states(quantity: Quantity, fact: Fact) -> bool:
    if isinstance(fact.value, bool) or not isinstance(fact.value, int | Fraction):
        return False
    factor = factor_of(quantity) if fact.unit is Unit.USD_PER_MTOK else Fraction(1)
    return says(quantity, fact.metric, Entry(fact.key, Fraction(fact.value), fact.unit), factor=factor)


def _is_of_clause(scene: Scene, at: int, fact: Fact) -> bool:
    """Whether the clause is about the fact's model, or leaves open whom it is about."""
    if fact.side is Side.PAIR:
        return True
    subject = scene.subjects.get(at)
    if subject is not None and subject.firm and subject.side in ("a", "b"):
        return subject.side == fact.side.value
    named = {item.side for item in scene.items if item.side in ("a", "b")}
    return not named or fact.side.value in named


def _points_its_way(scene: Scene, at: int, fact: Fact) -> bool:
    """Whether a difference is called one, and a percentage stands nearest to a word of its own direction (rule 6)."""
    if fact.aspect == "difference":
        return scene.talk.apart or any(item.means(Sense.GAP) or item.means(Sense.COMPARE) for item in scene.items)
    if fact.aspect not in ("saving_percent", "premium_percent"):
        return True
    signs = sorted(
        (abs(place - at), item.meaning.sign)
        for place, item in enumerate(scene.items)
        if item.meaning is not None and item.means(Sense.COMPARE) and item.meaning.sign
    )
    return bool(signs) and (signs[0][1] < 0) == (fact.aspect == "saving_percent")


class _Words:
    """What the sentence names, and, of each kind that it does not name, what the sentence before named."""

    def __init__(self, scene: Scene) -> None:
        items = scene.items
        self._items = items
        self._benchmarks = {f"score.{each}" for each in _ids(items, Sort.BENCHMARK)}
        self._jobs = set(_ids(items, Sort.JOB)) or set(scene.talk.named_jobs)
        self._sellers = {
            provider for item in items if item.sort is Sort.SELLER and item.named for provider in item.named.providers
        }
        self._sellers = self._sellers or set(scene.talk.named_sellers)
        self._metrics = {metric for item in items for metric in item.metrics} | {
            metric for bound in scene.metrics.values() if bound.firm for metric in bound.metrics
        }

    def name(self, fact: Fact) -> bool:
        """Whether the words of the fact's metric stand here."""
        metric = fact.metric
        if metric.startswith("score."):
            return metric in self._benchmarks or metric.split("@", 1)[0] in self._benchmarks
        if metric.startswith("workload."):
            return f"{metric.removesuffix('_per_request')}" in self._jobs
        if metric.startswith("offers."):
            _, seller, part = metric.rsplit(".", 2) if metric.count(".") == 2 else ("", "", "")
            return seller in self._sellers and self._prices(f"price.{part}")
        if metric == "price.output_to_input":
            return {"price.input", "price.output"} <= self._metrics
        if metric == "price.input" and fact.aspect == "spread.ratio":
            return any(item.low in _SPREADING or item.means(Sense.EXTREME) for item in self._items)
        return metric in self._metrics

    def _prices(self, metric: str) -> bool:
        """Whether a seller's price of that side can be meant: its side is named, or none is."""
        sides = {each for each in self._metrics if each.startswith("price.")}
        return not sides or metric in sides


def _ids(items: list[Item], sort: Sort) -> list[str]:
    return [each for item in items if item.sort is sort for each in item.ids]
