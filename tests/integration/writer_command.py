"""The program as a user starts it, in this process: what it prints, and its exit status."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from writer.cli.faults import exit_status
from writer.cli.main import run

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus" / "catalog"
PAIR = ("gpt-4.1", "o3")


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said; ``out`` is standard output, ``err`` standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, which holds one JSON document and nothing else."""
        return json.loads(self.out)


class Program:
    """`writer`, with a catalog and a data directory of its own."""

    def __init__(self, data_dir: Path, capsys: pytest.CaptureFixture[str], catalog: Path = CORPUS) -> None:
        self.data_dir, self.catalog, self._capsys = data_dir, catalog, capsys

    def __call__(self, *arguments: str | Path) -> Said:
        """Run one command line."""
        self._capsys.readouterr()
        line = [*map(str, arguments), "--catalog", str(self.catalog), "--data-dir", str(self.data_dir)]
        status = exit_status(lambda: run(line))
        said = self._capsys.readouterr()
        return Said(status, said.out, said.err)
