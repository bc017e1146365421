"""A digest of facts: the same bytes for the same values, whatever the machine, locale or hash seed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from writer.facts.sheet import Value


def digest_of(facts: Iterable[tuple[str, Value]]) -> bytes:
    """SHA-256 of keys and values, in the order given."""
    lines = [f"{key}={_token(value)}\n" for key, value in facts]
    return sha256("".join(lines).encode()).digest()


def _token(value: Value) -> str:
    """Text and lists as JSON, so that no value can be mistaken for another or for a line's end."""
    if isinstance(value, (str, tuple, bool)):
        return json.dumps(value)
    return str(value)
