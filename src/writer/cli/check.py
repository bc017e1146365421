"""`writer check`: one text for people, many as JSON lines for programs, or the rules themselves."""

from __future__ import annotations

from pathlib import Path

import click

from writer.cli.faults import DONE, FINDINGS
from writer.cli.lazy import command
from writer.cli.reading import read_text
from writer.cli.terminal import console, print_json
from writer.cli.wiring import wiring


@command("check")
@click.argument("a", required=False)
@click.argument("b", required=False)
@click.argument("file", required=False, default="-", type=click.Path(path_type=Path))
@click.option("--cases", type=click.Path(path_type=Path), metavar="FILE|-", help="Read cases, one JSON object a line.")
@click.option("--rules", is_flag=True, help="Print the closed list of rules.")
@click.option(
    "--explain",
    is_flag=True,
    help="Show how every number was read, and the facts it was bound to, with their formulas.",
)
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def check(a: str | None, b: str | None, file: Path, cases: Path | None, rules: bool, explain: bool, format: str) -> int:
    """Check a text about models A and B, read from FILE or standard input.

    With --cases each line is {"id", "a", "b", "text"}, and each answer a line of JSON in the same order. Exit status: 0 all
    accepted, 1 some rejected, 2 a line could not be read or an option is wrong.
    """
    if rules:
        return _print_rules(format)
    if cases is not None:
        if a is not None:
            raise click.UsageError("--cases: takes no models: each line names its own")
        from writer.cli.cases import judge_cases

        return judge_cases(cases, wiring())
    if a is None or b is None:
        raise click.UsageError("expected two models: writer check A B [FILE], or --cases FILE, or --rules")
    return _check_text(a, b, file, explain=explain, format=format)


def _check_text(a: str, b: str, file: Path, *, explain: bool, format: str) -> int:
    from writer.check.check import check as judge
    from writer.check.check import explain as read

    wired = wiring()
    sheet = wired.sheet(a, b)
    text = read_text(file)
    report = judge(text, sheet, wired.names)
    numbers = read(text, sheet, wired.names) if explain else None
    if format == "json":
        from writer.cli.verdicts import explanation, verdict

        print_json({**verdict(report), **({} if numbers is None else explanation(report, numbers))})
    else:
        from writer.cli.check_view import check_view

        paper = console()
        for part in check_view(text, report, sheet, numbers):
            paper.print(part)
    return DONE if report.accepted else FINDINGS


def _print_rules(format: str) -> int:
    from writer.cli.rules import rules_json, rules_table

    if format == "json":
        print_json(rules_json())
    else:
        console().print(rules_table())
    return DONE
