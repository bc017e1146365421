from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from tests.unit.house.sources import PURE_FLOORS, ROOT, WRITER, floor, imports, modules, pure_modules, shown, tree

IMPURE_MODULES = {
    "aiohttp",
    "asyncio",
    "fastapi",
    "glob",
    "http",
    "httpx",
    "io",
    "litellm",
    "multiprocessing",
    "os",
    "pathlib",
    "pickle",
    "psycopg",
    "random",
    "requests",
    "secrets",
    "shutil",
    "signal",
    "socket",
    "sqlalchemy",
    "sqlite3",
    "sqlmodel",
    "ssl",
    "subprocess",
    "tempfile",
    "tenacity",
    "threading",
    "time",
    "urllib",
    "uuid",
    "uvicorn",
}
PURE_PARTS = {"urllib.parse"}  # of those, what only computes
IMPURE_NAMES = {"__file__", "FileSystemLoader"}
IMPURE_CALLS = {"open", "input", "print"}
IMPURE_METHODS = {"now", "today", "utcnow", "read_text", "write_text", "read_bytes", "write_bytes"}
PACKAGE_DATA = {"page", "check", "sayings"}  # may read files of their own package through importlib.resources


def impure_imports(path: Path) -> list[str]:
    """Where the file imports what knows the world outside."""
    return [
        f"{shown(path)}:{line}: {name}"
        for line, name in imports(path)
        if name.split(".")[0] in IMPURE_MODULES and not any(name.startswith(part) for part in PURE_PARTS)
    ]


def impure_uses(path: Path) -> list[str]:
    """Where the file calls for a file, the clock or the terminal without importing anything."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Name) and node.id in IMPURE_NAMES:
            found.append(f"{shown(path)}:{node.lineno}: {node.id}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in IMPURE_CALLS:
            found.append(f"{shown(path)}:{node.lineno}: {node.func.id}()")
        if isinstance(node, ast.Attribute) and node.attr in IMPURE_METHODS and floor(path) not in PACKAGE_DATA:
            found.append(f"{shown(path)}:{node.lineno}: .{node.attr}")
    return found


@pytest.mark.parametrize("name", PURE_FLOORS)
def test_a_pure_floor_knows_no_disk_network_clock_or_chance(name: str) -> None:
    files = [path for path in pure_modules() if floor(path) == name]
    assert files, f"{name}: the floor has no file"
    assert [fault for path in files for fault in (*impure_imports(path), *impure_uses(path))] == []


@pytest.mark.parametrize("library", ["litellm", "tenacity"])
def test_one_floor_alone_imports_the_model_library(library: str) -> None:
    importers = {shown(path.parent) for path in modules() for _, name in imports(path) if name.split(".")[0] == library}
    assert importers <= {"src/writer/llm"}


def test_every_floor_of_the_house_has_its_place_in_the_layers() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    placed = {name.strip(" ()") for layer in layers for name in layer.replace("|", ":").split(":")}
    there = {path.stem for path in WRITER.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert placed == there - {"__init__", "__main__"}


def test_review_queue_takes_its_drafter_and_checker_as_arguments() -> None:
    forbidden = ("writer.llm", "writer.drafting", "writer.briefing", "writer.wording", "writer.cli", "writer.serving")
    assert [
        f"{shown(path)}:{line}: {name}"
        for path in modules()
        if shown(path).startswith("review_queue")
        for line, name in imports(path)
        if name.startswith(forbidden)
    ] == []
