"""What a text has said so far: whose turn it is, in which order the models were named, what is being measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from writer.check.index import other
from writer.check.possession import Memory
from writer.check.query import Query
from writer.quantities.quantity import DateRange


@dataclass(slots=True)
class Discourse:
    """Carried from sentence to sentence. Sides are a or b, "" where nothing has been said."""

    subject: str = ""  # of the clause before
    order: tuple[str, str] | None = None  # the two models as last named side by side
    turn: tuple[str, str] | None = None  # the model that the last sentence named alone, and the other
    last: tuple[str, ...] = ()  # whom the last mentions named, one for each change of model, at most two
    metrics: tuple[str, ...] = ()  # of the value before
    series: tuple[tuple[str, ...], ...] = ()  # of the group of values before: what a parallel group measures
    told: tuple[tuple[str, ...], ...] = ()  # what the numbers of the sentence before were of, each once, in order
    dates: list[DateRange] = field(default_factory=list)  # stated before, the newest first
    query: Query = field(default_factory=Query)  # what the question before compares
    benchmarks: tuple[str, ...] = ()  # named in the sentence before
    spoken: Memory = field(default_factory=Memory)  # capabilities of the sentence, or question, before
    sold: Memory = field(default_factory=Memory)  # … sellers of it
    weighed: Memory = field(default_factory=Memory)  # … weights
    headed: Memory = field(default_factory=Memory)  # … and of the heading
    facing: str = ""  # whose value stood first, where the sentence before told both models' side by side
    sign: int = 0  # +1 or -1 where every comparative of the sentence before points that way
    faced: str = ""  # the kind of those values: money, tokens, score
    coin: Fraction = Fraction(0)  # in what the sentence before told its last amount: 1 a dollar, 1/100 a cent
    gap: int = 0  # sentences for which a word of difference still speaks
    hedged: bool = False  # whether it was said that not every price line points one way
    own: bool = False  # whether the sentence before told one model's output over its input
    asked_side: str = ""  # of whom the question before asks, where it asks of one
    asked_sign: int = 0  # of the comparative that the question before asks with
    asked_axis: str = ""
    asked_same: tuple[str, ...] = ()  # what the question before asks whether it is the same
    asked_metrics: tuple[str, ...] = ()
    named_jobs: tuple[str, ...] = ()  # workloads and sellers of the sentence before
    named_sellers: tuple[str, ...] = ()
    apart: bool = False  # whether the sentence before spoke of a difference
    heading_side: str = ""
    heading_metrics: tuple[str, ...] = ()

    def settled(self) -> tuple[str, str] | None:
        """The order that "respectively" follows: of the last sentence that named both, where nothing said since turned it."""
        return self.order if self.order == self.last else None

    def pair(self) -> tuple[str, str] | None:
        """The order that a pair of values without names follows."""
        if self.turn is not None and self.order is not None and self.turn != self.order:
            return None
        return self.turn or self.order or ((self.subject, other(self.subject)) if self.subject else None)
