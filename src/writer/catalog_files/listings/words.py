"""Words of collected data made fit for a catalog: texts cleaned, spellings compared, sources made ids."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 120


def clean_text(text: str) -> str:
    """The text in NFC with single spaces, without control, bidi and zero-width characters, cut at 120 characters."""
    shown = "".join(mark if mark.isprintable() else " " for mark in unicodedata.normalize("NFC", text))
    return " ".join(shown.split())[:_LONGEST].strip()


def folded(text: str) -> str:
    """Letters and digits alone, in lower case, a plus sign spelt out: what two spellings of one name share."""
    return re.sub(r"[^a-z0-9]", "", text.casefold().replace("+", "plus"))


def source_id(name: str) -> str:
    """A source of the file as an id: ``models.dev`` is ``models-dev``."""
    return name.replace(".", "-")
