"""Quantities in the house way: $0.10 per 1M tokens, 131,072 tokens, 128K, 8×, 95%, 25 September 2024, four providers.

What is spelled here is read back by ``read`` as the same quantity: see ``spell``.
"""

from __future__ import annotations

from datetime import date as day_of_a_year
from fractions import Fraction

from writer.quantities.dates import When
from writer.quantities.lexicon.calendar import MONTHS
from writer.quantities.lexicon.numbers import TENS, UNITS
from writer.quantities.quantity import DateRange, Kind, Modifier, Quantity

_MONTH_NAMES = {
    number: name.capitalize() for name, number in MONTHS.items() if len(name) > 4 or name in ("may", "june", "july")
}
_TENS = {value: word for word, value in TENS.items() if word != "fourty"}
_UNITS = {value: word for word, value in UNITS.items() if word not in ("nil", "nought", "naught")}
_LEADS = {
    Modifier.NONE: "",
    Modifier.EXACT: "exactly ",
    Modifier.ABOUT: "about ",
    Modifier.NEARLY: "nearly ",
    Modifier.JUST_OVER: "just over ",
    Modifier.CLOSE_TO: "close to ",
    Modifier.UNDER: "under ",
    Modifier.AT_MOST: "at most ",
    Modifier.OVER: "over ",
    Modifier.AT_LEAST: "at least ",
    Modifier.UP_TO: "up to ",
    Modifier.FROM: "from ",
}
_IRREGULAR = {"capability": "capabilities", "summary": "summaries", "modality": "modalities", "loss": "losses"}


def decimal(value: Fraction | int, places: int) -> str:
    """Grouped digits with just ``places`` decimals, half to even: 131,072, 0.10."""
    scaled = round(Fraction(value) * 10**places)
    whole, part = divmod(abs(scaled), 10**places)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole:,}" + (f".{part:0{places}d}" if places else "")


def places_of(step: Fraction) -> int:
    """How many decimals one unit of the last digit needs; 0 for whole steps. ValueError for thirds and the like."""
    places = 0
    while (step * 10**places).denominator != 1:
        places += 1
        if places > 40:
            raise ValueError(f"{step} is no step of decimal digits")
    return places


def money(dollars: Fraction | int, per_tokens: int | None = None, places: int | None = None) -> str:
    """$0.10 per 1M tokens; cents are told in full, further decimals only where ``places`` or the value asks for them."""
    if places is None:
        places = 0 if Fraction(dollars).denominator == 1 else max(2, _ending(Fraction(dollars)))
    return f"${decimal(dollars, places)}" + (f" per {base(per_tokens)}" if per_tokens else "")


def _ending(value: Fraction) -> int:
    """The decimals until the value ends, six at most."""
    return next((places for places in range(7) if (value * 10**places).denominator == 1), 6)


def base(tokens: int) -> str:
    """1M tokens, 1K tokens, token."""
    if tokens == 1:
        return "token"
    return f"{short(tokens)} tokens"


def short(number: int) -> str:
    """128K, 1.05M, 17B: the shortest that is still exact to four digits; below a thousand as it is."""
    for scale, letter in ((10**12, "T"), (10**9, "B"), (10**6, "M"), (1000, "K")):
        if number >= scale:
            figure = Fraction(number, scale)
            places = min(_ending(figure), 3 - min(3, len(str(number // scale)) - 1))
            return decimal(figure, places) + letter
    return str(number)


def tokens(number: int) -> str:
    """131,072 tokens."""
    return count(number, "token", in_words=False)


def percent(value: Fraction | int, places: int = 0) -> str:
    """95%, 12.5%."""
    return f"{decimal(value, places)}%"


def ratio(value: Fraction | int, places: int = 0) -> str:
    """8×, 2.5×."""
    return f"{decimal(value, places)}×"


def date(when: When) -> str:
    """25 September 2024, September 2024."""
    month = f"{_MONTH_NAMES[when.month]} {when.year}"
    return f"{when.day} {month}" if isinstance(when, day_of_a_year) else month


def words(number: int) -> str:
    """Number words up to 999,999; digits beyond: forty-two, one hundred and sixty-one, ten thousand."""
    if not 0 <= number < 10**6:
        return f"{number:,}"
    thousands, rest = divmod(number, 1000)
    if thousands:
        tail = "" if not rest else (f" and {words(rest)}" if rest < 100 else f" {words(rest)}")
        return f"{words(thousands)} thousand{tail}"
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return f"{_UNITS[hundreds]} hundred" + (f" and {words(rest)}" if rest else "")
    if number < 20:
        return _UNITS[number]
    ten, unit = divmod(number, 10)
    return _TENS[ten * 10] + (f"-{_UNITS[unit]}" if unit else "")


def plural(noun: str) -> str:
    """Providers, capabilities."""
    return _IRREGULAR.get(noun, f"{noun}s")


def count(number: int, noun: str, *, in_words: bool = True) -> str:
    """One provider, four providers, 12 providers: words up to ten."""
    figure = words(number) if in_words and number <= 10 else f"{number:,}"
    return f"{figure} {noun if number == 1 else plural(noun)}"


def article(figure: str) -> str:
    """A or an, as the figure or word that follows is spoken: an 8×, an 88% discount, a 100× gap, an 11, a one."""
    spoken = figure.lstrip("~$€£").lower()
    if spoken[:1].isdigit():
        whole = spoken.split(".")[0].replace(",", "")
        digits = "".join(char for char in whole if char.isdigit())
        led = digits.startswith("8") or (digits.startswith(("11", "18")) and len(digits) % 3 == 2)
        return "an" if led else "a"
    return "an" if spoken[:1] in "aeiou" and not spoken.startswith(("one", "uni", "eu")) else "a"


def spell(quantity: Quantity) -> str:
    """The house way of a quantity, which ``read`` reads as one of the same kind, value, step, modifier, base and unit."""
    return _LEADS[quantity.modifier] + _body(quantity)


def _body(quantity: Quantity) -> str:
    if isinstance(quantity.value, DateRange):
        return _dates(quantity.value)
    value, places = quantity.value, places_of(quantity.step)
    match quantity.kind:
        case Kind.MONEY:
            return money(value, quantity.per_tokens, places)
        case Kind.PERCENT:
            return percent(value, places)
        case Kind.POINTS:
            return f"{decimal(value, places)} {quantity.noun}" + ("" if value == 1 else "s")
        case Kind.MULTIPLE:
            return ratio(value, places) if quantity.step else f"{words(int(value))}fold"
        case Kind.FRACTION:
            return f"{value.numerator}/{value.denominator}"
        case Kind.MAGNITUDE:
            return "an order of magnitude" if value == 1 else f"{words(int(value))} orders of magnitude"
        case Kind.DURATION:
            return f"{decimal(value, places)} {quantity.duration_unit}" + ("" if value == 1 else "s")
        case _:
            return _number(quantity, value, places)


def _number(quantity: Quantity, value: Fraction, places: int) -> str:
    figure = words(int(value)) if quantity.in_words else decimal(value, places)
    return f"{figure} {plural(quantity.noun)}" if quantity.noun else figure


def _dates(stated: DateRange) -> str:
    if stated.year is None:
        raise ValueError("a date without its year has no house way")
    (month, day), (last_month, last_day) = stated.first, stated.last
    name = _MONTH_NAMES[month]
    if stated.first == stated.last:
        return f"{day} {name} {stated.year}"
    if month == last_month and (day, last_day) == (1, 31):
        return f"{name} {stated.year}"
    if month == last_month:
        return f"{ {1: 'early', 11: 'mid', 21: 'late'}[day] } {name} {stated.year}"
    return _SPANS[month, last_month].format(stated.year)


_SPANS = {
    (1, 12): "{}",
    (1, 4): "early {}",
    (5, 8): "mid-{}",
    (9, 12): "late {}",
    (1, 6): "H1 {}",
    (7, 12): "H2 {}",
    (1, 3): "Q1 {}",
    (4, 6): "Q2 {}",
    (7, 9): "Q3 {}",
    (10, 12): "Q4 {}",
    (3, 5): "spring {}",
    (6, 8): "summer {}",
    (9, 11): "autumn {}",
}
