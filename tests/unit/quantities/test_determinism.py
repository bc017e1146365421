from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
import json, hashlib, tomllib
from pathlib import Path
from writer.quantities.read import scan
chapters = sorted(Path("tests/spec/quantities").glob("*.toml"))
texts = [text for chapter in chapters for text in tomllib.loads(chapter.read_text(encoding="utf-8"))["reads"]]
drafts = [json.loads(line)["text"] for line in Path("tests/corpus/dev.jsonl").read_text(encoding="utf-8").splitlines()]
print(hashlib.sha256(repr([scan(text) for text in texts + drafts]).encode()).hexdigest())
"""


def read_under(seed: int) -> str:
    environment = {"PYTHONHASHSEED": str(seed), "PYTHONPATH": f"{ROOT / 'src'}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def under_zero() -> str:
    return read_under(0)


@pytest.mark.parametrize("seed", range(1, 4))
def test_every_hash_seed_reads_alike(seed: int, under_zero: str) -> None:
    assert len(under_zero) == len(hashlib.sha256().hexdigest())
    assert read_under(seed) == under_zero
