"""Pace: buckets, flow, breaker and the lane that joins them; and the budget beside them."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest

from tests.fakes.ports import Heard, LeapingClock
from writer.drafting.breaker import Breaker
from writer.drafting.bucket import Bucket
from writer.drafting.budget import Budget
from writer.drafting.events import Waiting
from writer.drafting.flow import Flow
from writer.drafting.lane import Lane, Limits
from writer.errors import BudgetReached, Fatal, ModelError, Throttled, Transient
from writer.llm.question import Answer

ANSWER = Answer("text", "stop", "m")


class TestBucket:
    def test_it_lets_through_what_it_holds_and_then_as_fast_as_it_refills(self) -> None:
        bucket = Bucket(60, now=0.0)
        for _ in range(60):
            assert bucket.seconds_until(1, 0.0) == 0
            bucket.take(1, 0.0)
        assert bucket.seconds_until(1, 0.0) == 1.0
        assert bucket.seconds_until(1, 1.0) == 0

    def test_without_a_limit_it_holds_nothing_back(self) -> None:
        assert Bucket(None, 0.0).seconds_until(10**9, 0.0) == 0

    def test_more_than_it_can_hold_waits_until_it_is_full(self) -> None:
        bucket = Bucket(60, 0.0)
        bucket.take(60, 0.0)
        assert bucket.seconds_until(1000, 0.0) == 60.0

    def test_it_learns_a_lower_limit_and_what_remains(self) -> None:
        bucket = Bucket(None, 0.0)
        bucket.learn(60, 0, 0.0)
        assert bucket.seconds_until(1, 0.0) == 1.0
        set_lower = Bucket(30, 0.0)
        set_lower.learn(600, 500, 0.0)
        assert set_lower.per_minute == 30


class TestFlow:
    def test_only_a_429_cuts_and_once_a_burst(self) -> None:
        flow = Flow(100)
        flow.troubled(0.0)
        assert flow.width == 100
        for _ in range(40):
            flow.throttled(sent_at=1.0, now=3.0)
        assert flow.width == 70
        flow.throttled(sent_at=4.0, now=5.0)
        assert flow.width == 49

    def test_it_grows_by_one_a_round_and_only_when_it_is_used(self) -> None:
        flow = Flow(100)
        flow.throttled(1.0, 2.0)
        for _ in range(100):
            flow.succeeded(3.0, in_flight=10)
        assert flow.width == 70
        for _ in range(71):
            flow.succeeded(3.0, in_flight=flow.width)
        assert flow.width == 71

    def test_a_5xx_holds_growth_back(self) -> None:
        flow = Flow(100)
        flow.throttled(1.0, 2.0)
        flow.troubled(10.0)
        for _ in range(200):
            flow.succeeded(12.0, in_flight=100)
        assert flow.width == 70

    def test_it_never_falls_below_one_nor_rises_above_what_was_given(self) -> None:
        flow = Flow(4)
        for at in range(50):
            flow.throttled(float(at), float(at))
        assert flow.width == 1
        for _ in range(500):
            flow.succeeded(100.0, in_flight=4)
        assert flow.width == 4


class TestBreaker:
    def test_it_opens_after_failures_in_a_row_and_one_success_closes_it(self) -> None:
        breaker = Breaker(trips_at=3)
        assert [breaker.failed("500", 0.0, probe=False) for _ in range(3)] == [False, False, True]
        assert breaker.seconds_left(4.0) == 6.0
        breaker.succeeded()
        assert breaker.seconds_left(4.0) == 0

    def test_a_failed_probe_doubles_the_pause_up_to_its_longest(self) -> None:
        breaker, now, pauses = Breaker(trips_at=1, first_pause_seconds=10, longest_pause_seconds=45), 0.0, []
        breaker.failed("429", now, probe=False)
        for _ in range(4):
            pauses.append(breaker.seconds_left(now))
            now += pauses[-1]
            breaker.failed("429", now, probe=breaker.sent())
        assert pauses == [10, 20, 40, 45]

    def test_a_retry_after_that_is_longer_holds(self) -> None:
        breaker = Breaker(trips_at=1)
        breaker.failed("429", 0.0, probe=False, at_least_seconds=120)
        assert breaker.seconds_left(0.0) == 120

    def test_calls_that_were_out_when_it_opened_do_not_prolong_it(self) -> None:
        breaker = Breaker(trips_at=1)
        breaker.failed("500", 0.0, probe=False)
        for _ in range(30):
            breaker.failed("500", 1.0, probe=False)
        assert breaker.seconds_left(1.0) == 9.0


def lane(concurrency: int = 4, limits: Limits | None = None) -> tuple[Lane, LeapingClock, Heard]:
    clock, heard = LeapingClock(), Heard()
    return Lane("m", concurrency, limits or Limits(), clock, heard.tell), clock, heard


async def call(on: Lane, clock: LeapingClock, outcome: Answer | ModelError = ANSWER, seconds: float = 1.0) -> float:
    async with on.slot(100) as slot:
        sent = clock.ticks()
        await clock.sleep(seconds)
        if isinstance(outcome, Answer):
            slot.answered(outcome)
        else:
            slot.failed(outcome)
    return sent


class TestLane:
    async def test_no_more_than_its_width_are_out(self) -> None:
        on, clock, _ = lane(4)
        most = 0

        async def watched() -> None:
            nonlocal most
            async with on.slot(1):
                most = max(most, on.in_flight)
                await clock.sleep(1)

        await asyncio.gather(*(watched() for _ in range(20)))
        assert most == 4
        assert clock.ticks() == 5.0

    async def test_requests_a_minute_are_kept(self) -> None:
        on, clock, _ = lane(100, Limits(requests_per_minute=60))
        sent = await asyncio.gather(*(call(on, clock, seconds=0.0) for _ in range(90)))
        assert max(sent) == pytest.approx(30, abs=1)

    async def test_tokens_a_minute_are_kept(self) -> None:
        on, clock, _ = lane(100, Limits(tokens_per_minute=6000))
        sent = await asyncio.gather(*(call(on, clock, seconds=0.0) for _ in range(90)))
        assert max(sent) == pytest.approx(30, abs=2)

    async def test_limits_are_learned_from_headers(self) -> None:
        on, clock, _ = lane(100)
        told = Answer(
            "text", "stop", "m", headers={"x-ratelimit-limit-requests": "60", "x-ratelimit-remaining-requests": "0"}
        )
        await call(on, clock, told, seconds=0.0)
        sent = await asyncio.gather(*(call(on, clock, seconds=0.0) for _ in range(10)))
        assert max(sent) == pytest.approx(10, abs=1)

    async def test_a_retry_after_holds_for_everybody(self) -> None:
        on, clock, heard = lane(4)
        await call(on, clock, Throttled("429", 30.0), seconds=0.0)
        assert await call(on, clock) >= 30.0
        assert heard.of(Waiting)

    async def test_an_outage_stops_the_calls_and_one_probe_is_sent(self) -> None:
        on, clock, heard = lane(8)
        down = [Transient("503: down")] * 8
        await asyncio.gather(*(call(on, clock, error, seconds=1.0) for error in down))
        opened = clock.ticks()
        sent = await asyncio.gather(*(call(on, clock, Transient("503"), seconds=1.0) for _ in range(2)))
        assert sent[0] - opened >= 9, "nothing goes out while it is open"
        assert sent[1] - sent[0] >= 20, "the failed probe doubled the pause"
        assert any("503" in event.why for event in heard.of(Waiting) if isinstance(event, Waiting))
        await call(on, clock)
        assert on.breaker.open_until is None

    async def test_what_concerns_one_pair_alone_slows_nobody(self) -> None:
        on, clock, _ = lane(2)
        for _ in range(20):
            await call(on, clock, Fatal("400"), seconds=0.0)
        assert (on.flow.width, on.breaker.open_until, clock.ticks()) == (2, None, 0.0)


class TestBudget:
    async def test_it_waits_for_calls_that_may_leave_some_over(self) -> None:
        budget, order = Budget(Decimal(10)), list[str]()

        async def one(name: str, worst: int, costs: int) -> None:
            async with budget.reserve(Decimal(worst)) as reservation:
                order.append(name)
                await asyncio.sleep(0.01)
                reservation.settle(Decimal(costs))

        await asyncio.gather(one("a", 8, 1), one("b", 8, 1), one("c", 8, 1))
        assert order == ["a", "b", "c"]
        assert budget.committed_usd == 3
        with pytest.raises(BudgetReached):
            await one("d", 8, 1)

    async def test_what_is_not_settled_counts_at_its_worst(self) -> None:
        budget = Budget(Decimal(10))
        async with budget.reserve(Decimal(4)) as reservation:
            reservation.settle(None)
        assert (budget.committed_usd, budget.room_usd()) == (Decimal(4), Decimal(6))

    async def test_a_higher_limit_wakes_those_who_wait(self) -> None:
        budget = Budget(Decimal(5))
        async with budget.reserve(Decimal(5)):
            waiting = asyncio.create_task(budget.reserve(Decimal(5)).__aenter__())
            await asyncio.sleep(0.01)
            assert not waiting.done()
            await budget.change(Decimal(10))
            await waiting
