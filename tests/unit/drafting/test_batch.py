"""Exactly the number asked for, once; stopped at any moment, nothing is lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.fakes import replies
from tests.fakes.ports import FakeBench
from tests.fakes.server import always, by_attempt
from tests.unit.drafting.conftest import COST, MODEL, Desk
from writer.drafting import watch
from writer.drafting.bench import Judged, Task
from writer.drafting.clock import SystemClock
from writer.drafting.events import CallMade, Ended, Mending, PairFinished, Started
from writer.drafting.order import order
from writer.drafting.run import exit_status, open_batch, run_batch
from writer.drafts.batch import BatchStatus, CallState, Order, UnitStatus
from writer.drafts.draft import Status
from writer.errors import NotAllowed, StoreFull
from writer.llm.question import Answer

pytestmark = pytest.mark.model


async def test_each_pair_is_asked_and_stored_once(desk: Desk) -> None:
    batch, totals = await desk.run(20, concurrency=8)
    assert (batch.status, totals.accepted, totals.calls, exit_status(batch, totals)) == (BatchStatus.DONE, 20, 20, 0)
    assert len(desk.store.drafts) == 20
    assert set(desk.server.log.labels.values()) == {1}
    assert desk.server.log.most_out <= 8


async def test_the_same_command_again_costs_nothing(desk: Desk) -> None:
    await desk.run(5)
    batch, totals = await desk.run(5)
    assert desk.server.log.requests == 5
    assert (totals.accepted, totals.reused, totals.spent_usd) == (5, 5, Decimal(0))
    assert len(desk.store.drafts) == 5
    assert batch.status is BatchStatus.DONE


async def test_other_facts_are_worded_anew(desk: Desk) -> None:
    await desk.run(2)
    desk.bench = FakeBench(facts="other facts")
    await desk.run(2)
    assert desk.server.log.requests == 4


async def test_another_model_is_another_draft(desk: Desk) -> None:
    await desk.run(2)
    await desk.run(2, model="openai/second")
    assert desk.server.log.requests == 4


async def test_a_rejected_pair_is_not_asked_again_unless_that_is_wished(desk: Desk) -> None:
    desk.server.script = always(replies.wrong())
    await desk.run(2, attempts=2)
    assert desk.server.log.requests == 4
    await desk.run(2, attempts=2)
    assert desk.server.log.requests == 4
    desk.server.script = always(replies.good())
    _, totals = await desk.run(2, attempts=2, retry=[UnitStatus.REJECTED])
    assert totals.accepted == 2
    assert [draft.status for draft in desk.store.drafts].count(Status.REJECTED) == 2, "the old results are kept"
    assert {draft.result.generation for draft in desk.store.drafts} == {1, 2}


async def test_rejected_pairs_of_another_batch_are_retried_once(desk: Desk) -> None:
    desk.server.script = always(replies.wrong())
    await desk.run(1, attempts=1)
    _, totals = await desk.run(2, attempts=1, retry=[UnitStatus.REJECTED])
    assert totals.rejected == 2
    assert desk.server.log.labels["model-00000-a_model-00000-b-g2-a1"] == 1
    assert desk.server.log.requests == 3


async def test_the_house_rewords_what_was_rejected_under_its_own_name(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.good() if seen.body["model"] == "second" else replies.wrong()
    _, totals = await desk.run(1, attempts=2, reword="openai/second")
    assert (totals.accepted, totals.rejected) == (1, 0)
    assert [(draft.result.model, draft.result.accepted) for draft in desk.store.drafts] == [
        (MODEL, False),
        ("openai/second", True),
    ]


async def test_what_an_earlier_run_rejected_is_reworded_without_being_asked_again(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.good() if seen.body["model"] == "second" else replies.wrong()
    await desk.run(2, attempts=2)
    assert desk.server.log.requests == 4
    _, totals = await desk.run(2, attempts=2, reword="openai/second")
    assert (totals.accepted, totals.rejected, desk.server.log.requests) == (2, 0, 6)
    assert [draft.result.accepted for draft in desk.store.drafts] == [False, False, True, True]


async def test_what_the_other_writer_cannot_word_either_stays_as_it_was(desk: Desk) -> None:
    desk.server.script = always(replies.wrong())
    await desk.run(1, attempts=2)
    batch, totals = await desk.run(1, attempts=2, reword="openai/second")
    assert (totals.accepted, totals.rejected, totals.reused) == (0, 1, 1)
    assert len(desk.store.drafts) == 1
    (unit,) = desk.book.units(batch.id, status=UnitStatus.REJECTED)
    assert unit.draft == desk.store.drafts[0].id


async def test_an_interrupted_batch_goes_on_where_it_stopped(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.good(delay_seconds=0.05)
    running = asyncio.create_task(desk.run(40, concurrency=4))
    await desk.until(12, running)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    (batch,) = desk.book.batches()
    assert (batch.status, batch.reason, batch.runner) == (BatchStatus.PAUSED, "interrupted", "")
    kept = desk.book.totals(batch.id)
    assert kept.calls == desk.server.log.requests, "what was out came back and was recorded"
    assert (kept.lost_calls, kept.assumed_usd) == (0, Decimal(0))
    again, totals = await desk.run(40, concurrency=4)
    assert (again.id, again.status, totals.accepted) == (batch.id, BatchStatus.DONE, 40)
    assert desk.server.log.requests == 40
    assert totals.spent_usd == 40 * COST


async def test_answers_that_were_paid_are_not_asked_again_when_the_draft_was_not_stored(desk: Desk) -> None:
    desk.store.broken = StoreFull("the disk is full")
    with pytest.raises(StoreFull):
        await desk.run(3, concurrency=1)
    asked = desk.server.log.requests
    desk.store.broken = None
    _, totals = await desk.run(3, concurrency=1)
    assert totals.accepted == 3
    assert desk.server.log.requests == 3 >= asked
    assert [event.outcome for event in desk.heard.of(CallMade)].count("remembered") == asked


async def test_a_call_of_a_process_that_was_killed_is_asked_once_more_and_counted_at_its_worst(desk: Desk) -> None:
    await desk.run(1)
    (call,) = desk.book.calls(desk.book.batches()[0].id)
    desk.book.record([replace(call, state=CallState.SENT, answer="", usage=replace(call.usage, cost_usd=None))])
    desk.store.drafts.clear()
    await desk.run(1)
    assert desk.server.log.requests == 2
    states = {call.number: call.state for call in desk.book.of([call.key])}
    assert states == {1: CallState.LOST, 2: CallState.ANSWERED}


async def test_a_batch_can_be_paused_resumed_and_cancelled_while_it_runs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "EVERY_SECONDS", 0.02)
    desk.server.script = always(replies.good(delay_seconds=0.03))

    running = asyncio.create_task(desk.run(200, concurrency=2))
    name = await desk.until(5, running)
    desk.book.change(name, status=BatchStatus.PAUSED, reason="paused by ann")
    batch, totals = await running
    assert (batch.status, batch.reason) == (BatchStatus.PAUSED, "paused by ann")
    assert 0 < totals.accepted < 200

    running = asyncio.create_task(run_batch(desk.book.batch(name), desk.tools))
    await desk.until(desk.server.log.requests + 5, running)
    desk.book.change(name, status=BatchStatus.CANCELLED, reason="cancelled by ann")
    batch, _ = await running
    assert batch.status is BatchStatus.CANCELLED
    with pytest.raises(NotAllowed, match="cancelled"):
        await run_batch(batch, desk.tools)
    with pytest.raises(NotAllowed, match="cancelled"):
        desk.book.change(name, status=BatchStatus.PAUSED)


async def test_concurrency_changes_while_it_runs(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "EVERY_SECONDS", 0.02)
    desk.server.script = always(replies.good(delay_seconds=0.1))
    running = asyncio.create_task(desk.run(60, concurrency=2))
    await desk.until(4, running)
    assert desk.server.log.most_out == 2
    desk.book.change(desk.book.batches()[0].id, concurrency=12)
    await running
    assert 6 < desk.server.log.most_out <= 12


async def test_two_processes_do_not_run_one_batch(desk: Desk) -> None:
    tools = desk.tools
    batch = open_batch(desk.order(2), tools)
    assert desk.book.claim(batch.id, "elsewhere:1", desk.clock.now())
    with pytest.raises(NotAllowed, match="elsewhere:1 runs it"):
        await run_batch(desk.book.batch(batch.id), tools)
    desk.clock.seconds += 31
    batch, _ = await run_batch(desk.book.batch(batch.id), tools)
    assert batch.status is BatchStatus.DONE


def test_a_process_that_is_gone_is_known_to_be() -> None:
    assert not watch.is_gone(watch.runner())
    assert watch.is_gone(watch.runner().rpartition(":")[0] + ":4194304")
    assert not watch.is_gone("elsewhere:4194304")


async def test_what_was_decided_meanwhile_is_not_overwritten(desk: Desk) -> None:
    def script(_seen: object) -> replies.Reply:
        desk.store.moved += 1
        return replies.good()

    desk.server.script = script
    batch, totals = await desk.run(1)
    assert totals.failed == 1
    assert desk.store.drafts == []
    assert "too late" in desk.book.units(batch.id)[0].reason


async def test_a_fault_of_ours_in_one_pair_does_not_stop_the_others(desk: Desk) -> None:
    class Broken(FakeBench):
        async def judge(self, task: Task, answer: Answer) -> Judged:
            if "00001" in task.a:
                raise RecursionError("too deep")
            return await super().judge(task, answer)

    desk.bench = Broken()
    _, totals = await desk.run(3)
    assert (totals.accepted, totals.failed) == (2, 1)


async def test_those_who_watch_are_told(desk: Desk) -> None:
    desk.server.script = by_attempt(replies.wrong(), replies.good())
    await desk.run(2)
    (started,) = desk.heard.of(Started)
    assert started.pairs == 2
    done = desk.heard.of(PairFinished)
    assert [(event.status, event.attempts, event.cost_usd) for event in done] == [("accepted", 2, 2 * COST)] * 2
    (ended,) = desk.heard.of(Ended)
    assert (ended.status, ended.totals.accepted) == ("done", 2)


async def test_all_that_is_told_of_a_draft_bears_its_correlation_id(desk: Desk) -> None:
    desk.server.script = by_attempt(replies.wrong(), replies.good())
    await desk.run(1)
    told = [event.label for kind in (CallMade, Mending, PairFinished) for event in desk.heard.of(kind)]
    name = "model-00000-a_model-00000-b-g1"
    assert told == [f"{name}-a1", f"{name}-a2", f"{name}-a1", name]
    assert [seen.label for seen in desk.server.log.seen] == [f"{name}-a1", f"{name}-a2"], "the service is told it too"


async def test_what_another_batch_has_out_is_waited_for_and_not_asked_twice(desk: Desk) -> None:
    desk.server.script = always(replies.good(delay_seconds=0.3))
    desk.changes["clock"] = SystemClock()
    one = asyncio.create_task(desk.run(2))
    await desk.until(2, one)
    _, totals = await desk.run(2, note="", attempts=2)
    await one
    assert totals.accepted == 2
    assert desk.server.log.requests == 2


async def test_the_order_of_pairs_and_slugs_does_not_make_another_batch(desk: Desk) -> None:
    wish = Order("", (), MODEL)
    one = order(wish, [("a", "b"), ("c", "d")], lambda _a, _b: 0)
    other = order(wish, [("d", "c"), ("b", "a"), ("a", "b")], lambda _a, _b: 3)
    assert one.key == other.key
    assert [pair[:2] for pair in other.pairs] == [("c", "d"), ("a", "b")]
    assert order(replace(wish, attempts=2), [("a", "b"), ("c", "d")], lambda _a, _b: 0).key != one.key
