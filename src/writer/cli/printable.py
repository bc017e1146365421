"""Text of somebody else's for a terminal: what it would obey, hide or turn around is shown as an escape."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import accumulate

_KEPT = "\n\t"
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}  # controls, bidi and zero-width marks, halves of pairs, other line ends
_BYTE, _PLANE = 0xFF, 0xFFFF


def printable(text: str) -> str:
    r"""``a\x1b[2J`` for an escape sequence, ``\u202e`` for a mark that turns the line around; line ends and tabs stay."""
    return "".join(_shown(text))


def offsets(text: str) -> tuple[int, ...]:
    """Where each character of the text, and its end, stands in ``printable(text)``."""
    return tuple(accumulate(map(len, _shown(text)), initial=0))


def _shown(text: str) -> Iterator[str]:
    for letter, following in zip(text, [*text[1:], ""], strict=False):
        yield "" if letter + following == "\r\n" else _letter(letter)


def _letter(letter: str) -> str:
    if letter in _KEPT or unicodedata.category(letter) not in _UNSEEN:
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code <= _BYTE else f"\\u{code:04x}" if code <= _PLANE else f"\\U{code:08x}"
