"""What a text has said so far: whose turn it is, in which order the models were named, what is being measured."""

from __future__ import annotations

from dataclasses import dataclass, field

from writer.check.index import other
from writer.quantities.quantity import DateRange


@dataclass(slots=True)
class Discourse:
    """Carried from sentence to sentence. Sides are a or b, "" where nothing has been said."""

    subject: str = ""                          # of the clause before
    order: tuple[str, str] | None = None       # the two models as last named side by side
    named: list[str] = field(default_factory=list)   # sides as named, the last few
    metrics: tuple[str, ...] = ()              # of the value before
    series: tuple[tuple[str, ...], ...] = ()   # of the group of values before: what a parallel group measures
    dates: list[DateRange] = field(default_factory=list)     # stated before, the newest first
    heading_side: str = ""
    heading_metrics: tuple[str, ...] = ()

    def name(self, side: str) -> None:
        """Note that a model was named."""
        if side in ("a", "b"):
            if self.named and self.named[-1] != side:
                self.order = (self.named[-1], side)
            self.named.append(side)
            del self.named[:-8]

    def pair(self) -> tuple[str, str] | None:
        """The order that a pair of values without names follows."""
        if self.order is not None:
            return self.order
        return (self.subject, other(self.subject)) if self.subject else None
