"""Names taken apart: the atoms that two spellings of one name have in common."""

from __future__ import annotations

import re
from typing import NamedTuple

# "Qwen3.6" is qwen + 3.6 and "GPT5" is gpt + 5; "K2.6", "4o", "35B" and "8x22B" stay whole.
_ATOM = re.compile(r"[^\W\d_]{3,}(?=[0-9])|[^\W_]+(?:\.[0-9]+[a-zA-Z]?(?![^\W_]))*")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_VERSION = re.compile(r"[vrkm]?[0-9](?:\.[0-9]{1,2})?|[0-9]o|[0-9]{4}", re.IGNORECASE)
_SIZE = re.compile(r"(?:[0-9]+x)?[ae]?[0-9]+(?:\.[0-9]+)?[bm]", re.IGNORECASE)
_GLUE = frozenset((" ", "-", "", "_", ".", "\u2011", "'", "\u2019", " & "))
_WIDEST = max(len(glue) for glue in _GLUE)


class Atom(NamedTuple):
    """A word or number of text that can be part of a name."""

    low: str
    start: int
    end: int
    capital: bool  # begins with a capital letter or a digit
    glued: bool  # nothing but a space, hyphen or "&" stands between it and the atom before


def atoms_of(text: str) -> list[Atom]:
    """The atoms of running text, in order."""
    found: list[Atom] = []
    last = -9
    for match in _ATOM.finditer(text):
        start, end = match.span()
        gap = text[last:start] if 0 <= start - last <= _WIDEST else "?"
        found.append(Atom(match[0].lower(), start, end, not text[start].islower(), gap in _GLUE))
        last = end
    return found


def parts(name: str) -> tuple[str, ...]:
    """The atoms of a name, lower case: ``GPT-5.4 mini`` -> gpt, 5.4, mini."""
    return tuple(match[0].lower() for match in _ATOM.finditer(name.partition("(")[0]))


def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """The atoms of a name as written, with inner capitals apart, and with its first two atoms joined."""
    found = [parts(name), parts(_CAMEL.sub(" ", name.partition("(")[0]))]
    found += [(each[0] + each[1], *each[2:]) for each in tuple(found) if len(each) > 1]
    return tuple(dict.fromkeys(each for each in found if each))


def is_version(atom: str) -> bool:
    """``5.4``, ``k2.6``, ``4o``, ``2507``."""
    return _VERSION.fullmatch(atom) is not None


def is_size(atom: str) -> bool:
    """``70b``, ``a3b``, ``8x22b``."""
    return _SIZE.fullmatch(atom) is not None
