"""The review desk as it is served: behind its guard, on a real queue."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.integration.writer_command import CORPUS, PAIR, Program
from writer.cli.desk_serving import desk_app
from writer.cli.places import Places
from writer.cli.settings import read_settings
from writer.cli.wiring import Wiring

ORIGIN = {"Origin": "http://127.0.0.1:8000"}


@pytest.fixture
def draft(writer: Program) -> str:
    drafted = writer("draft", *PAIR, "--format", "json")
    assert drafted.status == 0, drafted.err
    return str(drafted.json["id"])


@pytest.fixture
def client(draft: str, writer: Program) -> Iterator[TestClient]:
    wired = Wiring(read_settings(Places(CORPUS, writer.data_dir), {"WRITER_USER": "ann"}))
    with (
        desk_app(wired, hosts=("desk.example",), model="house/plain") as app,
        TestClient(app, base_url="http://127.0.0.1:8000") as client,
    ):
        yield client


def fields(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that posts to ``action``."""
    form = re.search(rf'<form method="post" action="[^"]*{action}">(.*?)</form>', page, re.DOTALL)
    assert form is not None, f"no form for {action}"
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.group(1)))


def test_a_draft_is_approved_from_its_page(client: TestClient, draft: str, writer: Program) -> None:
    page = client.get(f"/drafts/{draft}").text
    answer = client.post(f"/drafts/{draft}/approve", data=fields(page, "/approve"), headers=ORIGIN)
    assert answer.status_code == 200
    (row,) = writer("queue", "list", "--format", "json").json
    assert row["status"] == "approved"
    assert "ann approve" in writer("queue", "audit", *PAIR).out


def test_no_get_changes_anything_and_no_stranger_posts(client: TestClient, draft: str, writer: Program) -> None:
    for action in ("approve", "decline", "request-changes", "undo", "regenerate"):
        assert client.get(f"/drafts/{draft}/{action}").status_code in {404, 405}
        assert client.post(f"/drafts/{draft}/{action}").status_code == 403
    (row,) = writer("queue", "list", "--format", "json").json
    assert row["status"] == "in_review"


def test_only_the_names_of_this_desk_are_answered(client: TestClient) -> None:
    assert client.get("/drafts", headers={"Host": "desk.example"}).status_code == 200
    assert client.get("/drafts", headers={"Host": "evil.example"}).status_code == 421


def test_no_page_runs_script_of_its_own(client: TestClient, draft: str) -> None:
    for where in ("/drafts", f"/drafts/{draft}", f"/drafts/{draft}/edit"):
        answer = client.get(where)
        assert answer.status_code == 200
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert re.findall(r"<script(?![^>]*\bsrc=)|\son\w+=|javascript:|\sstyle=", answer.text) == []


def test_a_pair_is_written_anew_beside_the_requests(client: TestClient, draft: str, writer: Program) -> None:
    page = client.get(f"/drafts/{draft}").text
    data = {**fields(page, "/regenerate"), "note": "say more about cost"}
    asked = client.post(f"/drafts/{draft}/regenerate", data=data, headers=ORIGIN, follow_redirects=False)
    assert asked.status_code == 303
    job = asked.headers["Location"]
    end = time.monotonic() + 30
    while "@2" not in (shown := client.get(job).text):
        assert time.monotonic() < end, shown
        time.sleep(0.1)
    statuses = {row["version"]: row["status"] for row in writer("queue", "list", "--format", "json").json}
    assert statuses == {1: "superseded", 2: "in_review"}


def test_a_faulty_catalog_is_told_before_anything_is_served(tmp_path: Path, writer: Program) -> None:
    writer.catalog = tmp_path / "no-catalog"
    said = writer("serve", "--port", "0")
    assert said.status == 2
    assert "is no directory" in said.err


@pytest.mark.parametrize(
    ("mark", "rule"),
    [("\u200b", "hidden-character"), ("\x1b", "hidden-character"), ("<b>so</b>", "markup"), ("**so**", "markup")],
)
def test_hidden_characters_and_markup_are_not_stored_from_the_form_or_the_command_line(
    client: TestClient, draft: str, writer: Program, tmp_path: Path, mark: str, rule: str
) -> None:
    (row,) = writer("queue", "list", "--format", "json").json
    words = row["text"] + f" So it is{mark}."
    page = client.get(f"/drafts/{draft}/edit").text
    values = fields(page.replace(' class="edit"', ""), "/edit") | {"text": words}
    answer = client.post(f"/drafts/{draft}/edit", data=values, headers=ORIGIN)
    assert (answer.status_code, rule in answer.text) == (422, True)
    kept = re.search(r"<textarea[^>]*>(.*?)</textarea>", answer.text, re.DOTALL)
    assert kept is not None
    assert unescape(kept.group(1)) == words
    file = tmp_path / "words.txt"
    file.write_text(words, encoding="utf-8")
    refused = writer("queue", "edit", draft, str(file))
    assert refused.status == 1
    assert rule in refused.out + refused.err
    assert len(writer("queue", "list", "--format", "json").json) == 1
