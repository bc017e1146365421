"""The form of a model's answer (the contract, section 5): plain text, without markup and without what cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5

_MARKS = re.compile(
    r"""
    (?P<link>   !?\[[^\[\]\n]{0,300}\](?:\([^()\n]{0,500}\)|\[[^\[\]\n]{0,100}\]) | \[\^[^\[\]\n]{0,60}\]
              | (?i:\b[a-z][a-z0-9+.-]{1,20}://[^\s<>"']{0,500} | \bmailto:[^\s<>"']{1,200} | \bwww\.[^\s<>"']{1,200}))
  | (?P<code>   `+ | ~~~+ | \{\{ | \}\} | \{% | %\} | \$\{ | \\[A-Za-z(){}\[\]\\*_`$] | \$\$ )
  | (?P<tag>    <[/!?]?[A-Za-z][^<>\n]{0,300}>? | <!-- | --> | <!\[ )
  | (?P<entity> &(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31}); )
  | (?P<table>  \| )
  | (?P<strong> \*+ | ~~ | (?<![^\W_])__?(?=\S) | (?<=\S)__?(?![^\W_]) )
    """,
    re.VERBOSE,
)
_OPENING = re.compile(
    r"\s{0,20}(?P<mark>#{1,6}(?=\s)|>(?=\s)|[-+•‣◦▪](?=\s)|[0-9]{1,2}[.)](?=\s)|(?:-{3,}|={3,})(?=\s|\Z))"
)
_MARKED = re.compile(r"[\[\]`{}~\\<&|*_]|\$\$|://|mailto:|www\.", re.IGNORECASE)
_WHAT = {
    "link": "this is a link",
    "code": "this is code",
    "tag": "this is an HTML tag",
    "entity": "this is an HTML entity",
    "table": "this is a mark of tables",
    "strong": "this is a mark of emphasis",
    "mark": "a sentence does not begin with a mark of headings, lists, quotations or rules",
}


@dataclass(frozen=True, slots=True)
class Flaw:
    """A stretch of a sentence that is not plain text; ``rule`` is ``markup`` or ``hidden-character``."""

    start: int
    end: int
    rule: str
    message: str


def flaws(text: str) -> Iterator[Flaw]:
    """What is not plain in one sentence's ``text``, by kind and place."""
    opening = _OPENING.match(text)
    if opening is not None:
        yield Flaw(*opening.span("mark"), "markup", _WHAT["mark"])
    if _MARKED.search(text):
        yield from _marks(text)
    if not text.isascii() or not text.isprintable():
        yield from _hidden(text)


def _marks(text: str) -> Iterator[Flaw]:
    for match in _MARKS.finditer(text):
        kind = match.lastgroup or "code"
        if kind != "entity" or match[0][1] == "#" or match[0][1:] in html5:
            yield Flaw(match.start(), match.end(), "markup", _WHAT[kind])


def _hidden(text: str) -> Iterator[Flaw]:
    for at, char in enumerate(text):
        what = hidden(char)
        if what:
            yield Flaw(at, at + 1, "hidden-character", f"U+{ord(char):04X} {what}")


@lru_cache(maxsize=4096)
def hidden(char: str) -> str:
    """Why a character may not stand in plain text; "" where it may."""
    if char in _BLANK:
        return "looks like nothing"
    match unicodedata.category(char):
        case "Cc":
            return "is a control character"
        case "Cf":
            return f"({unicodedata.name(char, 'a format character').lower()}) cannot be seen"
        case "Zl" | "Zp":
            return "separates lines"
        case "Me":
            return "is drawn over the character before it"
        case "Cs":
            return "is half a surrogate pair"
        case "Co":
            return "has no public meaning"
        case _:
            return ""


_BLANK = frozenset(
    [*map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0)), *map(chr, range(0x180B, 0x1810))]
    + ["\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u2800", "\u3164", "\uffa0"]
    + [*map(chr, range(0x0334, 0x0339)), *map(chr, range(0xFDD0, 0xFDF0))]
    + [chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)]
)
