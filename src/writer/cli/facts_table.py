"""A fact sheet as tables for a terminal, by heading: columns where there is room, a block a fact where there is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from writer.cli.facts_selection import Wanted, sections
from writer.cli.terminal import NARROW
from writer.cli.words import count
from writer.facts.explain import Cited, Explanation, explain
from writer.facts.sheet import Fact, FactSheet, Side
from writer.sayings.display import display


def facts_table(sheet: FactSheet, width: int, wanted: Wanted) -> Iterator[RenderableType]:
    """For each model and for the pair a table under each heading; what is not shown is counted in a line."""
    titles = {Side.A: f"a: {sheet.a.name}", Side.B: f"b: {sheet.b.name}", Side.PAIR: "pair"}
    for side, title in titles.items():
        shown = [fact for fact in sheet.facts.values() if fact.side is side and wanted.holds(fact)]
        if shown:
            yield Text(title, style="bold")
        for heading, under in sections(shown):
            yield Text(heading, style="bold dim")
            yield from (_columns(sheet, under),) if width >= NARROW else _blocks(sheet, under)
            yield Text("")
    hidden = sum(not wanted.holds(fact) for fact in sheet.facts.values())
    if hidden and not wanted.words:
        yield Text(
            f"{count(hidden, 'fact')} more, on each provider's offer and where values come from: --all", style="dim"
        )


def _columns(sheet: FactSheet, shown: Sequence[Fact]) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="dim")
    for name, ratio in (("fact", 3), ("value", 3), ("how it was come by", 4), ("seen at", 3)):
        table.add_column(name, overflow="fold", ratio=ratio)
    for fact in shown:
        how = explain(sheet, fact.key)
        table.add_row(fact.key, _value(sheet, fact), Text(_how(how), style="dim"), Text(_seen(how), style="dim"))
    return table


def _blocks(sheet: FactSheet, shown: Sequence[Fact]) -> Iterator[RenderableType]:
    for fact in shown:
        how = explain(sheet, fact.key)
        yield Text(f"{fact.key} = {_value(sheet, fact)}")
        for line in (_how(how), _seen(how)):
            if line:
                yield Padding(Text(line, style="dim"), (0, 0, 0, 4), expand=False)


def _value(sheet: FactSheet, fact: Fact) -> str:
    """What a list of capabilities does not hold may be unknown as well as absent: an empty one is "none documented"."""
    empty = fact.value == () and fact.metric.startswith("capabilities")
    return "none documented" if empty else display(sheet, fact)


def _how(how: Explanation) -> str:
    return f"{how.formula} ({', '.join(how.operands)})" if how.operands else how.formula


def _seen(how: Explanation) -> str:
    return "; ".join(dict.fromkeys(_spell(cited) for cited in how.sources))


def _spell(cited: Cited) -> str:
    return cited.name if cited.seen is None else f"{cited.name}, {cited.seen.isoformat()}"
