"""The checker, as the review desk wants it: of today's facts, by today's rules."""

from __future__ import annotations

from review_queue.ports import Checked, Yardstick
from writer.check.check import check_prose, checker_version
from writer.prose import Paragraph, Prose, Sentence
from writer.sayings.rules import RULES
from writer.serving.kept import Kept
from writer.serving.live_catalog import Known, LiveCatalog

_PARAGRAPH = "\n\n"


class DeskChecker:
    """Judges text against the catalog as it is now."""

    def __init__(self, live: LiveCatalog) -> None:
        self._live = live
        self._kept: Kept[tuple[str, str, str], Checked] = Kept(_checked)

    def check(self, a: str, b: str, text: str) -> Checked:
        """Judge the text and its form, a person's as strictly as a model's: no markup, nothing hidden.

        UnknownModel where the catalog no longer holds one of the two.
        """
        return self._kept.of(self._live.known(), (a, b, text))

    def yardstick(self, a: str, b: str) -> Yardstick:
        """Today's facts and rules. UnknownModel where the catalog no longer holds one of the two."""
        return Yardstick(self._live.known().sheet(a, b).hash, checker_version())

    def waivable(self, rule: str) -> bool:
        """Whether a person may let this rule's finding pass."""
        return rule in RULES and RULES[rule].waivable


def _checked(known: Known, asked: tuple[str, str, str]) -> Checked:
    a, b, text = asked
    sheet = known.sheet(a, b)
    return Checked(check_prose(_uncited(text), sheet, known.names), sheet.hash)


def _uncited(text: str) -> Prose:
    """The same text as prose that cites nothing. A paragraph is a sentence here: marks of lists and headings are such
    only where a paragraph begins."""
    return Prose(tuple(Paragraph((Sentence(part),)) for part in text.split(_PARAGRAPH)))
