"""A text as the checker reads it: names, quantities, known words and signs, each one item."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from writer.catalog.name_table import Named
from writer.quantities.quantity import Kind, Passed, Quantity
from writer.sayings.words import Meaning, Sense


class Sort(IntEnum):
    """What an item is."""

    WORD = 1
    SIGN = 2  # punctuation
    MODEL = 3  # a name of a model of the pair, or of another one
    SELLER = 4
    BENCHMARK = 5
    OUTSIDE = 6
    ABILITY = 7  # words for a capability
    JOB = 8  # words for a workload
    NUMBER = 9
    PASSED = 10  # a numeric stretch that states no quantity
    UNREAD = 11
    OWNER = 12  # 's
    LICENSE = 13
    BREAK = 14  # a line's end


BOTH = "both"
FOREIGN = "x"  # another model than the pair's
OPEN = "?"  # a model of the pair, but which is not said


@dataclass(slots=True)
class Item:
    """One item. ``side`` is filled in once mentions are resolved: a, b, both, x (another model), ? (open), "" (no model)."""

    sort: Sort
    start: int
    end: int
    low: str
    meaning: Meaning | None = None
    named: Named | None = None
    quantity: Quantity | None = None
    passed: Passed | None = None
    ids: tuple[str, ...] = ()  # capabilities, workloads or benchmarks
    side: str = ""
    taken: bool = False  # a mention that hangs on the value before it ("$5 on Opus"), so it is no subject
    notes: dict[str, str] = field(default_factory=dict)
    sense: Sense | None = field(
        init=False, default=None
    )  # of its meaning; asked for so often that it is kept beside it
    metrics: tuple[str, ...] = field(init=False, default=())  # … and the metrics that its word names

    def __post_init__(self) -> None:
        if self.meaning is not None:
            self.sense, self.metrics = self.meaning.sense, self.meaning.metrics

    def means(self, sense: Sense) -> bool:
        """Whether its word has that sense."""
        return self.sense is sense

    def becomes(self, low: str) -> None:
        """Read its word as another, which means nothing of itself and stands for no model."""
        self.low, self.side, self.meaning, self.sense, self.metrics = low, "", None, None, ()

    @property
    def kind(self) -> Kind | None:
        """The kind of its quantity; None where it is none."""
        return self.quantity.kind if self.quantity is not None else None
