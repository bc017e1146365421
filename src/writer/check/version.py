"""Which checker this is: a hash of its own sources. An approval stands only as long as it stays the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

PACKAGES = ("writer.check", "writer.quantities", "writer.sayings")
BESIDE = {  # of other packages, what decides how a text is read
    "writer": ("prose.py",),
    "writer.catalog": ("name_parts.py", "name_table.py", "names.py", "outside.py"),
}


@cache
def checker_version() -> str:
    """The hash, 16 hex digits: it moves when a rule, a word table or the code that reads and judges does."""
    digest = sha256()
    for name, content in sorted(sources()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def sources() -> Iterator[tuple[str, bytes]]:
    """Name and content of every source that counts, with one kind of line end whatever the check-out made of it."""
    for package in PACKAGES:
        yield from _within(files(package), package)
    for package, names in BESIDE.items():
        for name in names:
            yield f"{package}/{name}", _content(files(package).joinpath(name))


def _within(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _within(entry, f"{name}/{entry.name}")
        elif entry.name.endswith(".py"):
            yield f"{name}/{entry.name}", _content(entry)


def _content(entry: Traversable) -> bytes:
    return entry.read_bytes().replace(b"\r\n", b"\n")
