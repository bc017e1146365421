"""What is installed from a wheel is the whole program: its catalog, prompts, templates and migrations too."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    line = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(line, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_every_file_that_is_no_code_is_in_it(unpacked: Path) -> None:
    for package, where in (
        ("src/writer", "writer"),
        ("review_queue", "review_queue"),
        ("catalog", "writer/_project/catalog"),
        ("prompts", "writer/_project/prompts"),
    ):
        tracked = subprocess.run(
            ["git", "ls-files", package], cwd=ROOT, capture_output=True, text=True, check=False
        ).stdout
        for name in tracked.splitlines():
            assert (unpacked / where / Path(name).relative_to(package)).is_file(), name


def test_it_drafts_without_the_repository(unpacked: Path, tmp_path: Path) -> None:
    program = (
        "import sys",
        f"sys.path = [{str(unpacked)!r}, *(path for path in sys.path if not path.startswith({str(ROOT)!r}) or 'site-packages' in path)]",
        "import writer",
        f"assert writer.__file__.startswith({str(unpacked)!r}), writer.__file__",
        "from writer.cli.main import run",
        "sys.exit(run(['facts', 'gpt-4.1', 'o3', '--format', 'json']))",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(program)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert '"name": "GPT-4.1"' in done.stdout
