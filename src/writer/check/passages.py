"""Items to sentences: lines, headings, bullets and questions are read for what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from writer.check.items import Item, Sort
from writer.sayings.words import Sense

_ENDS = frozenset((".", "!", "?"))
_ABBREVIATED = frozenset(("vs", "e", "g", "i", "approx", "incl", "no", "cf", "etc", "versus"))
_LONGEST_HEADING = 9
_MOST_ITEMS, _MOST_NUMBERS = 400, 48  # of a sentence that is judged
_CLOSERS = frozenset((")", '"', "'", "]"))


@dataclass(slots=True)
class Sentence:
    """One sentence, heading or bullet. ``line`` counts lines of the text that hold something."""

    items: list[Item]
    line: int
    paragraph: int
    question: bool = False
    heading: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends in the text."""
        return self.items[0].start, self.items[-1].end

    def is_endless(self) -> bool:
        """Longer than a reader could follow: its parts are looked at together, which takes time with the square."""
        return len(self.items) > _MOST_NUMBERS and (
            len(self.items) > _MOST_ITEMS or sum(item.sort is Sort.NUMBER for item in self.items) > _MOST_NUMBERS
        )


def sentences(items: Sequence[Item]) -> list[Sentence]:
    """Every sentence in order, none empty."""
    found: list[Sentence] = []
    now: list[Item] = []
    line = paragraph = breaks = 0

    def close(*, question: bool = False) -> None:
        if now:
            found.append(Sentence(list(now), line, paragraph, question=question))
            now.clear()

    for index, item in enumerate(items):
        if item.sort is Sort.BREAK:
            close()
            line += 1
            breaks += 1
            continue
        if breaks > 1:
            paragraph += 1
        breaks = 0
        now.append(item)
        if item.sort is Sort.SIGN and item.low in _ENDS and _is_end(items, index):
            close(question=item.low == "?")
    close()
    found = _with_fragments(found)
    for each in found:
        each.heading = _is_heading(each)
    return found


def _with_fragments(found: list[Sentence]) -> list[Sentence]:
    """ "Structured output? Documented for both." is one statement: a question of a few words that names no model."""
    joined: list[Sentence] = []
    for each in found:
        last = joined[-1] if joined else None
        if last is not None and last.question and _is_fragment(last) and last.line == each.line and not each.question:
            last.items[-1].low = ":"
            joined[-1] = Sentence([*last.items, *each.items], last.line, last.paragraph)
        else:
            joined.append(each)
    return joined


def _is_fragment(sentence: Sentence) -> bool:
    words = [item for item in sentence.items if item.sort is not Sort.SIGN]
    if not 0 < len(words) <= _FRAGMENT or any(item.sort in (Sort.MODEL, Sort.NUMBER) for item in words):
        return False
    return words[0].low not in _ASKING and any(item.metrics or item.ids for item in words)


_FRAGMENT = 6
_ASKING = frozenset(
    (
        "which",
        "what",
        "who",
        "how",
        "why",
        "when",
        "where",
        "is",
        "are",
        "does",
        "do",
        "can",
        "should",
        "want",
        "need",
        "has",
        "will",
        "would",
        "was",
        "did",
    )
)


def _is_end(items: Sequence[Item], index: int) -> bool:
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    if before is not None and before.low in _ABBREVIATED and items[index].low == ".":
        return before.low == "etc" and (after is None or after.start > items[index].end)
    return after is None or after.start > items[index].end or after.low in _CLOSERS or after.sort is Sort.BREAK


def _is_heading(sentence: Sentence) -> bool:
    """A short line that ends in no full stop and states no number."""
    items = sentence.items
    last = items[-1]
    if sentence.question or len(items) > _LONGEST_HEADING and items[0].low != "#":
        return False
    if last.sort is Sort.SIGN and last.low in _ENDS:
        return False
    return not any(item.sort in (Sort.NUMBER, Sort.UNREAD) or item.means(Sense.NEGATE) for item in items)
