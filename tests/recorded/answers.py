"""The recorded answers, judged as drafting judges an answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from writer.catalog.names import Names
from writer.catalog_files.load import load_catalog
from writer.check.check import check_prose
from writer.check.report import Report
from writer.drafting.answer import read
from writer.facts.compute import Facts
from writer.llm.question import Answer

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer whose facts still stand, and what the checker says of it."""

    id: str
    pair: str
    prompt_version: str
    faithful: bool | None  # None: not read by a second reader yet
    wrong: str  # "" where faithful; else number or words: what kind of claim is wrong
    report: Report


def judged() -> Iterator[Judged]:
    """Every recorded answer whose pair has the facts it had."""
    catalog = load_catalog(ROOT / "catalog")
    facts, names = Facts(catalog), Names.of(catalog)
    files = sorted(HERE.glob("answers-*.jsonl"))
    for line in (line for file in files for line in file.read_text(encoding="utf-8").splitlines()):
        kept = json.loads(line)
        sheet = facts.sheet(kept["a"], kept["b"])
        if sheet.hash != kept["facts_hash"]:
            continue
        prose = read(Answer(text=kept["answer"], finish_reason="stop", model="recorded"))
        report = check_prose(prose, sheet, names)
        yield Judged(
            kept["id"], f"{kept['a']} vs {kept['b']}", kept["prompt_version"], kept["faithful"], kept["wrong"], report
        )
