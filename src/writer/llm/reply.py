"""What a service replied, as an answer."""

from __future__ import annotations

from collections.abc import Mapping

from writer.drafts.draft import Usage
from writer.llm.prices import Price
from writer.llm.question import Answer


def answer_of(response: object, model: str, price: Price | None, seconds: float) -> Answer:
    """The answer in a chat completion of the library's own kind; ``empty`` is the finish reason where it has no choice."""
    choices = getattr(response, "choices", None) or []
    message = getattr(choices[0], "message", None) if choices else None
    refusal = getattr(message, "refusal", None)
    text = getattr(message, "content", None) or refusal or ""
    reason = "refusal" if refusal else str(getattr(choices[0], "finish_reason", "") or "") if choices else "empty"
    return Answer(_storable(str(text)), reason, model, _usage(response, price), seconds, _headers(response))


def _storable(text: str) -> str:
    """The text without what no database can keep: NUL and halves of surrogate pairs."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "\ufffd")


def _usage(response: object, price: Price | None) -> Usage:
    usage = getattr(response, "usage", None)
    prompt, completion = getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None)
    if not isinstance(prompt, int) or not isinstance(completion, int) or (prompt, completion) == (0, 0):
        return Usage()
    cached = getattr(getattr(usage, "prompt_tokens_details", None), "cached_tokens", None) or 0
    return Usage(prompt, completion, None if price is None else price.cost(prompt, completion, cached))


def _headers(response: object) -> Mapping[str, str]:
    headers = getattr(response, "_response_headers", None) or {}
    return {str(key).lower(): str(value) for key, value in dict(headers).items()}
