from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PROGRAM = """
from pathlib import Path
from random import Random
from writer.catalog_files.load import load_catalog
from writer.evaluation import templates
from writer.evaluation.measure import oracles_of
from writer.evaluation.mutation.all import kinds
from writer.evaluation.mutation.kind import Site
from writer.evaluation.world import World
from writer.facts.compute import fact_sheet
catalog = load_catalog(Path("tests/corpus/catalog"))
sheet = fact_sheet(catalog, "kimi-k2.6", "gemini-3.1-pro-preview")
for draft in templates.drafts(sheet, Random(5), 6):
    print(draft.text)
    for kind in kinds():
        site = Site(draft, oracles_of(sheet), World.of(catalog), Random(2))
        print(kind.name, list(kind.propose(site)))
"""


def made_under(seed: int) -> str:
    environment = {"PYTHONHASHSEED": str(seed), "PYTHONPATH": f"{ROOT / 'src'}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_every_hash_seed_makes_the_same_mutants() -> None:
    first = made_under(0)
    assert first.count("\n") > 500
    assert made_under(1) == first
