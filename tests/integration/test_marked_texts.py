"""The checker on texts that it was not written with: authors' drafts with their errors marked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
WRITER = str(Path(sys.executable).with_name("writer"))


def measured(file: Path) -> dict[str, int]:
    command = [WRITER, "evaluate", "--marked", str(file), "--format", "json"]
    run = subprocess.run([*command, "--catalog", str(CORPUS / "catalog")], capture_output=True, text=True, check=False)
    assert run.returncode in {0, 1}, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize(("name", "share"), [("dev.jsonl", 0.97), ("authors.jsonl", 0.92)])
def test_nearly_every_marked_error_is_found_and_nearly_every_faithful_text_accepted(name: str, share: float) -> None:
    found = measured(CORPUS / name)
    assert found["found"] >= share * found["errors"], found["missed"]
    assert found["accepted"] >= 0.97 * found["faithful"], found["wrongly"]
    assert found["rejected"] == found["faulty"]
    assert found["strays"] <= 0.3 * found["faulty"]


def test_a_line_that_is_no_draft_is_named(tmp_path: Path) -> None:
    file = tmp_path / "drafts.jsonl"
    file.write_text('{"id": "1", "a": "o3"}\n', encoding="utf-8")
    command = [WRITER, "evaluate", "--marked", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert f"{file}:1: b: Field required" in run.stderr
