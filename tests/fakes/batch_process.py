"""A process that runs one batch against the scripted server, to be killed: DATA_DIR COUNT CONCURRENCY.

The database, the store and the door are the real ones; the bench judges by words, so that no catalog is needed.
"""

from __future__ import annotations

import asyncio
import sys
from decimal import Decimal
from pathlib import Path

from review_queue.keeping import DraftStore
from review_queue.store.batches_book import BatchBook
from review_queue.store.engine import open_engine, sqlite_url
from review_queue.store.schema import migrate
from tests.fakes.pairs import pairs
from tests.fakes.ports import FakeBench
from tests.fakes.replies import COMPLETION_TOKENS, PROMPT_TOKENS
from writer.drafting.clock import SystemClock
from writer.drafting.order import order
from writer.drafting.progress import Silent
from writer.drafting.run import exit_status, open_batch, run_batch
from writer.drafting.shop import Tools
from writer.drafts.batch import Order
from writer.llm.door import Door
from writer.llm.prices import Price, Prices

MODEL = "openai/scripted"
PRICE = Price(Decimal("0.000001"), Decimal("0.000004"))
COST = PRICE.cost(PROMPT_TOKENS, COMPLETION_TOKENS)


def tools_in(folder: Path) -> Tools:
    """Everything a batch needs, over the database file in ``folder``."""
    engine, clock, prices = open_engine(sqlite_url(folder)), SystemClock(), Prices({MODEL: PRICE})
    migrate(engine)
    return Tools(
        FakeBench(), Door(prices), BatchBook(engine), DraftStore(engine, clock, "page"), clock, Silent(), prices
    )


def main(folder: str, count: str, concurrency: str) -> int:
    """Run the batch of so many pairs; its exit status."""
    tools = tools_in(Path(folder))
    wish = Order("", (), MODEL, concurrency=int(concurrency), by="tester")
    batch = open_batch(order(wish, pairs(int(count)), tools.store.generation), tools)
    return exit_status(*asyncio.run(run_batch(batch, tools)))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
