"""A batch by way of a provider's own batch endpoint: every attempt of every pair is one round of parcels.

A pair whose answer is not there yet is postponed; what all postponed pairs ask goes out as a parcel; when it is back the
pairs go on from the ledger as if they had been answered at once. A restart takes in first what is still out.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TypeVar
from uuid import uuid4

from writer.drafting.batch import BatchRun
from writer.drafting.cancelling import give_up
from writer.drafting.errand import Errand, Errands, Postponed
from writer.drafting.events import Waiting
from writer.drafting.ledger import Ledger, Past
from writer.drafting.parcel_calls import ended, failed, name_of
from writer.drafting.ports import Provider
from writer.drafting.shop import Shop
from writer.drafts.batch import Batch, BatchStatus, Call, SentParcel, in_parcel
from writer.errors import BadSetting, BudgetReached, Fatal, ModelError, NeedsPerson
from writer.llm.door import Unanswered
from writer.llm.parcels import NAMELESS, Parcel, ParcelState
from writer.llm.prices import tokens_at_most
from writer.llm.question import Answer, Question
from writer.llm.retries import patiently

Got = TypeVar("Got")
POLL_SECONDS = 30.0
PARCEL_BYTES, PARCEL_LINES = 60_000_000, 5_000  # a provider takes 200 MB and 50,000; memory here is dearer


@dataclass(frozen=True, slots=True)
class Wanted:
    """An errand without an answer, and the number of its next call."""

    errand: Errand
    number: int

    @property
    def name(self) -> str:
        """What the provider is told to call it."""
        return name_of(self.errand.key, self.number)


class Collector:
    """Answers from the ledger, or postpones and notes what to ask. A parcel is for one ``model``: what another one is asked
    (a fallback, the one that words anew) is asked ``directly``, a fallback where the first will not answer at all."""

    def __init__(self, ledger: Ledger, tries: int, batch: Batch, directly: Errands) -> None:
        self._ledger, self._tries, self._directly = ledger, tries, directly
        self._model, self._fallbacks = batch.model, [model for model in batch.fallbacks if model != batch.model]
        self._wanted: list[Wanted] = []
        self._bytes = 0

    @property
    def is_full(self) -> bool:
        """Whether the next parcel is as large as it may be."""
        return len(self._wanted) >= PARCEL_LINES or self._bytes >= PARCEL_BYTES

    async def run(self, errand: Errand) -> Answer:
        """See ``Errands.run``."""
        if errand.question.model != self._model:
            return await self._directly.run(errand)
        past = await self._ledger.past([errand.key], errand.batch)
        answer = past.answer()
        if answer is not None:
            return answer
        hopeless = self._hopeless(errand, past)
        if hopeless and self._fallbacks:
            return await self._directly.run(errand.by(self._fallbacks[0]))
        if hopeless:
            raise Fatal(hopeless)
        self._note(errand, past)
        raise Postponed(errand.question.label)

    def take(self) -> list[Wanted]:
        """All that was noted since the last time."""
        wanted, self._wanted, self._bytes = self._wanted, [], 0
        return wanted

    def _hopeless(self, errand: Errand, past: Past) -> str:
        """Why it need not go out again; "" where it may."""
        if past.tries(errand.key, errand.since) >= self._tries:
            return (
                f"{errand.a} vs {errand.b}: tried {self._tries} times, which is the cap: `--retry-failed` of `writer batch` "
                "and `writer batches resume` begins anew"
            )
        return past.refusal(errand.key, errand.since)

    def _note(self, errand: Errand, past: Past) -> None:
        self._wanted.append(Wanted(errand, past.next_number(errand.key)))
        self._bytes += sum(len(message["content"]) for message in errand.question.messages)


class ProviderRun(BatchRun):
    """See ``BatchRun``, which it is but for how the answers come."""

    def __init__(self, shop: Shop, batch: Batch) -> None:
        self._collector = Collector(shop.ledger, shop.tools.patience.tries, batch, shop.caller)
        super().__init__(shop, batch, self._collector)

    def _has_enough(self) -> bool:
        return self._collector.is_full

    async def _work(self) -> None:
        try:
            await self._take_in_what_is_out()
            while self._halt is None:
                await super()._work()
                wanted = self._collector.take()
                if not wanted:
                    return
                await self._send(wanted)
                await self._take_in_what_is_out()
        except (BudgetReached, NeedsPerson) as halt:
            self.stop(halt)
        except ModelError as error:  # what is out stays out, and is looked for when it goes on
            self.stop(NeedsPerson(str(error)))
        except BadSetting as error:
            await self._end(BatchStatus.PAUSED, str(error))
            raise

    @property
    def _provider(self) -> Provider:
        if self._tools.provider is None:
            raise BadSetting("--provider-batch: no provider's batch endpoint is set up here: leave the option out")
        return self._tools.provider

    async def _send(self, wanted: Sequence[Wanted]) -> None:
        """One parcel, as large as the budget allows; what does not fit is asked for again in the next round."""
        parcel = SentParcel(
            uuid4().hex, self.batch.id, self.batch.model, "", is_out=True, sent_at=self._tools.clock.now()
        )
        calls = self._within_budget(parcel, wanted)
        await self._shop.look(partial(self._tools.book.send_parcel, parcel, list(calls.values())))
        questions = {each.name: each.errand.question for each in wanted if each.name in calls}
        unsure: list[str] = []
        try:
            sent = await self._patiently(lambda: self._sent(parcel, questions, unsure))
        except (ModelError, BadSetting) as error:
            if not unsure:  # no try of it can have got through
                await self._note(replace(parcel, is_out=False), [failed(call, error) for call in calls.values()])
            raise
        there = replace(parcel, provider_id=sent.id)
        await self._note(there, [])
        stands = await self._shop.look(partial(self._tools.book.batch, self.batch.id))
        if stands.status is BatchStatus.CANCELLED:  # while it was being sent
            raise NeedsPerson(await give_up(there, self._tools.book, self._provider))

    def _within_budget(self, parcel: SentParcel, wanted: Sequence[Wanted]) -> dict[str, Call]:
        room = self._shop.budget.room_usd()
        price = self._tools.prices.price(self.batch.model)
        halved = None if price is None else price.halved()
        calls, worst = dict[str, Call](), Decimal(0)
        for each in wanted:
            question = each.errand.question
            cost = None if halved is None else halved.cost(tokens_at_most(question), question.sampling.max_tokens)
            worst += cost or 0
            if room is not None and worst > room:
                break
            call = self._shop.ledger.call(each.errand, each.number, cost, parcel.sent_at)
            calls[each.name] = replace(call, error=in_parcel(parcel.id))
        if not calls:
            raise BudgetReached(
                f"the budget: ${room} is left and the next call may cost up to ${worst:.4f}: "
                "a higher --budget goes on from here"
            )
        return calls

    async def _sent(self, parcel: SentParcel, questions: Mapping[str, Question], unsure: list[str]) -> Parcel:
        """Sent, unless an earlier try, one of the ``unsure``, got through after all."""
        found = await self._provider.find(parcel.model, parcel.id) if unsure else None
        try:
            return found or await self._provider.send(questions, parcel.id)
        except Unanswered as error:
            unsure.append(str(error))
            raise

    async def _take_in_what_is_out(self) -> None:
        for parcel in await self._shop.look(partial(self._tools.book.parcels, self.batch.id)):
            await self._take_in(parcel)

    async def _take_in(self, parcel: SentParcel) -> None:
        back = await self._back(parcel)
        if back is None:
            return
        answers = await self._patiently(lambda: self._provider.open(parcel.model, back)) if back.files else {}
        calls = await self._shop.look(partial(self._tools.book.in_parcel, parcel.id))
        await self._note(replace(parcel, is_out=False), [ended(call, answers, back.said) for call in calls])
        if NAMELESS in answers:
            self._tools.progress.tell(Waiting(parcel.model, f"{answers[NAMELESS]}: asked again, counted as paid", 0))
        for answer in answers.values():
            if isinstance(answer, ModelError) and answer.for_all:
                raise NeedsPerson(str(answer))

    async def _back(self, parcel: SentParcel) -> Parcel | None:
        """The parcel when it is back or gone; None where the batch was told to stop meanwhile."""
        name = parcel.provider_id
        if not name:
            found = await self._patiently(lambda: self._provider.find(parcel.model, parcel.id))
            if found is None:
                return Parcel("", ParcelState.GONE, "it never got there")
            name = found.id
        while self._halt is None:
            seen = await self._patiently(lambda: self._provider.look(parcel.model, name))
            if seen.state is not ParcelState.OUT:
                return seen
            self._tools.progress.tell(Waiting(parcel.model, f"parcel {name} is {seen.said}", POLL_SECONDS))
            await self._tools.clock.sleep(POLL_SECONDS)
        return None

    async def _note(self, parcel: SentParcel, calls: Sequence[Call]) -> None:
        await self._shop.look(partial(self._tools.book.change_parcel, parcel, calls))
        totals = await self._totals()
        self._shop.budget.committed_usd = totals.committed_usd

    async def _patiently(self, ask: Callable[[], Awaitable[Got]]) -> Got:
        return await patiently(ask, self._tools.patience, self._tools.clock.sleep)
