"""The kinds of value that a catalog file holds, each with the words of what would be right."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, PlainValidator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from writer.quantities.dates import When, YearMonth

T = TypeVar("T")

_SLUG = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_LINK = re.compile(r"https?://[^\s/?#@\\<>\"]+([/?#][^\s\\<>\"]*)?")
_LONGEST_LINK, _LONGEST_SLUG = 2000, 100
_DEAREST, _MOST, _MOST_PLACES = 10**6, 10**18, 15
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True)
class Expected:
    """Marks a kind of value: whatever is wrong with it, the fault says that ``what`` was expected."""

    what: str

    def __get_pydantic_core_schema__(self, source: type[object], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Pydantic's hook: the kind's own schema, whose errors are replaced by these words."""
        return core_schema.custom_error_schema(handler(source), "expected", custom_error_message=self.what)


def is_slug(text: str) -> bool:
    """Whether a model can have this slug: lower case letters and digits, single dots and hyphens, no ``-vs-``."""
    return len(text) <= _LONGEST_SLUG and _SLUG.fullmatch(text) is not None and "-vs-" not in text


def is_id(text: str) -> bool:
    """Whether a vendor, provider, benchmark, capability, workload or source can have this id: no dots."""
    return _ID.fullmatch(text) is not None


def is_link(text: str) -> bool:
    """Whether the text is a plain http or https address, without a user's name in it."""
    return len(text) <= _LONGEST_LINK and _LINK.fullmatch(text) is not None and text.isprintable()


def is_text(text: str) -> bool:
    """Whether every character is printable, so neither control nor bidi nor zero-width, with no space at the ends."""
    return text.isprintable() and text == text.strip()


@functools.lru_cache(maxsize=4096)
def _is_source(text: str) -> bool:
    """Cached, as a few sources stand beside thousands of values."""
    return is_id(text) or is_link(text)


def _only(test: Callable[[T], bool]) -> AfterValidator:
    def check(value: T) -> T:
        if not test(value):
            raise ValueError(value)
        return value

    return AfterValidator(check)


def _number(low: int, high: int) -> PlainValidator:
    """An exact number in a range, an int made a Decimal; one function call for each, as there are thousands."""

    def check(value: object) -> Decimal:
        number = Decimal(value) if type(value) is int else value
        if not isinstance(number, Decimal) or not number.is_finite() or not low <= number <= high:
            raise ValueError(value)
        if number.as_tuple().exponent < -_MOST_PLACES:  # type: ignore[operator]  # finite
            raise ValueError(value)
        return number

    return PlainValidator(check)


def _in_range(when: When) -> When:
    if not _FIRST_YEAR <= when.year <= _LAST_YEAR:
        raise ValueError(when)
    return when


def _day(value: object) -> When:
    if type(value) is not date:
        raise PydanticCustomError("day", "no day")
    return _in_range(value)


def _month(value: object) -> When:
    if not isinstance(value, str):
        raise PydanticCustomError("month", "no text")
    return _in_range(YearMonth.parse(value))


def _when(value: object) -> When:
    return _month(value) if isinstance(value, str) else _day(value)


Id = Annotated[str, _only(is_id), Expected("an id of letters, digits, - and _, without dots")]
Setting = Annotated[str, _only(is_slug), Expected("a slug such as effort-high: a-z, 0-9, single dots and hyphens")]
Link = Annotated[str, _only(is_link), Expected("an http or https address")]
SourceName = Annotated[str, _only(_is_source), Expected("an id of sources.toml, or an http or https address")]
Name = Annotated[
    str, Field(min_length=1, max_length=120), _only(is_text), Expected("1 to 120 printable characters, trimmed")
]
Text = Annotated[
    str, Field(min_length=1, max_length=500), _only(is_text), Expected("1 to 500 printable characters, trimmed")
]
Price = Annotated[Decimal, _number(0, _DEAREST), Expected("a decimal such as 0.5")]
Margin = Annotated[Decimal, _number(0, _MOST), Expected("a decimal such as 1.5")]
Figure = Annotated[Decimal, _number(-_MOST, _MOST), Expected("a decimal such as 58.6")]
Count = Annotated[int, Field(ge=1, le=_MOST), Expected("a whole number above zero such as 131072")]
Threshold = Annotated[int, Field(ge=0, le=_MOST), Expected("a whole number such as 200000")]
Flag = Annotated[bool, Expected("true or false")]
Day = Annotated[date, PlainValidator(_day), Expected("a day such as 2026-07-02, without quotes")]
Month = Annotated[YearMonth, PlainValidator(_month), Expected('a month as text such as "2024-10"')]
DayOrMonth = Annotated[
    When, PlainValidator(_when), Expected('a day such as 2025-03-14, or a month as text such as "2025-03"')
]
