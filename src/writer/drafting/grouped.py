"""Group commit: what is handed in until the writer's turn comes is written in one transaction."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Generic, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


class Grouped(Generic[Item, Done]):
    """``write`` gives one result an item. ``handle`` takes many items, in one transaction, in the executor's thread; a group
    is closed only when that thread begins with it, so that a busy one gets larger groups, and not before the first has waited
    ``linger_seconds``."""

    def __init__(
        self,
        handle: Callable[[Sequence[Item]], Sequence[Done]],
        executor: Executor,
        *,
        most: int = 500,
        linger_seconds: float = 0.0,
    ) -> None:
        self._handle, self._executor, self._most, self._linger = handle, executor, most, linger_seconds
        self._waiting: deque[tuple[Item, asyncio.Future[Done]]] = deque()
        self._writer: asyncio.Task[None] | None = None

    async def write(self, item: Item) -> Done:
        """The item's result, once its transaction is committed. Raises what ``handle`` raises for it."""
        future: asyncio.Future[Done] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._drain())
        return await asyncio.shield(future)

    async def settled(self) -> None:
        """Come back when nothing is left to write."""
        while self._writer is not None and not self._writer.done():
            await asyncio.wait([self._writer])

    async def _drain(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            if self._linger:
                await asyncio.sleep(self._linger)
            group, done = await loop.run_in_executor(self._executor, self._take)
            if isinstance(done, Exception) and len(group) > 1:
                await self._each_alone(group)
            else:
                _settle(group, done)

    def _take(self) -> tuple[list[tuple[Item, asyncio.Future[Done]]], Sequence[Done] | Exception]:
        """Runs in the executor's thread; a deque may be emptied from there."""
        group = [self._waiting.popleft() for _ in range(min(self._most, len(self._waiting)))]
        return group, self._handled([item for item, _ in group])

    def _handled(self, items: Sequence[Item]) -> Sequence[Done] | Exception:
        try:
            return self._handle(items)
        except Exception as error:  # noqa: BLE001  each waiter is told, and raises it
            return error

    async def _each_alone(self, group: Sequence[tuple[Item, asyncio.Future[Done]]]) -> None:
        """One bad item shall not take the others with it."""
        loop = asyncio.get_running_loop()
        for one in group:
            _settle([one], await loop.run_in_executor(self._executor, self._handled, [one[0]]))


def _settle(group: Sequence[tuple[Item, asyncio.Future[Done]]], done: Sequence[Done] | Exception) -> None:
    for place, (_, future) in enumerate(group):
        if future.done():
            continue
        if isinstance(done, Exception):
            future.set_exception(done)
        else:
            future.set_result(done[place])
