"""The budget: spent, and in flight at its worst, never pass it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal

from writer.drafts.batch import Batch, Order
from writer.errors import BadSetting, BudgetReached
from writer.llm.prices import Prices


def check_can_pay(order: Order | Batch, prices: Prices) -> None:
    """BadSetting where a budget is set and the price of a model is unknown, unless that was allowed."""
    models = dict.fromkeys((order.model, *order.fallbacks, *filter(None, [order.reword])))
    unknown = [model for model in models if prices.price(model) is None]
    if order.budget_usd is not None and unknown and not order.allow_unknown_cost:
        raise BadSetting(
            f"--budget: the price of {', '.join(unknown)} is unknown, so no budget can be kept: "
            "give its price, or --allow-unknown-cost to count it as nothing"
        )


class Budget:
    """``limit_usd`` None is no limit; it can be changed while calls wait. ``committed`` begins with what earlier runs cost."""

    def __init__(self, limit_usd: Decimal | None = None, committed_usd: Decimal = Decimal(0)) -> None:
        self.committed_usd = committed_usd
        self.in_flight_usd = Decimal(0)
        self._limit = limit_usd
        self._changed = asyncio.Condition()

    async def change(self, limit_usd: Decimal | None) -> None:
        """A new limit, for calls that wait too."""
        async with self._changed:
            self._limit = limit_usd
            self._changed.notify_all()

    def room_usd(self) -> Decimal | None:
        """What may still be committed; None is no limit."""
        return None if self._limit is None else self._limit - self.committed_usd - self.in_flight_usd

    @asynccontextmanager
    async def reserve(self, worst_usd: Decimal | None) -> AsyncIterator[Reservation]:
        """Room for one call; it waits while calls in flight may still leave some over.

        Raises BudgetReached where they cannot. A worst case of None (no price) reserves nothing.
        """
        worst = worst_usd or Decimal(0)
        async with self._changed:
            await self._changed.wait_for(lambda: self._fits(worst) or not self.in_flight_usd)
            if not self._fits(worst):
                raise BudgetReached(self._why(worst))
            self.in_flight_usd += worst
        reservation = Reservation(worst)
        try:
            yield reservation
        finally:
            async with self._changed:
                self.in_flight_usd -= worst
                self.committed_usd += reservation.costs
                self._changed.notify_all()

    def _fits(self, worst: Decimal) -> bool:
        return self._limit is None or self.committed_usd + self.in_flight_usd + worst <= self._limit

    def _why(self, worst: Decimal) -> str:
        return (
            f"the budget: ${self.committed_usd:.4f} of ${self._limit} is spent and the next call may cost up to "
            f"${worst:.4f}: a higher --budget goes on from here"
        )


class Reservation:
    """What one call may cost; until it is settled it counts at its worst."""

    def __init__(self, worst: Decimal) -> None:
        self.costs = worst

    def settle(self, cost_usd: Decimal | None) -> None:
        """What it did cost; None (unknown) leaves the worst standing."""
        if cost_usd is not None:
            self.costs = cost_usd
