"""One pair: brief, word, check, mend. The story of a draft on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from writer.drafting.answer import schema
from writer.drafting.bench import Bench, Judged, Prepared, Task
from writer.drafting.errand import Errand, Errands
from writer.drafting.events import Event, Mending
from writer.drafting.ports import Clock
from writer.drafts.batch import Sampling
from writer.drafts.draft import Attempt, Result, Usage
from writer.errors import Refused, Truncated
from writer.llm.question import HOUSE, Answer, Message, Question

ATTEMPTS = 3
LONGEST_ANSWER = 32_768


@dataclass(frozen=True, slots=True)
class Plan:
    """How a pair is to be drafted: by which model, in how many attempts, as which generation of the pair."""

    model: str
    fallbacks: tuple[str, ...] = ()  # where an attempt goes after a refusal, in order
    attempts: int = ATTEMPTS
    sampling: Sampling = field(default_factory=Sampling)
    generation: int = 1
    batch: str = ""
    since: datetime | None = None


async def draft_pair(
    task: Task,
    plan: Plan,
    *,
    bench: Bench,
    errands: Errands,
    clock: Clock,
    prepared: Prepared | None = None,
    tell: Callable[[Event], None] | None = None,
) -> Result:
    """The pair's draft: accepted at the first attempt that passes, else rejected with everything that was tried.

    Raises ModelError where the service gave no answer at all; what was answered before is in the ledger, so that doing
    this again asks only for the rest.
    """
    prepared = prepared or await bench.prepare(task)
    messages, tried = prepared.messages, _Tried()
    last = 1 if plan.model == HOUSE else plan.attempts  # it would word the same again
    for number in range(1, last + 1):
        errand = _errand(task, plan, prepared, messages, number)
        answer = await errands.run(errand)
        judged = await bench.judge(task, answer)
        tried.add(_attempt(number, answer, judged), judged)
        if judged.accepted or number == last:
            break
        if tell is not None:
            tell(Mending(task.a, task.b, number, judged.outcome, judged.detail, errand.question.label))
        plan = _adapted(plan, judged)
        messages = await bench.mend(task, answer, judged)
    return tried.result(task, plan, prepared, clock)


class _Tried:
    """The attempts so far, and the best of them."""

    def __init__(self) -> None:
        self.attempts: list[Attempt] = []
        self.best: tuple[Judged, str] | None = None

    def add(self, attempt: Attempt, judged: Judged) -> None:
        self.attempts.append(attempt)
        if self.best is None or judged.rank <= self.best[0].rank:
            self.best = judged, attempt.model

    def result(self, task: Task, plan: Plan, prepared: Prepared, clock: Clock) -> Result:
        judged, model = self.best or (Judged("rejected", "no attempt was allowed"), plan.model)
        return Result(
            task.a,
            task.b,
            accepted=judged.accepted,
            reason=judged.detail,
            prose=judged.prose,
            report=judged.report,
            facts_hash=prepared.facts_hash,
            prompt_hash=prepared.prompt_hash,
            prompt_version=prepared.prompt_version,
            model=model,
            attempts=tuple(self.attempts),
            usage=total(attempt.usage for attempt in self.attempts),
            written_at=clock.now(),
            generation=plan.generation,
        )


def total(usages: Iterable[Usage]) -> Usage:
    """The sum; a figure that one of them does not know is unknown in the sum."""
    spent = Usage(0, 0, Decimal(0))
    for usage in usages:
        spent = Usage(
            _sum(spent.prompt_tokens, usage.prompt_tokens),
            _sum(spent.completion_tokens, usage.completion_tokens),
            None if spent.cost_usd is None or usage.cost_usd is None else spent.cost_usd + usage.cost_usd,
        )
    return spent


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def label_of(a: str, b: str, generation: int) -> str:
    """The correlation id of a draft: what the label of each of its attempts begins with."""
    return f"{a}_{b}-g{generation}"


def _errand(task: Task, plan: Plan, prepared: Prepared, messages: tuple[Message, ...], number: int) -> Errand:
    label = f"{label_of(task.a, task.b, plan.generation)}-a{number}"
    question = Question(messages, plan.model, plan.sampling, schema(), label=label)
    return Errand(question, task.a, task.b, prepared.facts_hash, plan.generation, number, plan.batch, plan.since)


def _attempt(number: int, answer: Answer, judged: Judged) -> Attempt:
    return Attempt(
        number,
        answer.model,
        judged.outcome,
        answer.text,
        judged.report,
        judged.detail,
        answer.usage,
        answer.latency_seconds,
    )


def _adapted(plan: Plan, judged: Judged) -> Plan:
    """Twice the room where the answer was cut; the next model where this one refused."""
    if judged.outcome == Truncated.__name__:
        room = max(plan.sampling.max_tokens, min(2 * plan.sampling.max_tokens, LONGEST_ANSWER))
        return replace(plan, sampling=replace(plan.sampling, max_tokens=room))
    if judged.outcome == Refused.__name__ and plan.fallbacks:
        return replace(plan, model=plan.fallbacks[0], fallbacks=plan.fallbacks[1:])
    return plan
