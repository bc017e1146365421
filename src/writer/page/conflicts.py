"""What other sources say of a spec, shown as the value itself is shown."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation

from writer.page.text import printable
from writer.quantities.unit import Unit
from writer.sayings.display import show, show_date
from writer.sayings.numbers import plain

UNITS = {
    "context_window": Unit.TOKENS,
    "max_output": Unit.TOKENS,
    "parameters_total": Unit.PARAMETERS,
    "parameters_active": Unit.PARAMETERS,
}
FLAGS = {"true": "yes", "false": "no"}
DATES = ("released", "knowledge_cutoff")
MOST, MOST_DATES = 4, 2


def note(metric: str, values: tuple[str, ...], own: str) -> str:
    """``sources disagree; others say …``, without what is only another spelling of ``own``; empty where nothing is left."""
    shown = [each for each in dict.fromkeys(as_shown(metric, value) for value in values) if each != own]
    if not shown:
        return ""
    if metric in DATES and len(shown) > MOST_DATES:
        return f"sources disagree; {len(shown)} others lie between {shown[0]} and {shown[-1]}"
    more = "; and more" if len(shown) > MOST else ""
    return f"sources disagree; others say {'; '.join(shown[:MOST])}{more}"


def as_shown(metric: str, value: str) -> str:
    """A value as a source wrote it, spelled as the page spells the metric; as it was written where it cannot be read."""
    if metric in DATES:
        return _date(value) or printable(value)
    if metric in UNITS:
        return _amount(value, UNITS[metric]) or printable(value)
    return FLAGS.get(value, printable(value))


def _date(value: str) -> str:
    with suppress(ValueError):
        return show_date(date.fromisoformat(value))
    with suppress(ValueError):
        return show_date(date.fromisoformat(f"{value}-01")).partition(" ")[2]
    return ""


def _amount(value: str, unit: Unit) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return ""
    if not number.is_finite():
        return ""
    return show(int(number), unit) if number == number.to_integral_value() else plain(number)
