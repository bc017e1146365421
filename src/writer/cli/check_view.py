"""A checked text for a terminal: findings underlined where they stand, each with what is wrong and the fact beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from writer.check.explain import Explained
from writer.check.report import Report, Statement, Violation
from writer.cli.printable import offsets, printable
from writer.cli.words import count
from writer.facts.explain import explain as how_of
from writer.facts.sheet import FactSheet
from writer.sayings.display import display

_WRONG, _RIGHT, _QUIET = "bold red underline", "green", "dim"


def check_view(
    text: str, report: Report, sheet: FactSheet, numbers: Sequence[Explained] | None = None
) -> Iterator[RenderableType]:
    """The text, its findings, and where ``numbers`` tell how each was read, those and every other statement; then the verdict
    in a line."""
    yield _marked(text, report)
    yield Text("")
    for number, violation in enumerate(report.violations, 1):
        yield from _finding(number, text, violation)
    if numbers is not None:
        yield from _explained(sheet, report, numbers)
    yield _verdict(report)


def _marked(text: str, report: Report) -> Text:
    """What a terminal would obey rather than show stands as an escape, and the marks where they stood."""
    marked, at = Text(printable(text)), offsets(text)
    for statement in report.statements:
        marked.stylize(_RIGHT, at[statement.start], at[statement.end])
    for violation in report.violations:
        marked.stylize(_WRONG, at[violation.start], at[violation.end])
    return marked


def _finding(number: int, text: str, violation: Violation) -> Iterator[RenderableType]:
    line = text.count("\n", 0, violation.start) + 1
    column = violation.start - (text.rfind("\n", 0, violation.start) + 1) + 1
    yield Text.assemble(f"{number}. {line}:{column} ", (printable(violation.quote), _WRONG), f"  {violation.rule}")
    yield _under(violation.message)
    if violation.expected is not None:
        yield _under(f"expected {violation.expected}", _RIGHT)
    for suggestion in violation.suggestions:
        yield _under(f"may be said: {suggestion}", _QUIET)


def _explained(sheet: FactSheet, report: Report, numbers: Sequence[Explained]) -> Iterator[RenderableType]:
    """Every number and every statement without one, by where it stands."""
    told = [statement for statement in report.statements if not any(_meets(each, statement) for each in numbers)]
    every: list[Explained | Statement] = [*numbers, *told]
    for each in sorted(every, key=lambda one: (one.start, one.end)):
        if isinstance(each, Statement):
            yield Text.assemble((printable(each.quote), _RIGHT), (f"  {printable(each.reading)}", _QUIET))
        else:
            style = _WRONG if each.rule else _RIGHT if each.facts else ""
            yield Text.assemble(
                (printable(each.quote), style), f"  read as {printable(each.read)}", (_bound(each), _QUIET)
            )
        yield from _facts(sheet, each.facts)


def _meets(number: Explained, statement: Statement) -> bool:
    return number.start < statement.end and statement.start < number.end


def _bound(number: Explained) -> str:
    """What a number was bound to; what strays is told among the findings."""
    return f", {number.rule}" if number.rule else f", {printable(number.bound)}"


def _facts(sheet: FactSheet, keys: Sequence[str]) -> Iterator[RenderableType]:
    for key in keys:
        how = how_of(sheet, key)
        yield _under(f"{key} = {display(sheet, sheet.facts[key])}: {how.formula}", _QUIET)


def _under(text: str, style: str = "") -> RenderableType:
    return Padding(Text(printable(text), style=style), (0, 0, 0, 4), expand=False)


def _verdict(report: Report) -> Text:
    counted = f"{count(report.quantities, 'quantity', 'quantities')} read"
    if report.accepted and not report.quantities and report.statements:
        return Text(f"accepted: no number, {count(len(report.statements), 'claim')} in words", style="bold green")
    if report.accepted and not report.quantities:
        return Text(
            "nothing to check: the text states no quantity and no claim that was understood", style="bold yellow"
        )
    if report.accepted:
        return Text(f"accepted: {counted}, all of them facts", style="bold green")
    found = len(report.violations)
    return Text(f"rejected: {count(found, 'finding')}, {counted}", style="bold red")
