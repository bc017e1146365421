"""An outage of the service, seen by who drafts one pair: what is told, and that it is over when it is over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes import replies
from tests.fakes.ports import LeapingClock
from tests.fakes.server import ModelServer, Seen, always
from tests.integration.writer_command import PAIR, Program
from writer.briefing.brief import document_of
from writer.wording.house import answer

pytestmark = pytest.mark.model
MODEL = ("--model", "openai/scripted")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> LeapingClock:
    leaping = LeapingClock()
    monkeypatch.setattr("writer.drafting.clock.SystemClock", lambda: leaping)
    return leaping


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer() as running:
        monkeypatch.setenv("OPENAI_API_BASE", running.url)
        monkeypatch.setenv("OPENAI_API_KEY", "key")
        monkeypatch.setenv("WRITER_PRICES", "openai/scripted=1/4")
        yield running


def house(seen: Seen) -> replies.Reply:
    return replies.said(answer(document_of(seen.body["messages"])))  # type: ignore[arg-type]


@pytest.mark.parametrize("command", ["draft", "regenerate"])
def test_after_an_outage_the_same_command_begins_its_tries_anew(
    server: ModelServer, clock: LeapingClock, writer: Program, command: str
) -> None:
    server.script = always(replies.fault(500))
    first = writer(command, *PAIR, *MODEL)
    clock.seconds += 60
    second = writer(command, *PAIR, *MODEL)
    assert (first.status, second.status) == (2, 2), first.err
    assert server.log.requests == 12, second.err
    assert "cap" not in second.err
    server.script = house
    assert writer(command, *PAIR, *MODEL).status == 0
