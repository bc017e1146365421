"""Where the craft is done: in this process, or in others beside it, so that checking does not hold up the calls."""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import TypeVar
from zlib import crc32

from writer.drafting.bench import Judged, Prepared, Task
from writer.drafting.craft import Craft, CraftMaker
from writer.errors import NeedsPerson
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
        context = multiprocessing.get_context("spawn")
        self._pools = [
            ProcessPoolExecutor(1, mp_context=context, initializer=_begin, initargs=(make,)) for _ in range(workers)
        ]
        with _deaf_to_interrupts():
            for pool in self._pools:
                pool.submit(_ready)

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
        for pool in self._pools:
            pool.shutdown(cancel_futures=True)

    async def _away(self, task: Task, work: Callable[[], Done]) -> Done:
        pool = self._pools[crc32(f"{task.a} {task.b}".encode()) % len(self._pools)]
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, work)
        except BrokenProcessPool as error:
            raise NeedsPerson("a worker process that checks drafts has died, perhaps for want of memory") from error


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """What is started in here never hears Ctrl-C, from its first moment on: that is for the process that decides what is
    still to be done. This process hears it afterwards."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ready() -> None:
    """Nothing: a worker that has done it is there."""


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
