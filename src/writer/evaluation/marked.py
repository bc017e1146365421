"""Texts by others with their errors marked by hand: how many errors the checker finds, how many true texts it accepts.

An error is found when a violation overlaps its span, or lies in the same clause (between . ; : ? ! or a line's end, at most
120 characters to either side). A violation outside every marked clause of a faulty text is a stray one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from writer.check.report import Violation
from writer.evaluation.wilson import interval

_REACH = 120
_OPENS = re.compile(r"[.;:?!]\s|\n")
_CLOSES = re.compile(r"[.;:?!](\s|$)|\n")

Judge = Callable[[str, str, str], Sequence[Violation]]
"""(slug of a, slug of b, text) -> its violations."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One error; offsets are code points of the text."""

    start: int
    end: int
    quote: str
    type: str


@dataclass(frozen=True, slots=True)
class Marked:
    """One text and its errors; none where it is faithful."""

    id: str
    a: str
    b: str
    text: str
    errors: tuple[Mark, ...] = ()


@dataclass(slots=True)
class Tally:
    """What came out. ``kinds`` and ``hits`` count errors by type; ``missed`` and ``wrongly`` are lines for a person."""

    kinds: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    faithful: int = 0
    accepted: int = 0
    faulty: int = 0
    rejected: int = 0
    strays: int = 0
    missed: list[str] = field(default_factory=list)
    wrongly: list[str] = field(default_factory=list)

    @property
    def errors(self) -> int:
        """All marked errors."""
        return self.kinds.total()

    @property
    def found(self) -> int:
        """Those that were found."""
        return self.hits.total()


def measure(texts: Iterable[Marked], judge: Judge) -> Tally:
    """Judge every text and count."""
    tally = Tally()
    for each in texts:
        violations = judge(each.a, each.b, each.text)
        (_faulty if each.errors else _faithful)(tally, each, violations)
    return tally


def _faithful(tally: Tally, text: Marked, violations: Sequence[Violation]) -> None:
    tally.faithful += 1
    tally.accepted += not violations
    tally.wrongly += [f"{text.id}: {each.rule}: {each.quote!r}: {each.message}" for each in violations]


def _faulty(tally: Tally, text: Marked, violations: Sequence[Violation]) -> None:
    tally.faulty += 1
    tally.rejected += bool(violations)
    clauses = [clause(text.text, mark.start, mark.end) for mark in text.errors]
    for mark, (first, last) in zip(text.errors, clauses, strict=True):
        tally.kinds[mark.type] += 1
        low, high = min(first, mark.start), max(last, mark.end)
        if any(each.start < high and each.end > low for each in violations):
            tally.hits[mark.type] += 1
        else:
            tally.missed.append(f"{text.id}: {mark.type}: {mark.quote!r} in {text.text[first:last].strip()!r}")
    tally.strays += sum(
        not any(each.start < last and each.end > first for first, last in clauses) for each in violations
    )


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a span, as first and last offset."""
    left = max((match.end() for match in _OPENS.finditer(text, 0, start)), default=0)
    right = _CLOSES.search(text, end)
    return max(left, start - _REACH), min(right.start() if right else len(text), end + _REACH)


def lines(tally: Tally, *, details: bool = False) -> Iterator[str]:
    """The tally as it is printed; with ``details`` what was missed and what was wrongly rejected, too."""
    if details:
        yield from (f"missed   {line}" for line in tally.missed)
        yield from (f"wrongly  {line}" for line in tally.wrongly)
        yield "by type  " + ", ".join(f"{kind} {tally.hits[kind]}/{tally.kinds[kind]}" for kind in sorted(tally.kinds))
    yield f"errors found             {_share(tally.found, tally.errors)}"
    yield f"faulty texts rejected    {_share(tally.rejected, tally.faulty)}"
    yield f"stray violations         {tally.strays} in {tally.faulty} faulty texts"
    yield f"faithful texts accepted  {_share(tally.accepted, tally.faithful)}"


def plain(tally: Tally) -> Mapping[str, object]:
    """The tally as JSON takes it."""
    return {
        "errors": tally.errors, "found": tally.found, "faulty": tally.faulty, "rejected": tally.rejected,
        "strays": tally.strays, "faithful": tally.faithful, "accepted": tally.accepted,
        "by_type": {kind: {"errors": tally.kinds[kind], "found": tally.hits[kind]} for kind in sorted(tally.kinds)},
        "missed": list(tally.missed), "wrongly": list(tally.wrongly),
    }  # fmt: skip


def _share(part: int, whole: int) -> str:
    if not whole:
        return "none to judge"
    low, high = interval(part, whole)
    return f"{part} of {whole}, {100 * part / whole:.1f} % (95 %: {100 * low:.1f} to {100 * high:.1f})"
