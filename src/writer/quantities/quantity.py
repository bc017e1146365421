"""A quantity as text states it: what was read, typed, before anything is known of facts.

How to read one, beyond what the field comments say:

- *Quantifier words* (both, neither, either, each, every, all three, none, sole, single, only one) come out as ``NUMBER``
  with ``quantifier`` naming the word and ``in_words`` set: both 2, neither 0, either 2, each and every 1, none 0, sole,
  single and only one 1, "all three" 3 ("all" without a number is no quantity). Their value is what the word claims of a
  count where it counts something; where it only ranges over the pair ("both models"), it claims no number.
- *Durations* count their own unit: "two weeks" is value 2 with ``duration_unit`` week, a fortnight the same; "two years
  and three months" is 27 months.
- *Fractions in words* (half, a third) and words such as twice have ``step`` 0; "two and a half" has ``step`` 1/2.
- *Money* carries ``currency`` ("USD", "EUR" …). A number with a token base and no currency ("0.10 per 1M") is a NUMBER
  with ``per_tokens`` set.
- *Groups*: quantities that stand side by side share a ``group`` number (0: alone); ``group_kind`` says how they are joined.
  A unit that stands on one end alone ("25 to 31 points", "$0.40-0.60") is given to the other end too.
- *Percent of nothing*: "a quarter of a percent" is PERCENT 1/4; "a third of a cent" MONEY 1/300.
- *Ratios*: "a factor of eight" and "eightfold" are MULTIPLE 8; "half as much again" is MULTIPLE 3/2; halves is FRACTION 1/2.
- *Dates*: a day alone ("the 11th") has month 0 in ``DateRange``: to be taken, with the year, from the nearest date.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What sort of words state the quantity."""

    NUMBER = "number"  # 27.3, 131,072, 128K, five, a dozen: a bare number, perhaps with a noun after it
    MONEY = "money"  # $0.10, 10 cents, 5 USD, a dollar and a quarter
    PERCENT = "percent"  # 95%, ten per cent
    POINTS = "points"  # 4.5 points, 26.9 percentage points
    MULTIPLE = "multiple"  # 8x, 20 times, twice, double, tenfold, half as much again (1.5)
    FRACTION = "fraction"  # a third, three quarters, half, two and a half thousandths
    MAGNITUDE = "magnitude"  # an order of magnitude
    DATE = "date"  # 25 September 2024, Q2 2025, mid-2025, early March
    DURATION = "duration"  # 18.7 months, a fortnight, a year and a half


class Modifier(StrEnum):
    """What the words before (or after) the number make of it (the contract, section 3, rules 3 and 4)."""

    NONE = "none"
    EXACT = "exact"  # exactly, precisely, an even
    ABOUT = "about"  # about, around, roughly, approximately, some, call it, ~, or so
    NEARLY = "nearly"  # nearly, almost, just under, shy of: below the number by at most 10 %
    JUST_OVER = "just_over"  # just over, a little over: above the number by at most 10 %
    CLOSE_TO = "close_to"  # close to: either side, 10 %
    UNDER = "under"  # under, less than, below: strictly below, at most 25 %
    AT_MOST = "at_most"
    OVER = "over"  # over, more than, above: strictly above, at most 25 %
    AT_LEAST = "at_least"  # at least, upwards of: above or equal
    UP_TO = "up_to"  # up to, as much as: the value itself
    FROM = "from"  # from, starting at: the value itself


class GroupKind(StrEnum):
    """How quantities that stand side by side are joined."""

    NONE = ""
    RANGE = "range"  # from X to Y, between X and Y, $0.40-$0.60
    TO = "to"  # X to Y without "from": a score (54.2 to 27.3), a comparison, or a range (25 to 31 points)
    DASH = "dash"  # X-Y between bare numbers: a score (3-2) or a range
    RATIO = "ratio"  # 8:1, eight-to-one
    OF = "of"  # four of the six, 3 out of 4, 3-for-3: a part and its whole
    LIST = "list"  # X and Y, X or Y, X, Y and Z, X/Y, X vs. Y, X against Y


@dataclass(frozen=True, slots=True)
class DateRange:
    """A stated date, as the first and last day it can mean; ``year`` None (and month 0) where it was left out and has to be
    taken from the nearest stated date of the same subject."""

    year: int | None
    first: tuple[int, int]  # (month, day)
    last: tuple[int, int]  # (month, day); day 31 stands for the month's end


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity. Offsets are code points of the text that was read, from the modifier's first word to the unit's last.

    ``value`` is in base units: dollars (not cents), plain numbers (128K is 128000), 95 for 95 %, days for days.
    ``step`` is one unit of the last digit stated (0.1 for 27.3; 1000 for 128K; 0 where words state it exactly, as twice);
    ``coarse_step`` one unit of the last non-zero digit (100 for 1,200): the hedge's measure.
    """

    start: int
    end: int
    number_start: int  # of the number itself, without modifier
    number_end: int
    text: str
    kind: Kind
    value: Fraction | DateRange
    step: Fraction
    coarse_step: Fraction
    modifier: Modifier = Modifier.NONE
    per: str = ""  # the base stated with it: "1M tokens", "1K tokens", "token", "request", "month" …; "" where none
    per_tokens: int | None = None  # 1_000_000, 1_000, 1 where the base is tokens
    noun: str = ""  # the head noun right after it, lower case, singular: token, parameter, provider, point, day …
    suffix: str = ""  # K, M, B, T, thousand, million … as written
    duration_unit: str = ""  # day, week, month, year
    sign: int = 1  # -1 where a minus sign stands before it; +1.5 keeps 1
    in_words: bool = False  # stated in words (five, twice), not digits
    currency: str = ""  # of MONEY: USD, EUR, GBP …; "" elsewhere
    quantifier: str = ""  # both, neither, either, each, every, all, none, sole, single, only; "" for plain numbers
    group: int = 0  # the same number for quantities side by side; 0 where it stands alone
    group_kind: GroupKind = GroupKind.NONE


class PassedKind(StrEnum):
    """Why a numeric stretch states no quantity (the contract, section 3, rule 12)."""

    BASE = "base"  # prices "per 1M tokens", with no number of its own before it
    BLEND = "blend"  # 70/30, "a 70 percent input, 30 percent output mix"
    MARKER = "marker"  # list markers and the numbering of headings
    IDIOM = "idiom"  # one of the two, on the one hand, 24/7, zero-shot, the cheaper one
    ORDINAL = "ordinal"  # first, a second look, the third benchmark


@dataclass(frozen=True, slots=True)
class Passed:
    """A numeric stretch that states no quantity. ``weights`` are the two parts of a blend, as written, else empty."""

    start: int
    end: int
    text: str
    kind: PassedKind
    weights: tuple[Fraction, ...] = ()
    per: str = ""  # of a base: "1M tokens", as in Quantity.per
    per_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A numeric stretch that the grammar does not know: it must not pass."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a text holds of numbers, each part by start. Every numeric token lies in exactly one of the three (or in a
    mask)."""

    quantities: tuple[Quantity, ...]
    passed: tuple[Passed, ...] = ()
    unread: tuple[Unread, ...] = ()
