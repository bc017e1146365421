"""Facts as plain values, and as JSON whose numbers are exact (the contract, section 2)."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from writer.facts.sheet import FactSheet, Side, Value
from writer.quantities.dates import YearMonth

Plain = str | bool | int | Decimal | list[str]
TWELVE = Context(prec=12, rounding=ROUND_HALF_EVEN)


def plain(sheet: FactSheet) -> dict[str, dict[str, Plain]]:
    """``{"a": {…}, "b": {…}, "pair": {…}}`` by key without side; numbers are int or Decimal, dates ISO text."""
    sides: dict[str, dict[str, Plain]] = {side.value: {} for side in Side}
    for key, fact in sheet.facts.items():
        side, _, rest = key.partition(".")
        sides[side][rest] = plain_value(fact.value)
    return sides


def plain_value(value: Value) -> Plain:
    """One value, plain."""
    if isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Fraction):
        return plain_number(value)
    return str(value) if isinstance(value, YearMonth) else value.isoformat()


def plain_number(value: Fraction) -> int | Decimal:
    """Exact where the decimal ends, else rounded half to even at 12 significant digits."""
    if value.denominator == 1:
        return value.numerator
    places = _decimal_places(value.denominator)
    if places is None:
        return TWELVE.divide(Decimal(value.numerator), Decimal(value.denominator)).normalize(TWELVE)
    digits = value.numerator * 10**places // value.denominator
    return Decimal((0 if digits >= 0 else 1, tuple(int(digit) for digit in str(abs(digits))), -places))


def _decimal_places(denominator: int) -> int | None:
    """How many decimals a fraction with that denominator has; None where they never end."""
    twos = (denominator & -denominator).bit_length() - 1
    rest, fives = denominator >> twos, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def dumps(sheet: FactSheet) -> str:
    """``plain`` as JSON text, a key a line, in the sheet's order; ends without a newline."""
    sides = (f'"{side}": {_object(facts)}' for side, facts in plain(sheet).items())
    return "{\n " + ",\n ".join(sides) + "\n}"


def _object(facts: dict[str, Plain]) -> str:
    lines = (f"  {json.dumps(key)}: {dumps_value(value)}" for key, value in facts.items())
    return "{\n" + ",\n".join(lines) + "\n }"


def dumps_value(value: Plain) -> str:
    """One plain value as JSON; a Decimal as a number written out, without exponent."""
    return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value)
