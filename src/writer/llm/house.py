"""The house writer as a provider of the library: ``house/plain`` takes the same way as every other model."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from litellm import ModelResponse
from litellm.llms.custom_llm import CustomLLM, CustomLLMError
from litellm.types.utils import Choices, Usage
from litellm.types.utils import Message as Reply

from writer.briefing.brief import Message, document_of
from writer.wording.house import answer


class HouseProvider(CustomLLM):
    """Words the one JSON document that stands in the messages; it reads nothing else of them."""

    async def acompletion(  # type: ignore[override]  # the library passes every argument by its name
        self,
        model: str,
        messages: Sequence[Message],
        model_response: ModelResponse,
        **_unused: object,
    ) -> ModelResponse:
        """The house writer's answer; CustomLLMError 400 where the messages hold no document it can word."""
        try:
            text = answer(document_of(messages))
        except Exception as error:
            message = f"{model}: {type(error).__name__}: {error}"
            raise CustomLLMError(400, message) from error  # type: ignore[no-untyped-call]  # the library's class is not typed
        await asyncio.sleep(0)
        model_response.choices = [Choices(finish_reason="stop", message=Reply(role="assistant", content=text))]
        model_response.model = model
        asked = sum(len(message["content"]) for message in messages)
        usage = Usage(prompt_tokens=asked // 4, completion_tokens=len(text) // 4, total_tokens=(asked + len(text)) // 4)
        model_response.__dict__["usage"] = usage
        return model_response
