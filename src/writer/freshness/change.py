"""How a page changed: classed, with what was, what is, and the gap."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What a change means to what was approved, from the lightest to the heaviest."""

    SAME = "renders the same"
    WITHIN_TOLERANCE = "within tolerance"  # figures moved by at most the tolerance of prose, or days of seeing alone
    MATERIAL = "material"  # a reader would be told something else
    WINNER_FLIPPED = "winner flipped"  # the choice for a need is now the other model
    UNKNOWN = "unknown"  # there is nothing to compare with


@dataclass(frozen=True, slots=True)
class Difference:
    """One place of the page. ``old`` or ``new`` is None where the place is new or gone; ``delta_percent`` is how far a
    figure moved, of the old one, None where the texts differ in more than one figure."""

    where: str
    old: str | None
    new: str | None
    kind: Kind
    delta_percent: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """All differences in the page's order, and the heaviest kind among them."""

    kind: Kind
    differences: tuple[Difference, ...] = ()

    @property
    def carries_forward(self) -> bool:
        """True where an approval may stand: the same verdict, statements and rendering."""
        return self.kind is Kind.SAME
