"""Prose with its citations: what a language model answers (facts.md section 5), as frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of plain text and the keys of the facts that it says it states."""

    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences, joined by one space."""

    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The paragraph as it is read."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, joined by a blank line; ``text`` is what the checker judges."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The whole text as it is checked, stored and published."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)
