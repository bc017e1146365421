from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.unit.house.sources import ROOT, imports, modules

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OURS = {"writer", "review_queue", "tests"}
GROUND = {"starlette", "markupsafe", "pydantic-core"}  # part of fastapi, jinja2 and pydantic
OPTIONAL = {"matplotlib", "opentelemetry"}  # asked for by a setting, which says what to install


def declared(lines: list[str]) -> set[str]:
    """The distributions that requirement lines name."""
    return {re.split(r"[^A-Za-z0-9._-]", line)[0].lower().replace("_", "-") for line in lines}


def third_party(paths: list[Path]) -> dict[str, str]:
    """Import name -> distribution, of everything that is neither Python's nor ours."""
    known = packages_distributions()
    names = {name.split(".")[0] for path in paths for _, name in imports(path)}
    return {
        name: known.get(name, ["?"])[0].lower().replace("_", "-")
        for name in sorted(names - OURS - sys.stdlib_module_names)
    }


def test_what_the_program_imports_is_declared() -> None:
    used = third_party(modules())
    wanted = declared(PROJECT["dependencies"]) | GROUND
    assert {name: owner for name, owner in used.items() if owner not in wanted and name not in OPTIONAL} == {}


def test_what_the_tests_import_is_declared() -> None:
    used = third_party(sorted((ROOT / "tests").rglob("*.py")))
    wanted = declared([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]) | GROUND
    assert {name: owner for name, owner in used.items() if owner not in wanted and name not in OPTIONAL} == {}


def test_every_dependency_is_locked_by_hash() -> None:
    for name, lines in (
        ("requirements.lock", PROJECT["dependencies"]),
        ("requirements-dev.lock", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]),
    ):
        locked = (ROOT / name).read_text(encoding="utf-8")
        pinned = {line.split("==")[0].split("[")[0].lower() for line in locked.splitlines() if "==" in line}
        assert declared(lines) - pinned == set()
        assert locked.count("--hash=sha256:") > len(pinned)


def test_the_locks_name_no_index_and_no_tampered_release() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        locked = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"://|--index|--find-links|litellm==1\.82\.[78]\b", locked)
