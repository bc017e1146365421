"""What a job costs on one model, and whether it fits at all (the contract, section 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from writer.catalog.model import Model, Workload
from writer.facts.entry import Entry
from writer.facts.market import Prices, Quote
from writer.quantities.unit import Unit

PER = 1_000_000  # prices are per this many tokens
Limit = Literal["context_window", "max_output"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that decide: the reference offer's own where it states them, else the model's. None is unknown."""

    context_window: int | None
    max_output: int | None

    @classmethod
    def of(cls, model: Model, reference: Quote | None) -> Limits:
        """The limits of a request to ``reference``, or to the model where no offer stands for it."""
        window = reference.offer.context_window if reference else None
        output = reference.offer.max_output if reference else None
        return cls(
            model.context_window if window is None else window,
            model.max_output if output is None else output,
        )

    def breached_by(self, workload: Workload) -> Limit | None:
        """The limit that one request of the workload breaks, the window first; an unknown limit does not block."""
        if self.context_window is not None and workload.input_tokens + workload.output_tokens > self.context_window:
            return "context_window"
        if self.max_output is not None and workload.output_tokens > self.max_output:
            return "max_output"
        return None

    @property
    def unknown(self) -> bool:
        """True where neither limit is known."""
        return self.context_window is None and self.max_output is None


def request_cost(prices: Prices, input_tokens: int, output_tokens: int) -> Fraction:
    """One request in USD."""
    return (input_tokens * prices.input + output_tokens * prices.output) / PER


def cost_entries(limits: Limits, reference: Quote | None, workloads: Iterable[Workload]) -> Iterator[Entry]:
    """``context_fill.cost`` and every ``workload.<id>.…``."""
    if reference is not None and limits.context_window is not None:
        prices = reference.at(limits.context_window)
        yield Entry("context_fill.cost", request_cost(prices, limits.context_window, 0), Unit.USD)
    for workload in workloads:
        yield from _workload_entries(limits, reference, workload)


def _workload_entries(limits: Limits, reference: Quote | None, workload: Workload) -> Iterator[Entry]:
    metric = f"workload.{workload.id}"
    breached = limits.breached_by(workload)
    if reference is not None and breached is None:
        prices = reference.at(workload.input_tokens)
        each = request_cost(prices, workload.input_tokens, workload.output_tokens)
        yield Entry(f"{metric}.cost", each * workload.requests, Unit.USD)
        yield Entry(f"{metric}.cost_per_request", each, Unit.USD)
    if not limits.unknown:
        yield Entry(f"{metric}.fits", breached is None)
    if breached is not None:
        yield Entry(f"{metric}.limit", breached)
