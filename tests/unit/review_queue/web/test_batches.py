"""Batches from the desk: how they stand, and a hand on them while they run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient

from review_queue.desk import Desk
from review_queue.store.batches_book import BatchBook
from review_queue.web.app import create_app
from tests.fakes.desk import NOON, FakeExplainer
from writer.drafts.batch import Batch, BatchStatus, Order, SentParcel


@pytest.fixture
def book(desk: Desk) -> BatchBook:
    return BatchBook(desk.office.engine)


@pytest.fixture
def resumed() -> list[str]:
    return []


@pytest.fixture
def client(desk: Desk, resumed: list[str]) -> Iterator[TestClient]:
    app = create_app(desk, explainer=FakeExplainer(), drafter=None, user="anna", resume=resumed.append)
    with TestClient(app, follow_redirects=True) as opened:
        yield opened


def ordered(book: BatchBook, budget: str | None = "5") -> Batch:
    wish = Order("key", (("alpha", "beta", 1),), "openai/mine", budget_usd=None if budget is None else Decimal(budget))
    return book.open(wish, price_table="prices", now=NOON)


def test_the_page_tells_how_each_stands(client: TestClient, book: BatchBook) -> None:
    assert "There is no batch yet" in client.get("/batches").text
    batch = ordered(book)
    page = client.get("/batches").text
    assert all(words in page for words in (batch.id, "openai/mine", "running", "1 pending", "of $5"))
    assert 'href="/batches"' in client.get("/drafts").text


def test_it_is_paused_resumed_and_cancelled(client: TestClient, book: BatchBook, resumed: list[str]) -> None:
    name = ordered(book).id
    assert "paused by anna" in client.post(f"/batches/{name}/pause").text
    client.post(f"/batches/{name}/resume")
    assert resumed == [name]
    assert "cancelled by anna" in client.post(f"/batches/{name}/cancel").text
    assert book.batch(name).status is BatchStatus.CANCELLED
    assert client.post(f"/batches/{name}/resume").status_code == 422
    assert client.post(f"/batches/{name}/pause").status_code == 422
    assert resumed == [name]


def test_one_whose_process_is_gone_can_be_gone_on_with_and_one_that_is_run_cannot(
    client: TestClient, book: BatchBook, resumed: list[str]
) -> None:
    name = ordered(book).id
    book.claim(name, "elsewhere:7", NOON)
    assert "/resume" not in client.get("/batches").text
    client.post(f"/batches/{name}/pause")
    refused = client.post(f"/batches/{name}/resume")
    assert (refused.status_code, "elsewhere:7 still has it" in refused.text, resumed) == (422, True, [])
    book.claim(name, "elsewhere:7", NOON - timedelta(seconds=31))
    client.post(f"/batches/{name}/resume")
    assert resumed == [name]


def test_concurrency_and_budget_are_set(client: TestClient, book: BatchBook) -> None:
    name = ordered(book).id
    client.post(f"/batches/{name}/set", data={"concurrency": "3", "budget": "7.50"})
    assert (book.batch(name).concurrency, book.batch(name).budget_usd) == (3, Decimal("7.50"))
    client.post(f"/batches/{name}/set", data={"concurrency": "4", "budget": ""})
    assert (book.batch(name).concurrency, book.batch(name).budget_usd) == (4, Decimal("7.50"))
    assert client.post(f"/batches/{name}/set", data={"concurrency": "0"}).status_code == 422
    assert client.post(f"/batches/{name}/set", data={"budget": "-1"}).status_code == 422


def test_a_budget_that_no_price_was_looked_up_for_is_not_set_here(client: TestClient, book: BatchBook) -> None:
    name = ordered(book, None).id
    refused = client.post(f"/batches/{name}/set", data={"budget": "7"})
    assert (refused.status_code, "writer batches set" in refused.text) == (422, True)
    assert book.batch(name).budget_usd is None


def test_what_is_out_at_a_provider_is_cancelled_from_the_command_line(client: TestClient, book: BatchBook) -> None:
    name = ordered(book).id
    book.send_parcel(SentParcel("p", name, "openai/mine", "batch-1", is_out=True, sent_at=NOON), ())
    assert f"<code>writer batches cancel {name}</code>" in client.get("/batches").text
    assert client.post(f"/batches/{name}/cancel").status_code == 422
    assert book.batch(name).status is BatchStatus.RUNNING


def test_without_a_runner_the_command_is_told(desk: Desk, book: BatchBook) -> None:
    name = ordered(book).id
    book.change(name, status=BatchStatus.PAUSED, reason="a wrong key")
    with TestClient(create_app(desk, explainer=FakeExplainer(), drafter=None, user="anna")) as client:
        assert f"<code>writer batches resume {name}</code>" in client.get("/batches").text
        assert client.post(f"/batches/{name}/resume").status_code == 422


@pytest.mark.parametrize("name", ["20260701-abcdef", "nonsense", "20260701-ABCDEF'--"])
def test_a_batch_that_is_not_there_is_refused(client: TestClient, name: str) -> None:
    assert client.post(f"/batches/{name}/pause").status_code == 422
