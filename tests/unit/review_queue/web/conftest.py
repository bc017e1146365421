"""A desk in memory of its own and its pages, for the tests of this directory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from review_queue.desk import Desk
from review_queue.store.engine import open_engine, sqlite_url
from review_queue.store.schema import migrate
from review_queue.web.app import create_app
from tests.fakes.desk import (
    FakeDrafter,
    FakeExplainer,
    HandClock,
    bench,
)


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    engine = open_engine(sqlite_url(tmp_path))
    migrate(engine)
    yield Desk.on(engine, bench(clock))
    engine.dispose()


@pytest.fixture
def drafter() -> FakeDrafter:
    return FakeDrafter()


@pytest.fixture
def app(desk: Desk, drafter: FakeDrafter) -> FastAPI:
    return create_app(desk, explainer=FakeExplainer(), drafter=drafter, user="anna", name_of=str.title)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, follow_redirects=True) as opened:
        yield opened
