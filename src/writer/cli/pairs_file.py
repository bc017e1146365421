"""`--pairs FILE`: a CSV of slugs, ``a,b`` a line; every fault of the file at once."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from writer.catalog.catalog import Catalog
from writer.catalog.resolve import find_model
from writer.cli.words import count
from writer.errors import BadSetting, SameModel, UserError


def read_pairs(path: Path, catalog: Catalog) -> list[tuple[str, str]]:
    """The pairs in the order of the file, each in canonical order and once. BadSetting with every fault of it."""
    pairs: dict[tuple[str, str], None] = {}
    faults: list[str] = []
    for number, row in _rows(path):
        try:
            pairs[_pair(row, catalog)] = None
        except UserError as error:
            faults.append(f"{path}:{number}: {error}")
    if faults:
        raise BadSetting("\n".join(faults))
    if not pairs:
        raise BadSetting(f"{path}: holds no pair: expected two slugs a line, such as gpt-5.4,claude-opus-4-8")
    return list(pairs)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line number and fields of each row; empty rows and the heading ``a,b`` are passed over."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines)
            for row in reader:
                fields = [field.strip() for field in row]
                if any(fields) and not (reader.line_num == 1 and fields[:2] == ["a", "b"]):
                    yield reader.line_num, fields
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadSetting(f"{path}: cannot be read: {error}: expected a CSV file in UTF-8") from None


def _pair(row: list[str], catalog: Catalog) -> tuple[str, str]:
    if len(row) != 2:
        raise BadSetting(f"got {count(len(row), 'field')}: expected two slugs: a,b")
    a, b = (find_model(catalog, slug).slug for slug in row)
    if a == b:
        raise SameModel(a)
    return min(a, b), max(a, b)
