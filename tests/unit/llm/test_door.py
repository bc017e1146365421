"""What comes through the door, against a real HTTP server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from decimal import Decimal

import pytest

from tests.fakes import replies
from tests.fakes.server import ModelServer, always
from writer.drafts.batch import Sampling
from writer.errors import Fatal, ModelError, QuotaUsedUp, Throttled, Transient
from writer.llm import gateway
from writer.llm.door import Door, Unanswered
from writer.llm.faults import ShapeRefused
from writer.llm.question import Answer, Message, Question

pytestmark = pytest.mark.model


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer() as running:
        monkeypatch.setenv("OPENAI_API_BASE", running.url)
        monkeypatch.setenv("OPENAI_API_KEY", "key")
        yield running


@pytest.fixture(autouse=True)
async def closed() -> AsyncIterator[None]:
    yield
    await gateway.close()


def question(model: str = "openai/gpt-4o-mini", **changes: object) -> Question:
    schema = {"type": "object", "properties": {}}
    values = {
        "messages": (Message(role="user", content="Compare."),),
        "model": model,
        "label": "a_b-g1-a1",
        "schema": schema,
        "timeout_seconds": 5.0,
        **changes,
    }
    return Question(**values)  # type: ignore[arg-type]


async def fault_of(server: ModelServer, reply: replies.Reply, **changes: object) -> ModelError:
    server.script = always(reply)
    with pytest.raises(ModelError) as caught:
        await Door().ask(question(**changes))
    assert server.log.requests == 1, "one question is one request"
    return caught.value


async def test_an_answer_has_text_usage_cost_and_headers(server: ModelServer) -> None:
    server.script = always(replies.good(headers={"x-ratelimit-limit-requests": "500"}))
    answer = await Door().ask(question())
    assert answer.text == replies.GOOD
    assert (answer.usage.prompt_tokens, answer.usage.completion_tokens) == (3000, 900)
    assert answer.usage.cost_usd == 3000 * Decimal("1.5e-7") + 900 * Decimal("6e-7")
    assert answer.headers["x-ratelimit-limit-requests"] == "500"


async def test_the_request_says_who_asks_and_how(server: ModelServer) -> None:
    await Door().ask(question(sampling=Sampling(max_tokens=77, temperature=Decimal("0.3"), seed=5)))
    (seen,) = server.log.seen
    assert seen.label == "a_b-g1-a1"
    assert (seen.body["max_tokens"], seen.body["temperature"], seen.body["seed"]) == (77, 0.3, 5)
    assert seen.body["response_format"]["json_schema"]["strict"] is True


async def test_a_price_nobody_knows_is_unknown_and_not_zero(server: ModelServer) -> None:
    answer = await Door().ask(question("openai/of-our-own"))
    assert answer.usage.cost_usd is None


async def test_the_price_is_that_of_the_model_asked_for_whatever_the_service_calls_it(server: ModelServer) -> None:
    server.script = always(replies.Reply("renamed", body=replies.good().body.replace('"scripted"', '"gpt-4o"')))
    assert (await Door().ask(question("openai/of-our-own"))).usage.cost_usd is None


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (replies.throttled(), Throttled),
        (replies.throttled("7"), Throttled),
        (replies.quota(), QuotaUsedUp),
        (replies.fault(402), QuotaUsedUp),
        (replies.fault(401), Fatal),
        (replies.fault(403), Fatal),
        (replies.fault(404), Fatal),
        (replies.fault(400), Fatal),
        (replies.fault(413), Fatal),
        (replies.fault(408), Transient),
        (replies.fault(409), Transient),
        (replies.fault(500), Transient),
        (replies.fault(502), Transient),
        (replies.fault(503), Transient),
        (replies.fault(529), Transient),
        (replies.cut(), Unanswered),
        (replies.not_json(), Unanswered),
    ],
    ids=lambda value: getattr(value, "kind", getattr(value, "__name__", "")),
)
async def test_every_fault_has_its_class_after_one_request(
    server: ModelServer, reply: replies.Reply, expected: type[ModelError]
) -> None:
    assert type(await fault_of(server, reply)) is expected


async def test_a_hang_ends_at_its_time_out_as_unanswered(server: ModelServer) -> None:
    assert type(await fault_of(server, replies.hang(3), timeout_seconds=0.3)) is Unanswered


async def test_a_slow_body_is_waited_for(server: ModelServer) -> None:
    server.script = always(replies.good(slow=True))
    assert (await Door().ask(question())).text == replies.GOOD


async def test_retry_after_is_read(server: ModelServer) -> None:
    error = await fault_of(server, replies.throttled("7"))
    assert isinstance(error, Throttled)
    assert error.retry_after_seconds == 7.0


@pytest.mark.parametrize(("status", "for_all"), [(401, True), (403, True), (404, True), (400, False), (413, False)])
async def test_a_fault_that_every_call_would_meet_says_so(server: ModelServer, status: int, for_all: bool) -> None:
    error = await fault_of(server, replies.fault(status))
    assert isinstance(error, Fatal)
    assert error.for_all is for_all


async def test_an_unknown_provider_is_fatal_for_all() -> None:
    with pytest.raises(Fatal) as caught:
        await Door().ask(question("nosuch/model"))
    assert caught.value.for_all


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (replies.refusal(), "refusal"),
        (replies.filtered(), "content_filter"),
        (replies.truncated(), "length"),
        (replies.empty_choices(), "empty"),
        (replies.fault(400, code="content_policy_violation"), "content_filter"),
    ],
    ids=lambda value: getattr(value, "kind", value),
)
async def test_what_raises_nothing_shows_in_the_finish_reason(
    server: ModelServer, reply: replies.Reply, reason: str
) -> None:
    server.script = always(reply)
    assert (await Door().ask(question())).finish_reason == reason


async def test_a_refused_strict_schema_falls_to_json_mode_and_then_to_plain_text(server: ModelServer) -> None:
    server.script = always(replies.fault(400, message="response_format is not supported"))
    door = Door()
    for _ in range(2):
        with pytest.raises(ShapeRefused):
            await door.ask(question("openai/of-our-own"))
    server.script = always(replies.good())
    await door.ask(question("openai/of-our-own"))
    kinds = [seen.body.get("response_format", {"type": None})["type"] for seen in server.log.seen]
    assert kinds == ["json_schema", "json_object", None]


async def test_text_that_no_database_keeps_is_cleaned(server: ModelServer) -> None:
    server.script = always(replies.said("nul \x00 and half \ud800"))
    answer = await Door().ask(question())
    assert answer == Answer(
        "nul \ufffd and half ?", "stop", "openai/gpt-4o-mini", answer.usage, answer.latency_seconds, answer.headers
    )
