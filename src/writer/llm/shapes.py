"""The form an answer is asked for in: a strict schema, any JSON, or plain text; the strictest that the service takes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from writer.llm.gateway import library
from writer.llm.question import HOUSE


class Shape(IntEnum):
    """From the loosest to the strictest."""

    PLAIN = 0
    JSON = 1
    STRICT = 2


class Shapes:
    """What each model takes, as the library's table says and as its service has shown."""

    def __init__(self) -> None:
        self._known: dict[str, Shape] = {}

    def shape(self, model: str) -> Shape:
        """The strictest shape that is not known to be refused."""
        if model not in self._known:
            self._known[model] = _listed(model)
        return self._known[model]

    def refused(self, model: str) -> None:
        """The service did not take the last one: the next looser is used from now on."""
        self._known[model] = Shape(max(Shape.PLAIN, self.shape(model) - 1))


def response_format(shape: Shape, schema: Mapping[str, object]) -> dict[str, object] | None:
    """The request's ``response_format``; None leaves it out."""
    if shape is Shape.STRICT:
        return {"type": "json_schema", "json_schema": {"name": "draft", "strict": True, "schema": dict(schema)}}
    return {"type": "json_object"} if shape is Shape.JSON else None


def _listed(model: str) -> Shape:
    """A model behind ``openai/`` that no table knows is a server of one's own: strict is tried first."""
    if model == HOUSE:
        return Shape.PLAIN
    litellm = library()
    if litellm.supports_response_schema(model=model):
        return Shape.STRICT
    if model.startswith(("openai/", "hosted_vllm/", "lm_studio/", "llamafile/")) and not _in_table(model):
        return Shape.STRICT
    takes = litellm.get_supported_openai_params(model=model) or ()
    return Shape.JSON if "response_format" in takes else Shape.PLAIN


def _in_table(model: str) -> bool:
    return model in library().model_cost or model.partition("/")[2] in library().model_cost
