"""The project's own source files, as the tests of the house read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
WRITER = ROOT / "src" / "writer"
REVIEW_QUEUE = ROOT / "review_queue"
PURE_FLOORS = (
    "errors",
    "quantities",
    "prose",
    "catalog",
    "facts",
    "sayings",
    "check",
    "page",
    "drafts",
    "briefing",
    "wording",
)


def modules() -> list[Path]:
    """Every Python file of the two packages, in order."""
    return sorted([*WRITER.rglob("*.py"), *REVIEW_QUEUE.rglob("*.py")])


def of_tests() -> list[Path]:
    """Every Python file of the tests, in order."""
    return sorted((ROOT / "tests").rglob("*.py"))


def pure_modules() -> list[Path]:
    """Every Python file of floors 1 to 7."""
    return [path for path in modules() if path.is_relative_to(WRITER) and floor(path) in PURE_FLOORS]


def floor(path: Path) -> str:
    """The name under src/writer that the file belongs to."""
    return path.relative_to(WRITER).parts[0].removesuffix(".py")


def shown(path: Path) -> str:
    """The path as a reader of the project writes it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything that the file imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
