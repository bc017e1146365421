"""How a text was read: every number of it, in plain words, and the facts that it was bound to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from writer.check.report import Report, Statement, Violation
from writer.quantities.normalise import Normalised
from writer.quantities.quantity import DateRange, Kind, Modifier, Passed, PassedKind, Quantity, Reading, Unread

NO_CLAIM = "states no fact here"
_PASSED = {
    PassedKind.BASE: "the base of a unit",
    PassedKind.BLEND: "the weights of a blend",
    PassedKind.MARKER: "the marker of a list or heading",
    PassedKind.IDIOM: "a manner of speaking",
    PassedKind.ORDINAL: "a place in an order",
}
_UNITS = {Kind.PERCENT: "%", Kind.POINTS: " points", Kind.MULTIPLE: " times", Kind.FRACTION: " of it"}


@dataclass(frozen=True, slots=True)
class Explained:
    """One number: ``read`` is how, ``bound`` to what; ``facts`` are keys, ``rule`` is "" unless it strays."""

    start: int
    end: int
    quote: str
    read: str
    bound: str
    facts: tuple[str, ...] = ()
    rule: str = ""


def explained(seen: Normalised, reading: Reading, report: Report) -> tuple[Explained, ...]:
    """Every numeric stretch by start, of a text whose report is ``report``."""
    parts: list[Quantity | Passed | Unread] = [*reading.quantities, *reading.passed, *reading.unread]
    parts.sort(key=lambda part: (part.start, part.end))
    return tuple(_explained(seen, parts, report))


def _explained(seen: Normalised, parts: Sequence[Quantity | Passed | Unread], report: Report) -> Iterator[Explained]:
    for part in parts:
        start, end = seen.original_span(part.start, part.end)
        quote = seen.original[start:end]
        strays = _at(report.violations, start, end)
        holds = _at(report.statements, start, end)
        facts = tuple(dict.fromkeys(key for each in holds for key in each.facts))
        bound = (
            "; ".join(dict.fromkeys([each.message for each in strays] or [each.reading for each in holds])) or NO_CLAIM
        )
        yield Explained(start, end, quote, _read(part), bound, facts, strays[0].rule if strays else "")


Part = TypeVar("Part", Statement, Violation)


def _at(found: Sequence[Part], start: int, end: int) -> list[Part]:
    return [each for each in found if each.start < end and start < each.end]


def _read(part: Quantity | Passed | Unread) -> str:
    match part:
        case Quantity():
            return quantity_in_words(part)
        case Passed():
            return _PASSED[part.kind]
        case Unread():
            return "not understood"


def quantity_in_words(quantity: Quantity) -> str:
    """``about $0.10 per 1M tokens``, ``at least 15 times``, ``2024-09-25``, ``both``."""
    if quantity.quantifier:
        return quantity.quantifier
    hedge = "" if quantity.modifier is Modifier.NONE else f"{quantity.modifier.value.replace('_', ' ')} "
    base = f" per {quantity.per}" if quantity.per else ""
    return f"{hedge}{_value(quantity)}{base}"


def _value(quantity: Quantity) -> str:
    if isinstance(quantity.value, DateRange):
        return _date(quantity.value)
    sign = "-" if quantity.sign < 0 else ""
    number = _digits(quantity)
    match quantity.kind:
        case Kind.MONEY:
            return f"{sign}{number} {quantity.currency}"
        case Kind.MAGNITUDE:
            return "an order of magnitude"
        case Kind.DURATION:
            return f"{sign}{number} {quantity.duration_unit}s"
        case Kind.NUMBER:
            return f"{sign}{number} {quantity.noun}".rstrip()
        case _:
            return f"{sign}{number}{_UNITS.get(quantity.kind, '')}"


def _digits(quantity: Quantity) -> str:
    assert not isinstance(quantity.value, DateRange)
    over, under = quantity.value.as_integer_ratio()
    if under == 1:
        return f"{over:,}"
    places = next((places for places in range(1, 13) if over * 10**places % under == 0), 0)
    return f"{Decimal(over * 10**places // under).scaleb(-places):,f}" if places else f"{over}/{under}"


def _date(when: DateRange) -> str:
    year = "????" if when.year is None else f"{when.year:04d}"
    first, last = (f"{year}-{month:02d}-{day:02d}" for month, day in (when.first, when.last))
    return first if first == last else f"{first} to {last}"
