"""The ways in which a fact's number may be said: rounded, hedged, bounded, in words. Licensed by construction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from writer.evaluation.draft import Bound, Family
from writer.quantities.spell import decimal, words

_ROUNDING = Fraction(24, 1000)  # a little inside the contract's 2.5 %
_NEAR, _FAR = Fraction(9, 100), Fraction(23, 100)
_BINARY = 1024


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as text, with its bound's words apart; ``value`` in base units."""

    text: str
    value: Fraction
    family: Family
    bound: Bound = Bound.NONE

    @property
    def lead(self) -> str:
        """The bound's words with a space, "" where there is none."""
        return f"{self.bound.value} " if self.bound else ""


def _places(value: Fraction, most: int = 6) -> int | None:
    return next((places for places in range(most + 1) if (value * 10**places).denominator == 1), None)


def _rounded(value: Fraction, places: int) -> Fraction | None:
    """To so many decimals, where that may be said without a hedge."""
    near = Fraction(round(value * 10**places), 10**places)
    return near if near > 0 and abs(near - value) <= value * _ROUNDING else None


def _at_digits(value: Fraction, digits: int, *, up: bool) -> Fraction:
    """The next number of so many digits at or beyond ``value``."""
    size: Fraction = Fraction(1)
    while value / size >= 10:
        size *= 10
    while value / size < 1:
        size /= 10
    unit: Fraction = size / 10 ** (digits - 1)
    whole: int = ceil(value / unit) if up else floor(value / unit)
    return Fraction(whole) * unit


def bounded(value: Fraction) -> Iterator[tuple[Bound, Fraction]]:
    """Round numbers around ``value`` with the bound that makes each true."""
    for digits in (1, 2):
        above, below = _at_digits(value, digits, up=True), _at_digits(value, digits, up=False)
        if above > value:
            off = above - value
            yield from [(Bound.NEARLY, above)] if off <= value * _NEAR else []
            yield from [(Bound.UNDER, above)] if off <= value * _FAR else []
            yield from [(Bound.ABOUT, above)] if off <= value * _NEAR / 2 and digits == 2 else []
        if 0 < below < value:
            off = value - below
            yield from [(Bound.JUST_OVER, below)] if off <= value * _NEAR else []
            yield from [(Bound.OVER, below)] if off <= value * _FAR else []
            yield from [(Bound.ABOUT, below)] if off <= value * _NEAR / 2 and digits == 2 else []


def _dollar_texts(value: Fraction) -> Iterator[str]:
    places = _places(value)
    if places is None:
        return
    yield f"${decimal(value, 0 if places == 0 else max(2, places))}"
    if places == 0:
        yield f"${decimal(value, 2)}"
        if value <= 100:
            yield f"{words(int(value))} dollar" + ("" if value == 1 else "s")
    cents = value * 100
    if value < 1 and (_places(cents, 1) or 0) <= 1 and cents >= 1 and _places(cents, 1) is not None:
        figure = decimal(cents, _places(cents, 1) or 0)
        yield f"{figure} cents" if cents != 1 else "1 cent"
        yield f"{figure}¢"
        if cents.denominator == 1:
            yield f"{words(int(cents))} cent" + ("" if cents == 1 else "s")


def dollars(value: Fraction, *, whole: bool = False) -> list[Figure]:
    """Prices and costs; ``whole`` where a whole dollar will do (costs of a workload)."""
    found = [Figure(text, value, Family.MONEY) for text in _dollar_texts(value)]
    for places in (2, 3):
        near = _rounded(value, places)
        if near is not None and near != value:
            found += [Figure(text, near, Family.MONEY) for text in list(_dollar_texts(near))[:1]]
    if whole and value >= 3 and value.denominator != 1:
        near = Fraction(round(value))
        found.append(Figure(f"${decimal(near, 0)}", near, Family.MONEY))
    for bound, number in bounded(value):
        found += [Figure(text, number, Family.MONEY, bound) for text in list(_dollar_texts(number))]
    return found


def token_counts(value: Fraction) -> list[Figure]:
    """Tokens: in full, in K and M, in binary K where it is whole, bounded."""
    whole = int(value)
    texts = [(f"{whole:,}", value)]
    for scale, letter in ((1000, "K"), (10**6, "M")):
        for places in (0, 1, 2):
            near = _rounded(value / scale, places) if value >= scale else None
            if near is not None and 1 <= near < 1000:
                texts.append((f"{decimal(near, places)}{letter}", near * scale))
    if whole % _BINARY == 0 and whole >= 8 * _BINARY:
        texts.append((f"{whole // _BINARY:,}K", Fraction(whole, _BINARY) * 1000))
    if whole == 10**6:
        texts += [("a million", value), ("one million", value)]
    found = [Figure(text, number, Family.TOKENS) for text, number in dict(texts).items()]
    for bound, number in bounded(value):
        if number.denominator == 1 and number % 1000 == 0:
            figure = f"{number // 1000:,}K" if number < 10**6 else f"{int(number):,}"
            found.append(Figure(figure, number, Family.TOKENS, bound))
    return found


def percents(value: Fraction) -> list[Figure]:
    """Whole percents, one decimal, words; never 0 and never 100 less."""
    found: list[Figure] = []
    near = Fraction(round(value))
    if near >= 1 and near != 100:
        found += [Figure(f"{near}%", near, Family.PERCENT), Figure(f"{near} percent", near, Family.PERCENT)]
        found.append(Figure(f"{near} per cent", near, Family.PERCENT))
        if near < 100:
            found.append(Figure(f"{words(int(near))} percent", near, Family.PERCENT))
    tenth = _rounded(value, 1)
    if tenth is not None and tenth < 100:
        found.append(Figure(f"{decimal(tenth, 1)}%", tenth, Family.PERCENT))
    for bound, number in bounded(value):
        if number.denominator == 1 and number < 100 and value < 99:
            found += [Figure(f"{number}%", number, Family.PERCENT, bound)]
    return found


def ratios(value: Fraction) -> list[Figure]:
    """Times: 8×, 8x, 8 times, eight times, twice; each fits before "as much"."""
    found: list[Figure] = []
    for places in (0, 1, 2):
        near = _rounded(value, places)
        if near is not None and near > 1:
            figure = decimal(near, places)
            found += [Figure(f"{figure}{sign}", near, Family.RATIO) for sign in ("×", "x", " times")]
    whole = _rounded(value, 0)
    if whole is not None and 1 < whole <= 20:
        text = {2: "twice"}.get(int(whole), f"{words(int(whole))} times")
        found.append(Figure(text, whole, Family.RATIO))
    for bound, number in bounded(value):
        if number.denominator == 1 and number > 1:
            found.append(Figure(f"{number}×", number, Family.RATIO, bound))
            if number <= 20:
                found.append(
                    Figure({2: "twice"}.get(int(number), f"{words(int(number))} times"), number, Family.RATIO, bound)
                )
    return found


_SHARES = {
    (1, 2): "half", (1, 3): "a third", (2, 3): "two thirds", (1, 4): "a quarter", (3, 4): "three quarters", (1, 5): "a fifth",
    (2, 5): "two fifths", (1, 6): "a sixth", (1, 8): "an eighth", (1, 10): "a tenth", (1, 20): "a twentieth",
}  # fmt: skip


def shares(value: Fraction) -> list[Figure]:
    """A part of a whole in words: half, a third, just under a quarter."""
    found: list[Figure] = []
    for parts, text in _SHARES.items():
        part = Fraction(*parts)
        off = abs(part - value)
        if off <= value * _ROUNDING:
            found.append(Figure(text, part, Family.RATIO))
        elif off <= value * _NEAR:
            found.append(Figure(text, part, Family.RATIO, Bound.NEARLY if value < part else Bound.JUST_OVER))
        elif off <= value * _FAR:
            found.append(Figure(text, part, Family.RATIO, Bound.UNDER if value < part else Bound.OVER))
    return found


def scores(value: Fraction) -> list[Figure]:
    """A score or a gap as it stands."""
    places = _places(value, 4)
    if places is None:
        return []
    found = [Figure(decimal(value, places), value, Family.POINTS)]
    near = _rounded(value, 1)
    if places > 1 and near is not None:
        found.append(Figure(decimal(near, 1), near, Family.POINTS))
    return found


def counts(value: Fraction) -> list[Figure]:
    """Providers, capabilities, wins: in words and in digits."""
    whole = int(value)
    return [Figure(words(whole), value, Family.COUNT), Figure(f"{whole}", value, Family.COUNT)]


def parameters(value: Fraction) -> list[Figure]:
    """7B, 1.23B, seven billion."""
    for scale, letter, name in ((10**12, "T", "trillion"), (10**9, "B", "billion"), (10**6, "M", "million")):
        if value < scale:
            continue
        figure = value / scale
        places = _places(figure, 3)
        if places is None:
            return []
        found = [Figure(f"{decimal(figure, places)}{letter}", value, Family.PARAMETERS)]
        found.append(Figure(f"{decimal(figure, places)} {name}", value, Family.PARAMETERS))
        if places == 0 and figure < 100:
            found.append(Figure(f"{words(int(figure))} {name}", value, Family.PARAMETERS))
        return found
    return []


def gaps(days: Fraction) -> list[Figure]:
    """Days, weeks where they are whole, in days as base unit."""
    whole = int(days)
    found = [Figure(f"{whole:,} days", days, Family.DURATION)]
    if whole % 7 == 0 and whole:
        weeks = whole // 7
        found.append(Figure(f"{words(weeks)} weeks" if weeks > 1 else "one week", days, Family.DURATION))
    return found


def months(value: Fraction) -> list[Figure]:
    """Months to one decimal, or whole and bounded; in days as base unit."""
    day = Fraction("30.436875")
    places = _places(value, 1)
    found = []
    if places is not None and value >= 1:
        found.append(
            Figure(f"{decimal(value, places)} months" if value != 1 else "one month", value * day, Family.DURATION)
        )
    for bound, number in bounded(value):
        if number.denominator == 1 and 1 < number <= 40:
            found.append(Figure(f"{words(int(number))} months", number * day, Family.DURATION, bound))
    return found
