"""Every fault of a service: what the batch does, spends and stores."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.fakes import replies
from tests.fakes.replies import Reply
from tests.fakes.server import Script, always, by_attempt, in_turn
from tests.unit.drafting.conftest import COST, MODEL, PRICE, Desk
from writer.drafting.answer import schema
from writer.drafts.batch import BatchStatus, UnitStatus
from writer.drafts.draft import Status
from writer.llm.prices import tokens_at_most
from writer.llm.question import Question
from writer.llm.retries import Patience

pytestmark = pytest.mark.model

TRIES = Patience().tries


@pytest.mark.parametrize(
    ("fault", "lost"),
    [
        (replies.throttled(), 0),
        (replies.throttled("3"), 0),
        (replies.fault(500), 0),
        (replies.fault(502), 0),
        (replies.fault(503), 0),
        (replies.fault(529), 0),
        (replies.fault(408), 0),
        (replies.cut(), 1),
        (replies.not_json(), 1),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
async def test_trouble_that_passes_costs_a_try_and_no_pair(desk: Desk, fault: Reply, lost: int) -> None:
    desk.server.script = in_turn(fault, replies.good())
    batch, totals = await desk.run(2)
    assert (batch.status, totals.accepted, totals.calls) == (BatchStatus.DONE, 2, 4)
    assert desk.server.log.requests == 4
    assert totals.spent_usd == 2 * COST == desk.server.log.billed * COST
    assert totals.lost_calls == 2 * lost
    assert bool(totals.assumed_usd) is bool(lost), "what was answered with an error costs nothing; silence may cost"


@pytest.mark.parametrize(
    "fault", [replies.fault(500), replies.throttled(), replies.cut()], ids=lambda value: value.kind
)
async def test_trouble_that_stays_ends_each_pair_at_its_cap(desk: Desk, fault: Reply) -> None:
    desk.server.script = always(fault)
    batch, totals = await desk.run(2)
    assert (batch.status, totals.failed) == (BatchStatus.DONE, 2)
    assert desk.server.log.requests == 2 * TRIES
    assert (totals.spent_usd, desk.store.drafts) == (Decimal(0), [])
    (unit, _) = desk.book.units(batch.id, status=UnitStatus.FAILED)
    assert unit.reason


async def test_a_cap_holds_over_resumes_and_retry_failed_begins_anew(desk: Desk) -> None:
    desk.server.script = always(replies.fault(500))
    await desk.run(1)
    _, totals = await desk.run(1)
    assert desk.server.log.requests == TRIES, "the same command again tries nothing more"
    assert totals.failed == 1
    desk.server.script = always(replies.good())
    _, totals = await desk.run(1, retry=[UnitStatus.FAILED])
    assert totals.accepted == 1


@pytest.mark.parametrize(("status", "reason"), [(401, "401"), (403, "403"), (404, "404")])
async def test_a_wrong_key_pauses_the_batch_for_a_person_and_loses_no_pair(
    desk: Desk, status: int, reason: str
) -> None:
    desk.server.script = always(replies.fault(status))
    batch, totals = await desk.run(5, concurrency=1)
    assert (batch.status, totals.pending, totals.failed) == (BatchStatus.PAUSED, 5, 0)
    assert reason in batch.reason
    assert desk.server.log.requests <= 2
    desk.server.script = always(replies.good())
    batch, totals = await desk.run(5, concurrency=1)
    assert (batch.status, totals.accepted) == (BatchStatus.DONE, 5)


async def test_a_spent_quota_pauses_the_batch_for_a_person(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.good() if seen.number < 3 else replies.quota()
    batch, totals = await desk.run(8, concurrency=2)
    assert (batch.status, totals.accepted) == (BatchStatus.PAUSED, 3)
    assert "quota" in batch.reason
    assert totals.spent_usd == 3 * COST
    desk.server.script = always(replies.good())
    batch, totals = await desk.run(8, concurrency=2)
    assert (batch.status, totals.accepted, totals.spent_usd) == (BatchStatus.DONE, 8, 8 * COST)


async def test_a_bad_request_fails_its_pair_alone(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.fault(400) if "00001" in seen.label else replies.good()
    batch, totals = await desk.run(3)
    assert (batch.status, totals.accepted, totals.failed) == (BatchStatus.DONE, 2, 1)
    assert desk.server.log.requests == 3


@pytest.mark.parametrize(
    ("first", "outcome"),
    [
        (replies.wrong(), "rejected"),
        (replies.thin(), "thin"),
        (replies.bad_json(), "InvalidAnswer"),
        (replies.truncated(), "Truncated"),
        (replies.refusal(), "Refused"),
        (replies.filtered(), "Refused"),
        (replies.empty_choices(), "InvalidAnswer"),
    ],
    ids=lambda value: getattr(value, "kind", value),
)
async def test_an_answer_that_is_not_good_is_mended_at_the_second_attempt(
    desk: Desk, first: Reply, outcome: str
) -> None:
    desk.server.script = by_attempt(first, replies.good())
    _, totals = await desk.run(1)
    (draft,) = desk.store.drafts
    assert [attempt.outcome for attempt in draft.result.attempts] == [outcome, "accepted"]
    assert draft.status is Status.IN_REVIEW
    assert totals.spent_usd == 2 * COST == draft.result.usage.cost_usd, "every attempt is paid and counted"
    told = str(desk.server.log.seen[1].body["messages"])
    assert draft.result.attempts[0].detail.split(":")[0] in told, "the model is told what was wrong"


async def test_fences_are_forgiven(desk: Desk) -> None:
    desk.server.script = always(replies.fenced())
    _, totals = await desk.run(1)
    assert (totals.accepted, totals.calls) == (1, 1)


async def test_wrong_numbers_for_ever_end_as_rejected_with_every_attempt_kept(desk: Desk) -> None:
    desk.server.script = always(replies.wrong())
    batch, totals = await desk.run(2, attempts=3)
    assert (batch.status, totals.rejected, totals.calls) == (BatchStatus.DONE, 2, 6)
    for draft in desk.store.drafts:
        assert draft.status is Status.REJECTED
        assert len(draft.result.attempts) == 3
        assert draft.result.reason == "1 findings: wrong-number"
        assert draft.result.usage.cost_usd == 3 * COST
    assert totals.spent_usd == 6 * COST


async def test_a_cut_answer_gets_twice_the_room(desk: Desk) -> None:
    desk.server.script = by_attempt(replies.truncated(), replies.good())
    await desk.run(1)
    assert [seen.body["max_tokens"] for seen in desk.server.log.seen] == [4096, 8192]


@pytest.mark.parametrize(
    "fault",
    [replies.fault(500), replies.throttled(), replies.quota(), replies.fault(401)],
    ids=lambda value: value.kind,
)
async def test_a_fallback_answers_where_the_first_model_cannot(desk: Desk, fault: Reply) -> None:
    desk.server.script = lambda seen: replies.good() if seen.body["model"] == "second" else fault
    batch, totals = await desk.run(2, fallbacks=("openai/second",))
    assert (batch.status, totals.accepted) == (BatchStatus.DONE, 2)
    assert {draft.result.model for draft in desk.store.drafts} == {"openai/second"}


async def test_a_refusal_goes_to_the_fallback_at_the_next_attempt(desk: Desk) -> None:
    desk.server.script = lambda seen: replies.good() if seen.body["model"] == "second" else replies.refusal()
    await desk.run(1, fallbacks=("openai/second",))
    (draft,) = desk.store.drafts
    assert [attempt.model for attempt in draft.result.attempts] == ["openai/scripted", "openai/second"]


async def test_what_is_lost_stands_at_its_worst(desk: Desk) -> None:
    desk.server.script = in_turn(replies.cut(), replies.good())
    _, totals = await desk.run(1)
    prepared = await desk.bench.prepare_of("model-00000-a", "model-00000-b")
    assert totals.assumed_usd == PRICE.cost(tokens_at_most(Question(prepared.messages, MODEL, schema=schema())), 4096)


MIXED: tuple[Reply, ...] = (
    replies.good(),
    replies.throttled(),
    replies.good(),
    replies.fault(500),
    replies.wrong(),
    replies.good(),
    replies.fault(529),
    replies.cut(),
    replies.bad_json(),
    replies.fenced(),
    replies.truncated(),
    replies.refusal(),
    replies.filtered(),
    replies.empty_choices(),
    replies.thin(),
    replies.good(),
    replies.throttled("1"),
)


def mixed() -> Script:
    """Every fault in turn."""
    return lambda seen: MIXED[(seen.number * 7 + 3) % len(MIXED)]


async def test_a_hundred_pairs_under_mixed_faults_end_accepted_or_rejected_for_a_reason_and_on_budget(
    desk: Desk,
) -> None:
    desk.server.script = mixed()
    budget = 1000 * COST
    batch, totals = await desk.run(100, concurrency=16, budget_usd=budget)
    assert batch.status is BatchStatus.DONE
    assert totals.pending == 0
    assert totals.accepted + totals.rejected + totals.failed == 100
    assert all(unit.reason for unit in desk.book.units(batch.id) if unit.status is not UnitStatus.ACCEPTED)
    assert totals.spent_usd == desk.server.log.billed * COST
    assert totals.committed_usd <= budget
    assert len({(draft.result.a, draft.result.b) for draft in desk.store.drafts}) == totals.accepted + totals.rejected
