"""The door: one question in, one answer out; every error that leaves is one of ours."""

from __future__ import annotations

import asyncio
import time
from decimal import Decimal

from writer.drafts.draft import Usage
from writer.errors import Fatal, ModelError, Refused, Transient
from writer.llm.faults import ShapeRefused, as_ours, was_answered
from writer.llm.gateway import library
from writer.llm.prices import Prices
from writer.llm.question import HOUSE, Answer, Question
from writer.llm.reply import answer_of
from writer.llm.shapes import Shape, Shapes, response_format


class Unanswered(Transient):
    """The request went out and no answer came: it may have been billed."""


class Door:
    """Asks any model that the library knows, once a question: no retry, no fallback, no memory."""

    def __init__(self, prices: Prices | None = None) -> None:
        self._prices = prices or Prices()
        self._shapes = Shapes()

    async def ask(self, question: Question) -> Answer:
        """The answer, whatever it says; a refusal, a cut or an empty one shows in ``finish_reason`` alone.

        Raises ModelError: Unanswered where the service may have billed, others where it said no.
        """
        started = time.perf_counter()
        try:
            response = await library().acompletion(**self._request(question))
        except asyncio.CancelledError:
            raise
        except Exception as error:
            fault = self._fault(question, error)
            if isinstance(fault, Refused):
                return Answer(str(fault), "content_filter", question.model, Usage(0, 0, Decimal(0)))
            raise fault from error
        seconds = time.perf_counter() - started
        return answer_of(response, question.model, self._prices.price(question.model), seconds)

    def _request(self, question: Question) -> dict[str, object]:
        from writer.llm.unlogged import Unlogged

        sampling, shape, messages = question.sampling, self._shapes.shape(question.model), list(question.messages)
        record = Unlogged(question.model, messages, question.label)
        wish = {
            "temperature": None if sampling.temperature is None else float(sampling.temperature),
            "seed": sampling.seed,
            "response_format": None if question.schema is None else response_format(shape, question.schema),
            "extra_headers": {"X-Client-Request-Id": question.label} if question.label else None,
        }
        return {
            "model": question.model,
            "messages": messages,
            "max_tokens": sampling.max_tokens,
            "timeout": question.timeout_seconds,
            "max_retries": 0,
            "drop_params": True,
            "no-log": True,
            "litellm_logging_obj": record,
            "litellm_call_id": record.litellm_call_id,
            "stream": False,
            **{key: value for key, value in wish.items() if value is not None},
        }

    def _fault(self, question: Question, error: Exception) -> ModelError:
        fault = as_ours(error, model=question.model)
        if isinstance(fault, ShapeRefused):
            if self._shapes.shape(question.model) is Shape.PLAIN:
                return Fatal(str(fault))
            self._shapes.refused(question.model)
        elif type(fault) is Transient and not was_answered(error) and question.model != HOUSE:
            return Unanswered(str(fault))
        return fault
