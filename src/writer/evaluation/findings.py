"""What the checker got wrong, as lines for people: mutants that passed, faithful drafts that were rejected."""

from __future__ import annotations

from dataclasses import dataclass

from writer.check.report import Report
from writer.evaluation.draft import Faithful, Mutant

_REACH, _AROUND = 200, 120


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that passed; ``line`` tells source, kind, pair, what was changed, the sentence as it now is."""

    kind: str
    draft: str
    line: str

    @classmethod
    def of(cls, mutant: Mutant) -> Survivor:
        """Of a mutant."""
        sheet = mutant.draft.sheet
        parts = (
            mutant.draft.source.value,
            mutant.kind,
            f"{sheet.a.slug} vs {sheet.b.slug}",
            f"{mutant.was!r} -> {mutant.now.strip()!r}",
            _sentence(mutant),
        )
        return cls(mutant.kind, mutant.draft.id, " | ".join(parts))


def _sentence(mutant: Mutant) -> str:
    """The sentence that the change stands in, on one line."""
    text, start, end = mutant.text, mutant.start, mutant.start + len(mutant.now)
    low = max(text.rfind(". ", 0, start) + 1, text.rfind("\n", 0, start) + 1, start - _REACH)
    stops = [at for at in (text.find(". ", max(start, end - 1)), text.find("\n", end)) if at >= 0]
    return " ".join(text[low : min([*stops, end + _REACH, len(text)]) + 1].split())


@dataclass(frozen=True, slots=True)
class Rejection:
    """A faithful draft that was rejected: by which rules, and a line for each violation."""

    draft: str
    rules: tuple[str, ...]
    lines: tuple[str, ...]

    @classmethod
    def of(cls, draft: Faithful, report: Report) -> Rejection:
        """Of a draft and its report."""
        lines = []
        for each in report.violations:
            before = draft.text[max(0, each.start - _AROUND) : each.start]
            after = draft.text[each.end : each.end + _AROUND]
            quoted = " ".join(f"{before}[{each.quote}]{after}".split())
            lines.append(f"{draft.source.value} | {each.rule} | {draft.id} | {each.expected} | {quoted}")
        return cls(draft.id, tuple(each.rule for each in report.violations), tuple(lines))
