"""The units a fact or a stated quantity can have: a closed list."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """What a number counts. ``NONE`` is a bare number in text, or a fact that is no number."""

    USD_PER_MTOK = "USD per 1M tokens"
    USD = "USD"
    TOKENS = "tokens"
    PARAMETERS = "parameters"
    PERCENT = "%"
    RATIO = "times"
    COUNT = "count"
    DAYS = "days"
    MONTHS = "months"
    DATE = "date"
    POINTS = "points"  # a score, or a gap between two scores, in the benchmark's own unit (percent, points, Elo)
    MINUTES = "minutes"  # a score of a benchmark in minutes
    NONE = ""
