"""`writer batch --dry-run`: what a batch would ask and cost, before anything is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import click

from writer.cli.asking import Asking
from writer.cli.faults import DONE
from writer.cli.rows import number
from writer.cli.terminal import print_json
from writer.cli.watching import watching
from writer.cli.wiring import Wiring
from writer.drafting.order import order
from writer.drafting.projection import Projection, project
from writer.drafts.batch import Order


def print_dry_run(wired: Wiring, asking: Asking, wish: Order, pairs: Sequence[tuple[str, str]], format: str) -> int:
    """Print it, as text or as one JSON object; nothing is asked and no batch is stored."""
    ordered = order(wish, pairs, wired.store.generation)
    with watching("none") as watcher, asking.tools(wired, watcher) as tools:
        projection = asyncio.run(project(ordered, tools))
    if format == "json":
        print_json(_plain(ordered, projection))
        return DONE
    for a, b, generation in ordered.pairs:
        click.echo(f"{a} vs {b}" + (f" (generation {generation})" if generation > 1 else ""))
    for line in projection.lines():
        click.echo(line)
    return DONE


def _plain(ordered: Order, projection: Projection) -> dict[str, object]:
    return {
        "model": ordered.model,
        "pairs": [{"a": a, "b": b, "generation": generation} for a, b, generation in ordered.pairs],
        "to_draft": projection.to_draft,
        "reused": projection.reused,
        "calls": projection.calls,
        "prompt_tokens": projection.prompt_tokens,
        "completion_tokens": projection.completion_tokens,
        "cost_usd": number(projection.cost_usd),
        "price_table": projection.price_table,
        "basis": projection.basis,
    }
