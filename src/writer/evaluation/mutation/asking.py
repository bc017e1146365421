"""How mutations ask the facts of a pair."""

from __future__ import annotations

from fractions import Fraction

from writer.evaluation.mutation.kind import Site
from writer.facts.sheet import Side
from writer.quantities.spell import decimal

SIDES = (Side.A, Side.B)


def price_told(value: Fraction) -> str:
    """A price in dollars, with all of its decimals and at least two."""
    places = next((places for places in range(7) if (value * 10**places).denominator == 1), 6)
    return f"${decimal(value, max(2, places))}"


def name_of(site: Site, side: Side) -> str:
    """The model's name."""
    return site.draft.sheet.model(side).name


def number_of(site: Site, key: str) -> Fraction | None:
    """A fact's number, None where there is none."""
    fact = site.draft.sheet.facts.get(key)
    return Fraction(fact.value) if fact is not None and isinstance(fact.value, int | Fraction) else None
