"""The caller: runs an errand. Remembered, else within pace and budget, recorded before and after, tried again, fallen back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count

from writer.drafting.budget import Budget, Reservation
from writer.drafting.errand import Errand
from writer.drafting.events import CallMade, Event
from writer.drafting.lane import Lane, Slot
from writer.drafting.ledger import Ledger, Past
from writer.drafting.ports import Clock, Model
from writer.drafting.stopping import Stopping
from writer.drafts.batch import Call
from writer.errors import Fatal, ModelError, NeedsPerson
from writer.llm.prices import Prices, tokens_at_most
from writer.llm.question import Answer
from writer.llm.retries import Patience, patiently

GRACE_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Caller:
    """``lanes`` gives the lane of a model. All that is sent goes through ``ledger`` first."""

    model: Model
    ledger: Ledger
    lanes: Callable[[str], Lane]
    budget: Budget
    prices: Prices
    clock: Clock
    tell: Callable[[Event], None]
    fallbacks: Sequence[str] = ()
    patience: Patience = field(default_factory=Patience)
    grace_seconds: float = GRACE_SECONDS
    stopping: Stopping = field(default_factory=Stopping)
    down: dict[str, ModelError] = field(default_factory=dict)  # models that cannot answer until a person acts

    async def run(self, errand: Errand) -> Answer:
        """The answer of the first model that gives one; what was answered before is not asked again.

        Raises NeedsPerson where nobody can answer until a person acts, else the ModelError of the last model.
        """
        wishes = [errand, *(errand.by(model) for model in self.fallbacks if model != errand.question.model)]
        past = await self.ledger.past([wish.key for wish in wishes], errand.batch)
        remembered = past.answer()
        if remembered is not None:
            self.tell(_event(errand, "remembered", remembered))
            return remembered
        error: ModelError = Fatal(f"{errand.question.label}: no model was named")
        for wish in wishes:
            try:
                with self.stopping.waiting():
                    return await self._patiently(wish, past)
            except ModelError as failure:
                error = failure
                if failure.for_all:
                    self.down[wish.question.model] = failure
        raise NeedsPerson(str(error)) if error.for_all else error

    async def _patiently(self, errand: Errand, past: Past) -> Answer:
        if errand.question.model in self.down:
            raise self.down[errand.question.model]
        tried = past.tries(errand.key, errand.since)
        left = self.patience.tries - tried
        if left < 1:
            raise Fatal(
                f"{errand.a} vs {errand.b}: tried {tried} times, which is the cap: `--retry-failed` of `writer batch` and "
                "`writer batches resume` begins anew, so does `writer draft`"
            )
        numbers = count(past.next_number(errand.key))

        async def once() -> Answer:
            return await self._once(errand, next(numbers))

        async def sleep(seconds: float) -> None:
            self.stopping.check()
            await self.clock.sleep(seconds)

        return await patiently(once, self.patience.of(left), sleep)

    async def _once(self, errand: Errand, number: int) -> Answer:
        """One request. Its slot and its part of the budget are held until it is recorded, even when we are told to stop."""
        question = errand.question
        prompt_tokens = tokens_at_most(question)
        price = self.prices.price(question.model)
        worst = None if price is None else price.cost(prompt_tokens, question.sampling.max_tokens)
        lane = self.lanes(question.model)
        async with (
            lane.slot(prompt_tokens // 2 + question.sampling.max_tokens // 4) as slot,
            self.budget.reserve(worst) as reservation,
        ):
            call = self.ledger.call(errand, number, worst, self.clock.now())
            with self.stopping.sending():
                return await self._to_the_end(asyncio.create_task(self._send(errand, call, slot, reservation)))

    async def _send(self, errand: Errand, call: Call, slot: Slot, reservation: Reservation) -> Answer:
        await self.ledger.sent(call)
        try:
            answer = await self.model.ask(errand.question)
        except ModelError as error:
            slot.failed(error)
            failed = await self.ledger.failed(call, error)
            reservation.settle(failed.usage.cost_usd)
            self.tell(_event(errand, type(error).__name__))
            raise
        slot.answered(answer)
        reservation.settle(answer.usage.cost_usd)
        await self.ledger.answered(call, answer)
        self.tell(_event(errand, "answered", answer))
        return answer

    async def _to_the_end(self, sending: asyncio.Task[Answer]) -> Answer:
        try:
            return await asyncio.shield(sending)
        except asyncio.CancelledError:
            await asyncio.wait([sending], timeout=self.grace_seconds)
            if sending.done() and not sending.cancelled():
                sending.exception()
            raise
        finally:
            sending.cancel()


def _event(errand: Errand, outcome: str, answer: Answer | None = None) -> CallMade:
    if answer is None:
        return CallMade(errand.question.label, errand.question.model, outcome, 0.0, None, None, None)
    usage = answer.usage
    return CallMade(
        errand.question.label,
        answer.model,
        outcome,
        answer.latency_seconds,
        usage.prompt_tokens,
        usage.completion_tokens,
        usage.cost_usd,
    )
