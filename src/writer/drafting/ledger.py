"""The ledger: every request is written down before it is sent, and again with what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from writer.drafting.errand import Errand
from writer.drafting.grouped import Grouped
from writer.drafting.ports import Book, Clock
from writer.drafts.batch import BatchStatus, Call, CallState, Finished, is_in_parcel
from writer.drafts.draft import Usage
from writer.errors import Fatal, ModelError
from writer.llm.door import Unanswered
from writer.llm.question import Answer

KILLED = "the process ended while it was out"
_LOOK_AGAIN_SECONDS = 1.0
_LEASE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Past:
    """What is on record for a few keys, oldest first."""

    calls: tuple[Call, ...]

    def answer(self) -> Answer | None:
        """The newest answer, at no cost: it was paid when it came."""
        answered = [call for call in self.calls if call.state is CallState.ANSWERED]
        if not answered:
            return None
        call = answered[-1]
        return Answer(call.answer, call.finish_reason, call.model, call.usage, call.latency_seconds, replayed=True)

    def tries(self, key: str, since: datetime | None) -> int:
        """How often the service was tried for a key; a kill of our own is no try."""
        return sum(
            call.key == key
            and call.state in {CallState.FAILED, CallState.LOST}
            and call.error != KILLED
            and (since is None or call.sent_at >= since)
            for call in self.calls
        )

    def refusal(self, key: str, since: datetime | None) -> str:
        """Why the service will never answer it; "" where it may."""
        newest = [call for call in self.calls if call.key == key and (since is None or call.sent_at >= since)][-1:]
        said = newest[0].error.partition(": ") if newest and newest[0].state is CallState.FAILED else ("", "", "")
        return said[2] if said[0] == Fatal.__name__ else ""

    def next_number(self, key: str) -> int:
        """The number of the key's next call."""
        return max((call.number for call in self.calls if call.key == key), default=0) + 1


class Ledger:
    """Writes and reads in groups; what was written is seen by every read that begins afterwards."""

    def __init__(
        self, book: Book, writer: Executor, reader: Executor, clock: Clock, *, linger_seconds: float = 0.0
    ) -> None:
        self._book, self._reader, self._clock = book, reader, clock
        self._writing: Grouped[Call | Finished, None] = Grouped(self._write, writer, linger_seconds=linger_seconds)
        self._reading: Grouped[tuple[str, ...], tuple[Call, ...]] = Grouped(
            self._of, reader, linger_seconds=linger_seconds
        )

    async def past(self, keys: Sequence[str], batch: str = "") -> Past:
        """Every call of these keys, as a pair of ``batch`` sees them. One that is still marked as sent is another batch's
        that runs at this moment, and is waited for; or it is of a process that is gone: it is lost, and may have cost its
        worst. Fatal where it is in a parcel of another batch, which may be out for a day."""
        found = await self._reading.write(tuple(keys))
        await self._check_parcels(found, batch)
        while await self._is_out_elsewhere(found, batch):
            await self._clock.sleep(_LOOK_AGAIN_SECONDS)
            found = await self._reading.write(tuple(keys))
        lost = [replace(call, state=CallState.LOST, error=KILLED) for call in found if call.state is CallState.SENT]
        for call in lost:
            await self._writing.write(call)
        ended = {(call.key, call.number): call for call in lost}
        return Past(tuple(ended.get((call.key, call.number), call) for call in found))

    async def _check_parcels(self, calls: Sequence[Call], batch: str) -> None:
        for call in calls:
            if is_in_parcel(call) and call.batch != batch and await self._look(partial(self._is_open, call.batch)):
                raise Fatal(
                    f"{call.a} vs {call.b}: the same is out in a parcel of batch {call.batch} since "
                    f"{call.sent_at:%Y-%m-%d %H:%M}: `writer batches resume {call.batch}` takes it in, "
                    f"`writer batches cancel {call.batch}` gives it up"
                )

    def _is_open(self, batch: str) -> bool:
        return self._book.batch(batch).status not in {BatchStatus.CANCELLED, BatchStatus.DONE}

    async def _look(self, read: Callable[[], bool]) -> bool:
        return await asyncio.get_running_loop().run_in_executor(self._reader, read)

    def _of(self, wanted: Sequence[tuple[str, ...]]) -> Sequence[tuple[Call, ...]]:
        """The calls of each set of keys, in one read."""
        calls = self._book.of([key for keys in wanted for key in keys])
        return [tuple(call for call in calls if call.key in keys) for keys in wanted]

    async def _is_out_elsewhere(self, calls: Sequence[Call], batch: str) -> bool:
        others = {call.batch for call in calls if call.state is CallState.SENT} - {batch, ""}
        if not others:
            return False
        return await self._look(lambda: any(self._is_run(other) for other in sorted(others)))

    def _is_run(self, batch: str) -> bool:
        stands = self._book.batch(batch)
        return bool(stands.runner) and stands.seen_at is not None and self._clock.now() - stands.seen_at < _LEASE

    def call(self, errand: Errand, number: int, worst_usd: Decimal | None, now: datetime) -> Call:
        """The record of a request that is about to go out."""
        return Call(
            errand.key,
            number,
            errand.batch,
            errand.a,
            errand.b,
            errand.generation,
            errand.attempt,
            errand.question.model,
            CallState.SENT,
            worst_usd,
            now,
        )

    async def sent(self, call: Call) -> None:
        """It is on record; now it may go out."""
        await self._writing.write(call)

    async def answered(self, call: Call, answer: Answer) -> None:
        """What came, and what it cost."""
        await self._writing.write(
            replace(
                call,
                state=CallState.ANSWERED,
                answer=answer.text,
                finish_reason=answer.finish_reason,
                usage=answer.usage,
                latency_seconds=answer.latency_seconds,
            )
        )

    async def failed(self, call: Call, error: ModelError) -> Call:
        """What went wrong. Where the service said no it cost nothing; where nobody knows, its worst stands."""
        lost = isinstance(error, Unanswered)
        record = replace(
            call,
            state=CallState.LOST if lost else CallState.FAILED,
            usage=Usage() if lost else Usage(0, 0, Decimal(0)),
            error=f"{type(error).__name__}: {error}",
        )
        await self._writing.write(record)
        return record

    async def finish(self, finished: Finished) -> None:
        """A pair came to its end."""
        await self._writing.write(finished)

    async def settled(self) -> None:
        """Come back when all is written."""
        await self._writing.settled()

    def _write(self, entries: Sequence[Call | Finished]) -> Sequence[None]:
        calls = [entry for entry in entries if isinstance(entry, Call)]
        self._book.write(calls, [entry for entry in entries if isinstance(entry, Finished)])
        return [None] * len(entries)
