"""What a batch came to, at its end: accepted, rejected with reasons, failed with reasons, cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal

import click

from writer.cli.rows import number
from writer.cli.terminal import print_json
from writer.cli.words import count
from writer.drafting.progress import span, usd
from writer.drafts.batch import Batch, BatchStatus, Totals, Unit

_MOST_SHOWN = 10


def print_summary(
    batch: Batch,
    totals: Totals,
    rejected: Sequence[Unit],
    failed: Sequence[Unit],
    format: str,
    seconds: float | None = None,
) -> None:
    """Print it, as text or as one JSON object."""
    if format == "json":
        print_json(_plain(batch, totals, rejected, failed))
        return
    click.echo(f"batch {batch.id}, {batch.model}: {batch.status.value}" + (f": {batch.reason}" if batch.reason else ""))
    for name, units in (("accepted", ()), ("rejected", rejected), ("failed", failed)):
        click.echo(f"  {name:9} {getattr(totals, name):6,}" + _reused(name, totals))
        for line in _lines(units):
            click.echo(f"    {line}")
    if totals.pending:
        goes_on = f"   `writer batches resume {batch.id}` goes on" if batch.status is not BatchStatus.CANCELLED else ""
        click.echo(f"  {'pending':9} {totals.pending:6,}{goes_on}")
    click.echo(f"  cost      {_cost(totals)}")
    if seconds is not None:
        click.echo(f"  took      {span(seconds)}")


def _reused(name: str, totals: Totals) -> str:
    return (
        f"   {count(totals.reused, 'draft')} stored before, at no cost" if name == "accepted" and totals.reused else ""
    )


def _lines(units: Sequence[Unit]) -> list[str]:
    """Reasons by how often they came; then the pairs."""
    reasons = Counter(kind for unit in units for kind in _kinds(unit.reason))
    lines = [f"{times} × {reason}" for reason, times in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))]
    shown = [f"{unit.a} vs {unit.b}: {unit.reason}" for unit in units[:_MOST_SHOWN]]
    rest = len(units) - len(shown)
    return [*(lines if len(units) > _MOST_SHOWN else []), *shown, *([f"… and {rest} more"] if rest > 0 else [])]


def _kinds(reason: str) -> list[str]:
    """The rules that a reason names, or the reason itself."""
    counted, _, rules = reason.replace(" finding: ", " findings: ", 1).partition(" findings: ")
    return rules.split(", ") if counted.isdigit() and rules else [reason]


def _cost(totals: Totals) -> str:
    """An unknown cost is no zero, and a bound is one only where every call of unknown cost had a price."""
    used = f"{count(totals.calls, 'call')}, {totals.prompt_tokens:,} + {totals.completion_tokens:,} tokens"
    if not totals.unknown_cost_calls:
        return f"{usd(totals.spent_usd)}, {used}"
    assumed = f", reckoned with up to {usd(totals.assumed_usd)} more" if totals.assumed_usd else ""
    known = f"known part {usd(totals.spent_usd)}{assumed}"
    return f"unknown for {count(totals.unknown_cost_calls, 'call')} ({known}), {used}"


def _plain(batch: Batch, totals: Totals, rejected: Sequence[Unit], failed: Sequence[Unit]) -> dict[str, object]:
    figures = {name: number(value) if isinstance(value, Decimal) else value for name, value in asdict(totals).items()}
    return {
        "id": batch.id,
        "status": batch.status.value,
        "reason": batch.reason,
        "model": batch.model,
        **figures,
        "rejections": [_unit(unit) for unit in rejected],
        "failures": [_unit(unit) for unit in failed],
    }


def _unit(unit: Unit) -> dict[str, object]:
    return {"a": unit.a, "b": unit.b, "reason": unit.reason, "draft": unit.draft}
