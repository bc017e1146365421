"""`writer check --cases`: a JSON object a line in, a JSON object a line out, in the same order; a bad line stops nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import click
from pydantic import BaseModel, ConfigDict, ValidationError

from writer.check.check import check
from writer.cli.faults import CANNOT, DONE, FINDINGS
from writer.cli.verdicts import verdict
from writer.cli.wiring import Wiring
from writer.errors import UserError
from writer.facts.sheet import FactSheet


class Case(BaseModel):
    """One line: a text about a pair. Other keys are the caller's own."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")

    id: str | int
    a: str
    b: str
    text: str


class Unreadable(UserError):
    """A line that is not a case; the message says why."""


def judge_cases(file: Path, wired: Wiring) -> int:
    """Judge every case of a file (``-`` is standard input) and print the answers; the exit status."""
    judge = _Judge(wired)
    if str(file) == "-":
        return _worst(judge.answers(sys.stdin.buffer))
    with file.open("rb") as lines:
        return _worst(judge.answers(lines))


def _worst(answers: Iterable[dict[str, object]]) -> int:
    status = DONE
    for answer in answers:
        click.echo(json.dumps(answer, ensure_ascii=False))
        if "error" in answer:
            status = CANNOT
        elif not answer["accepted"] and status == DONE:
            status = FINDINGS
    return status


class _Judge:
    """Answers one line after another; the facts of the last pairs are kept, for cases come in runs of one pair."""

    def __init__(self, wired: Wiring) -> None:
        self._names = wired.names
        self._sheet = lru_cache(maxsize=256)(wired.sheet)

    def answers(self, lines: Iterable[bytes]) -> Iterator[dict[str, object]]:
        """One answer a line; blank lines have none."""
        return (self._answer(line) for line in lines if line.strip())

    def _answer(self, line: bytes) -> dict[str, object]:
        read: object = None
        try:
            read = _parse(line)
            case = _case(read)
            sheet: FactSheet = self._sheet(case.a, case.b)
        except UserError as error:
            return {"id": _id(read), "error": str(error)}
        return {"id": case.id, **verdict(check(case.text, sheet, self._names))}


def _parse(line: bytes) -> object:
    try:
        return json.loads(line.decode("utf-8"))
    except ValueError as error:
        raise Unreadable(f"the line is no JSON: {error}: expected an object with id, a, b and text") from None
    except RecursionError:
        raise Unreadable("the line is nested too deeply: expected an object with id, a, b and text") from None


def _case(read: object) -> Case:
    try:
        case = Case.model_validate(read)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, each['loc'])) or 'the line'}: {each['msg']}" for each in error.errors())
        raise Unreadable(f"{faults}: expected an object with id, a, b and text") from None
    if any("\ud800" <= char <= "\udfff" for char in f"{case.id}{case.a}{case.b}{case.text}"):
        raise Unreadable("the line holds half a surrogate pair: expected Unicode text")
    return case


def _id(read: object) -> object:
    found = read.get("id") if isinstance(read, dict) else None
    return found if isinstance(found, int) or (isinstance(found, str) and found.isprintable()) else None
