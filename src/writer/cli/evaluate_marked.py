"""`writer evaluate --marked`: texts by others, read from JSON lines, before the checker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import click
from pydantic import BaseModel, ConfigDict, ValidationError

from writer.check.check import Checker
from writer.check.report import Violation
from writer.cli.faults import DONE, FINDINGS
from writer.cli.reading import read_text
from writer.cli.terminal import print_json
from writer.cli.wiring import Wiring
from writer.errors import BadSetting
from writer.evaluation.marked import Mark, Marked, lines, measure, plain


class _Error(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")

    start: int
    end: int
    quote: str
    type: str


class _Line(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")

    id: str
    a: str
    b: str
    text: str
    errors: list[_Error] = []


def measure_marked(file: Path, wired: Wiring, *, json: bool, details: bool) -> int:
    """Judge every text of ``file`` and print what came out; 0 where nothing was missed and nothing wrongly rejected."""
    checkers = lru_cache(maxsize=256)(lambda a, b: Checker(wired.sheet(a, b), wired.names))

    def judge(a: str, b: str, text: str) -> Sequence[Violation]:
        return checkers(a, b).check(text).violations

    tally = measure(_texts(file), judge)
    if json:
        print_json(plain(tally))
    else:
        for line in lines(tally, details=details):
            click.echo(line)
    return FINDINGS if tally.missed or tally.wrongly else DONE


def _texts(file: Path) -> Iterator[Marked]:
    for number, line in enumerate(read_text(file).splitlines(), 1):
        if not line.strip():
            continue
        try:
            read = _Line.model_validate_json(line)
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(map(str, fault["loc"])) or "the line"
            raise BadSetting(f"{file}:{number}: {where}: {fault['msg']}: expected id, a, b, text and errors") from None
        marks = tuple(Mark(each.start, each.end, each.quote, each.type) for each in read.errors)
        yield Marked(read.id, read.a, read.b, read.text, marks)
