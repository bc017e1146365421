"""Who does something, and what they say: checked before anything is stored."""

from __future__ import annotations

import re
import unicodedata

from review_queue.store.values import storable
from writer.errors import NotAllowed

_LONGEST_NAME = 200
_LONGEST_REASON = 2000
_AN_ID = r"[a-z0-9.-]{5,250}@[1-9][0-9]{0,8}"
_ID = re.compile(_AN_ID)
ID_PATTERN = f"^({_AN_ID})?$"  # as an address may hold one
_NONCE = re.compile(r"[A-Za-z0-9_-]{8,100}")


def checked_name(by: str) -> str:
    """The name without space around it; NotAllowed where it is empty, too long or holds control characters."""
    name = by.strip()
    if not name or len(name) > _LONGEST_NAME or any(unicodedata.category(character) in _UNSEEN for character in name):
        raise NotAllowed(f"who are you? got {name[:40]!r}: expected a name of 1 to {_LONGEST_NAME} visible characters")
    return name


def checked_reason(reason: str, what: str, *, required: bool = True) -> str:
    """The reason without space around it; NotAllowed where one is required and missing, or where it cannot be kept."""
    words = checked_text(reason, what).strip()
    if required and not words:
        raise NotAllowed(f"{what}: a reason is missing: say why in a line, the writer will read it")
    if len(words) > _LONGEST_REASON:
        raise NotAllowed(f"{what}: the reason has {len(words)} characters: {_LONGEST_REASON} are enough")
    return words


def checked_text(text: str, what: str) -> str:
    """The text with line ends as LF; NotAllowed where a database could not keep it."""
    try:
        return storable(text.replace("\r\n", "\n").replace("\r", "\n"))
    except ValueError as error:
        raise NotAllowed(f"{what}: {error}") from error


def checked_id(item: str) -> str:
    """The id; NotAllowed where it cannot be one."""
    if not _ID.fullmatch(item):
        raise NotAllowed(f"{item[:60]!r} is no draft's id: expected one such as example-7b-vs-other-8b@1")
    return item


def checked_nonce(nonce: str | None) -> str | None:
    """The name of a request; NotAllowed where it cannot be one."""
    if nonce is not None and not _NONCE.fullmatch(nonce):
        raise NotAllowed("the request's own name must be 8 to 100 letters, digits, - or _")
    return nonce


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
