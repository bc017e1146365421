"""Group commit: what is handed in while one transaction runs is written together in the next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Generic, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


class Grouped(Generic[Item, Done]):
    """``write`` gives one result an item. ``handle`` takes many items, in one transaction, in the executor's thread."""

    def __init__(
        self, handle: Callable[[Sequence[Item]], Sequence[Done]], executor: Executor, *, most: int = 500
    ) -> None:
        self._handle, self._executor, self._most = handle, executor, most
        self._waiting: list[tuple[Item, asyncio.Future[Done]]] = []
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
        while self._waiting:
            group, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            await self._commit(group)

    async def _commit(self, group: list[tuple[Item, asyncio.Future[Done]]]) -> None:
        loop = asyncio.get_running_loop()
        try:
            done = await loop.run_in_executor(self._executor, self._handle, [item for item, _ in group])
        except Exception as error:  # noqa: BLE001  each waiter is told, and raises it
            await self._each_alone(group, error)
        else:
            for (_, future), result in zip(group, done, strict=True):
                _settle(future, result)

    async def _each_alone(self, group: list[tuple[Item, asyncio.Future[Done]]], error: Exception) -> None:
        """One bad item shall not take the others with it."""
        if len(group) == 1:
            if not group[0][1].done():
                group[0][1].set_exception(error)
            return
        for one in group:
            await self._commit([one])


def _settle(future: asyncio.Future[Done], result: Done) -> None:
    if not future.done():
        future.set_result(result)
