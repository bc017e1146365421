"""By way of a provider's own batch endpoint: half the price, the same results."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from tests.fakes import replies
from tests.fakes.replies import Reply
from tests.fakes.server import Seen, always
from tests.unit.drafting.conftest import COST, MODEL, PRICE, Desk
from writer.drafting import watch
from writer.drafting.bench import Task
from writer.drafting.cancelling import cancel_batch
from writer.drafting.draft import Plan
from writer.drafting.events import Waiting
from writer.drafting.shop import Shop
from writer.drafts.batch import BatchStatus, CallState, UnitStatus
from writer.errors import BadSetting, Fatal
from writer.llm.parcels import Parcel, Parcels
from writer.llm.question import Question
from writer.llm.retries import Patience

pytestmark = pytest.mark.model
HALF = COST / 2


@pytest.fixture(autouse=True)
def by_parcels(desk: Desk) -> None:
    desk.changes["provider"] = Parcels(desk.prices)


async def test_every_pair_is_answered_by_parcel_at_half_the_price(desk: Desk) -> None:
    batch, totals = await desk.run(7, provider_batch=True)
    assert (batch.status, totals.accepted, totals.calls) == (BatchStatus.DONE, 7, 7)
    assert totals.spent_usd == 7 * HALF
    assert desk.server.log.requests == 7
    assert "response_format" in desk.server.log.seen[0].body


async def test_a_rejected_answer_goes_out_again_in_the_next_parcel(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.good() if "wrong-number" in str(seen.body) else replies.wrong()
    _, totals = await desk.run(4, provider_batch=True)
    assert (totals.accepted, totals.calls) == (4, 8)
    assert [len(draft.result.attempts) for draft in desk.store.drafts] == [2, 2, 2, 2]


async def test_the_model_that_words_anew_is_asked_directly(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.good() if seen.body["model"] == "second" else replies.wrong()
    _, totals = await desk.run(2, attempts=1, provider_batch=True, reword="openai/second")
    assert (totals.accepted, totals.calls, desk.server.batches) == (2, 4, 1)
    assert {call.model for call in desk.book.calls(desk.book.batches()[0].id)} == {MODEL, "openai/second"}
    assert totals.spent_usd == 2 * HALF + 2 * COST


async def test_what_an_expired_parcel_left_is_sent_again(desk: Desk) -> None:
    def script(seen: Seen) -> Reply:
        return Reply("expired") if seen.number in {1, 3} else replies.good()

    desk.server.script = script
    _, totals = await desk.run(5, provider_batch=True)
    assert (totals.accepted, totals.calls) == (5, 7)
    assert totals.spent_usd == 5 * HALF, "what expired is not billed"


async def test_lines_with_an_error_end_at_the_cap(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.fault(500) if "00001" in str(seen.body) else replies.good()
    batch, totals = await desk.run(3, provider_batch=True)
    assert (totals.accepted, totals.failed) == (2, 1)
    assert "cap" in desk.book.units(batch.id, status=UnitStatus.FAILED)[0].reason


async def test_the_budget_holds_for_parcels(desk: Desk) -> None:
    worst = PRICE.halved().cost(1000, 4096)
    batch, totals = await desk.run(9, provider_batch=True, budget_usd=3 * worst)
    assert batch.status is BatchStatus.STOPPED
    assert totals.committed_usd <= 3 * worst
    assert desk.server.log.billed * HALF <= 3 * worst
    assert totals.accepted >= 3


async def test_a_parcel_is_waited_for_and_survives_a_restart(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "EVERY_SECONDS", 0.02)
    desk.server.polls_until_done = 10**9
    running = asyncio.create_task(desk.run(3, provider_batch=True))
    async with asyncio.timeout(20):
        while desk.server.polls < 3:  # noqa: ASYNC110  it counts in another thread
            await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert desk.heard.of(Waiting)
    batch = desk.book.batches()[0]
    assert [call.state for call in desk.book.calls(batch.id)] == [CallState.SENT] * 3
    desk.server.polls_until_done = 0
    batch, totals = await desk.run(3, provider_batch=True)
    assert (batch.status, totals.accepted, totals.calls) == (BatchStatus.DONE, 3, 3)
    assert desk.server.log.requests == 3, "the parcel that was out is taken in, not sent anew"


async def test_a_sender_killed_before_it_knew_the_id_finds_its_parcel(desk: Desk) -> None:
    class Killed(Parcels):
        async def send(self, questions, tag):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            await super().send(questions, tag)
            raise asyncio.CancelledError

    desk.changes["provider"] = Killed(desk.prices)
    with pytest.raises(asyncio.CancelledError):
        await desk.run(2, provider_batch=True)
    desk.changes["provider"] = Parcels(desk.prices)
    _, totals = await desk.run(2, provider_batch=True)
    assert (totals.accepted, totals.calls, desk.server.log.requests) == (2, 2, 2)


@pytest.mark.parametrize(("status", "reason"), [(401, "401"), (429, "quota")])
async def test_a_wrong_key_or_a_spent_quota_pauses(desk: Desk, status: int, reason: str) -> None:
    desk.server.script = always(replies.quota() if status == 429 else replies.fault(status))
    batch, totals = await desk.run(2, provider_batch=True)
    assert (batch.status, totals.pending) == (BatchStatus.PAUSED, 2)
    assert reason in batch.reason
    assert totals.spent_usd == Decimal(0)


def all_are_out(desk: Desk) -> bool:
    (batch,) = desk.book.batches()
    calls, (parcel,) = desk.book.calls(batch.id), desk.book.parcels(batch.id)
    return parcel.is_out and {call.state for call in calls} == {CallState.SENT}


@pytest.mark.parametrize("status", [400, 401, 403])
async def test_a_parcel_stays_out_while_nobody_may_look_at_it(desk: Desk, status: int) -> None:
    desk.server.batch_faults = [replies.fault(status)]
    batch, totals = await desk.run(3, provider_batch=True)
    assert (batch.status, str(status) in batch.reason, all_are_out(desk)) == (BatchStatus.PAUSED, True, True)
    assert totals.assumed_usd > 0, "it may be billed"
    batch, totals = await desk.run(3, provider_batch=True)
    assert (batch.status, totals.accepted, totals.calls) == (BatchStatus.DONE, 3, 3)
    assert (desk.server.batches, desk.server.log.requests, totals.spent_usd) == (1, 3, 3 * HALF)


async def test_a_parcel_that_the_provider_does_not_know_is_sent_again(desk: Desk) -> None:
    desk.server.batch_faults = [replies.fault(404)]
    batch, totals = await desk.run(3, provider_batch=True)
    assert (batch.status, totals.accepted, desk.server.batches) == (BatchStatus.DONE, 3, 2)


async def test_a_try_that_got_through_unheard_is_found_by_the_next(desk: Desk) -> None:
    desk.server.create_faults = [replies.cut()]
    batch, totals = await desk.run(3, provider_batch=True)
    assert (batch.status, totals.accepted, desk.server.batches) == (BatchStatus.DONE, 3, 1)


@pytest.mark.parametrize("fault", [replies.cut(), replies.fault(504), replies.not_json()])
async def test_a_parcel_whose_creation_nobody_confirmed_is_looked_for_on_resume(desk: Desk, fault: Reply) -> None:
    desk.changes["patience"] = Patience(tries=1)
    desk.server.create_faults = [fault]
    batch, totals = await desk.run(3, provider_batch=True)
    assert (batch.status, all_are_out(desk)) == (BatchStatus.PAUSED, True)
    assert totals.assumed_usd > 0, "it may have been billed"
    desk.server.add_strange_batches(250)
    batch, totals = await desk.run(3, provider_batch=True)
    assert (batch.status, totals.accepted, totals.calls) == (BatchStatus.DONE, 3, 3)
    assert (desk.server.batches, totals.spent_usd) == (1 + 250, 3 * HALF)


@pytest.mark.parametrize("keep", [30, 120])
async def test_a_line_that_cannot_be_read_is_asked_again_alone(desk: Desk, keep: int) -> None:
    desk.server.spoil = _first_spoiled(keep)
    batch, totals = await desk.run(3, provider_batch=True)
    assert (batch.status, totals.accepted, totals.calls) == (BatchStatus.DONE, 3, 4)
    assert totals.lost_calls == 1, "it was answered, and may be billed"


@pytest.mark.parametrize("fault", [replies.fault(400, message="it is too long"), replies.fault(500)])
async def test_what_a_parcel_will_not_answer_is_asked_of_the_fallback(desk: Desk, fault: Reply) -> None:
    desk.server.script = lambda seen: replies.good() if seen.body["model"] == "second" else fault
    _, totals = await desk.run(2, provider_batch=True, fallbacks=("openai/second",))
    assert totals.accepted == 2
    assert desk.server.batches == (1 if fault.status == 400 else Patience().tries)
    assert {draft.result.model for draft in desk.store.drafts} == {"openai/second"}
    assert totals.spent_usd == 2 * COST, "at its full price"


async def test_what_can_never_succeed_goes_out_once_and_its_error_is_told_in_words(desk: Desk) -> None:
    desk.server.script = always(replies.fault(400, message="it is too long"))
    batch, totals = await desk.run(2, provider_batch=True)
    assert (batch.status, totals.failed, desk.server.batches) == (BatchStatus.DONE, 2, 1)
    assert {unit.reason for unit in desk.book.units(batch.id)} == {"400: it is too long"}


async def test_results_that_are_gone_are_said_to_be_and_asked_for_again(desk: Desk) -> None:
    desk.server.results_lost = 1
    batch, totals = await desk.run(3, provider_batch=True)
    assert (batch.status, totals.accepted, totals.calls, totals.lost_calls) == (BatchStatus.DONE, 3, 6, 3)
    assert totals.assumed_usd > 3 * HALF, "they were answered, and may be billed"
    (told,) = (event.why for event in desk.heard.of(Waiting))
    assert "are gone from the provider: asked again, counted as paid" in told


async def paused_with_a_parcel_out(desk: Desk) -> str:
    desk.server.batch_faults = [replies.fault(403)]
    batch, _ = await desk.run(2, provider_batch=True)
    assert all_are_out(desk)
    return batch.id


async def test_what_a_paused_batch_has_out_is_neither_lost_nor_asked_by_another(desk: Desk) -> None:
    first = await paused_with_a_parcel_out(desk)
    _, totals = await desk.run(2)
    assert (totals.failed, desk.server.log.requests) == (2, 0)
    second = desk.book.batches()[0].id
    assert f"`writer batches resume {first}` takes it in" in desk.book.units(second)[0].reason
    assert {call.state for call in desk.book.calls(first)} == {CallState.SENT}
    _, totals = await desk.run(2, provider_batch=True)
    assert (totals.accepted, desk.server.log.requests) == (2, 2)


async def test_a_single_draft_beside_it_says_where_the_answer_is(desk: Desk) -> None:
    first = await paused_with_a_parcel_out(desk)
    shop = Shop(desk.tools, concurrency=1)
    with pytest.raises(Fatal, match=f"out in a parcel of batch {first}"):
        await shop.draft(Task("model-00000-a", "model-00000-b"), Plan(MODEL))
    await shop.close()
    assert desk.server.log.requests == 0


async def test_a_cancelled_batch_is_cancelled_at_the_provider(desk: Desk) -> None:
    name = await paused_with_a_parcel_out(desk)
    (line,) = await cancel_batch(name, "no need", desk.book, Parcels(desk.prices))
    assert (line, desk.server.statuses) == ("parcel batch-1: cancelled: 0 of 2 calls were answered", ["cancelled"])
    totals = desk.book.totals(name)
    assert (totals.committed_usd, desk.book.parcels(name)) == (0, ())
    _, totals = await desk.run(2)
    assert (totals.accepted, totals.calls) == (2, 2), "others may ask again"


async def test_cancelled_while_a_parcel_is_being_sent_it_is_given_up_by_who_sends_it(desk: Desk) -> None:
    lines: list[str] = []

    class CancelledMeanwhile(Parcels):
        async def send(self, questions: Mapping[str, Question], tag: str) -> Parcel:
            (running,) = desk.book.batches()
            lines.extend(await cancel_batch(running.id, "no need", desk.book, Parcels(desk.prices)))
            return await super().send(questions, tag)

    desk.changes["provider"] = CancelledMeanwhile(desk.prices)
    batch, _ = await desk.run(2, provider_batch=True)
    assert "on its way" in lines[0]
    assert (batch.status, desk.server.statuses) == (BatchStatus.CANCELLED, ["cancelled"])
    assert desk.book.parcels(batch.id) == ()


async def test_what_is_still_being_cancelled_stands_at_its_worst(desk: Desk) -> None:
    name = await paused_with_a_parcel_out(desk)
    desk.server.cancels_slowly = True
    (line,) = await cancel_batch(name, "no need", desk.book, Parcels(desk.prices))
    totals = desk.book.totals(name)
    assert "cancelling" in line
    assert (totals.lost_calls, totals.assumed_usd > 2 * HALF) == (2, True)


async def test_a_provider_that_cannot_be_told_is_said_to_bill_on(desk: Desk) -> None:
    class Deaf(Parcels):
        async def cancel(self, model: str, parcel_id: str) -> Parcel:
            raise BadSetting(f"{model}: a batch there cannot be cancelled from here")

    name = await paused_with_a_parcel_out(desk)
    (line,) = await cancel_batch(name, "no need", desk.book, Deaf(desk.prices))
    assert line.startswith("parcel batch-1 is still out, and what it answers is billed: ")
    assert desk.book.totals(name).assumed_usd > 0


async def test_a_provider_without_batches_says_so(desk: Desk) -> None:
    with pytest.raises(BadSetting, match="--provider-batch"):
        await Parcels().send({"x": (await asked(desk))}, "tag")


def _first_spoiled(keep: int) -> Callable[[str], str]:
    """Cut the first line short, leave the others."""
    left = iter([keep])
    return lambda line: line[: next(left, None)]


async def asked(desk: Desk):  # type: ignore[no-untyped-def]  # noqa: ANN201
    from writer.llm.question import Question

    prepared = await desk.bench.prepare_of("a", "b")
    return Question(prepared.messages, "deepseek/deepseek-chat")
