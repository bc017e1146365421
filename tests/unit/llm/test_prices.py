"""What a call costs; unknown is unknown, never zero."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from writer.briefing.brief import Message
from writer.errors import BadSetting
from writer.llm.gateway import library
from writer.llm.prices import Price, Prices, parse_prices, tokens_at_most
from writer.llm.question import Question


def test_the_table_knows_common_models_exactly() -> None:
    price = Prices().price("openai/gpt-4o-mini")
    assert price == Price(Decimal("1.5E-7"), Decimal("6E-7"), Decimal("7.5E-8"))


@pytest.mark.parametrize("model", ["openai/of-our-own", "ollama/of-our-own", "nosuch/model", "anthropic/gpt-4o-mini"])
def test_a_model_that_is_not_in_the_table_has_no_price(model: str) -> None:
    assert Prices().price(model) is None


def test_the_house_writer_is_free() -> None:
    assert Prices().price("house/plain") == Price(Decimal(0), Decimal(0))


def test_cached_tokens_cost_their_own_price_where_it_is_known() -> None:
    price = Price(Decimal(10), Decimal(40), Decimal(1))
    assert price.cost(100, 10, cached_tokens=60) == 40 * 10 + 60 * 1 + 10 * 40
    assert Price(Decimal(10), Decimal(40)).cost(100, 0, cached_tokens=60) == 1000


def test_prices_of_ones_own_go_before_the_table_and_the_table_says_so() -> None:
    prices = Prices(parse_prices("openai/gpt-4o-mini=1/2, openai/mine=0.10/0.40/0.05"))
    assert prices.price("openai/gpt-4o-mini") == Price(Decimal("0.000001"), Decimal("0.000002"))
    assert prices.price("openai/mine") == Price(Decimal("1E-7"), Decimal("4E-7"), Decimal("5E-8"))
    assert "prices of your own" in prices.table


@pytest.mark.parametrize(
    "text", ["openai/mine", "openai/mine=1", "openai/mine=1/x", "=1/2", "m=1/2/3/4", "m=-1/2", "m=nan/1"]
)
def test_a_price_that_cannot_be_read_is_said_to_be(text: str) -> None:
    with pytest.raises(BadSetting, match="not a price"):
        parse_prices(text)


def test_more_tokens_are_reckoned_with_than_a_tokenizer_makes() -> None:
    text = '{"a.price.input": "0.10", "wörter": "zwölf"} ' * 50
    made = library().token_counter(model="openai/gpt-4o-mini", messages=[{"role": "user", "content": text}])
    assert tokens_at_most(Question((Message(role="user", content=text),), "openai/gpt-4o-mini")) > made


def test_the_schema_of_the_answer_is_reckoned_with_too() -> None:
    bare = Question((Message(role="user", content="Compare."),), "openai/gpt-4o-mini")
    form = {"type": "object", "properties": {f"paragraph_{number}": {"type": "string"} for number in range(40)}}
    made = library().token_counter(model="openai/gpt-4o-mini", text=json.dumps(form))
    assert tokens_at_most(replace(bare, schema=form)) - tokens_at_most(bare) > made
