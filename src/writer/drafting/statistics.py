"""How models and prompts compare: how often the first try passes, how many it takes, what it costs, what goes wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from writer.drafts.draft import Attempt, Draft, Origin


@dataclass(frozen=True, slots=True)
class Line:
    """What one model came to with one version of the prompts. ``rules`` counts every finding of every attempt, the most
    frequent first; ``cost_usd`` sums what is known, ``unknown_costs`` counts the drafts whose cost is not."""

    model: str
    prompt_version: str
    drafts: int
    accepted_first: int
    accepted: int
    attempts: int
    cost_usd: Decimal
    unknown_costs: int
    rules: tuple[tuple[str, int], ...]

    @property
    def first_try(self) -> Fraction:
        """The share of drafts that passed at the first attempt."""
        return Fraction(self.accepted_first, self.drafts)

    @property
    def attempts_each(self) -> Fraction:
        """Attempts a draft, on average."""
        return Fraction(self.attempts, self.drafts)


def statistics(drafts: Iterable[Draft]) -> tuple[Line, ...]:
    """A line for each model and prompt version, in that order; what people edited is nobody's score, and
    words that are looked at again were counted when they were written."""
    written = [draft for draft in drafts if draft.origin in _WRITTEN]
    written.sort(key=_maker)
    return tuple(_line(*maker, list(theirs)) for maker, theirs in groupby(written, key=_maker))


_WRITTEN = (Origin.DRAFTED, Origin.REGENERATED)


def _maker(draft: Draft) -> tuple[str, str]:
    return draft.result.model, draft.result.prompt_version


def _line(model: str, prompt_version: str, drafts: list[Draft]) -> Line:
    results = [draft.result for draft in drafts]
    costs = [result.usage.cost_usd for result in results]
    rules = Counter(rule for result in results for rule in _rules(result.attempts))
    return Line(
        model=model,
        prompt_version=prompt_version,
        drafts=len(results),
        accepted_first=sum(result.accepted and len(result.attempts) == 1 for result in results),
        accepted=sum(result.accepted for result in results),
        attempts=sum(len(result.attempts) for result in results),
        cost_usd=sum((cost for cost in costs if cost is not None), Decimal(0)),
        unknown_costs=costs.count(None),
        rules=tuple(sorted(rules.items(), key=lambda item: (-item[1], item[0]))),
    )


def _rules(attempts: Iterable[Attempt]) -> Iterator[str]:
    """What was broken in each attempt; an attempt that gave no prose, or too little of it, is told by its outcome."""
    for attempt in attempts:
        if attempt.report is not None and attempt.report.violations:
            yield from (violation.rule for violation in attempt.report.violations)
        elif attempt.outcome != "accepted":
            yield attempt.outcome
