"""Spans and logs say how a call went; never what was said in it, nor the key."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest

from tests.fakes.ports import FakeModel
from writer.briefing.brief import Message
from writer.drafting.spans import TracedModel
from writer.drafts.draft import Usage
from writer.errors import BadSetting, Throttled
from writer.llm.faults import as_ours
from writer.llm.question import Answer, Question

QUESTION = Question((Message(role="user", content="the secret prompt"),), "openai/m", label="a_b-g1-a1")
ANSWER = Answer("the secret answer", "stop", "openai/m", Usage(10, 5, Decimal(1)))


class FakeSpan:
    def __init__(self, name: str, attributes: dict[str, object]) -> None:
        self.name, self.attributes = name, dict(attributes)

    def set_attribute(self, name: str, value: object) -> None:
        self.attributes[name] = value


class FakeTracer:
    def __init__(self) -> None:
        self.spans: list[FakeSpan] = []

    @contextmanager
    def start_as_current_span(self, name: str, attributes: dict[str, object]) -> Iterator[FakeSpan]:
        self.spans.append(FakeSpan(name, attributes))
        yield self.spans[-1]


@pytest.fixture
def tracer(monkeypatch: pytest.MonkeyPatch) -> FakeTracer:
    from opentelemetry import trace

    made = FakeTracer()
    monkeypatch.setattr(trace, "get_tracer", lambda _name: made)
    return made


async def test_every_call_is_a_span_without_its_words(tracer: FakeTracer) -> None:
    assert await TracedModel(FakeModel(ANSWER)).ask(QUESTION) == ANSWER
    (span,) = tracer.spans
    assert span.name == "chat openai/m"
    assert span.attributes["writer.label"] == "a_b-g1-a1"
    assert span.attributes["gen_ai.usage.input_tokens"] == 10
    assert "secret" not in str(span.attributes)


async def test_a_span_bears_the_class_of_what_went_wrong(tracer: FakeTracer) -> None:
    with pytest.raises(Throttled):
        await TracedModel(FakeModel(Throttled("429"))).ask(QUESTION)
    assert tracer.spans[0].attributes["error.type"] == "Throttled"


def test_without_the_library_the_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(BadSetting, match="opentelemetry"):
        TracedModel(FakeModel(ANSWER))


@pytest.mark.parametrize("secret", ["sk-proj-abcdefghij0123456789", "sk-ant-REDACTED", "AIzaSyA1234567890abcdef"])
def test_a_key_that_a_service_repeats_is_cut_out_of_the_message(secret: str) -> None:
    error = as_ours(ValueError(f"Incorrect API key provided: {secret}."))
    assert secret not in str(error)
    assert "[secret]" in str(error)
