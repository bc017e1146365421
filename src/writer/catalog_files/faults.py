"""What is wrong with a catalog file, a line each: *where: what is wrong: what would be right*."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from writer.catalog_files.layout import Table, expected_at, table_at

_LONGEST_QUOTE = 60
_FEW = 30
_WHOLE = {
    "list_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "too_short": "at least one entry",
    "too_long": "fewer entries",
    "string_type": "text in quotes",
}


def fault(file: str, place: str, wrong: str, right: str) -> str:
    """One line: the file, the place in it (may be empty), what is wrong, what would be right."""
    where = f"{file}: {place}" if place else file
    return f"{where}: {wrong}, {right}"


def spell_value(value: object) -> str:
    """A value of a file as it is quoted in a fault: TOML's way for plain values, cut where it is long."""
    if isinstance(value, str):
        return _cut(json.dumps(value, ensure_ascii=True))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, int):
        return _cut(str(value)) if abs(value) < 10**100 else "a number of over 100 digits"
    return _cut(str(value) if isinstance(value, Decimal | date) else repr(value))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def near(word: str, known: Iterable[str]) -> str:
    """``did you mean x?`` where something known is close, else what is known, in order, where that is not too much."""
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1)
    if close:
        return f"did you mean {close[0]}?"
    return f"expected one of {', '.join(names)}" if 0 < len(names) <= _FEW else "expected an id that is there"


def spell_place(steps: Sequence[str | int]) -> str:
    """A path into a file: ``("offers", 2, "input")`` is ``offers[2].input``, counted from 0."""
    place = ""
    for step in steps:
        if isinstance(step, int):
            place += f"[{step}]"
        else:
            name = step if step.replace("_", "").replace("-", "").isalnum() else json.dumps(step)
            place += f".{name}" if place else name
    return place


def layout_faults(file: str, error: ValidationError, layout: type[Table]) -> list[str]:
    """Every fault of one file that its layout finds, in the file's order."""
    return [_spell(file, details, layout) for details in error.errors(include_url=False, include_context=False)]


def _spell(file: str, details: ErrorDetails, layout: type[Table]) -> str:
    steps, kind = list(details["loc"]), details["type"]
    place = spell_place(steps)
    if steps[-1:] == ["[key]"]:
        return fault(file, spell_place(steps[:-1]), "got this as an id", f"expected {details['msg']}")
    if kind == "missing":
        return fault(file, place, "is missing", f"expected {expected_at(layout, steps)}")
    if kind == "extra_forbidden":
        return fault(
            file, place, "is no key of the layout", near(str(steps[-1]), table_at(layout, steps[:-1]).model_fields)
        )
    return fault(file, place, f"got {spell_value(details['input'])}", f"expected {_WHOLE.get(kind, details['msg'])}")
