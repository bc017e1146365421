"""One value before it has a side: what a model's own facts are made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from writer.facts.sheet import Fact, Side, Value
from writer.quantities.unit import Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact of one model, whichever side it will stand on."""

    metric: str
    value: Value
    unit: Unit = Unit.NONE
    aspect: str = ""

    @property
    def key(self) -> str:
        """The fact's key without its side."""
        return f"{self.metric}.{self.aspect}" if self.aspect else self.metric

    def on(self, side: Side) -> Fact:
        """The fact on that side."""
        return Fact(side, self.metric, self.aspect, self.value, self.unit)


def known(metric: str, value: Value | Decimal | None, unit: Unit = Unit.NONE) -> tuple[Entry, ...]:
    """One entry, or none where the value is unknown."""
    if value is None:
        return ()
    return (Entry(metric, Fraction(value) if isinstance(value, Decimal) else value, unit),)
