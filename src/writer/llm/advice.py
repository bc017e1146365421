"""What a person can do about a service that cannot be asked, in words that name no secret of theirs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from http import HTTPStatus
from urllib.parse import urlsplit

NAMING = "expected PROVIDER/MODEL as litellm names it, such as openai/gpt-4o-mini or anthropic/claude-sonnet-4-5"
NO_KEY = "no key is set"
_NO_PROVIDER = "llm provider not provided"
_KEY_MISSING = ("missing credentials", "api_key client option must be set", "missing anthropic api key")
_NO_PROTOCOL = ("empty or invalid response from llm endpoint", "provider returned a response with no 'choices'")
_NO_CONNECTION = frozenset({"ConnectError", "ClientConnectorError", "ConnectionRefusedError"})


def advice(error: BaseException, model: str, status: int | None) -> str:
    """What is wrong and what to check, "" where the service's own words say it better."""
    provider, said = model.partition("/")[0], str(error).lower()
    if _NO_PROVIDER in said:
        return f"{model}: no provider of this name is known: {NAMING}"
    if any(mark in said for mark in _KEY_MISSING):
        return f"{model}: {NO_KEY}: set {_variable(provider, 'API_KEY')}"
    if status == HTTPStatus.UNAUTHORIZED:
        return f"{model}: 401: the service refused the key: check {_variable(provider, 'API_KEY')}"
    if status == HTTPStatus.NOT_FOUND:
        return (
            f"{model}: 404: {_address(provider)} knows no such model: a model that it serves, and that the key may use, was "
            f"expected; check the name, and {_variable(provider, 'API_BASE')} where the service is one of your own"
        )
    return _of_address(list(_chain(error)), said, model)


def _of_address(chain: list[BaseException], said: str, model: str) -> str:
    provider, kinds = model.partition("/")[0], {type(each).__name__ for each in chain}
    base = _variable(provider, "API_BASE")
    if kinds & _NO_CONNECTION:
        return f"{model}: no connection to {_address(provider)}: check {base} and whether the service runs"
    no_json = any(isinstance(each, json.JSONDecodeError) for each in chain)
    if no_json or any(mark in said for mark in _NO_PROTOCOL):
        return f"{model}: {_address(provider)} answered something that is not the protocol of {provider}: check {base}"
    return ""


def _variable(provider: str, kind: str) -> str:
    return f"{provider.upper().replace('-', '_')}_{kind}"


def _address(provider: str) -> str:
    """Where the provider is asked, without what somebody may have put there of a password."""
    names = (_variable(provider, "API_BASE"), _variable(provider, "BASE_URL"))
    named = next((os.environ[name] for name in names if os.environ.get(name)), "")
    parts = urlsplit(named)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}" if parts.netloc else named or "its address"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what it came of."""
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or each.__context__
