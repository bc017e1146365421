"""Trying again: the only place that does. Nothing below it retries, and the library's own retries are off."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_random_exponential

from writer.errors import ModelError, Throttled

Got = TypeVar("Got")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long trouble is borne: so many tries, so many seconds of waiting in all, waits that double from first to longest."""

    tries: int = 6
    total_seconds: float = 600.0
    first_wait_seconds: float = 1.0
    longest_wait_seconds: float = 60.0

    def of(self, tries: int) -> Patience:
        """The same, with so many tries."""
        return replace(self, tries=tries)


async def patiently(
    ask: Callable[[], Awaitable[Got]], patience: Patience, sleep: Callable[[float], Awaitable[None]]
) -> Got:
    """The first answer that comes. Waits between tries are random below a bound that doubles, and never shorter than what
    the service asked for; together they stay below ``total_seconds`` (waiting for a slot is not counted). Raises the last
    ModelError where tries or time are used up, or at once where trying again cannot help."""
    jitter = wait_random_exponential(multiplier=patience.first_wait_seconds, max=patience.longest_wait_seconds)

    def wait(state: RetryCallState) -> float:
        asked = _asked_to_wait(state)
        return jitter(state) if asked is None else asked + jitter(state) / 4

    def stop(state: RetryCallState) -> bool:
        used_up = stop_after_attempt(patience.tries)(state)
        return used_up or state.idle_for + state.upcoming_sleep > patience.total_seconds

    retrying = AsyncRetrying(sleep=sleep, stop=stop, wait=wait, retry=retry_if_exception(_may_help), reraise=True)

    async def once() -> Got:
        return await ask()

    return await retrying(once)


def _may_help(error: BaseException) -> bool:
    return isinstance(error, ModelError) and error.try_again


def _asked_to_wait(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.retry_after_seconds if isinstance(error, Throttled) else None
