"""What a batch will take, before anything is spent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from writer.drafting.bench import Prepared, Task
from writer.drafting.progress import counted
from writer.drafting.shop import Tools
from writer.drafts.batch import Averages, Order

SAMPLE = 40
BYTES_PER_TOKEN = Decimal("3.6")  # of English with JSON in it, on common tokenizers
FIRST_COMPLETION_TOKENS = Decimal(1200)
FIRST_CALLS_PER_PAIR = Decimal("1.3")


@dataclass(frozen=True, slots=True)
class Projection:
    """``reused`` pairs have a stored draft of these facts, this prompt and this model, and cost nothing. ``cost_usd`` None is
    unknown. ``basis`` says what the averages rest on."""

    pairs: int
    reused: int
    calls: int
    prompt_tokens: int
    completion_tokens: int
    cost_usd: Decimal | None
    price_table: str
    basis: str

    @property
    def to_draft(self) -> int:
        """Pairs that have to be worded."""
        return self.pairs - self.reused

    def lines(self) -> tuple[str, ...]:
        """For people."""
        cost = "unknown: no price is known for the model" if self.cost_usd is None else f"about ${self.cost_usd:.4f}"
        return (
            f"{counted(self.pairs, 'pair')}, {self.to_draft} of them to be worded, {self.reused} stored already",
            f"about {counted(self.calls, 'call')}, {self.prompt_tokens} prompt and {self.completion_tokens} completion tokens",
            f"cost: {cost} (prices: {self.price_table})",
            f"basis: {self.basis}",
        )


async def project(order: Order, tools: Tools) -> Projection:
    """The projection from a sample of the pairs, and from what drafting with this model took so far, where it did. What is
    stored is counted, not sampled."""
    sample = _spread(order.pairs, SAMPLE)
    prepared = [await tools.bench.prepare(Task(a, b, order.note)) for a, b, _ in sample]
    reused = await _stored(order, tools)
    averages = tools.book.averages(order.model) or _first(prepared)
    to_draft = len(order.pairs) - reused
    prompt, completion = (round(each * to_draft) for each in (averages.prompt_tokens, averages.completion_tokens))
    price = tools.prices.price(order.model)
    if price is not None and order.provider_batch:
        price = price.halved()
    basis = (
        f"{counted(averages.pairs, 'pair')} drafted with {order.model} before"
        if averages.pairs
        else "the size of the prompts alone"
    )
    return Projection(
        len(order.pairs),
        reused,
        round(averages.calls * to_draft),
        prompt,
        completion,
        None if price is None else price.cost(prompt, completion),
        tools.prices.table,
        basis + f"; {counted(len(sample), 'pair')} looked at",
    )


async def _stored(order: Order, tools: Tools) -> int:
    """Only a pair that was ever drafted is looked at more closely."""
    drafted = [unit for unit in order.pairs if tools.store.generation(unit[0], unit[1])]
    prepared = [await tools.bench.prepare(Task(a, b, order.note)) for a, b, _ in drafted]
    return sum(_is_stored(order, tools, unit, found) for unit, found in zip(drafted, prepared, strict=True))


def _is_stored(order: Order, tools: Tools, unit: tuple[str, str, int], prepared: Prepared) -> bool:
    a, b, generation = unit
    return (
        tools.store.stored(
            a,
            b,
            facts_hash=prepared.facts_hash,
            prompt_hash=prepared.prompt_hash,
            models=(order.model, *order.fallbacks, *filter(None, [order.reword])),
            generation=generation,
        )
        is not None
    )


def _first(prepared: Sequence[Prepared]) -> Averages:
    """What the prompts' size lets one expect, before the model was ever asked."""
    sizes = [sum(len(message["content"].encode()) for message in each.messages) for each in prepared]
    prompt = Decimal(sum(sizes)) / max(1, len(sizes)) / BYTES_PER_TOKEN
    calls = FIRST_CALLS_PER_PAIR
    return Averages(0, calls, prompt * calls, FIRST_COMPLETION_TOKENS * calls)


def _spread(units: Sequence[tuple[str, str, int]], most: int) -> Sequence[tuple[str, str, int]]:
    step = max(1, -(-len(units) // most))
    return units[::step]
