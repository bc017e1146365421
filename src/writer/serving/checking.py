"""The checker, as the review desk wants it: of today's facts, by today's rules."""

from __future__ import annotations

from review_queue.ports import Checked
from writer.check.check import check
from writer.sayings.rules import RULES
from writer.serving.live_catalog import LiveCatalog


class DeskChecker:
    """Judges text against the catalog as it is now."""

    def __init__(self, live: LiveCatalog) -> None:
        self._live = live

    def check(self, a: str, b: str, text: str) -> Checked:
        """Judge the text; UnknownModel where the catalog no longer holds one of the two."""
        known = self._live.known()
        sheet = known.sheet(a, b)
        return Checked(check(text, sheet, known.names), sheet.hash)

    def waivable(self, rule: str) -> bool:
        """Whether a person may let this rule's finding pass."""
        return rule in RULES and RULES[rule].waivable
