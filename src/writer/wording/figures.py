"""How the house writer spells a figure: the fewest digits that keep within the contract's tolerance."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from math import ceil, floor

_WORDS = (
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
)
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
_EXACT_TO = 4
_CLOSE_ENOUGH = Fraction(24, 1000)  # the contract (section 3, rule 3) allows 2.5 %


def rounded(value: Fraction, digits: int) -> str:
    """``value`` with at most ``digits`` decimals, thousands separated, trailing zeros off: ``1,234.5``."""
    scaled = round(value * 10**digits)  # halves to even; either way is licensed
    text = f"{Decimal(scaled).scaleb(-digits):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _near(value: Fraction, least_digits: int = 0) -> str:
    """``value`` in the fewest decimals that stay within 2.4 %."""
    digits = least_digits
    while digits < 8 and abs(Fraction(rounded(value, digits).replace(",", "")) - value) > value * _CLOSE_ENOUGH:
        digits += 1
    return rounded(value, digits)


def money(value: Fraction) -> str:
    """A price: ``$5``, ``$2.50``, ``$1.575``, exactly as the page shows it where it ends within four decimals; else from a
    dollar on cents, below it three digits that count."""
    if value == round(value):
        return f"${int(value):,}"
    ends = (value * 10**_EXACT_TO).denominator == 1
    text = rounded(value, _EXACT_TO if ends else 2 if value >= 1 else max(3, _leading_zeros(value) + 3))
    whole, _, cents = text.partition(".")
    return f"${whole}.{cents:0<2}" if cents else f"${whole}"


def _leading_zeros(value: Fraction) -> int:
    """Zeros after the point before the first digit that counts."""
    zeros = 0
    while value * 10 ** (zeros + 1) < 1:
        zeros += 1
    return zeros


def bill(value: Fraction) -> str:
    """The cost of a job: whole dollars from $100 on, cents below."""
    if value >= 100:
        return f"${round(value):,}"
    if value < 1 and abs(round(value * 100) - value * 100) > value * 100 * _CLOSE_ENOUGH:
        return money(value)
    text = f"{Decimal(round(value * 100)).scaleb(-2).quantize(Decimal('0.01'), ROUND_HALF_EVEN)}"
    return f"${text.removesuffix('.00')}"


def tokens(value: Fraction) -> str:
    """A number of tokens: ``262,144``, ``1,048,576``."""
    return f"{int(value):,}"


def size(value: Fraction) -> str:
    """A number of parameters: ``1.23B``, ``17B``, ``1T``."""
    for suffix, base in (("T", 10**12), ("B", 10**9), ("M", 10**6)):
        if value >= base:
            return f"{rounded(value / base, 2)}{suffix}"
    return tokens(value)


def times(value: Fraction) -> str:
    """A ratio: ``twice``, ``five times``, ``7.3 times``, ``250 times``."""
    text = _near(value, 0 if value >= 50 else 1)
    if text == "2":
        return "twice"
    return f"{_WORDS[int(text)] if text.isdigit() and int(text) < 10 else text} times"


def percent(value: Fraction) -> str:
    """A percentage: whole from 3 to 99, else as many decimals as keep it from 0 and 100."""
    if 3 <= value <= 99:
        return f"{round(value)}%"
    digits = 1
    while digits < 6 and rounded(value, digits) in {"0", "100"}:
        digits += 1
    return f"{_near(value, digits)}%"


def plain(value: Fraction, digits: int = 1) -> str:
    """A score: one decimal, two below ten."""
    return rounded(value, digits if value >= 10 else max(digits, 2))


def points_of(value: Fraction, unit: str) -> str:
    """A gap between two scores: ``5.6 points``, ``1 point``, ``12 minutes``."""
    text = _near(value, 1)
    return f"{text} {unit.removesuffix('s') if text == '1' else unit}"


def count(number: int | Fraction, noun: str) -> str:
    """``one provider``, ``12 providers``; words up to ten."""
    return f"{small(number) if number else 'no'} {noun}{'' if number == 1 else 's'}"


def small(number: int | Fraction) -> str:
    """A count: words up to ten, digits beyond."""
    return _WORDS[int(number)] if number < len(_WORDS) else str(int(number))


def day(iso: str) -> str:
    """``21 April 2026``, or ``April 2026`` where the day is not known."""
    year, month, *rest = iso.split("-")
    named = f"{_MONTHS[int(month) - 1]} {int(year)}"
    return f"{date.fromisoformat(iso).day} {named}" if rest else named


def on(iso: str) -> str:
    """A date with its preposition: ``on 21 April 2026``, ``in April 2026``."""
    return f"{'on' if iso.count('-') > 1 else 'in'} {day(iso)}"


def listing(items: tuple[str, ...]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def either(items: tuple[str, ...]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} or {items[-1]}"


def capitalised(text: str) -> str:
    """The first letter as it begins a sentence; the rest as it is."""
    return text[:1].upper() + text[1:]


def span(months: Fraction) -> str:
    """A time between two dates, as one would say it: ``11 months``, ``just over 18 months``, ``nearly three months``."""
    least, most, near = floor(months), ceil(months), round(months)
    if months == near or (near and abs(months - near) <= months * _CLOSE_ENOUGH):
        return count(near, "month")
    if least and months - least <= Fraction(least, 12):
        return f"just over {count(least, 'month')}"
    if most - months <= Fraction(most, 12):
        return f"nearly {count(most, 'month')}"
    return f"{rounded(months, 1)} months"
