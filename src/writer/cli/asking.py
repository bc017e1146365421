"""How models are asked: the options that `draft`, `batch` and `regenerate` share, and what they come to."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

import click

from writer.cli.house import HOUSE
from writer.cli.kinds import DOLLARS, FIGURE, MODEL_LIMITS, MODEL_NAME, MODEL_PRICE

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from writer.cli.wiring import Wiring
    from writer.drafting.ports import Progress
    from writer.drafting.shop import Tools
    from writer.drafts.batch import Order, Sampling

F = TypeVar("F", bound=Callable[..., object])
_POOL_FROM = 32  # calls at once from which checking is given processes of its own


@dataclass(frozen=True, slots=True)
class Supplies:
    """What a run is given besides its order: prices and limits that it could not know, and processes to check with."""

    price: tuple[tuple[str, Decimal, Decimal], ...] = ()
    limit: tuple[tuple[str, float | None, float | None], ...] = ()
    workers: int | None = None

    def tools(
        self, wired: Wiring, progress: Progress, *, model: str, concurrency: int
    ) -> AbstractContextManager[Tools]:
        """What drafting works with."""
        from writer.drafting.lane import Limits
        from writer.llm.prices import Price

        million = Decimal(1_000_000)
        return wired.tools(
            progress,
            workers=self._workers(model, concurrency),
            prices={model: Price(given / million, taken / million) for model, given, taken in self.price},
            limits={model: Limits(requests, tokens) for model, requests, tokens in self.limit},
        )

    def _workers(self, model: str, concurrency: int) -> int:
        """The house writer words in this process, so that others would have little to do beside it."""
        if self.workers is not None:
            return self.workers
        return (os.cpu_count() or 1) if concurrency >= _POOL_FROM and model != HOUSE else 0


@dataclass(frozen=True, slots=True)
class Asking:
    """How a model is to be asked, as the options say."""

    model: str | None
    fallback: tuple[str, ...]
    attempts: int
    concurrency: int
    budget: Decimal | None
    allow_unknown_cost: bool
    max_tokens: int
    temperature: Decimal | None
    seed: int | None
    supplies: Supplies

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> Asking:
        """From the options of ``asking_options``, which click has checked."""
        given = dict(asked)
        supplies = Supplies(given.pop("price"), given.pop("limit"), given.pop("workers"))
        return cls(supplies=supplies, **given)

    def sampling(self) -> Sampling:
        """How the model chooses its words."""
        from writer.drafts.batch import Sampling

        return Sampling(self.max_tokens, self.temperature, self.seed)

    def order(self, wired: Wiring, *, note: str = "", reword: str = "", provider_batch: bool = False) -> Order:
        """The order, without its pairs."""
        from writer.drafts.batch import Order

        return Order(
            key="",
            pairs=(),
            model=self.model or wired.settings.model,
            fallbacks=self.fallback,
            attempts=self.attempts,
            sampling=self.sampling(),
            concurrency=self.concurrency,
            budget_usd=self.budget,
            allow_unknown_cost=self.allow_unknown_cost,
            provider_batch=provider_batch,
            by=wired.settings.user,
            note=note,
            reword=reword,
        )

    def tools(self, wired: Wiring, progress: Progress) -> AbstractContextManager[Tools]:
        """What drafting works with under these options."""
        model = self.model or wired.settings.model
        return self.supplies.tools(wired, progress, model=model, concurrency=self.concurrency)


def supply_options(command: F) -> F:
    """Every option of ``Supplies``."""
    options = (
        click.option(
            "--price", type=MODEL_PRICE, multiple=True, help="A model's price in USD per 1M tokens; repeatable."
        ),
        click.option(
            "--limit",
            type=MODEL_LIMITS,
            multiple=True,
            help="Requests and tokens that a model takes in a minute; repeatable.",
        ),
        click.option(
            "--workers",
            type=click.IntRange(0, 64),
            help="Processes that check drafts; by default one a processor from 32 calls at once, none below.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def asking_options(command: F) -> F:
    """Every option of ``Asking``, in the order in which help shows them."""
    command = supply_options(command)
    options = (
        click.option(
            "--model",
            type=MODEL_NAME,
            metavar="M",
            help="The model, as litellm names it (WRITER_MODEL; else the house writer).",
        ),
        click.option(
            "--fallback",
            type=MODEL_NAME,
            multiple=True,
            metavar="M",
            help="A model to ask where the one before cannot answer; repeatable.",
        ),
        click.option(
            "--attempts",
            type=click.IntRange(1, 20),
            default=3,
            show_default=True,
            help="How often a pair is drafted before it is stored as rejected.",
        ),
        click.option(
            "--concurrency", type=click.IntRange(1, 2000), default=8, show_default=True, help="Calls at once, at most."
        ),
        click.option("--budget", type=DOLLARS, help="Stop before spending more than this."),
        click.option("--allow-unknown-cost", is_flag=True, help="Count a model whose price nobody knows as nothing."),
        click.option(
            "--max-tokens",
            type=click.IntRange(256, 200_000),
            default=4096,
            show_default=True,
            help="The longest answer, in tokens.",
        ),
        click.option(
            "--temperature", type=FIGURE, metavar="T", help="The model's temperature; its own where left out."
        ),
        click.option("--seed", type=int, help="The model's seed; none where left out."),
    )
    for option in reversed(options):
        command = option(command)
    return command
