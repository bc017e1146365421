from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest

from writer.check import version
from writer.check.check import checker_version

# What the checker is given, not what it does: facts and catalogs are hashed with the facts.
GIVEN = {
    "writer",
    "writer.catalog",
    "writer.catalog.catalog",
    "writer.catalog.model",
    "writer.facts",
    "writer.facts.sheet",
    "writer.errors",
}


def _imported(module: str) -> Iterator[str]:
    """What ``module`` imports of the project, without running it."""
    spec = find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    for node in ast.walk(ast.parse(Path(spec.origin).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("writer"):
            assert node.module is not None
            yield node.module
            yield from (found for each in node.names if _is_module(found := f"{node.module}.{each.name}"))
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name.startswith("writer"))


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _reached(start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            waiting += _imported(module)
    return seen


def test_the_checker_reaches_nothing_that_drafts_or_asks() -> None:
    floors = {module.split(".")[1] for module in _reached("writer.check.check") if "." in module}

    assert floors <= {"errors", "quantities", "prose", "catalog", "facts", "sayings", "check"}


def test_a_text_is_judged_without_what_drafts_or_asks() -> None:
    script = (
        "import sys; from tests.unit.check.pair import checker; assert checker().check('Zephyr 4.1 costs $7.').violations; "
        "print(sorted({n.split('.')[1] for n in sys.modules if n.startswith('writer.')} "
        "& {'briefing', 'drafting', 'wording', 'llm', 'cli', 'serving', 'evaluation'}))"
    )
    import subprocess

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
    )
    assert done.stdout.strip() == "[]"


def test_every_module_that_reads_or_judges_is_in_the_version() -> None:
    hashed = {name.removesuffix(".py").replace("/", ".").removesuffix(".__init__") for name, _ in version.sources()}

    assert _reached("writer.check.check") - hashed <= GIVEN


def test_the_version_is_the_same_each_time_and_short_enough_to_be_read() -> None:
    checker_version.cache_clear()
    first = checker_version()
    checker_version.cache_clear()

    assert checker_version() == first
    assert len(first) == 16
    assert int(first, 16) >= 0


@pytest.mark.parametrize("place", [0, -1])
def test_the_version_moves_with_any_source(monkeypatch: pytest.MonkeyPatch, place: int) -> None:
    was = checker_version()
    found = sorted(version.sources())
    name, content = found[place]
    found[place] = (name, content + b"#")
    monkeypatch.setattr(version, "sources", lambda: iter(found))
    checker_version.cache_clear()
    try:
        assert checker_version() != was
    finally:
        checker_version.cache_clear()


def test_line_ends_of_a_check_out_do_not_move_it(tmp_path: Path) -> None:
    (tmp_path / "unix.py").write_bytes(b"a\nb\n")
    (tmp_path / "windows.py").write_bytes(b"a\r\nb\r\n")
    one, two = (sha256(version._content(tmp_path / name)).hexdigest() for name in ("unix.py", "windows.py"))

    assert one == two
