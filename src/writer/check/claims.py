"""What was read of one stretch of text, and what it is judged to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement that holds (``rule`` "") or a violation. Offsets are those of the normalised text."""

    start: int
    end: int
    rule: str
    reading: str
    keys: tuple[str, ...] = ()
    expected: str = ""  # the key of the fact most likely meant
    detail: str = ""  # what is wrong, in words
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()  # other readings that hold too, with their keys

    def readings(self) -> tuple[Finding, ...]:
        """The same statement under each of its other readings."""
        return tuple(replace(self, reading=reading, keys=keys, also=()) for reading, keys in self.also)


@dataclass(slots=True)
class Findings:
    """Collects findings in the order of reading."""

    found: list[Finding] = field(default_factory=list)
    strayed: int = 0

    def holds(
        self,
        start: int,
        end: int,
        reading: str,
        keys: tuple[str, ...],
        also: Iterable[tuple[str, tuple[str, ...]]] = (),
    ) -> None:
        """Note a statement that its facts license; ``also`` are the other readings that its words allow and that hold."""
        self.found.append(Finding(start, end, "", reading, keys, also=tuple(also)))

    def accept(self, index: int, reading: str, keys: tuple[str, ...]) -> None:
        """Make a statement of a violation: a second reading found what licenses it."""
        self.found[index] = replace(self.found[index], rule="", reading=reading, keys=keys, expected="", detail="")

    def strays(self, start: int, end: int, rule: str, reading: str, *, expected: str = "", detail: str = "") -> None:
        """Note a violation."""
        self.strayed += 1
        self.found.append(Finding(start, end, rule, reading, (), expected, detail))
