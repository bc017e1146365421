"""What the library raises, as the errors of this project: by status code and provider code, not by its classes.

The classes mislead: a refused connection comes as a 500, a spent quota as an ordinary 429, 403 and 529 as a plain APIError.
An error that bears the service's own headers was answered by it; one without never reached it, or its answer never came.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from writer.errors import Fatal, ModelError, QuotaUsedUp, Refused, Throttled, Transient
from writer.llm.advice import NO_KEY, advice

_QUOTA = (
    "insufficient_quota",
    "billing_hard_limit",
    "exceeded your current quota",
    "credit balance is too low",
    "billing_not_active",
    "insufficient balance",
    "insufficient credits",
)
_POLICY = ("content_policy", "content_filter", "contentpolicyviolation", "responsibleai", "safety system")
_SHAPE = ("response_format", "json_schema", "json_object", "structured output", "output_config")
_FOR_ALL = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)
_SECRET = re.compile(r"\b(?:sk|pk|gsk|xai|AIza)[-_]?[A-Za-z0-9_*-]{12,}|(?<=Bearer )\S+", re.IGNORECASE)
_MESSAGE_LIMIT = 300


class ShapeRefused(Transient):
    """The service does not take the form of answer that was asked for; a simpler one is used from now on."""


def as_ours(error: BaseException, now: datetime | None = None, *, model: str = "") -> ModelError:
    """The error of ours that says what may be done about it, with a message of one line; ``model`` is who was asked."""
    if isinstance(error, ModelError):
        return error
    text, advised = _text(error), advice(error, model, status_of(error)) if model else ""
    words = f"{text} {getattr(error, 'code', '')} {getattr(error, 'body', '')}"
    if isinstance(error, TimeoutError | asyncio.CancelledError | OSError):
        return Transient(f"{type(error).__name__}: {text}")
    wait = retry_after(headers_of(error), now or datetime.now(UTC))
    if NO_KEY in advised:
        return Fatal(advised, for_all=True)  # the library calls it a 500
    return of_status(status_of(error), text, words, wait=wait, answered=was_answered(error), advised=advised)


def of_status(
    status: int | None,
    text: str,
    words: str,
    *,
    wait: float | None = None,
    answered: bool = True,
    advised: str = "",
) -> ModelError:
    """The error for an HTTP status and what was said with it; ``words`` is all there is to look for codes in, ``text`` what
    a person is told unless ``advised`` says it better. ``answered`` False means that the library, not the service, said
    so."""
    said, line = words.lower(), advised or (text if status is None else f"{status}: {text}")
    if any(mark in said for mark in _QUOTA) or status == HTTPStatus.PAYMENT_REQUIRED:
        return QuotaUsedUp(line)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Throttled(line, wait)
    if _may_pass(status):
        return Transient(line)
    if any(mark in said for mark in _POLICY):
        return Refused(line)
    if any(mark in said for mark in _SHAPE) and status in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}:
        return ShapeRefused(line)
    return Fatal(line, for_all=status in _FOR_ALL or not answered)


def was_answered(error: BaseException) -> bool:
    """Whether the service itself said so (and bills nothing), rather than silence, a cut or an answer that was no JSON."""
    return bool(headers_of(error))


def status_of(error: BaseException) -> int | None:
    """The HTTP status, None where there was none. A 5xx of the library's own making counts as one."""
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) else None


def headers_of(error: BaseException) -> Mapping[str, str]:
    """The headers of the service's answer, lower-case; empty where it gave none."""
    headers = getattr(error, "litellm_response_headers", None)
    if headers is None and type(error).__module__.startswith("openai"):
        headers = getattr(getattr(error, "response", None), "headers", None)
    return {str(key).lower(): str(value) for key, value in dict(headers or {}).items()}


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds the service asks to wait: ``retry-after-ms``, or ``retry-after`` as seconds or as a date."""
    try:
        if "retry-after-ms" in headers:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        wish = headers.get("retry-after", "").strip()
        return max(0.0, float(wish)) if wish.replace(".", "", 1).isdigit() else _until(wish, now)
    except ValueError:
        return None


def _until(date: str, now: datetime) -> float | None:
    return max(0.0, (parsedate_to_datetime(date) - now).total_seconds()) if date else None


def _may_pass(status: int | None) -> bool:
    passing = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_EARLY}
    return status is not None and (status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in passing)


def _text(error: BaseException) -> str:
    text = _SECRET.sub("[secret]", " ".join(str(error).split())) or type(error).__name__
    return text if len(text) <= _MESSAGE_LIMIT else text[: _MESSAGE_LIMIT - 1] + "…"
