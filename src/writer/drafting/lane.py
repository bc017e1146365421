"""The lane to one model: who may send, and when."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from writer.drafting.breaker import Breaker
from writer.drafting.bucket import Bucket
from writer.drafting.events import Waiting
from writer.drafting.flow import Flow
from writer.drafting.ports import Clock
from writer.errors import ModelError, Throttled, Transient
from writer.llm.question import Answer

_SAY_FROM_SECONDS = 1.0
_LIMITS = {
    "requests": ("x-ratelimit-{}-requests", "anthropic-ratelimit-requests-{}"),
    "tokens": ("x-ratelimit-{}-tokens", "anthropic-ratelimit-tokens-{}", "anthropic-ratelimit-input-tokens-{}"),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a provider lets through in a minute; None where nobody said."""

    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None


class Lane:
    """Slots in the order they are asked for. A slot is held for one request only, never while waiting to try again."""

    def __init__(
        self, model: str, concurrency: int, limits: Limits, clock: Clock, tell: Callable[[Waiting], None]
    ) -> None:
        self.flow, self.breaker, self.in_flight = Flow(concurrency), Breaker(), 0
        self._model, self._clock, self._tell = model, clock, tell
        now = clock.ticks()
        self._requests, self._tokens = Bucket(limits.requests_per_minute, now), Bucket(limits.tokens_per_minute, now)
        self._not_before = now
        self._turn, self._freed = asyncio.Lock(), asyncio.Event()

    @asynccontextmanager
    async def slot(self, tokens: int) -> AsyncIterator[Slot]:
        """Leave to send one request of about so many tokens."""
        async with self._turn:
            await self._room()
            await self._time(tokens)
            self.in_flight += 1
            slot = Slot(self, self._clock.ticks(), self.breaker.sent())
        try:
            yield slot
        finally:
            self.release(slot)

    def release(self, slot: Slot) -> None:
        """The slot's request is over; that may be said before its leave ends."""
        if slot.is_out:
            slot.is_out = False
            self.in_flight -= 1
            self.breaker.probing = self.breaker.probing and not slot.is_probe
            self._freed.set()

    def change(self, concurrency: int) -> None:
        """Another upper bound, at once."""
        self.flow.change(concurrency)
        self._freed.set()

    def answered(self, answer: Answer) -> None:
        """All is well; learn what the service says of its limits."""
        now = self._clock.ticks()
        self.breaker.succeeded()
        self.flow.succeeded(now, in_flight=self.in_flight)
        for kind, bucket in (("requests", self._requests), ("tokens", self._tokens)):
            limit = _figure(answer.headers, kind, "limit")
            if limit:
                bucket.learn(limit, _figure(answer.headers, kind, "remaining"), now)

    def failed(self, error: ModelError, slot: Slot) -> None:
        """Only trouble of the service itself slows the lane; a refusal or a bad request does not."""
        now, wait = self._clock.ticks(), 0.0
        if isinstance(error, Throttled):
            wait = error.retry_after_seconds or 0.0
            self.flow.throttled(slot.sent_at, now)
            self._not_before = max(self._not_before, now + wait)
        elif isinstance(error, Transient):
            self.flow.troubled(now)
        else:
            return
        self.breaker.failed(str(error), now, probe=slot.is_probe, at_least_seconds=wait)

    async def _room(self) -> None:
        while self.in_flight >= self.flow.width or self.breaker.blocks:
            self._freed.clear()
            await self._freed.wait()

    async def _time(self, tokens: int) -> None:
        while (seconds := self._seconds_until(tokens)) > 0:
            if seconds >= _SAY_FROM_SECONDS:
                self._tell(Waiting(self._model, self.breaker.why or "its pace", seconds))
            await self._clock.sleep(seconds)
        now = self._clock.ticks()
        self._requests.take(1, now)
        self._tokens.take(tokens, now)

    def _seconds_until(self, tokens: int) -> float:
        now = self._clock.ticks()
        return max(
            self.breaker.seconds_left(now),
            self._not_before - now,
            self._requests.seconds_until(1, now),
            self._tokens.seconds_until(tokens, now),
        )


@dataclass(slots=True)
class Slot:
    """Leave to send one request, since ``sent_at`` ticks. It is free for the next as soon as it is told how that went."""

    lane: Lane
    sent_at: float
    is_probe: bool
    is_out: bool = True

    def answered(self, answer: Answer) -> None:
        """See ``Lane.answered``."""
        self.lane.answered(answer)
        self.lane.release(self)

    def failed(self, error: ModelError) -> None:
        """See ``Lane.failed``."""
        self.lane.failed(error, self)
        self.lane.release(self)


def _figure(headers: Mapping[str, str], kind: str, what: str) -> float | None:
    for name in _LIMITS[kind]:
        text = headers.get(name.format(what), "")
        if text.replace(".", "", 1).isdigit():
            return float(text)
    return None
