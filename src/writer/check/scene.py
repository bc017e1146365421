"""One sentence under judgement, with all that the judges of its parts share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from writer.check.bindings import Metric, Subject
from writer.check.claims import Findings
from writer.check.discourse import Discourse
from writer.check.index import Entry, Index
from writer.check.items import Item, Sort
from writer.check.passages import Sentence
from writer.quantities.quantity import DateRange, Kind, Quantity
from writer.sayings.tolerance import Stated, states
from writer.sayings.words import Sense

COMPARING = frozenset((Kind.MULTIPLE, Kind.FRACTION, Kind.MAGNITUDE, Kind.PERCENT))
LEAST_TOKENS = 1000  # a bare smaller number is no count of tokens
_MTOK = 1_000_000
_ONE = Fraction(1)
_SCALES = {"k": 1000, "thousand": 1000, "m": 10**6, "million": 10**6}


@dataclass(slots=True)
class Scene:
    """A sentence, what is bound in it so far, and what came before it."""

    sentence: Sentence
    index: Index
    talk: Discourse
    findings: Findings
    hooks: dict[int, int] = field(default_factory=dict)  # value -> the mention that hangs on it
    subjects: dict[int, Subject] = field(default_factory=dict)
    metrics: dict[int, Metric] = field(default_factory=dict)
    compared: dict[int, tuple[str, ...]] = field(default_factory=dict)  # comparing number -> metrics it was judged by
    facing: tuple[str, int] | None = None  # whose the first of the last nameless pair was, and where
    nouns: dict[int, str] = field(default_factory=dict)  # counting number -> what it counts
    held: dict[int, str] = field(default_factory=dict)  # value -> the one metric of which it holds
    final: set[int] = field(default_factory=set)  # numbers that have one reading, which no second look may change
    given: dict[tuple[int, str, str], Sequence[Entry]] = field(default_factory=dict)  # what prices.entries found
    items: list[Item] = field(init=False)
    words: frozenset[str] = field(init=False)  # of its items; a judge whose words are not among them has nothing to do
    senses: frozenset[Sense | None] = field(init=False)  # of its items
    sorts: frozenset[Sort] = field(init=False)  # of its items

    def __post_init__(self) -> None:
        self.items = items = self.sentence.items
        self.words = frozenset([item.low for item in items])
        self.senses = frozenset([item.sense for item in items])
        self.sorts = frozenset([item.sort for item in items])

    def of(self, sort: Sort) -> Sequence[Item]:
        """The items of that sort; any but NUMBER and PASSED, between which a number may yet move."""
        return [item for item in self.items if item.sort is sort] if sort in self.sorts else ()

    def quantity(self, at: int) -> Quantity:
        """The quantity at ``at``; it must be one."""
        quantity = self.items[at].quantity
        assert quantity is not None
        return quantity

    def numbers(self) -> Iterator[int]:
        """Indexes of all numbers."""
        return (at for at, item in enumerate(self.items) if item.sort is Sort.NUMBER)

    def span(self, at: int) -> tuple[int, int]:
        """The text of the item at ``at``."""
        return self.items[at].start, self.items[at].end


def number(quantity: Quantity) -> Fraction:
    """Its value, which must not be a date."""
    assert not isinstance(quantity.value, DateRange)
    return quantity.value


def stated(quantity: Quantity, metric: str = "", *, factor: Fraction | int = 1) -> Stated:
    """The quantity as the tolerances take it; ``factor`` turns its unit into the fact's."""
    value, step, coarse = number(quantity), quantity.step, quantity.coarse_step
    if factor != 1:
        value, step, coarse = value * factor, step * factor, coarse * factor
    return Stated(
        value,
        step,
        coarse,
        quantity.modifier,
        whole=quantity.kind is Kind.PERCENT or (metric.startswith("workload.") and quantity.kind is Kind.MONEY),
        scale=_SCALES.get(quantity.suffix.lower(), 1) if quantity.suffix else 1,
        tokens=metric.endswith(("context_window", "max_output")),
    )


def says(quantity: Quantity, metric: str, entry: Entry, *, factor: Fraction | int = 1) -> bool:
    """Whether the quantity states the entry's value."""
    if _is_far(number(quantity), factor, entry.value):
        return False
    return states(stated(quantity, metric, factor=factor), entry.value)


def _is_far(said: Fraction, factor: Fraction | int, fact: Fraction) -> bool:
    """Off by more than a half and by more than a third of the fact: no rule reaches so far, in decimal or in binary. Most
    numbers are told from most facts here, so it is done in whole numbers."""
    said_over, said_under = said.as_integer_ratio()
    factor_over, factor_under = factor.as_integer_ratio()
    fact_over, fact_under = fact.as_integer_ratio()
    under = said_under * factor_under
    off = abs(said_over * factor_over * fact_under - fact_over * under)
    return off * 2 > under * fact_under and off * 3 > abs(fact_over) * under


def factor_of(quantity: Quantity) -> Fraction:
    """What turns the stated unit into the fact's: per 1K tokens -> per 1M tokens."""
    return Fraction(_MTOK, quantity.per_tokens) if quantity.per_tokens and quantity.per_tokens != _MTOK else _ONE
