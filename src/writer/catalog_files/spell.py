"""Catalog values as TOML text: the same value always the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from writer.quantities.dates import YearMonth

Value: TypeAlias = str | bool | int | Decimal | date | YearMonth | Sequence["Value"] | Mapping[str, "Value"]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def spell(value: Value) -> str:
    """One value as TOML: numbers in plain digits, a month as text, texts escaped where TOML asks for it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | YearMonth):
        return _quoted(str(value))
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{spell_key(key)} = {spell(entry)}" for key, entry in value.items()) + "}"
    return "[" + ", ".join(map(spell, value)) + "]"


def spell_key(key: str) -> str:
    """A key as TOML: quoted where it is not bare."""
    return key if _BARE.fullmatch(key) else _quoted(key)


def spell_pairs(pairs: Iterable[tuple[str, Value | None]]) -> list[str]:
    """A line ``key = value`` each; what is unknown (None) has none."""
    return [f"{spell_key(key)} = {spell(value)}" for key, value in pairs if value is not None]


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(mark) or _shown(mark) for mark in text) + '"'


def _shown(mark: str) -> str:
    code = ord(mark)
    if mark.isprintable():
        return mark
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
