"""Where the craft is done: in this process, or in others beside it, so that checking does not hold up the calls."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from typing import TypeVar
from zlib import crc32

from writer.drafting.bench import Judged, Prepared, Task
from writer.drafting.craft import Craft, CraftMaker
from writer.drafting.worker import Worker
from writer.llm.question import Answer, Message

Done = TypeVar("Done")
_COLLECT_AFTER = (
    50_000  # a draft makes tens of thousands of small values; sheets that are kept are looked at more rarely
)
_craft: list[Craft] = []  # a worker process' own, made when it starts


class HereBench:
    """The craft in this process."""

    def __init__(self, craft: Craft) -> None:
        self._craft = craft

    async def prepare(self, task: Task) -> Prepared:
        """See ``Craft.prepare``."""
        return self._craft.prepare(task)

    async def judge(self, task: Task, answer: Answer) -> Judged:
        """See ``Craft.judge``."""
        return self._craft.judge(task, answer)

    async def mend(self, task: Task, answer: Answer, judged: Judged) -> tuple[Message, ...]:
        """See ``Craft.mend``."""
        return self._craft.mend(task, answer, judged)

    def close(self) -> None:
        """Nothing to close."""


class PooledBench:
    """The craft in worker processes; ``make`` runs once in each of them. All that is done for a pair is done by the same one,
    which still has its facts."""

    def __init__(self, make: CraftMaker, workers: int) -> None:
        self._workers = [Worker(partial(_begin, make)) for _ in range(workers)]

    async def prepare(self, task: Task) -> Prepared:
        """See ``Craft.prepare``."""
        return await self._away(task, partial(_prepare, task))

    async def judge(self, task: Task, answer: Answer) -> Judged:
        """See ``Craft.judge``."""
        return await self._away(task, partial(_judge, task, answer))

    async def mend(self, task: Task, answer: Answer, judged: Judged) -> tuple[Message, ...]:
        """See ``Craft.mend``."""
        return await self._away(task, partial(_mend, task, answer, judged))

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.close()

    async def _away(self, task: Task, work: Callable[[], Done]) -> Done:
        worker = self._workers[crc32(f"{task.a} {task.b}".encode()) % len(self._workers)]
        return await worker.do(work)


def _begin(make: CraftMaker) -> None:
    _craft[:] = [make()]
    gc.collect()
    gc.freeze()  # the catalog stays for good: no collection needs to look at it again
    gc.set_threshold(_COLLECT_AFTER)


def _prepare(task: Task) -> Prepared:
    return _craft[0].prepare(task)


def _judge(task: Task, answer: Answer) -> Judged:
    return _craft[0].judge(task, answer)


def _mend(task: Task, answer: Answer, judged: Judged) -> tuple[Message, ...]:
    return _craft[0].mend(task, answer, judged)
