"""Trying again: who, how often, how long."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.fakes.ports import LeapingClock
from writer.errors import Fatal, InvalidAnswer, ModelError, QuotaUsedUp, Throttled, Transient
from writer.llm.question import Answer
from writer.llm.retries import Patience, patiently

ANSWER = Answer("text", "stop", "m")


def failing(*errors: ModelError) -> tuple[Callable[[], Awaitable[Answer]], list[int]]:
    left, asked = list(errors), []

    async def ask() -> Answer:
        asked.append(1)
        if left:
            raise left.pop(0)
        return ANSWER

    return ask, asked


async def test_trouble_that_passes_is_waited_out() -> None:
    ask, asked = failing(Transient("500"), Transient("cut"), Throttled("429"))
    assert await patiently(ask, Patience(), LeapingClock().sleep) == ANSWER
    assert len(asked) == 4


@pytest.mark.parametrize("error", [Fatal("401"), QuotaUsedUp("quota"), InvalidAnswer("no JSON")])
async def test_what_trying_again_cannot_help_is_raised_at_once(error: ModelError) -> None:
    ask, asked = failing(error)
    with pytest.raises(type(error)):
        await patiently(ask, Patience(), LeapingClock().sleep)
    assert len(asked) == 1


async def test_tries_end_at_their_cap_with_the_last_error() -> None:
    ask, asked = failing(*(Transient(f"try {number}") for number in range(9)))
    with pytest.raises(Transient, match="try 2"):
        await patiently(ask, Patience(tries=3), LeapingClock().sleep)
    assert len(asked) == 3


async def test_retry_after_is_a_lower_bound() -> None:
    clock = LeapingClock()
    ask, _ = failing(Throttled("429", retry_after_seconds=40.0))
    await patiently(ask, Patience(), clock.sleep)
    assert 40.0 <= clock.slept[0] <= 41.0


async def test_waits_are_random_below_a_bound_that_doubles() -> None:
    clock = LeapingClock()
    ask, _ = failing(*(Transient("500") for _ in range(5)))
    await patiently(ask, Patience(), clock.sleep)
    assert all(0 <= wait <= bound for wait, bound in zip(clock.slept, (1, 2, 4, 8, 16), strict=True))
    assert len(set(clock.slept)) == 5


async def test_a_wait_beyond_the_total_time_is_not_begun() -> None:
    clock = LeapingClock()
    ask, asked = failing(Throttled("429", retry_after_seconds=1000.0))
    with pytest.raises(Throttled):
        await patiently(ask, Patience(total_seconds=600), clock.sleep)
    assert (len(asked), clock.slept) == (1, [])
