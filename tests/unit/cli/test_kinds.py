from __future__ import annotations

from decimal import Decimal

import click
import pytest

from writer.cli.kinds import DOLLARS, FIGURE, MODEL_LIMITS, MODEL_NAME, MODEL_PRICE


@pytest.mark.parametrize(("text", "amount"), [("2.50", "2.50"), ("$3", "3"), ("0", "0")])
def test_dollars_are_exact(text: str, amount: str) -> None:
    assert DOLLARS.convert(text, None, None) == Decimal(amount)


def test_a_price_is_of_a_model_whose_name_may_hold_anything() -> None:
    assert MODEL_PRICE.convert("openai/x=y:1=0.1/0.4", None, None) == ("openai/x=y:1", Decimal("0.1"), Decimal("0.4"))


@pytest.mark.parametrize(
    ("text", "limits"), [("m=5/7", (5.0, 7.0)), ("m=5/", (5.0, None)), ("m=/7", (None, 7.0)), ("m=5", (5.0, None))]
)
def test_one_limit_may_be_left_out(text: str, limits: tuple[float | None, float | None]) -> None:
    assert MODEL_LIMITS.convert(text, None, None) == ("m", *limits)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (DOLLARS, "-1"),
        (DOLLARS, "NaN"),
        (DOLLARS, "Infinity"),
        (DOLLARS, "two"),
        (DOLLARS, "1,5"),
        (FIGURE, "x"),
        (FIGURE, "-0.1"),
        (MODEL_PRICE, "m"),
        (MODEL_PRICE, "m=1"),
        (MODEL_PRICE, "=1/2"),
        (MODEL_PRICE, "m=1/x"),
        (MODEL_NAME, "house/zzz"),
        (MODEL_NAME, " "),
        (MODEL_LIMITS, "m"),
        (MODEL_LIMITS, "m="),
        (MODEL_LIMITS, "m=0/1"),
        (MODEL_LIMITS, "m=a/b"),
    ],
)
def test_what_cannot_be_read_says_what_would_be_right(kind: click.ParamType[object], text: str) -> None:
    with pytest.raises(click.BadParameter, match="expected"):
        kind.convert(text, None, None)


@pytest.mark.parametrize(
    ("text", "name"), [("house", "house/plain"), ("house/plain", "house/plain"), ("openai/gpt-4o", "openai/gpt-4o")]
)
def test_the_house_writer_has_one_name(text: str, name: str) -> None:
    assert MODEL_NAME.convert(text, None, None) == name
