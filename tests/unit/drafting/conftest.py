"""A shop over a real database file, a real server, and fakes for the rest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from review_queue.store.batches import BatchRow
from review_queue.store.batches_book import BatchBook
from review_queue.store.batches_parcels import ParcelRow
from review_queue.store.calls import CallRow
from review_queue.store.engine import open_engine, sqlite_url
from review_queue.store.units import UnitRow
from tests.fakes.pairs import pairs
from tests.fakes.ports import FakeBench, FakeStore, Heard, LeapingClock
from tests.fakes.replies import COMPLETION_TOKENS, PROMPT_TOKENS
from tests.fakes.server import ModelServer
from writer.drafting.order import order
from writer.drafting.run import open_batch, run_batch
from writer.drafting.shop import Tools
from writer.drafts.batch import Batch, Order, Totals, UnitStatus
from writer.llm import gateway
from writer.llm.door import Door
from writer.llm.prices import Price, Prices

MODEL = "openai/scripted"
PRICE = Price(Decimal("0.000001"), Decimal("0.000004"))
COST = PRICE.cost(PROMPT_TOKENS, COMPLETION_TOKENS)


def book_in(folder: Path) -> BatchBook:
    """A book in a new database file."""
    engine = open_engine(sqlite_url(folder))
    SQLModel.metadata.create_all(engine, tables=[table.__table__ for table in (BatchRow, UnitRow, CallRow, ParcelRow)])
    return BatchBook(engine)


@dataclass
class Desk:
    """Everything a batch runs on, and short ways to run one."""

    server: ModelServer
    book: BatchBook
    store: FakeStore = field(default_factory=FakeStore)
    bench: FakeBench = field(default_factory=FakeBench)
    clock: LeapingClock = field(default_factory=LeapingClock)
    heard: Heard = field(default_factory=Heard)
    prices: Prices = field(default_factory=lambda: Prices({MODEL: PRICE, "openai/second": PRICE}))
    changes: dict[str, object] = field(default_factory=dict)

    @property
    def tools(self) -> Tools:
        values = {
            "bench": self.bench,
            "model": Door(self.prices),
            "book": self.book,
            "store": self.store,
            "clock": self.clock,
            "progress": self.heard,
            "prices": self.prices,
            "grace_seconds": 5.0,
            **self.changes,
        }
        return Tools(**values)  # type: ignore[arg-type]

    def order(self, count: int = 3, **changes: object) -> Order:
        wish = Order("", (), **{"model": MODEL, "concurrency": 4, "by": "tester", **changes})  # type: ignore[arg-type]
        return order(wish, pairs(count), self.store.generation)

    async def until(self, requests: int, running: asyncio.Task[tuple[Batch, Totals]]) -> str:
        """Come back when the server has seen so many requests: the batch's id."""
        async with asyncio.timeout(20):
            while self.server.log.requests < requests and not running.done():  # noqa: ASYNC110  it counts in another thread
                await asyncio.sleep(0.005)
        return self.book.batches()[0].id

    async def run(self, count: int = 3, *, retry: Sequence[UnitStatus] = (), **changes: object) -> tuple[Batch, Totals]:
        tools = self.tools
        return await run_batch(open_batch(self.order(count, **changes), tools, again=bool(retry)), tools, retry=retry)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer() as running:
        monkeypatch.setenv("OPENAI_API_BASE", running.url)
        monkeypatch.setenv("OPENAI_API_KEY", "key")
        yield running


@pytest.fixture
async def desk(server: ModelServer, tmp_path: Path) -> AsyncIterator[Desk]:
    yield Desk(server, book_in(tmp_path))
    await gateway.close()
