"""Against a model server that somebody else wrote: not only our reading of the protocols is tested.

The server keeps a journal of every attempt, and judges the client: did it wait as long as it was asked to, did it repeat
what could never succeed, did it storm.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from llmock.pytest_plugin import LLMock

from tests.fakes.pairs import pairs
from tests.fakes.ports import FakeBench, FakeStore, Heard
from tests.fakes.replies import GOOD
from tests.unit.drafting.conftest import book_in
from writer.drafting.clock import SystemClock
from writer.drafting.order import order
from writer.drafting.run import open_batch, run_batch
from writer.drafting.shop import Tools
from writer.drafts.batch import Batch, BatchStatus, Order, Totals
from writer.llm import gateway
from writer.llm.door import Door
from writer.llm.parcels import Parcels
from writer.llm.prices import Prices
from writer.llm.retries import Patience

pytestmark = pytest.mark.model

OPENAI, ANTHROPIC = "openai/gpt-4o-mini", "anthropic/claude-sonnet-4-5"


@pytest.fixture(autouse=True)
async def closed() -> AsyncIterator[None]:
    yield
    await gateway.close()


@pytest.fixture
def server(llmock: LLMock, monkeypatch: pytest.MonkeyPatch) -> LLMock:
    """The server, said to litellm too."""
    monkeypatch.setenv("OPENAI_API_BASE", llmock.base_url("openai"))
    monkeypatch.setenv("OPENAI_API_KEY", "key")
    monkeypatch.setenv("ANTHROPIC_API_BASE", llmock.base_url("anthropic"))
    monkeypatch.setenv("ANTHROPIC_API_KEY", "key")
    return llmock


async def run(folder: Path, model: str, count: int, **changes: object) -> tuple[Batch, Totals]:
    prices, patience = Prices(), Patience(first_wait_seconds=0.05, longest_wait_seconds=0.5)
    tools = Tools(
        FakeBench(),
        Door(prices),
        book_in(folder),
        FakeStore(),
        SystemClock(),
        Heard(),
        prices,
        Parcels(prices),
        patience=patience,
    )
    wish = Order("", (), model, concurrency=4, by="tester", **changes)  # type: ignore[arg-type]  # passed on by name
    return await run_batch(open_batch(order(wish, pairs(count), lambda _a, _b: 0), tools), tools)


@pytest.mark.parametrize("model", [OPENAI, ANTHROPIC])
async def test_a_batch_is_drafted_and_its_cost_known(server: LLMock, tmp_path: Path, model: str) -> None:
    server.reply(GOOD, times=None)
    batch, totals = await run(tmp_path, model, 6)
    assert (batch.status, totals.accepted, totals.calls) == (BatchStatus.DONE, 6, 6)
    assert totals.unknown_cost_calls == 0
    assert totals.spent_usd > 0


@pytest.mark.parametrize("model", [OPENAI, ANTHROPIC])
async def test_the_server_judges_that_trouble_is_borne_well(server: LLMock, tmp_path: Path, model: str) -> None:
    server.rate_limit(times=2, retry_after=0.3).fail(500, times=2).fail(503).fail(529).reply(GOOD, times=None)
    batch, totals = await run(tmp_path, model, 4)
    assert (batch.status, totals.accepted) == (BatchStatus.DONE, 4)
    server.assert_resilient()


@pytest.mark.parametrize("model", [OPENAI, ANTHROPIC])
async def test_a_wrong_key_is_not_tried_again(server: LLMock, tmp_path: Path, model: str) -> None:
    server.fail(401, times=None)
    batch, totals = await run(tmp_path, model, 1)
    assert (batch.status, totals.calls) == (BatchStatus.PAUSED, 1)
    server.assert_resilient()


async def test_a_prompt_that_is_too_long_fails_its_pair_alone(server: LLMock, tmp_path: Path) -> None:
    server.context_overflow().reply(GOOD, times=None)
    batch, totals = await run(tmp_path, OPENAI, 3)
    assert (batch.status, totals.accepted, totals.failed, totals.calls) == (BatchStatus.DONE, 2, 1, 3)


# The server does not close what it was sent: that is no fault of ours.
@pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile")
async def test_a_parcel_comes_back_from_its_batch_endpoint(
    server: LLMock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("writer.drafting.provider.POLL_SECONDS", 0.2)
    server.reply(GOOD, times=None)
    _, totals = await run(tmp_path, OPENAI, 2, provider_batch=True, attempts=1)
    assert totals.calls == 2
    assert totals.accepted + totals.rejected == 2, "what it says is its own; that it came back is what counts"
