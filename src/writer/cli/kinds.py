"""What options take: each turns a word of the command line into a value, or says what would be right."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

import click

from writer.cli.house import HOUSE, fault_of_name


class Dollars(click.ParamType[Decimal]):
    """An amount in USD, exact."""

    name = "USD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """``2.50`` -> Decimal("2.50"); a leading $ is taken."""
        amount = _decimal(str(value).removeprefix("$"))
        if amount is None:
            self.fail(f"got {str(value)!r}: expected an amount in USD such as 2.50", param, ctx)
        return amount


class Figure(click.ParamType[Decimal]):
    """A decimal of zero or more, exact."""

    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """``0.7`` -> Decimal("0.7")."""
        figure = _decimal(str(value))
        if figure is None:
            self.fail(f"got {str(value)!r}: expected a number such as 0.7", param, ctx)
        return figure


class ModelPrice(click.ParamType[tuple[str, Decimal, Decimal]]):
    """``MODEL=INPUT/OUTPUT``, in USD per 1M tokens."""

    name = "MODEL=IN/OUT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Decimal, Decimal]:
        """The model's name and both prices."""
        if isinstance(value, tuple):
            return value
        model, _, prices = str(value).rpartition("=")
        given, _, taken = prices.partition("/")
        if not model or not given or not taken:
            self.fail(
                f"got {str(value)!r}: expected MODEL=INPUT/OUTPUT in USD per 1M tokens, such as openai/x=0.10/0.40",
                param,
                ctx,
            )
        return model, DOLLARS.convert(given, param, ctx), DOLLARS.convert(taken, param, ctx)


class ModelLimits(click.ParamType[tuple[str, float | None, float | None]]):
    """``MODEL=REQUESTS/TOKENS`` a minute; one of them may be left out."""

    name = "MODEL=REQ/TOK"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, float | None, float | None]:
        """The model's name and both limits."""
        if isinstance(value, tuple):
            return value
        model, _, limits = str(value).rpartition("=")
        requests, _, tokens = limits.partition("/")
        words = [word for word in (requests, tokens) if word]
        if not model or not words or not all(word.isdigit() and int(word) for word in words):
            self.fail(
                f"got {str(value)!r}: expected MODEL=REQUESTS/TOKENS a minute, such as openai/x=500/200000", param, ctx
            )
        return model, float(requests) if requests else None, float(tokens) if tokens else None


class ModelName(click.ParamType[str]):
    """A model's name as litellm spells it; ``house`` is the house writer."""

    name = "M"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """``house`` -> ``house/plain``; any other name as it is."""
        name = str(value)
        fault = fault_of_name(name)
        if fault:
            self.fail(f"got {name!r}: {fault}", param, ctx)
        return HOUSE if name == "house" else name


def _decimal(text: str) -> Decimal | None:
    """The decimal, None where it is none, endless or below zero."""
    try:
        decimal = Decimal(text)
    except InvalidOperation:
        return None
    return decimal if decimal.is_finite() and decimal >= 0 else None


DOLLARS, FIGURE, MODEL_NAME = Dollars(), Figure(), ModelName()
MODEL_PRICE, MODEL_LIMITS = ModelPrice(), ModelLimits()
