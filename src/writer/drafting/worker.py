"""A process that works for this one. What waits for it goes over and comes back in one piece: on a busy machine the way
there and back costs as much as a tenth of the work."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from writer.errors import NeedsPerson

Done = TypeVar("Done")
_AT_ONCE, _ON_THE_WAY = 8, 2  # one piece is worked at while the next is on its way


class Worker:
    """``begin`` runs once in the process. It never hears Ctrl-C: that is for the process that decides what is still to be
    done."""

    def __init__(self, begin: Callable[[], None]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=begin)
        self._waiting: deque[tuple[Callable[[], object], asyncio.Future[object]]] = deque()
        self._runners: set[asyncio.Task[None]] = set()
        with _deaf_to_interrupts():
            self._pool.submit(_each, [])

    async def do(self, work: Callable[[], Done]) -> Done:
        """What ``work`` gives there, or raises. NeedsPerson where the process has died."""
        future: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if len(self._runners) < _ON_THE_WAY:
            runner = asyncio.create_task(self._run())
            self._runners.add(runner)
            runner.add_done_callback(self._runners.discard)
        done: Done = await future  # type: ignore[assignment]  # what comes back is of the kind that work gives
        return done

    def close(self) -> None:
        """End the process."""
        self._pool.shutdown(cancel_futures=True)

    async def _run(self) -> None:
        while self._waiting:
            group = [self._waiting.popleft() for _ in range(min(_AT_ONCE, len(self._waiting)))]
            _settle(group, await self._done(group))

    async def _done(self, group: Sequence[tuple[Callable[[], object], object]]) -> Sequence[object]:
        works = [work for work, _ in group]
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, _each, works)
        except BrokenProcessPool as error:
            died = NeedsPerson("a worker process that checks drafts has died, perhaps for want of memory")
            died.__cause__ = error
            return [_Raised(died)] * len(group)
        except Exception as error:  # noqa: BLE001  each who waits raises it
            return [_Raised(error)] * len(group)


class _Raised:
    """What a piece of work raised."""

    def __init__(self, error: Exception) -> None:
        self.error = error


def _each(works: Sequence[Callable[[], object]]) -> list[object]:
    return [_tried(work) for work in works]


def _tried(work: Callable[[], object]) -> object:
    try:
        return work()
    except Exception as error:  # noqa: BLE001  who waits for it raises it
        return _Raised(error)


def _settle(group: Sequence[tuple[object, asyncio.Future[object]]], results: Sequence[object]) -> None:
    for (_, future), result in zip(group, results, strict=True):
        if future.done():
            continue
        if isinstance(result, _Raised):
            future.set_exception(result.error)
        else:
            future.set_result(result)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """What is started in here never hears Ctrl-C, from its first moment on. This process hears it afterwards."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
