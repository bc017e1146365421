"""What became of the calls inside a parcel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from writer.drafts.batch import Call, CallState
from writer.drafts.draft import Usage
from writer.errors import BadSetting, ModelError, NeedsPerson, Transient
from writer.llm.door import Unanswered
from writer.llm.parcels import NAMELESS
from writer.llm.question import Answer


def name_of(key: str, number: int) -> str:
    """A call's name inside a parcel: short, and the same after a restart."""
    return f"{key[:40]}-{number}"


def ended(call: Call, answers: Mapping[str, Answer | ModelError], said: str) -> Call:
    """The call with what came back for it; ``said`` is the provider's word for the parcel."""
    answer = answers.get(name_of(call.key, call.number)) or answers.get(NAMELESS)
    if isinstance(answer, Answer):
        return replace(
            call,
            state=CallState.ANSWERED,
            answer=answer.text,
            finish_reason=answer.finish_reason,
            usage=answer.usage,
            error="",
        )
    return failed(call, answer or Transient(f"the provider did not answer it: the parcel is {said}"))


def failed(call: Call, error: ModelError | BadSetting) -> Call:
    """A call that came to nothing; it cost nothing, unless nobody knows: then its worst stands."""
    lost = isinstance(error, Unanswered)
    kind = NeedsPerson if isinstance(error, ModelError) and error.for_all else type(error)
    return replace(
        call,
        state=CallState.LOST if lost else CallState.FAILED,
        usage=Usage() if lost else Usage(0, 0, Decimal(0)),
        error=f"{kind.__name__}: {error}",
    )
