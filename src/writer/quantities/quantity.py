"""A quantity as text states it: what was read, typed, before anything is known of facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What sort of words state the quantity."""

    NUMBER = "number"          # 27.3, 131,072, 128K, five, a dozen: a bare number, perhaps with a noun after it
    MONEY = "money"            # $0.10, 10 cents, 5 USD, a dollar and a quarter
    PERCENT = "percent"        # 95%, ten per cent
    POINTS = "points"          # 4.5 points, 26.9 percentage points
    MULTIPLE = "multiple"      # 8x, 20 times, twice, double, tenfold, half as much again (1.5)
    FRACTION = "fraction"      # a third, three quarters, half, two and a half thousandths
    MAGNITUDE = "magnitude"    # an order of magnitude
    DATE = "date"              # 25 September 2024, Q2 2025, mid-2025, early March
    DURATION = "duration"      # 18.7 months, a fortnight, a year and a half


class Modifier(StrEnum):
    """What the words before (or after) the number make of it (the contract, section 3, rules 3 and 4)."""

    NONE = "none"
    EXACT = "exact"            # exactly, precisely, an even
    ABOUT = "about"            # about, around, roughly, approximately, some, call it, ~, or so
    NEARLY = "nearly"          # nearly, almost, just under, shy of: below the number by at most 10 %
    JUST_OVER = "just_over"    # just over, a little over: above the number by at most 10 %
    CLOSE_TO = "close_to"      # close to: either side, 10 %
    UNDER = "under"            # under, less than, below: strictly below, at most 25 %
    AT_MOST = "at_most"
    OVER = "over"              # over, more than, above: strictly above, at most 25 %
    AT_LEAST = "at_least"      # at least, upwards of: above or equal
    UP_TO = "up_to"            # up to, as much as: the value itself
    FROM = "from"              # from, starting at: the value itself


@dataclass(frozen=True, slots=True)
class DateRange:
    """A stated date, as the first and last day (ISO ordinals) it can mean when complete; ``year`` None where it was left
    out and has to be taken from the nearest stated date of the same subject."""

    year: int | None
    first: tuple[int, int]     # (month, day)
    last: tuple[int, int]      # (month, day); day 31 stands for the month's end


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity. Offsets are code points of the text that was read, from the modifier's first word to the unit's last.

    ``value`` is in base units: dollars (not cents), plain numbers (128K is 128000), 95 for 95 %, days for days.
    ``step`` is one unit of the last digit stated (0.1 for 27.3; 1000 for 128K; 0 where words state it exactly, as twice);
    ``coarse_step`` one unit of the last non-zero digit (100 for 1,200): the hedge's measure.
    """

    start: int
    end: int
    number_start: int          # of the number itself, without modifier
    number_end: int
    text: str
    kind: Kind
    value: Fraction | DateRange
    step: Fraction
    coarse_step: Fraction
    modifier: Modifier = Modifier.NONE
    per: str = ""              # the base stated with it: "1M tokens", "1K tokens", "token", "request", "month" …; "" where none
    per_tokens: int | None = None     # 1_000_000, 1_000, 1 where the base is tokens
    noun: str = ""             # the head noun right after it, lower case, singular: token, parameter, provider, point, day …
    suffix: str = ""           # K, M, B, T, thousand, million … as written
    duration_unit: str = ""    # day, week, month, year
    sign: int = 1              # -1 where a minus sign stands before it; +1.5 keeps 1
    in_words: bool = False     # stated in words (five, twice), not digits
