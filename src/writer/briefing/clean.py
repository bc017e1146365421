"""Makes a text of the catalog, or a note, fit to be shown to a language model as data."""

from __future__ import annotations

import unicodedata

_SPACES = frozenset("\t\n\r\v\f\x85\u2028\u2029")


def clean(text: str, limit: int) -> str:
    """``text`` on one line: no control, bidi, zero-width, private or unassigned characters, white space run together,
    at most ``limit`` code points (an ellipsis is the last of them where something was cut)."""
    if text.isascii() and text.isprintable():
        return _cut(" ".join(text.split()), limit)
    spaced = "".join(" " if char in _SPACES else char for char in text)
    visible = "".join(char for char in spaced if not unicodedata.category(char).startswith("C"))
    return _cut(" ".join(visible.split()), limit)


def _cut(line: str, limit: int) -> str:
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
