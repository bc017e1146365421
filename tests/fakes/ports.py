"""In-memory fakes of drafting's ports: a bench that needs no catalog, a store, a clock that leaps, a watcher."""

from __future__ import annotations

import asyncio
import hashlib
import heapq
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from writer.briefing.brief import Message
from writer.check.report import Report, Violation
from writer.drafting.answer import read
from writer.drafting.bench import Judged, Prepared, Task
from writer.drafting.events import Event
from writer.drafts.draft import Draft, Origin, Result, Status
from writer.errors import Conflict, ModelError, StoreError
from writer.llm.question import Answer

START = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)


class FakeBench:
    """Judges by words: prose with "wrong" in it strays, with "thin" in it is thin."""

    def __init__(self, facts: str = "facts") -> None:
        self.facts, self.judged = facts, 0

    async def prepare(self, task: Task) -> Prepared:
        """Messages that name the pair."""
        text = f"Compare {task.a} and {task.b}. {task.note}"
        digest = hashlib.sha256(text.encode()).hexdigest()
        return Prepared(f"{self.facts}:{task.a}:{task.b}", digest, "1", (Message(role="user", content=text),))

    async def prepare_of(self, a: str, b: str) -> Prepared:
        """What a pair without a note is prepared as."""
        return await self.prepare(Task(a, b))

    async def judge(self, task: Task, answer: Answer) -> Judged:
        """By the words alone."""
        self.judged += 1
        try:
            prose = read(answer)
        except ModelError as error:
            return Judged(type(error).__name__, str(error))
        at = prose.text.find("wrong")
        found = (Violation(at, at + 5, "wrong", "wrong-number", f"{task.a}: it is wrong"),) if at >= 0 else ()
        report = Report((), found, 12, "checker")
        if found:
            return Judged("rejected", "1 findings: wrong-number", prose, report)
        return (
            Judged("thin", "too thin", prose, report) if "thin" in prose.text else Judged("accepted", "", prose, report)
        )

    async def mend(self, task: Task, answer: Answer, judged: Judged) -> tuple[Message, ...]:
        """The first messages, the answer, and what was wrong."""
        prepared = await self.prepare(task)
        return (
            *prepared.messages,
            Message(role="assistant", content=answer.text),
            Message(role="user", content=judged.detail),
        )


class FakeStore:
    """Drafts in a list; ``broken`` makes it refuse."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.broken: StoreError | None = None
        self.moved = 0

    def save(
        self,
        results: Sequence[Result],
        *,
        origin: Origin,
        by: str,
        note: str = "",
        revisions: Sequence[int | None] | None = None,
    ) -> tuple[Draft, ...]:
        """Keep each."""
        if self.broken is not None:
            raise self.broken
        kept = []
        for result, revision in zip(results, revisions or [None] * len(results), strict=True):
            if revision not in {None, self.revision(result.a, result.b)}:
                raise Conflict("it came too late")
            version = 1 + sum((draft.result.a, draft.result.b) == (result.a, result.b) for draft in self.drafts)
            text = result.prose.text if result.prose else ""
            status = Status.IN_REVIEW if result.accepted else Status.REJECTED
            draft = Draft(
                f"{result.a}_{result.b}.{version}",
                version,
                status,
                result,
                text,
                hashlib.sha256(text.encode()).hexdigest(),
                "page",
                origin,
                None,
                by,
                note,
                result.written_at,
            )
            self.drafts.append(draft)
            kept.append(draft)
        return tuple(kept)

    def revision(self, a: str, b: str) -> int:
        """How many drafts the pair has, and what a person did to it."""
        return sum((draft.result.a, draft.result.b) == (a, b) for draft in self.drafts) + self.moved

    def stored(
        self, a: str, b: str, *, facts_hash: str, prompt_hash: str, models: Sequence[str], generation: int
    ) -> Draft | None:
        """The newest that was made of exactly this."""

        def fits(result: Result) -> bool:
            return (result.a, result.b, result.facts_hash, result.prompt_hash, result.generation) == (
                a,
                b,
                facts_hash,
                prompt_hash,
                generation,
            ) and result.model in models

        return next((draft for draft in reversed(self.drafts) if fits(draft.result)), None)

    def generation(self, a: str, b: str) -> int:
        """The newest of the pair."""
        return max(
            (draft.result.generation for draft in self.drafts if (draft.result.a, draft.result.b) == (a, b)), default=0
        )


class LeapingClock:
    """Time that leaps to the next sleeper as soon as everybody else waits."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []
        self._sleepers: list[float] = []

    def now(self) -> datetime:
        """The time of day."""
        return START + timedelta(seconds=self.seconds)

    def ticks(self) -> float:
        """Seconds since it was made."""
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        """Come back when all who sleep shorter have come back."""
        self.slept.append(seconds)
        until = self.seconds + seconds
        heapq.heappush(self._sleepers, until)
        while self.seconds < until:
            for _ in range(20):
                await asyncio.sleep(0)
            if self._sleepers[0] == until:
                self.seconds = max(self.seconds, until)
        self._sleepers.remove(until)
        heapq.heapify(self._sleepers)


class Heard:
    """Keeps every event."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def tell(self, event: Event) -> None:
        """Keep it."""
        self.events.append(event)

    def of(self, kind: type[Event]) -> list[Event]:
        """Those of one kind."""
        return [event for event in self.events if isinstance(event, kind)]


class FakeModel:
    """Answers from a list, in order; an error in it is raised."""

    def __init__(self, *answers: Answer | ModelError) -> None:
        self.answers, self.asked = list(answers), []

    async def ask(self, question: object) -> Answer:
        """The next one; the last one for ever."""
        self.asked.append(question)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, ModelError):
            raise answer
        return replace(answer)
