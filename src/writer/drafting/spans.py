"""OpenTelemetry spans of every call, for those who ask for them. Nothing of prompts or answers is in a span."""

from __future__ import annotations

from writer.drafting.ports import Model
from writer.errors import BadSetting, ModelError
from writer.llm.question import Answer, Question


class TracedModel:
    """A model whose every call is a span. BadSetting where OpenTelemetry is not installed."""

    def __init__(self, model: Model) -> None:
        try:
            from opentelemetry import trace
        except ImportError as error:
            raise BadSetting("WRITER_TRACING: opentelemetry-api is not installed: install it, or unset this") from error
        self._model, self._tracer = model, trace.get_tracer("writer")

    async def ask(self, question: Question) -> Answer:
        """See ``Model.ask``."""
        attributes: dict[str, str | int] = {
            "gen_ai.operation.name": "chat",
            "gen_ai.request.model": question.model,
            "gen_ai.request.max_tokens": question.sampling.max_tokens,
            "writer.label": question.label,
        }
        with self._tracer.start_as_current_span(f"chat {question.model}", attributes=attributes) as span:
            try:
                answer = await self._model.ask(question)
            except ModelError as error:
                span.set_attribute("error.type", type(error).__name__)
                raise
            usage = answer.usage
            span.set_attribute("gen_ai.response.finish_reasons", [answer.finish_reason])
            span.set_attribute("gen_ai.usage.input_tokens", usage.prompt_tokens or 0)
            span.set_attribute("gen_ai.usage.output_tokens", usage.completion_tokens or 0)
            return answer
