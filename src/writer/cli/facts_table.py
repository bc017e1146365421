"""A fact sheet as tables for a terminal: columns where there is room, a block a fact where there is not."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from writer.cli.terminal import NARROW
from writer.facts.explain import Cited, Explanation, explain
from writer.facts.sheet import Fact, FactSheet, Side
from writer.sayings.display import display


def facts_table(sheet: FactSheet, width: int) -> Iterator[RenderableType]:
    """A titled table for each model and for the pair."""
    titles = {Side.A: f"a: {sheet.a.name}", Side.B: f"b: {sheet.b.name}", Side.PAIR: "pair"}
    for side, title in titles.items():
        shown = [fact for fact in sheet.facts.values() if fact.side is side]
        yield Text(title, style="bold")
        yield from (_columns(sheet, shown),) if width >= NARROW else _blocks(sheet, shown)
        yield Text("")


def _columns(sheet: FactSheet, shown: list[Fact]) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim")
    for name, ratio in (("fact", 3), ("value", 3), ("how it was come by", 4), ("seen at", 3)):
        table.add_column(name, overflow="fold", ratio=ratio)
    for fact in shown:
        how = explain(sheet, fact.key)
        table.add_row(fact.key, display(sheet, fact), Text(_how(how), style="dim"), Text(_seen(how), style="dim"))
    return table


def _blocks(sheet: FactSheet, shown: list[Fact]) -> Iterator[RenderableType]:
    for fact in shown:
        how = explain(sheet, fact.key)
        yield Text(f"{fact.key} = {display(sheet, fact)}")
        for line in (_how(how), _seen(how)):
            if line:
                yield Padding(Text(line, style="dim"), (0, 0, 0, 4), expand=False)


def _how(how: Explanation) -> str:
    return f"{how.formula} ({', '.join(how.operands)})" if how.operands else how.formula


def _seen(how: Explanation) -> str:
    return "; ".join(dict.fromkeys(_spell(cited) for cited in how.sources))


def _spell(cited: Cited) -> str:
    return cited.name if cited.seen is None else f"{cited.name}, {cited.seen.isoformat()}"
