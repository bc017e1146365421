"""A value is shown with as many decimals as a reader needs, and the same number of them for values of a kind."""

from __future__ import annotations

from fractions import Fraction

import pytest

from writer.quantities.unit import Unit
from writer.sayings.display import show


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("2.618", Unit.USD, "$2.62"),
        ("117", Unit.USD, "$117"),
        ("5.8", Unit.USD, "$5.80"),
        ("0.01785", Unit.USD, "$0.01785"),
        ("53.6917", Unit.POINTS, "53.69 points"),
        ("91.7", Unit.POINTS, "91.7 points"),
        ("0.0046", Unit.POINTS, "0.0046 points"),
        ("12", Unit.MINUTES, "12 minutes"),
    ],
)
def test_bills_are_shown_in_cents_and_scores_in_hundredths(value: str, unit: Unit, shown: str) -> None:
    assert show(Fraction(value), unit) == shown
