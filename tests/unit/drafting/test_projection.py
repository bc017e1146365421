"""What a batch will take, before anything is spent."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.fakes.replies import COMPLETION_TOKENS, PROMPT_TOKENS
from tests.unit.drafting.conftest import COST, Desk
from writer.drafting.projection import project
from writer.llm.prices import Prices

pytestmark = pytest.mark.model


async def test_before_the_first_call_it_rests_on_the_size_of_the_prompts(desk: Desk) -> None:
    projection = await project(desk.order(100), desk.tools)
    assert (projection.pairs, projection.reused, projection.calls) == (100, 0, 130)
    assert projection.cost_usd is not None
    assert projection.cost_usd > 0
    assert "size of the prompts" in projection.basis
    assert desk.server.log.requests == 0, "nothing is asked"


async def test_then_it_rests_on_what_the_model_took_and_leaves_out_what_is_stored(desk: Desk) -> None:
    await desk.run(20)
    projection = await project(desk.order(40), desk.tools)
    assert (projection.reused, projection.to_draft) == (20, 20)
    assert (projection.prompt_tokens, projection.completion_tokens) == (20 * PROMPT_TOKENS, 20 * COMPLETION_TOKENS)
    assert projection.cost_usd == 20 * COST
    assert "20 pairs drafted" in projection.basis


async def test_an_unknown_price_is_said_to_be_unknown(desk: Desk) -> None:
    desk.prices = Prices()
    projection = await project(desk.order(3), desk.tools)
    assert projection.cost_usd is None
    assert "unknown" in projection.lines()[2]


async def test_parcels_cost_half(desk: Desk) -> None:
    await desk.run(4)
    projection = await project(desk.order(8, provider_batch=True, attempts=2), desk.tools)
    assert projection.cost_usd == Decimal(projection.to_draft) * COST / 2


async def test_what_is_stored_is_counted_and_not_guessed_from_a_sample(desk: Desk) -> None:
    await desk.run(3)
    projection = await project(desk.order(200), desk.tools)
    assert (projection.reused, projection.to_draft) == (3, 197)
    assert projection.lines()[0] == "200 pairs, 197 of them to be worded, 3 stored already"
