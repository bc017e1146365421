"""Which page this code would make: a hash of its templates and of the code that fills them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

ENDINGS = (".py", ".j2", ".css")
BESIDE = {  # of other packages, what decides how a page reads
    "writer.sayings": ("display.py", "labels.py", "numbers.py"),
    "writer.facts": ("reader.py", "verdict.py"),
}


@cache
def version() -> str:
    """The hash, 16 hex digits: it moves when a template, the page's code, or how values and verdicts are shown does."""
    digest = sha256()
    for name, content in sorted((*_files(files("writer.page"), "writer.page"), *_beside())):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{name}/{entry.name}")
        elif entry.name.endswith(ENDINGS):
            yield f"{name}/{entry.name}", entry.read_bytes()


def _beside() -> Iterator[tuple[str, bytes]]:
    for package, names in BESIDE.items():
        for name in names:
            yield f"{package}/{name}", files(package).joinpath(name).read_bytes()
