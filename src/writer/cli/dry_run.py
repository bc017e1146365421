"""`writer batch --dry-run`: what a batch would ask and cost, before anything is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import click

from review_queue.store import batches
from review_queue.store.engine import reading
from writer.cli.asking import Asking
from writer.cli.faults import DONE
from writer.cli.rows import number
from writer.cli.terminal import print_json
from writer.cli.watching import watching
from writer.cli.wiring import Wiring
from writer.cli.words import count
from writer.drafting.bench import Task
from writer.drafting.order import order
from writer.drafting.progress import usd
from writer.drafting.shop import Tools
from writer.drafts.batch import Order, Totals
from writer.llm.prices import Price

_CHARS_PER_TOKEN = 4
_ANSWER_TOKENS = 900  # of a draft of 300 words with its keys, where the batch has no average of its own
_SAMPLE = 40  # pairs whose prompts are measured; the rest is taken to be like them


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is to come. ``cost_usd`` None is unknown; ``basis`` says what it was reckoned from."""

    pairs: int
    pending: int
    prompt_tokens: int
    completion_tokens: int
    cost_usd: Decimal | None
    basis: str


def print_dry_run(wired: Wiring, asking: Asking, wish: Order, pairs: Sequence[tuple[str, str]], format: str) -> int:
    """Print it, as text or as one JSON object; nothing is asked or stored."""
    ordered = order(wish, pairs, wired.store.generation)
    with watching("none") as watcher, asking.tools(wired, watcher) as tools:
        forecast = _forecast(wired, tools, ordered)
    if format == "json":
        print_json(_plain(ordered, forecast))
        return DONE
    for a, b, generation in ordered.pairs:
        click.echo(f"{a} vs {b}" + (f" (generation {generation})" if generation > 1 else ""))
    cost = "cost unknown" if forecast.cost_usd is None else f"about {usd(forecast.cost_usd)}"
    click.echo(
        f"{count(forecast.pairs, 'pair')}, {forecast.pending:,} to be drafted by {ordered.model}: about "
        f"{forecast.prompt_tokens:,} + {forecast.completion_tokens:,} tokens, {cost} ({forecast.basis})"
    )
    return DONE


def _forecast(wired: Wiring, tools: Tools, ordered: Order) -> Forecast:
    with reading(wired.engine) as session:
        stored = batches.of_order(session, ordered.key)
    totals = wired.book.totals(stored.id) if stored else Totals()
    pending = totals.pending if stored else len(ordered.pairs)
    if totals.finished and totals.calls:
        return _from_averages(ordered, totals, pending)
    return _from_prompts(tools, ordered, pending)


def _from_averages(ordered: Order, totals: Totals, pending: int) -> Forecast:
    """From what the batch itself took so far."""
    share = Decimal(pending) / totals.finished
    known = None if totals.unknown_cost_calls else totals.spent_usd * share
    return Forecast(
        len(ordered.pairs),
        pending,
        round(totals.prompt_tokens * share),
        round(totals.completion_tokens * share),
        known,
        f"from the {count(totals.finished, 'pair')} that this batch has finished",
    )


def _from_prompts(tools: Tools, ordered: Order, pending: int) -> Forecast:
    """From the prompts themselves, one attempt each."""
    sample = ordered.pairs[:_SAMPLE]

    async def measure() -> int:
        prepared = [await tools.bench.prepare(Task(a, b, ordered.note)) for a, b, _ in sample]
        return sum(len(message["content"]) for each in prepared for message in each.messages)

    prompt = asyncio.run(measure()) * pending // (_CHARS_PER_TOKEN * max(len(sample), 1))
    answer = _ANSWER_TOKENS * pending
    price: Price | None = tools.prices.price(ordered.model)
    cost = None if price is None else price.cost(prompt, answer)
    return Forecast(
        len(ordered.pairs), pending, prompt, answer, cost, "one attempt each, from the length of the prompts"
    )


def _plain(ordered: Order, forecast: Forecast) -> dict[str, object]:
    return {
        "model": ordered.model,
        "pairs": [{"a": a, "b": b, "generation": generation} for a, b, generation in ordered.pairs],
        "pending": forecast.pending,
        "prompt_tokens": forecast.prompt_tokens,
        "completion_tokens": forecast.completion_tokens,
        "cost_usd": number(forecast.cost_usd),
        "basis": forecast.basis,
    }
