"""How the spec of quantities writes a reading down."""

from __future__ import annotations

from fractions import Fraction

from writer.quantities.quantity import DateRange, GroupKind, Modifier, Quantity, Reading


def told(reading: Reading) -> list[str]:
    """Every part by its place: quantities plain, what states none in brackets, what is not read as ``(unread) …``."""
    parts = [(each.start, quantity(each)) for each in reading.quantities]
    parts += [(each.start, f"({each.kind.value}) {each.text}") for each in reading.passed]
    parts += [(each.start, f"(unread) {each.text}") for each in reading.unread]
    return [text for _, text in sorted(parts)]


def quantity(each: Quantity) -> str:
    """``about money 0.1 per 1M tokens``, ``number 6 capability``, ``date 2024-09-25``, ``range: multiple 5``."""
    words = [
        f"{each.group_kind.value}:" if each.group_kind is not GroupKind.NONE else "",
        each.modifier.value if each.modifier is not Modifier.NONE else "",
        each.kind.value,
        "-" if each.sign < 0 else "",
        when(each.value) if isinstance(each.value, DateRange) else number(each.value),
        each.currency if each.currency not in ("", "USD") else "",
        each.duration_unit,
        each.noun,
        f"[{each.quantifier}]" if each.quantifier else "",
        f"per {each.per}" if each.per else "",
    ]
    return " ".join(word for word in words if word)


def number(value: Fraction) -> str:
    """Decimals where they end soon, else a fraction."""
    scaled = value * 10**9
    return f"{float(value):.9f}".rstrip("0").rstrip(".") if scaled.denominator == 1 else str(value)


def when(stated: DateRange) -> str:
    """2024-09-25, 2024-09, 2024-01..04-30, ?-09-25."""
    year = "?" if stated.year is None else str(stated.year)
    (month, day), (last_month, last_day) = stated.first, stated.last
    if stated.first == stated.last:
        return f"{year}-{month:02d}-{day:02d}" if month else f"{year}-?-{day:02d}"
    if month == last_month and (day, last_day) == (1, 31):
        return f"{year}-{month:02d}"
    if month == last_month:
        return f"{year}-{month:02d}-{day:02d}..{last_day:02d}"
    return f"{year}-{month:02d}..{last_month:02d}"
