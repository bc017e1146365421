"""What a batch may spend: its budget holds what is spent and what is out at its worst."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest

from tests.fakes import replies
from tests.fakes.replies import COMPLETION_TOKENS
from tests.fakes.server import always
from tests.unit.drafting.conftest import COST, MODEL, PRICE, Desk
from writer.drafting import watch
from writer.drafting.run import exit_status
from writer.drafts.batch import BatchStatus
from writer.errors import BadSetting
from writer.llm.prices import Prices

pytestmark = pytest.mark.model


@pytest.mark.parametrize("pairs_paid", [0, 1, 4])
async def test_spent_and_in_flight_never_pass_the_budget(desk: Desk, pairs_paid: int) -> None:
    worst = PRICE.cost(1000, 4096)
    budget = pairs_paid * COST + worst
    batch, totals = await desk.run(30, concurrency=8, budget_usd=budget)
    assert (batch.status, exit_status(batch, totals)) == (BatchStatus.STOPPED, 1)
    assert totals.committed_usd <= budget
    assert desk.server.log.billed * COST <= budget
    assert totals.accepted >= pairs_paid
    assert "--budget" in batch.reason


async def test_a_higher_budget_goes_on(desk: Desk) -> None:
    first, _ = await desk.run(6, budget_usd=2 * COST + PRICE.cost(1000, 4096))
    second, totals = await desk.run(6, budget_usd=Decimal(10))
    assert (first.id, first.status) == (second.id, BatchStatus.STOPPED)
    assert (second.status, totals.accepted, totals.spent_usd) == (BatchStatus.DONE, 6, 6 * COST)


async def test_a_budget_set_while_it_runs_needs_a_price_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "EVERY_SECONDS", 0.02)
    desk.prices = Prices({})
    desk.server.script = lambda seen: replies.good(delay_seconds=0.05)
    running = asyncio.create_task(desk.run(60, concurrency=1))
    name = await desk.until(2, running)
    desk.book.change(name, budget_usd=Decimal(1))
    batch, totals = await running
    assert (batch.status, totals.pending > 0) == (BatchStatus.PAUSED, True)
    assert f"the price of {MODEL} is unknown" in batch.reason


async def test_an_unknown_price_matters_only_with_a_budget(desk: Desk) -> None:
    desk.prices = Prices()
    _, totals = await desk.run(1)
    assert (totals.unknown_cost_calls, totals.spent_usd) == (1, Decimal(0))
    assert desk.store.drafts[0].result.usage.cost_usd is None, "unknown is not zero"
    with pytest.raises(BadSetting, match="--allow-unknown-cost"):
        await desk.run(2, budget_usd=Decimal(1))
    batch, _ = await desk.run(2, budget_usd=Decimal(1), allow_unknown_cost=True)
    assert batch.status is BatchStatus.DONE


async def test_an_answer_without_usage_stands_at_its_worst(desk: Desk) -> None:
    body = replies.good().body.replace(str(COMPLETION_TOKENS), "0").replace("3000", "0").replace("3900", "0")
    desk.server.script = always(replies.Reply("no-usage", body=body, billed=True))
    _, totals = await desk.run(1)
    assert totals.spent_usd == 0
    assert totals.assumed_usd > PRICE.cost(0, 4096)
