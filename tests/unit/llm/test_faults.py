"""No error of the library leaks: each becomes one of ours."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime

import httpx
import pytest

from writer.errors import Fatal, ModelError, QuotaUsedUp, Throttled, Transient
from writer.llm.faults import as_ours, retry_after
from writer.llm.gateway import library

NOW = datetime(2026, 7, 1, tzinfo=UTC)


def raised_by_the_library() -> list[type[BaseException]]:
    from litellm import exceptions

    return sorted(
        {
            found
            for _, found in inspect.getmembers(exceptions, inspect.isclass)
            if issubclass(found, BaseException) and found.__module__.startswith("litellm")
        },
        key=lambda found: found.__name__,
    )


def made(kind: type[BaseException], message: str) -> BaseException:
    """An instance with whatever its constructor wants; the fields that every handler reads are set afterwards."""
    response = httpx.Response(500, request=httpx.Request("POST", "http://127.0.0.1"))
    values = {
        "message": message,
        "model": "m",
        "llm_provider": "openai",
        "response": response,
        "status_code": 500,
        "request": response.request,
        "current_cost": 1.0,
        "max_budget": 1.0,
        "raw_response": "",
        "schema": "",
        "original_exception": ValueError("x"),
        "entity_type": "x",
        "guardrail_name": "g",
        "request_data": {},
        "route_to_model": "m",
        "session_id": "s",
    }
    wanted = dict(inspect.signature(kind.__init__).parameters)
    plain = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY
    needed = [
        name
        for name, each in wanted.items()
        if each.kind in plain and name != "self" and (name in values or each.default is inspect.Parameter.empty)
    ]
    return kind(**{name: values.get(name, []) for name in needed})


def test_every_exception_of_the_library_becomes_one_of_ours() -> None:
    library()
    kinds = raised_by_the_library()
    assert len(kinds) > 20
    for kind in kinds:
        ours = as_ours(made(kind, "words"))
        assert isinstance(ours, ModelError), kind
        assert "\n" not in str(ours), kind


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (TimeoutError(), Transient),
        (ConnectionResetError("reset"), Transient),
        (ValueError("odd"), Fatal),
        (Throttled("ours already"), Throttled),
    ],
)
def test_errors_of_others_have_their_class(error: Exception, expected: type[ModelError]) -> None:
    assert type(as_ours(error)) is expected


def test_a_spent_quota_is_told_from_an_ordinary_429() -> None:
    error = library().RateLimitError("You exceeded your current quota, please check your plan", "openai", "m")
    assert type(as_ours(error)) is QuotaUsedUp
    assert type(as_ours(library().RateLimitError("slow down", "openai", "m"))) is Throttled


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after": "Wed, 01 Jul 2026 00:00:30 GMT"}, 30.0),
        ({"retry-after": "Wed, 01 Jul 2020 00:00:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after-ms": "x"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOW) == seconds
