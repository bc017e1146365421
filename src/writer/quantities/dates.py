"""A day, or a month where the day is not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A month of a year; ``str()`` gives ISO text such as ``2025-03``. ValueError on an impossible month."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1 <= self.year <= 9999):
            raise ValueError(f"no such month: {self.year:04d}-{self.month:02d}")

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def parse(cls, text: str) -> YearMonth:
        """``2025-03`` -> YearMonth(2025, 3); ValueError on anything else."""
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}", text):
            raise ValueError(f"not a month: {text!r}")
        return cls(int(text[:4]), int(text[5:]))

    @classmethod
    def of(cls, when: When) -> YearMonth:
        """The month a day lies in; a month is itself."""
        return when if isinstance(when, YearMonth) else cls(when.year, when.month)

    def months_since(self, earlier: YearMonth) -> int:
        """Calendar months from ``earlier`` to this one; negative where ``earlier`` is later."""
        return (self.year - earlier.year) * 12 + self.month - earlier.month


When = date | YearMonth
