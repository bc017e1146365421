"""Reading catalog files from disk: which there are, and the TOML in each; numbers with a point become Decimals."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import tomli

from writer.catalog_files.faults import fault, near, spell_value
from writer.catalog_files.kinds import is_slug
from writer.catalog_files.layout import TABLES

_LARGEST_FILE = 8_000_000
_PLACE = re.compile(r" \(at (?:(line \d+, column \d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Unreadable(Exception):
    """A file or directory that cannot be taken as it is; ``line`` is the fault."""

    line: str


def spell_path(path: Path) -> str:
    """The path as it was given, or escaped where it holds what must not reach a terminal."""
    text = path.as_posix()
    return text if text.isprintable() else json.dumps(text)[1:-1]


def read_toml(path: Path) -> dict[str, object]:
    """The file's table. Raises Unreadable: no plain file, too large, not UTF-8, not TOML (with line and column)."""
    name, text = spell_path(path), _read_text(path)
    try:
        return tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        place, message = _PLACE.search(str(error)), _PLACE.sub("", str(error))
        where = place[1] if place and place[1] else f"line {text.count(chr(10)) + 1}"
        raise Unreadable(fault(name, where, f"not TOML ({message})", "expected key = value")) from None
    except (ValueError, ArithmeticError, RecursionError) as error:
        wrong = f"not TOML that can be read ({type(error).__name__})"
        raise Unreadable(fault(name, "", wrong, "expected plain values, nested a few levels deep")) from None


def _read_text(path: Path) -> str:
    name = spell_path(path)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable(fault(name, "", "is no plain file", "expected a text file"))
        if found.st_size > _LARGEST_FILE:
            raise Unreadable(fault(name, "", f"has {found.st_size} bytes", f"expected at most {_LARGEST_FILE}"))
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        wrong = f"cannot be read ({error.strerror or type(error).__name__})"
        raise Unreadable(fault(name, "", wrong, "expected a file that this user may read")) from None
    except UnicodeDecodeError as error:
        wrong = f"is not UTF-8 (byte {error.start})"
        raise Unreadable(fault(name, "", wrong, "expected text saved as UTF-8")) from None


def model_paths(directory: Path) -> tuple[list[Path], list[str]]:
    """Every ``models/<vendor>/<slug>.toml`` in order, and a fault for each file that lies or is named otherwise."""
    paths: list[Path] = []
    faults: list[str] = []
    for entry in _entries(directory / "models", faults):
        if os.path.isdir(entry):  # noqa: PTH112  # Path.is_dir() raises where it may not be entered
            paths += [path for path in _entries(entry, faults) if _is_model(path, faults)]
        elif entry.suffix == ".toml":
            faults.append(
                fault(
                    spell_path(entry), "", "lies outside a vendor's directory", "expected models/<vendor>/<slug>.toml"
                )
            )
    return paths, faults


def _is_model(path: Path, faults: list[str]) -> bool:
    if path.suffix != ".toml":
        return False
    if is_slug(path.stem):
        return True
    right = "expected lower case letters, digits, single dots and hyphens, and no -vs-"
    faults.append(fault(spell_path(path), "", f"got the slug {spell_value(path.stem)}", right))
    return False


def _entries(directory: Path, faults: list[str]) -> list[Path]:
    try:
        return sorted(path for path in directory.iterdir() if not path.name.startswith("."))
    except OSError as error:
        wrong = f"cannot be listed ({error.strerror or type(error).__name__})"
        faults.append(fault(spell_path(directory), "", wrong, "expected a directory models/<vendor> of TOML files"))
        return []


def stray_tables(directory: Path) -> Iterator[str]:
    """A fault for each TOML file beside ``models/`` that is none of the layout's tables, such as a misspelt one."""
    for path in sorted(directory.glob("*.toml")):
        if path.stem not in TABLES:
            yield fault(spell_path(path), "", "is no table of the layout", near(path.stem, TABLES))
