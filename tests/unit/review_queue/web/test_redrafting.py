"""A new version on request: a job that a person looks at."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient

from review_queue.desk import Desk
from review_queue.web.app import create_app
from tests.fakes.desk import (
    GOOD,
    FakeDrafter,
    FakeExplainer,
    result,
)
from tests.unit.review_queue.web.reading import ITEM, drafted, fields
from writer.drafts.draft import Origin
from writer.errors import Transient


def test_regenerating_is_a_job_that_is_looked_at(
    desk: Desk, client: TestClient, app: FastAPI, drafter: FakeDrafter
) -> None:
    drafted(desk)
    asked = client.post(ITEM + "/regenerate", data=fields(client.get(ITEM), ITEM + "/regenerate") | {"note": "warmer"})
    assert asked.url.path.startswith("/jobs/")
    job = asked.url.path.removeprefix("/jobs/")
    _wait(client, asked.url.path)
    assert desk.job(job).draft == "alpha-vs-beta@2"
    page = client.get(asked.url.path)
    assert "Look at the new version" in page.text
    assert "http-equiv" not in page.text
    assert desk.draft("alpha-vs-beta@2").note == "warmer"


def test_a_job_that_fails_says_so(desk: Desk, client: TestClient, drafter: FakeDrafter) -> None:
    drafter.error = Transient("the model did not answer")
    drafted(desk)
    asked = client.post(ITEM + "/regenerate", data=fields(client.get(ITEM), ITEM + "/regenerate"))
    assert "the model did not answer" in _wait(client, asked.url.path)


def _wait(client: TestClient, address: str) -> str:
    for _ in range(200):
        page = client.get(address).text
        if "looks again by itself" not in page:
            return page
    raise AssertionError("the job does not end")


def test_without_a_model_regenerating_is_off_and_says_so(desk: Desk) -> None:
    drafted(desk)
    with TestClient(create_app(desk, explainer=FakeExplainer(), drafter=None, user="anna")) as client:
        assert "No model is set up here" in client.get(ITEM).text
        assert client.post(ITEM + "/regenerate").status_code == 422


def test_a_first_version_is_not_called_regenerated(desk: Desk, client: TestClient) -> None:
    desk.store.save([result()], origin=Origin.REGENERATED, by="batch")
    assert ">regenerated</span>" not in client.get(ITEM).text
    desk.store.save([result(text=GOOD + " Truly.")], origin=Origin.REGENERATED, by="batch")
    assert ">regenerated</span>" in client.get("/drafts/alpha-vs-beta@2").text
