"""Every fact of a pair, from the facts of its two models (the contract, section 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from writer.facts.gaps import gap_days, gap_months, months_of, newer
from writer.facts.one_model import OneModel, score_unit
from writer.facts.sheet import Context, Fact, Side, Value
from writer.quantities.dates import YearMonth
from writer.quantities.unit import Unit

QUANTITIES: Mapping[str, Unit] = {
    "context_window": Unit.TOKENS,
    "max_output": Unit.TOKENS,
    "parameters_total": Unit.PARAMETERS,
    "parameters_active": Unit.PARAMETERS,
    "price.input": Unit.USD_PER_MTOK,
    "price.output": Unit.USD_PER_MTOK,
    "price.blended": Unit.USD_PER_MTOK,
    "price.cached_input": Unit.USD_PER_MTOK,
    "price.list.input": Unit.USD_PER_MTOK,
    "price.list.output": Unit.USD_PER_MTOK,
    "context_fill.cost": Unit.USD,
}
COUNTS = ("providers.count", "capabilities.count")


def pair_facts(a: OneModel, b: OneModel, context: Context) -> Iterator[Fact]:
    """All ``pair.*`` facts, in the order of the contract."""
    for metric, unit in QUANTITIES.items():
        yield from _quantity(a, b, metric, unit)
    for workload in context.workloads:
        yield from _quantity(a, b, f"workload.{workload}.cost", Unit.USD)
    for metric in COUNTS:
        yield from _count(a, b, metric)
    yield from _dates(a, b)
    yield from _providers(a, b)
    yield from _weights(a, b)
    yield from _capabilities(a, b)
    yield from _scores(a, b, context)
    yield from _data_as_of(a, b)


def _pair(metric: str, aspect: str, value: Value, unit: Unit = Unit.NONE) -> Fact:
    return Fact(Side.PAIR, metric, aspect, value, unit)


def _higher(one: int | Fraction, other: int | Fraction) -> str:
    if one == other:
        return "tie"
    return "a" if one > other else "b"


def _quantity(a: OneModel, b: OneModel, metric: str, unit: Unit) -> Iterator[Fact]:
    one, other = a.numbers.get(metric), b.numbers.get(metric)
    if one is None or other is None:
        return
    low, high = (other, one) if one > other else (one, other)
    gap = high - low
    yield _pair(metric, "higher", _higher(one, other))
    yield _pair(metric, "difference", gap, unit)
    if low > 0:
        yield _pair(metric, "ratio", Fraction(high, low), Unit.RATIO)
        yield _pair(metric, "premium_percent", Fraction(gap * 100, low), Unit.PERCENT)
        yield _pair(metric, "saving_percent", Fraction(gap * 100, high), Unit.PERCENT)


def _count(a: OneModel, b: OneModel, metric: str) -> Iterator[Fact]:
    one, other = a.numbers.get(metric), b.numbers.get(metric)
    if one is None or other is None:
        return
    low, high = min(one, other), max(one, other)
    yield _pair(metric, "higher", _higher(one, other))
    yield _pair(metric, "difference", high - low, Unit.COUNT)
    if low > 0:
        yield _pair(metric, "ratio", Fraction(high, low), Unit.RATIO)


def _dates(a: OneModel, b: OneModel) -> Iterator[Fact]:
    one, other = a.model.released, b.model.released
    if one is not None and other is not None:
        side, days = newer(one, other), gap_days(one, other)
        if side is not None:
            yield _pair("released", "newer", side)
        if days is not None:
            yield _pair("released", "gap.days", days, Unit.DAYS)
        yield _pair("released", "gap.months", gap_months(one, other) if days is None else months_of(days), Unit.MONTHS)
    if a.model.knowledge_cutoff is not None and b.model.knowledge_cutoff is not None:
        yield from _cutoffs(a.model.knowledge_cutoff, b.model.knowledge_cutoff)


def _cutoffs(one: YearMonth, other: YearMonth) -> Iterator[Fact]:
    """Months are what a cutoff is: the same month is a tie, not an unknown."""
    yield _pair("knowledge_cutoff", "newer", _higher(one.months_since(other), 0))
    yield _pair("knowledge_cutoff", "gap.months", gap_months(one, other), Unit.MONTHS)


def _without(these: tuple[str, ...], those: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in these if each not in those)


def _providers(a: OneModel, b: OneModel) -> Iterator[Fact]:
    one, other = a.market.providers, b.market.providers
    if not one or not other:
        return
    shared = tuple(each for each in one if each in other)
    yield _pair("providers", "shared", shared)
    yield _pair("providers", "shared.count", len(shared), Unit.COUNT)
    yield _pair("providers", "only_a", _without(one, other))
    yield _pair("providers", "only_b", _without(other, one))


def _weights(a: OneModel, b: OneModel) -> Iterator[Fact]:
    one, other = a.model.open_weights, b.model.open_weights
    if one is not None and other is not None and one != other:
        yield _pair("open_weights", "only", "a" if one else "b")


def _capabilities(a: OneModel, b: OneModel) -> Iterator[Fact]:
    one, other = a.abilities, b.abilities
    shared = tuple(each for each in one.supported if each in other.supported)
    yield _pair("capabilities", "shared", shared)
    if one.known and other.known:
        yield _pair("capabilities", "shared.count", len(shared), Unit.COUNT)
    yield _pair("capabilities", "only_a", tuple(each for each in one.supported if each in other.unsupported))
    yield _pair("capabilities", "only_b", tuple(each for each in other.supported if each in one.unsupported))
    yield _pair("capabilities", "documented_only_a", _without(one.supported, (*other.supported, *other.unsupported)))
    yield _pair("capabilities", "documented_only_b", _without(other.supported, (*one.supported, *one.unsupported)))


def _scores(a: OneModel, b: OneModel, context: Context) -> Iterator[Fact]:
    outcomes = {"a": 0, "b": 0, "tie": 0}
    shared = [key for key in a.scores if key in b.scores]
    for key in shared:
        benchmark = context.benchmarks[key.partition("@")[0]]
        one, other = a.scores[key], b.scores[key]
        winner = _higher(one, other) if benchmark.higher_is_better else _higher(other, one)
        outcomes[winner] += 1
        gap, metric = abs(one - other), f"score.{key}"
        yield _pair(metric, "winner", winner)
        yield _pair(metric, "difference", gap, score_unit(benchmark))
        if benchmark.margin is not None:
            yield _pair(metric, "within_margin", gap <= Fraction(benchmark.margin))
    yield _pair("scores", "shared.count", len(shared), Unit.COUNT)
    yield _pair("scores", "wins.a", outcomes["a"], Unit.COUNT)
    yield _pair("scores", "wins.b", outcomes["b"], Unit.COUNT)
    yield _pair("scores", "ties.count", outcomes["tie"], Unit.COUNT)
    yield _pair("scores", "only_a", tuple(f"score.{key}" for key in a.scores if key not in b.scores))
    yield _pair("scores", "only_b", tuple(f"score.{key}" for key in b.scores if key not in a.scores))


def _data_as_of(a: OneModel, b: OneModel) -> Iterator[Fact]:
    """The days on which the oldest and the newest value of the pair were seen."""
    if a.seen and b.seen:
        yield _pair("about.data", "oldest", min(a.seen[0], b.seen[0]), Unit.DATE)
        yield _pair("about.data", "newest", max(a.seen[1], b.seen[1]), Unit.DATE)
