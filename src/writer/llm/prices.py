"""What a call costs: exact, from the table of the installed library; unknown is unknown, never zero."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from importlib.metadata import version

from writer.errors import BadSetting
from writer.llm.gateway import library
from writer.llm.question import HOUSE, Question

_BYTES_PER_TOKEN_AT_LEAST = 2  # no tokenizer in use makes more than one token of two bytes of English or JSON
_TOKENS_AROUND_A_MESSAGE = 16
_TOKENS_AROUND_A_SCHEMA = 512  # a provider may wrap it into words of its own
_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Price:
    """USD per token; ``cached`` is for prompt tokens that the provider had in its cache."""

    prompt: Decimal
    completion: Decimal
    cached: Decimal | None = None

    def cost(self, prompt_tokens: int, completion_tokens: int, cached_tokens: int = 0) -> Decimal:
        """What so many tokens cost in USD."""
        cached = self.prompt if self.cached is None else self.cached
        fresh = max(0, prompt_tokens - cached_tokens)
        return fresh * self.prompt + cached_tokens * cached + completion_tokens * self.completion

    def halved(self) -> Price:
        """The price inside a provider's own batch."""
        return Price(self.prompt / 2, self.completion / 2, None if self.cached is None else self.cached / 2)


@dataclass(frozen=True, slots=True)
class Prices:
    """The price of each model by its name; ``known`` goes before the library's table."""

    known: Mapping[str, Price] = field(default_factory=dict)

    @property
    def table(self) -> str:
        """The name and version of the table, to be stored beside what was computed from it."""
        return f"litellm {version('litellm')}" + (" with prices of your own" if self.known else "")

    def price(self, model: str) -> Price | None:
        """The model's price, None where nobody knows it. The house writer is free."""
        if model == HOUSE:
            return Price(Decimal(0), Decimal(0))
        return self.known.get(model) or _listed(model)


def parse_prices(text: str) -> dict[str, Price]:
    """``openai/mine=0.10/0.40`` in USD per 1M tokens of prompt and completion, several parted by commas; a third figure is
    for cached prompt tokens. BadSetting where it cannot be read."""
    return dict(_parsed(part.strip()) for part in text.split(",") if part.strip())


def _parsed(part: str) -> tuple[str, Price]:
    model, _, figures = part.rpartition("=")
    try:
        usd = [Decimal(figure) / _MILLION for figure in figures.split("/")]
    except InvalidOperation:
        usd = []
    if not model or len(usd) not in {2, 3} or any(not figure.is_finite() or figure < 0 for figure in usd):
        raise BadSetting(
            f"{part!r}: not a price: expected MODEL=PROMPT/COMPLETION in USD per 1M tokens, as openai/mine=0.10/0.40"
        )
    return model, Price(*usd)


def tokens_at_most(question: Question) -> int:
    """More tokens than any tokenizer makes of the messages and the schema: what a budget has to reckon with before it is
    told."""
    size = sum(len(message["content"].encode()) for message in question.messages)
    around = _TOKENS_AROUND_A_MESSAGE * len(question.messages)
    if question.schema is not None:
        size, around = size + len(json.dumps(question.schema)), around + _TOKENS_AROUND_A_SCHEMA
    return size // _BYTES_PER_TOKEN_AT_LEAST + around


def _listed(model: str) -> Price | None:
    """The entry of the model's full name, else of its last part where that entry is of the same provider."""
    provider, _, name = model.partition("/")
    table = library().model_cost
    entry = table.get(model) or next(
        (found for found in (table.get(name),) if found and found.get("litellm_provider") == provider), None
    )
    prompt, completion = (entry or {}).get("input_cost_per_token"), (entry or {}).get("output_cost_per_token")
    if entry is None or prompt is None or completion is None:
        return None
    cached = entry.get("cache_read_input_token_cost")
    return Price(_exact(prompt), _exact(completion), None if cached is None else _exact(cached))


def _exact(number: float) -> Decimal:
    return Decimal(str(number))
