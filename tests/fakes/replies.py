"""What the scripted server can answer: a good draft, or one of the faults that real services show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

PROMPT_TOKENS, COMPLETION_TOKENS = 3000, 900


@dataclass(frozen=True, slots=True)
class Reply:
    """One HTTP answer, or the lack of it. ``billed`` says whether the service would charge for it."""

    kind: str
    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_seconds: float = 0.0
    cut: bool = False  # the connection is closed without an answer
    slow: bool = False  # the body comes a few bytes at a time
    billed: bool = False


def answer(sentences: list[list[str]]) -> str:
    """The JSON of an answer: paragraphs of sentences, nothing cited."""
    return json.dumps(
        {"paragraphs": [{"sentences": [{"text": text, "facts": []} for text in paragraph]} for paragraph in sentences]}
    )


GOOD = answer([["A good sentence."], ["Another good one."], ["A last one."]])
WRONG = answer([["A wrong sentence."], ["A good one."]])
THIN = answer([["A thin sentence."]])


def said(
    content: str | None,
    *,
    finish: str = "stop",
    refusal: str | None = None,
    kind: str = "good",
    headers: Mapping[str, str] | None = None,
    delay_seconds: float = 0.0,
    slow: bool = False,
) -> Reply:
    """A chat completion with this content."""
    message = {"role": "assistant", "content": content} | ({"refusal": refusal} if refusal else {})
    return Reply(
        kind,
        body=_completion([{"index": 0, "message": message, "finish_reason": finish}]),
        headers=headers or {},
        delay_seconds=delay_seconds,
        slow=slow,
        billed=True,
    )


def good(**options: object) -> Reply:
    """A draft that passes."""
    return said(GOOD, **options)  # type: ignore[arg-type]  # passed through by name


def wrong() -> Reply:
    """A draft whose numbers stray."""
    return said(WRONG, kind="wrong")


def thin() -> Reply:
    """A draft that says too little."""
    return said(THIN, kind="thin")


def fenced() -> Reply:
    """A good draft inside a code fence."""
    return said(f"Here it is:\n```json\n{GOOD}\n```", kind="fenced")


def bad_json() -> Reply:
    """A draft that breaks off inside its JSON, though the service says it is whole."""
    return said(GOOD[:40], kind="bad-json")


def truncated() -> Reply:
    """Cut at the length limit."""
    return said(GOOD[:60], finish="length", kind="truncated")


def refusal() -> Reply:
    """The model declines."""
    return said(None, refusal="I cannot help with that.", kind="refusal")


def filtered() -> Reply:
    """The service's filter took the answer away."""
    return said("", finish="content_filter", kind="filter")


def empty_choices() -> Reply:
    """No choice at all."""
    return Reply("empty", body=_completion([]), billed=True)


def not_json() -> Reply:
    """A body that is no JSON, with status 200."""
    return Reply("not-json", body='{"id": tru')


def fault(status: int, *, code: str = "", message: str = "", headers: Mapping[str, str] | None = None) -> Reply:
    """An error of the service."""
    error = {"message": message or f"status {status}", "type": code or "error", "code": code or None}
    return Reply(str(status), status, json.dumps({"error": error}), headers or {})


def throttled(retry_after: str | None = None) -> Reply:
    """429, with or without Retry-After."""
    headers = {} if retry_after is None else {"retry-after": retry_after}
    return fault(429, code="rate_limit_exceeded", message="slow down", headers=headers)


def quota() -> Reply:
    """429 as it comes when the account's quota is spent."""
    return fault(429, code="insufficient_quota", message="You exceeded your current quota")


def cut() -> Reply:
    """The connection is closed."""
    return Reply("cut", cut=True)


def hang(seconds: float = 3600.0) -> Reply:
    """Nothing comes for so long."""
    return good(kind="hang", delay_seconds=seconds)


def _completion(choices: list[dict[str, object]]) -> str:
    usage = {
        "prompt_tokens": PROMPT_TOKENS,
        "completion_tokens": COMPLETION_TOKENS,
        "total_tokens": PROMPT_TOKENS + COMPLETION_TOKENS,
    }
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "scripted",
            "choices": choices,
            "usage": usage,
        }
    )
