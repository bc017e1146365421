"""What stands before a figure and bounds it, by plain patterns."""

from __future__ import annotations

import re

from writer.evaluation.draft import Bound

_LEADS = (
    (
        "just over|a little over|a bit over|a hair over|a little more than|a bit more than|slightly more than",
        Bound.JUST_OVER,
    ),
    ("nearly|almost|just under|close to|a little less than|a bit less than|shy of|a shade under", Bound.NEARLY),
    ("over|more than|above|beyond|upwards of|at least|well over|exceeds", Bound.OVER),
    ("under|less than|below|at most|well under|no more than", Bound.UNDER),
    ("about|around|roughly|approximately|some|call it|call it an|~|circa", Bound.ABOUT),
    ("exactly|precisely|an even", Bound.EXACTLY),
)
_BEFORE = tuple(
    (
        re.compile(rf"(?:^|[\s(])(?:{words})\s?$|~$" if "~" in words else rf"(?:^|[\s(])(?:{words})\s$", re.IGNORECASE),
        bound,
    )
    for words, bound in _LEADS
)
_REACH = 24


def bound_before(text: str, start: int) -> Bound:
    """The bound or hedge that ends right before ``start``."""
    before = text[max(0, start - _REACH) : start]
    return next((bound for pattern, bound in _BEFORE if pattern.search(before)), Bound.NONE)
