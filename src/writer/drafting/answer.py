"""A model's answer, read strictly: one JSON object of the contract's section 5, or the error that says what is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from writer.errors import InvalidAnswer, Refused, Truncated
from writer.llm.question import Answer
from writer.prose import Paragraph, Prose, Sentence

_FENCE = re.compile(r"\A\s*```[a-zA-Z]*[ \t]*\n(?P<inside>.*?)\n?\s*```\s*\Z", re.DOTALL)
_SHOWN_FAULTS = 5


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SentenceAnswer(_Strict):
    """One sentence and the keys of the facts that it states; the list may be empty."""

    text: str = Field(min_length=1)
    facts: list[str]


class ParagraphAnswer(_Strict):
    """One paragraph."""

    sentences: list[SentenceAnswer] = Field(min_length=1)


class DraftAnswer(_Strict):
    """The whole draft."""

    paragraphs: list[ParagraphAnswer] = Field(min_length=1)


@cache
def schema() -> Mapping[str, object]:
    """The JSON schema of an answer, in the form that strict structured answers take."""
    return _without_limits(DraftAnswer.model_json_schema())


def read(answer: Answer) -> Prose:
    """The prose of an answer.

    Raises Refused, Truncated or InvalidAnswer; the message is what the model is told when it is asked again.
    """
    if answer.finish_reason in {"refusal", "content_filter"}:
        raise Refused(f"the answer: {answer.finish_reason}: a draft was expected")
    if answer.finish_reason == "length":
        raise Truncated("the answer: it was cut at the length limit: a shorter one that ends was expected")
    if not answer.text.strip():
        raise InvalidAnswer("the answer: it is empty: one JSON object was expected", answer.text)
    return _prose(_validated(answer.text))


def _validated(text: str) -> DraftAnswer:
    try:
        return DraftAnswer.model_validate_json(_object(text))
    except ValidationError as error:
        raise InvalidAnswer(f"the answer: {_faults(error)}", text) from error


def _object(text: str) -> str:
    """The one JSON object in a text: fences and words around it are forgiven, a second object is not."""
    fenced = _FENCE.match(text)
    bare = (fenced["inside"] if fenced else text).strip()
    start = bare.find("{")
    if start < 0:
        raise InvalidAnswer("the answer: no JSON object in it: one was expected", text)
    try:
        found, end = json.JSONDecoder().raw_decode(bare, start)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InvalidAnswer(
            f"the answer: no JSON at {where}: {error.msg}: one JSON object was expected", text
        ) from error
    except RecursionError as error:
        raise InvalidAnswer("the answer: JSON nested without end: one JSON object was expected", text) from error
    if "{" in bare[end:]:
        raise InvalidAnswer("the answer: more than one JSON object: exactly one was expected", text)
    return json.dumps(found)


def _faults(error: ValidationError) -> str:
    faults = [f"{'.'.join(map(str, fault['loc'])) or 'the object'}: {fault['msg']}" for fault in error.errors()]
    more = [f"and {len(faults) - _SHOWN_FAULTS} more"] if len(faults) > _SHOWN_FAULTS else []
    return "; ".join(faults[:_SHOWN_FAULTS] + more)


def _prose(draft: DraftAnswer) -> Prose:
    return Prose(
        tuple(
            Paragraph(
                tuple(
                    Sentence(" ".join(sentence.text.split()), tuple(sentence.facts)) for sentence in paragraph.sentences
                )
            )
            for paragraph in draft.paragraphs
        )
    )


def _without_limits(schema: Mapping[str, object]) -> dict[str, object]:
    """Strict schemas take no length limits, defaults or titles; pydantic checks the limits after the fact."""

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items() if key not in {"minLength", "minItems", "title"}}
        return [plain(item) for item in value] if isinstance(value, list) else value

    return {key: plain(value) for key, value in schema.items() if key != "title"}
