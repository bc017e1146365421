"""Text from catalogs and models, made fit to be printed; and Markdown that says only what was meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_SPACES = frozenset("\t\n\r\v\f\x85\u2028\u2029")
_ANYWHERE = re.compile(r"([\\`*_\[\]|<>~&@]|(?<=http):|(?<=https):|(?<=www)\.)", re.IGNORECASE)
_AT_THE_START = re.compile(r"^([#+=-]|\d+(?=[.)](?:\s|$)))")
EMPTY = "not stated"


def visible(text: str) -> str:
    """Without control, bidi, zero-width, private or unassigned characters; every kind of line end is a space."""
    if text.isascii() and text.isprintable():
        return text
    spaced = "".join(" " if char in _SPACES else char for char in text)
    return "".join(char for char in spaced if not unicodedata.category(char).startswith("C"))


def printable(text: str) -> str:
    """One visible line with single spaces; never empty."""
    return " ".join(visible(text).split()) or EMPTY


def markdown(text: str) -> str:
    """Text as Markdown that shows just that text: what could mean more is escaped, and no address becomes a link."""
    escaped = _ANYWHERE.sub(r"\\\1", visible(text))
    return _AT_THE_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    return f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}"


def safe_url(url: str | None) -> str | None:
    """The link if it is http or https without odd characters, else None: nothing else is ever linked."""
    if url is None or not re.fullmatch(r"https?://[^\s<>\"'`\\^{}|()\x00-\x20\x7f-\x9f]+", url):
        return None
    return url if printable(url) == url else None


def listed(items: Sequence[str]) -> str:
    """``one``, ``one and two``, ``one, two and three``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
