"""Stopping: who waits for a turn is sent away at once; whose call is out comes back, and is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from writer.errors import Halt


class Stopping:
    """Knows the tasks that wait for a slot, for the budget, or to try again."""

    def __init__(self) -> None:
        self._is_closed = False
        self._waiting: set[asyncio.Task[object]] = set()

    def check(self) -> None:
        """Raise Halt where nothing more is to be sent."""
        if self._is_closed:
            raise Halt("it was told to stop")

    def close(self) -> None:
        """Send nothing more; those who wait are cancelled."""
        self._is_closed = True
        for task in self._waiting:
            task.cancel()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While this task waits for its turn."""
        self.check()
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("only a task can wait")
        self._waiting.add(task)
        try:
            yield
        finally:
            self._waiting.discard(task)

    @contextmanager
    def sending(self) -> Iterator[None]:
        """While this task's call is out: it is not sent away."""
        task = asyncio.current_task()
        self._waiting.discard(task)
        try:
            yield
        finally:
            if task is not None:
                self._waiting.add(task)
