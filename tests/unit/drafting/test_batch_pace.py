"""How a batch goes with a service that has its limits and its bad hours."""

from __future__ import annotations

import pytest

from tests.fakes import replies
from tests.fakes.replies import Reply
from tests.fakes.server import Seen
from tests.unit.drafting.conftest import Desk
from writer.drafting.events import Waiting
from writer.drafts.batch import BatchStatus

pytestmark = pytest.mark.model


async def test_a_pair_that_waits_to_try_again_gives_its_slot_to_the_next(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.fault(500) if seen.number == 0 else replies.good()
    _, totals = await desk.run(3, concurrency=1)
    order = [seen.pair[:11] for seen in desk.server.log.seen]
    assert totals.accepted == 3
    assert order[1] != order[0], "the next pair goes first"
    assert sorted(order).count(order[0]) == 2


async def test_concurrency_falls_to_what_the_service_bears_and_every_pair_is_drafted(desk: Desk) -> None:
    def script(_seen: Seen) -> Reply:
        return replies.throttled() if desk.server.log.out >= 6 else replies.good(delay_seconds=0.02)

    desk.server.script = script
    batch, totals = await desk.run(80, concurrency=32)
    assert (batch.status, totals.accepted) == (BatchStatus.DONE, 80)
    assert desk.server.log.kinds["429"] < 80


async def test_an_outage_is_waited_out_said_and_survived(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.fault(503) if seen.number < 12 else replies.good()
    batch, totals = await desk.run(10, concurrency=4)
    assert (batch.status, totals.accepted) == (BatchStatus.DONE, 10)
    waits = [event for event in desk.heard.of(Waiting) if isinstance(event, Waiting)]
    assert any("503" in event.why and event.seconds >= 1 for event in waits)
    assert desk.server.log.requests == 22


async def test_limits_that_headers_tell_are_kept(desk: Desk) -> None:
    told = {"x-ratelimit-limit-requests": "60", "x-ratelimit-remaining-requests": "0"}
    desk.server.script = lambda _seen: replies.good(headers=told)
    await desk.run(10, concurrency=1)
    assert desk.clock.ticks() == pytest.approx(9, abs=1.5), "one request a second"
