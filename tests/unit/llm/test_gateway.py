"""The library keeps to itself, and is imported by nobody else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from writer.llm.gateway import library

ROOT = Path(__file__).parents[3]


def test_nothing_is_called_back_and_nothing_is_retried() -> None:
    litellm = library()
    kinds = ("callbacks", "success_callback", "failure_callback", "input_callback")
    assert [getattr(litellm, kind) for kind in kinds] == [[], [], [], []]
    assert litellm.num_retries is None
    assert litellm.telemetry is False


def test_only_the_door_imports_litellm_and_tenacity() -> None:
    imports = re.compile(r"^\s*(?:import|from)\s+(?:litellm|tenacity)\b", re.MULTILINE)
    files = [*(ROOT / "src").rglob("*.py"), *(ROOT / "review_queue").rglob("*.py")]
    found = {path.relative_to(ROOT).as_posix() for path in files if imports.search(path.read_text())}
    assert {name.rpartition("/")[0] for name in found} == {"src/writer/llm"}


def run(code: str, cwd: Path = ROOT) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=cwd).stdout


def test_drafting_is_imported_without_the_library() -> None:
    told = run(
        "import sys, writer.drafting.run, writer.drafting.benches, writer.llm.door; print('litellm' in sys.modules)"
    )
    assert told.strip() == "False"


def test_no_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("FOUND_IN_ENV_FILE=1\n")
    told = run(
        "import os; from writer.llm.gateway import library; library(); print(os.getenv('FOUND_IN_ENV_FILE'))", tmp_path
    )
    assert told.strip() == "None"
