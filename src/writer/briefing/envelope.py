"""The one place where data enter a message: JSON inside a delimiter that the data cannot contain."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from writer.errors import InvalidAnswer

OPEN, CLOSE = "<data>", "</data>"
Json = str | int | bool | Decimal | None | list["Json"] | dict[str, "Json"]
Document = dict[str, Json]

_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>`&"})


_encode = json.JSONEncoder(ensure_ascii=False).encode


@lru_cache(maxsize=4096)
def _string(text: str) -> str:
    return _encode(text).translate(_ESCAPES)


def _compact(value: Json) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, dict):
        return "{" + ", ".join([f"{_string(key)}: {_compact(item)}" for key, item in value.items()]) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_compact, value)) + "]"
    return f"{value:f}" if isinstance(value, Decimal) else _encode(value)


def _lines(value: Json) -> str:
    """A member of the document, its own members a line each: easy to read for people and models, few tokens."""
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f" {_compact(key)}: {_compact(item)}" for key, item in value.items()) + "\n}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f" {_compact(item)}" for item in value) + "\n]"
    return _compact(value)


def seal(document: Mapping[str, Json]) -> str:
    """The document between the delimiters. ``<``, ``>``, ``&`` and backticks inside are written as JSON escapes, so
    neither delimiter, nor a fence or a tag of any kind, can stand in the data."""
    members = ",\n".join(f"{_compact(key)}: {_lines(value)}" for key, value in document.items())
    return f"{OPEN}\n{{\n{members}\n}}\n{CLOSE}"


def unseal(message: str) -> Document:
    """The document of a message that holds exactly one; InvalidAnswer otherwise. ``unseal(seal(d)) == d``."""
    if message.count(OPEN) != 1 or message.count(CLOSE) != 1:
        raise InvalidAnswer(f"the message: not exactly one document: one {OPEN} … {CLOSE} was expected", message)
    inside = message.partition(OPEN)[2].partition(CLOSE)[0]
    found: Json = json.loads(inside, parse_float=Decimal)
    if not isinstance(found, dict):
        raise InvalidAnswer(f"the message: not an object inside {OPEN}: the brief's document was expected", message)
    return found
