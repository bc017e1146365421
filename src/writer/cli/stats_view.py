"""Statistics for a terminal: a block a model and prompt, with a bar for the first try."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from writer.cli.words import count
from writer.drafting.progress import usd
from writer.drafting.statistics import Line

_BAR = 20
_RULES_SHOWN = 5


def stats_view(lines: Sequence[Line]) -> Iterator[Text]:
    """A block for each line; a word where there is none."""
    if not lines:
        yield Text("nothing is drafted yet: `writer batch --best 24` does")
    for line in lines:
        yield Text(f"{line.model}, prompt {line.prompt_version}", style="bold")
        full = round(line.first_try * _BAR)
        share = f"{round(line.first_try * 100)}% accepted at the first try"
        yield Text.assemble("  ", ("█" * full, "green"), ("░" * (_BAR - full), "dim"), f" {share}")
        yield Text(f"  {_figures(line)}")
        if line.rules:
            yield Text(f"  broken: {_broken(line)}", style="dim")


def _figures(line: Line) -> str:
    parts = [
        count(line.drafts, "draft"),
        f"{line.accepted:,} accepted",
        f"{float(line.attempts_each):.2f} attempts each",
        usd(line.cost_usd),
    ]
    if line.unknown_costs:
        parts.append(f"{line.unknown_costs:,} of unknown cost")
    return ", ".join(parts)


def _broken(line: Line) -> str:
    shown = [f"{times} × {rule}" for rule, times in line.rules[:_RULES_SHOWN]]
    rest = len(line.rules) - len(shown)
    return ", ".join([*shown, *([f"and {rest} more rules"] if rest > 0 else [])])
