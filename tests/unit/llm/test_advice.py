"""What a person is told where a service cannot be asked: what was tried and what to check, and no secret of theirs."""

from __future__ import annotations

import pytest

from tests.fakes import replies
from tests.fakes.server import ModelServer
from tests.unit.llm.test_door import closed, fault_of, question, server
from writer.errors import Fatal, ModelError
from writer.llm.door import Door

__all__ = ["closed", "server"]  # fixtures
pytestmark = pytest.mark.model


async def told(model: str) -> ModelError:
    with pytest.raises(ModelError) as caught:
        await Door().ask(question(model))
    assert "litellm." not in str(caught.value)
    return caught.value


async def test_no_connection_names_the_address_that_was_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_BASE", "http://127.0.0.1:1/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "key")
    error = await told("openai/x")
    assert str(error) == (
        "openai/x: no connection to http://127.0.0.1:1/v1: check OPENAI_API_BASE and whether the service runs"
    )
    assert error.try_again


@pytest.mark.parametrize("model", ["zzz", "nosuch/zzz"])
async def test_an_unknown_name_says_how_models_are_named(model: str) -> None:
    assert "expected PROVIDER/MODEL as litellm names it, such as openai/" in str(await told(model))


@pytest.mark.parametrize("provider", ["openai", "anthropic"])
async def test_a_missing_key_names_its_variable(provider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(f"{provider.upper()}_API_KEY", raising=False)
    error = await told(f"{provider}/x")
    assert str(error) == f"{provider}/x: no key is set: set {provider.upper()}_API_KEY"
    assert isinstance(error, Fatal)
    assert error.for_all


async def test_a_refused_key_is_not_repeated(server: ModelServer) -> None:
    error = await fault_of(server, replies.fault(401, message="Incorrect API key provided: sk-abc***234."))
    assert str(error) == "openai/gpt-4o-mini: 401: the service refused the key: check OPENAI_API_KEY"


@pytest.mark.parametrize("body", ["<html>hello</html>", '{"foo": 1}', '{"id": tru'])
async def test_what_is_not_the_protocol_is_said_to_be_that(server: ModelServer, body: str) -> None:
    error = await fault_of(server, replies.Reply("strange", body=body))
    assert f"{server.url} answered something that is not the protocol of openai" in str(error)


async def test_a_model_that_the_service_does_not_know_is_told_in_our_words(server: ModelServer) -> None:
    said = "The model `gpt-9` does not exist or you do not have access to it."
    error = await fault_of(server, replies.fault(404, code="model_not_found", message=said))
    assert str(error) == (
        f"openai/gpt-4o-mini: 404: {server.url} knows no such model: a model that it serves, and that the key may use, was "
        "expected; check the name, and OPENAI_API_BASE where the service is one of your own"
    )
