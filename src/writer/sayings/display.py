"""How a fact's value is shown: the same in findings, prompts, the page and the desk."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from writer.facts.sheet import Fact, FactSheet, Side, Value
from writer.quantities.dates import YearMonth
from writer.quantities.unit import Unit
from writer.sayings.labels import capability_label, label, provider_name
from writer.sayings.numbers import dollars, exact, figure, plain

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def display(sheet: FactSheet, fact: Fact) -> str:
    """The value as a reader sees it: ``$0.10 per 1M tokens``, ``128,000 tokens``, ``95%``, ``25 September 2024``."""
    value = fact.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(_member(sheet, fact, member) for member in value) or "none"
    if isinstance(value, str):
        return _text(sheet, fact, value)
    return show(value, fact.unit)


def show(value: Value, unit: Unit) -> str:
    """A number or a date with its unit, without a model's name."""
    if isinstance(value, (date, YearMonth)):
        return show_date(value)
    if not isinstance(value, (int, Fraction)):
        return str(value)
    match unit:
        case Unit.USD_PER_MTOK:
            return f"{dollars(value)} per 1M tokens"
        case Unit.USD:
            return bill(value)
        case Unit.TOKENS:
            return f"{figure(value)} tokens"
        case Unit.PARAMETERS:
            return f"{parameters(value)} parameters"
        case Unit.PERCENT:
            return f"{percent(value)}%"
        case Unit.RATIO:
            return f"{ratio(value)} times"
        case Unit.DAYS | Unit.MONTHS:
            name = "day" if unit is Unit.DAYS else "month"
            return f"{figure(value)} {name}{'' if value == 1 else 's'}"
        case Unit.POINTS:
            return f"{score(value)} points"
        case Unit.MINUTES:
            return f"{score(value)} minutes"
        case _:
            return figure(value, 4)


def show_date(value: date | YearMonth) -> str:
    """``25 September 2024`` of a day, ``September 2024`` of a month."""
    month = f"{_MONTHS[value.month - 1]} {value.year}"
    return month if isinstance(value, YearMonth) else f"{value.day} {month}"


def bill(value: Fraction | int) -> str:
    """A cost in dollars: cents from a dollar on, below it as many places as it needs, six at most."""
    return dollars(Fraction(round(value * 100), 100)) if value >= 1 else dollars(value)


def score(value: Fraction | int) -> str:
    """Two decimals at most, or as many as keep a small gap within 1 %, four at most."""
    for places in range(2, 4):
        text = figure(value, places)
        if abs(Fraction(text.replace(",", "")) - value) * 100 <= abs(Fraction(value)):
            return text
    return figure(value, 4)


def percent(value: Fraction | int) -> str:
    """One decimal, or as many as keep it off 0 and 100 and, below ten, within 1 %."""
    for places in range(1, 5):
        text = figure(value, places)
        shown = Fraction(text.replace(",", ""))
        close = value >= 10 or abs(shown - value) * 100 <= value
        if shown == value or (close and shown not in (0, 100)):
            return text
    return figure(value, 6)


def ratio(value: Fraction | int) -> str:
    """As many decimals as keep it within 1 %."""
    for places in range(1, 5):
        text = figure(value, places)
        if abs(Fraction(text.replace(",", "")) - value) * 100 <= value:
            return text
    return figure(value, 6)


def parameters(value: Fraction | int) -> str:
    """``1.23B``, ``397B``, ``1T``."""
    for suffix, size in (("T", 10**12), ("B", 10**9), ("M", 10**6)):
        if value >= size:
            scaled = exact(Fraction(value) / size)
            return f"{plain(scaled)}{suffix}" if scaled is not None else f"{figure(Fraction(value) / size, 3)}{suffix}"
    return figure(value)


def _text(sheet: FactSheet, fact: Fact, value: str) -> str:
    if fact.side is Side.PAIR and value in ("a", "b"):
        return sheet.model(Side(value)).name
    if fact.metric == "price.provider":
        return provider_name(sheet, value)
    if fact.metric == "vendor":
        known = sheet.context.vendors.get(value)
        return known.name if known else value
    if value in ("context_window", "max_output"):
        return label(sheet, value)
    return value


def _member(sheet: FactSheet, fact: Fact, member: str) -> str:
    head = fact.key.split(".")[1]
    if head == "providers" or fact.key.endswith("free_providers"):
        return provider_name(sheet, member)
    if head == "capabilities":
        return capability_label(sheet, member)
    if head == "scores":
        return label(sheet, member.removeprefix("a.").removeprefix("b."))
    return member
