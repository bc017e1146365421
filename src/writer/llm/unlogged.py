"""The library's record of one call, kept to what the call itself needs.

For every call it would reckon a cost of its own (in floats, twice) and put together a log entry, though nobody listens: more
than a third of its time on a processor.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import count

from litellm.litellm_core_utils.litellm_logging import Logging

from writer.llm.question import Message

_numbers = count(1)


class Unlogged(Logging):
    """Stands where the library keeps its log of a call; it logs nothing and reckons no cost."""

    def __init__(self, model: str, messages: Sequence[Message], label: str) -> None:
        name = f"{label or 'call'}-{next(_numbers)}"  # a random one is slow where the system's chance is
        super().__init__(
            model=model,
            messages=list(messages),
            stream=False,
            call_type="acompletion",
            start_time=datetime.now(),  # noqa: DTZ005  the library takes the difference to a time without a zone
            litellm_call_id=name,
            function_id="",
            litellm_trace_id=name,
        )

    def response_cost_calculator(self, *_of: object, **_how: object) -> None:
        """Nothing: see ``Prices``."""

    def claim_async_success_log(self) -> bool:
        """False: no log of an answer is to be written."""
        return False

    def handle_sync_success_callbacks_for_async_calls(self, *_of: object, **_how: object) -> None:
        """Nothing."""

    def failure_handler(self, *_of: object, **_how: object) -> None:
        """Nothing."""

    async def async_failure_handler(self, *_of: object, **_how: object) -> None:
        """Nothing."""
