"""`writer stats`: how models and prompts compare, from what the queue holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from writer.cli.lazy import command
from writer.cli.terminal import console, print_json
from writer.cli.wiring import wiring

if TYPE_CHECKING:
    from writer.drafting.statistics import Line


@command("stats")
@click.option("--plot", type=click.Path(path_type=Path), metavar="FILE", help="Draw it, too: a .png, .svg or .pdf.")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def stats(plot: Path | None, format: str) -> None:
    """Compare models and prompt versions: first-try acceptance, attempts, cost, and the rules that were broken."""
    from writer.cli.stats_view import stats_view
    from writer.drafting.statistics import statistics

    lines = statistics(wiring().desk.drafts())
    if plot is not None:
        from writer.cli.stats_plot import draw

        draw(lines, plot)
    if format == "json":
        print_json([_plain(line) for line in lines])
    else:
        paper = console()
        for part in stats_view(lines):
            paper.print(part)


def _plain(line: Line) -> dict[str, object]:
    from writer.cli.rows import number

    return {
        "model": line.model,
        "prompt_version": line.prompt_version,
        "drafts": line.drafts,
        "accepted_first": line.accepted_first,
        "accepted": line.accepted,
        "attempts": line.attempts,
        "cost_usd": number(line.cost_usd),
        "unknown_costs": line.unknown_costs,
        "rules": dict(line.rules),
    }
