"""A sentence more, whose figure hangs on the wrong model: by a pronoun, an order, a heading, a question."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from writer.evaluation.mutation.additions import added
from writer.evaluation.mutation.asking import SIDES, name_of, number_of
from writer.evaluation.mutation.kind import Edit, Site, kind
from writer.facts.sheet import Side
from writer.quantities.spell import decimal

_PRICES = ("input", "output")
_OPEN_SOURCE = ("MIT", "Apache-2.0", "BSD-3-Clause", "BSD-2-Clause", "GPL-3.0", "AGPL-3.0", "LGPL-3.0", "MPL-2.0")


def _prices_apart(site: Site, part: str) -> dict[Side, Fraction] | None:
    """Both models' prices, where neither is within reach of any price of the other's."""
    found = {side: value for side in SIDES if (value := number_of(site, f"{side.value}.price.{part}")) is not None}
    if len(found) < 2:
        return None
    for side, value in found.items():
        for key, fact in site.draft.sheet.facts.items():
            if key.startswith(f"{side.other.value}.") and fact.unit.value.startswith("USD"):
                other = Fraction(fact.value)  # type: ignore[arg-type]  # dollars
                if abs(value - other) <= other * Fraction(3, 100):
                    return None
    return found


def _told(value: Fraction) -> str:
    places = next((places for places in range(7) if (value * 10**places).denominator == 1), 6)
    return f"${decimal(value, max(2, places))}"


@kind("respectively-swapped")
def respectively_swapped(site: Site) -> Iterator[Edit]:
    """Figures in the wrong order for "respectively"."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        if found is not None:
            a, b = name_of(site, Side.A), name_of(site, Side.B)
            yield added(
                site,
                f"For {part}, {a} and {b} charge {_told(found[Side.B])} and {_told(found[Side.A])} per 1M tokens, respectively.",
            )


@kind("former-latter")
def former_latter(site: Site) -> Iterator[Edit]:
    """The former's figure on the latter."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        if found is not None:
            a, b = name_of(site, Side.A), name_of(site, Side.B)
            yield added(
                site,
                f"Of {a} and {b}, the former charges {_told(found[Side.B])} per 1M tokens for {part}, the latter {_told(found[Side.A])}.",
            )


@kind("pronoun-drift")
def pronoun_drift(site: Site) -> Iterator[Edit]:
    """A pronoun for the model named before, whose figure this is not."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        for side in SIDES:
            if found is not None:
                yield added(
                    site,
                    f"Consider {name_of(site, side)} next. It charges {_told(found[side.other])} per 1M {part} tokens.",
                )


@kind("rival-drift")
def rival_drift(site: Site) -> Iterator[Edit]:
    """A word for the other model, whose figure this is not: its rival."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        for side in SIDES:
            if found is not None:
                told = f"{name_of(site, side)} charges {_told(found[side])} per 1M {part} tokens, its rival {_told(found[side])}."
                yield added(site, told)


@kind("heading-contradicted")
def heading_contradicted(site: Site) -> Iterator[Edit]:
    """A bullet under the other model's heading."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        for side in SIDES:
            if found is not None:
                lines = (
                    f"\n\n## {name_of(site, side)}\n\n- {part.capitalize()}: {_told(found[side.other])} per 1M tokens"
                )
                yield Edit(len(site.draft.text), len(site.draft.text), lines)


@kind("question-contradicted")
def question_contradicted(site: Site) -> Iterator[Edit]:
    """The wrong answer to a question on a line of its own."""
    for part in _PRICES:
        found = _prices_apart(site, part)
        for side in SIDES:
            if found is not None:
                lines = f"\n\nHow much does {name_of(site, side)} cost for {part}?\n\n{_told(found[side.other])} per 1M tokens."
                yield Edit(len(site.draft.text), len(site.draft.text), lines)
