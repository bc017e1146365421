"""What the checker answers. Offsets are code points of the text that was checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of text that states facts: ``facts`` are their keys, ``reading`` how it was read, in plain words."""

    start: int
    end: int
    quote: str
    facts: tuple[str, ...]
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Violation:
    """A stretch of text that no fact licenses. ``rule`` is an id of ``writer.sayings.rules``; ``expected`` is the value
    and key most likely meant, as ``95% (pair.price.input.saving_percent)``; ``suggestions`` are licensed phrasings."""

    start: int
    end: int
    quote: str
    rule: str
    message: str
    expected: str | None = None
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Worth telling, no reason to reject: a cited fact that is not stated."""

    message: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Statements and violations by start; ``quantities`` counts every quantity that was read."""

    statements: tuple[Statement, ...]
    violations: tuple[Violation, ...]
    quantities: int
    checker_version: str  # hash of the checker's rules and code
    notes: tuple[Note, ...] = ()

    @property
    def accepted(self) -> bool:
        """True where nothing strays."""
        return not self.violations
