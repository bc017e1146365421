"""Could a stated number be licensed by any fact? Exact arithmetic over the fact sheet, more generous than the contract.

The oracle shares no code with the checker. It answers *no* only where a number is out of reach of every fact of its family,
on either side, whatever it is bound to; a mutant that it cannot answer for does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from writer.evaluation.draft import Bound, Family
from writer.facts.sheet import Fact, FactSheet, Side
from writer.quantities.dates import YearMonth
from writer.quantities.unit import Unit

_FAMILIES: Mapping[Unit, Family] = {
    Unit.USD_PER_MTOK: Family.MONEY,
    Unit.USD: Family.MONEY,
    Unit.TOKENS: Family.TOKENS,
    Unit.PARAMETERS: Family.PARAMETERS,
    Unit.PERCENT: Family.PERCENT,
    Unit.RATIO: Family.RATIO,
    Unit.POINTS: Family.POINTS,
    Unit.MINUTES: Family.POINTS,
    Unit.COUNT: Family.COUNT,
    Unit.DAYS: Family.DURATION,
    Unit.MONTHS: Family.DURATION,
}
# Rounding may be off by 2.5 %, bounds by 25 %; the oracle keeps a little distance from both.
_PLAIN, _HEDGED = Fraction(3, 100), Fraction(13, 50)
_HALF_A_UNIT = Fraction(51, 100)
_DAYS_A_MONTH = Fraction("30.436875")
_BINARY = 1024
_BLEND = {Fraction(70), Fraction(30)}


@dataclass(frozen=True, slots=True)
class Oracle:
    """The values of a sheet by family, in base units: dollars, tokens, days."""

    values: Mapping[Family, tuple[Fraction, ...]]
    dates: tuple[date | YearMonth, ...]

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Oracle:
        """The oracle of some facts; what a sheet tells *about* its sources is nothing a draft may state."""
        values: dict[Family, set[Fraction]] = {family: set() for family in Family}
        values[Family.PERCENT] |= _BLEND
        dates = set()
        for fact in facts:
            if fact.metric.startswith("about."):
                continue
            if fact.metric.startswith("price.tier."):
                values[Family.TOKENS].add(Fraction(fact.metric.split(".")[2]))
            if isinstance(fact.value, date | YearMonth):
                dates.add(fact.value)
            elif (family := _FAMILIES.get(fact.unit)) is not None:
                values[family].update(_readings(fact))
        values[Family.PERCENT] |= _shares(values[Family.RATIO])
        values[Family.RATIO] |= {1 / value for value in values[Family.RATIO] if value}
        values[Family.BARE] = (
            values[Family.POINTS] | values[Family.COUNT] | values[Family.TOKENS] | values[Family.PARAMETERS]
        )
        return cls({family: tuple(sorted(found)) for family, found in values.items()}, tuple(sorted(dates, key=str)))

    def knowing(self, more: Mapping[Family, set[Fraction]]) -> Oracle:
        """The same with more values."""
        return Oracle(
            {family: tuple(sorted({*found, *more.get(family, ())})) for family, found in self.values.items()},
            self.dates,
        )

    def could_state(self, value: Fraction, family: Family, *, hedged: bool, unit: Fraction = Fraction(1)) -> bool:
        """Whether ``value`` could be said of any fact of the family; ``unit`` is one unit of its last digit."""
        return any(_near(value, fact, hedged=hedged, unit=unit) for fact in self.values[family])

    def could_date(self, year: int, month: int | None = None, day: int | None = None) -> bool:
        """Whether any date of the pair agrees with what is stated of it."""
        return any(
            fact.year == year
            and (month is None or fact.month == month)
            and (day is None or isinstance(fact, YearMonth) or fact.day == day)
            for fact in self.dates
        )


@dataclass(frozen=True, slots=True)
class Oracles:
    """The oracle of a whole pair, and one of each side alone."""

    pair: Oracle
    sides: Mapping[Side, Oracle]

    @classmethod
    def of(cls, sheet: FactSheet) -> Oracles:
        """The oracles of a sheet."""
        by_side = {side: [fact for fact in sheet.facts.values() if fact.side is side] for side in (Side.A, Side.B)}
        pair = Oracle.of(sheet.facts.values()).knowing(_sizes(sheet))
        return cls(pair, {side: Oracle.of(facts) for side, facts in by_side.items()})


def _sizes(sheet: FactSheet) -> dict[Family, set[Fraction]]:
    """What the workloads' file states of them: requests and tokens per request."""
    jobs = sheet.context.workloads.values()
    tokens = {Fraction(size) for job in jobs for size in (job.input_tokens, job.output_tokens)}
    return {Family.TOKENS: tokens, Family.COUNT: {Fraction(job.requests) for job in jobs}}


def _readings(fact: Fact) -> Iterator[Fraction]:
    value = Fraction(fact.value)  # type: ignore[arg-type]  # a unit of numbers
    yield value
    match fact.unit:
        case Unit.TOKENS:
            yield value / _BINARY * 1000
            yield value / _BINARY**2 * 1_000_000
        case Unit.USD_PER_MTOK:
            yield value * 100
            yield value / 1000
            yield value / 1_000_000
        case Unit.USD:
            yield value * 100
        case Unit.MONTHS:
            yield value * _DAYS_A_MONTH
        case _:
            return


def _shares(ratios: set[Fraction]) -> set[Fraction]:
    """Percentages that state a ratio: "5 % of the price", "250 % of"."""
    return {value * 100 for value in ratios} | {100 / value for value in ratios if value}


def _near(value: Fraction, fact: Fraction, *, hedged: bool, unit: Fraction) -> bool:
    off = abs(value - fact)
    if hedged:
        return off <= abs(fact) * _HEDGED or off <= unit
    return off <= abs(fact) * _PLAIN or off <= unit * _HALF_A_UNIT


def states(value: Fraction, fact: Fraction, bound: Bound) -> bool:
    """Whether a figure with its bound may be said of one fact: the contract's rules 3 and 4, generously."""
    off = abs(value - fact)
    match bound:
        case Bound.NEARLY | Bound.UNDER:
            return fact <= value and off <= abs(fact) * _HEDGED
        case Bound.JUST_OVER | Bound.OVER:
            return fact >= value and off <= abs(fact) * _HEDGED
        case Bound.ABOUT:
            return off <= abs(fact) * Fraction(11, 100)
        case Bound.EXACTLY:
            return off == 0
        case Bound.NONE:
            return off <= abs(fact) * _PLAIN
