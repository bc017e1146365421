"""Regenerating: of regenerate and decide exactly one wins, and what comes late replaces nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from review_queue.desk import Desk
from review_queue.store.jobs import JobState
from tests.fakes.desk import WRONG, FakeDrafter, HandClock
from tests.unit.review_queue.desks import drafted
from writer.drafts.draft import Origin, Status
from writer.errors import NotAllowed, Transient


def test_what_is_written_anew_takes_the_place_of_what_stood(desk: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(desk)
    job = desk.run(desk.regenerate(kept.id, by="anna", note="warmer").id, FakeDrafter())
    assert (job.state, job.draft) == (JobState.DONE, "alpha-vs-beta@2")
    made = desk.draft("alpha-vs-beta@2")
    assert (made.origin, made.note, made.by, made.status) == (Origin.REGENERATED, "warmer", "anna", Status.IN_REVIEW)
    assert desk.draft(kept.id).status is Status.SUPERSEDED
    sound()


@pytest.mark.parametrize("decide", ["approve", "request_changes", "decline", "edit"])
def test_what_was_decided_meanwhile_wins(desk: Desk, decide: str, sound: Callable[[], None]) -> None:
    kept = drafted(desk)

    def meanwhile() -> None:
        arguments = (kept.id, kept.text + " Truly.") if decide == "edit" else (kept.id,)
        getattr(desk, decide)(*arguments, by="ben", reason="so")

    asked = desk.regenerate(kept.id, by="anna")
    job = desk.run(asked.id, FakeDrafter(meanwhile=[meanwhile]))
    assert (job.state, job.draft) == (JobState.LATE, None)
    assert "too late" in job.progress
    assert len(desk.list().rows) == (2 if decide == "edit" else 1)
    sound()


def test_what_came_first_wins_over_who_approves_later(desk: Desk) -> None:
    kept = drafted(desk)
    seen = desk.look(kept.id, by="ben").seal.hash
    desk.run(desk.regenerate(kept.id, by="anna").id, FakeDrafter())
    with pytest.raises(NotAllowed, match="superseded"):
        desk.approve(kept.id, by="ben", expect=seen)


def test_one_pair_is_written_anew_once_at_a_time(desk: Desk) -> None:
    kept = drafted(desk)
    job = desk.regenerate(kept.id, by="anna")
    with pytest.raises(NotAllowed, match="already"):
        desk.regenerate(kept.id, by="ben")
    desk.run(job.id, FakeDrafter())
    assert desk.regenerate("alpha-vs-beta@2", by="ben").state is JobState.WAITING


def test_a_request_sent_twice_is_one_job(desk: Desk) -> None:
    kept = drafted(desk)
    first = desk.regenerate(kept.id, by="anna", nonce="request-1")
    assert desk.regenerate(kept.id, by="anna", nonce="request-1") == first


def test_one_job_is_done_once(desk: Desk) -> None:
    kept = drafted(desk)
    job = desk.regenerate(kept.id, by="anna")
    desk.run(job.id, FakeDrafter())
    assert desk.run(job.id, FakeDrafter(text="Other words, $1.")).draft == "alpha-vs-beta@2"
    assert len(desk.list().rows) == 2


def test_a_job_that_fails_says_why_and_changes_nothing(desk: Desk, sound: Callable[[], None]) -> None:
    kept = drafted(desk)
    job = desk.run(desk.regenerate(kept.id, by="anna").id, FakeDrafter(error=Transient("no answer")))
    assert (job.state, job.progress) == (JobState.FAILED, "no answer")
    assert desk.draft(kept.id).status is Status.IN_REVIEW
    sound()


def test_a_job_that_breaks_off_is_ended(desk: Desk) -> None:
    kept = drafted(desk)
    asked = desk.regenerate(kept.id, by="anna")

    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.run(asked.id, FakeDrafter(meanwhile=[interrupt]))
    assert desk.job(asked.id).state is JobState.FAILED


def test_a_job_whose_process_is_gone_is_ended_in_time(desk: Desk, clock: HandClock) -> None:
    kept = drafted(desk)
    asked = desk.regenerate(kept.id, by="anna")
    clock.move(minutes=4)
    assert desk.job(asked.id).state is JobState.FAILED
    assert desk.regenerate(kept.id, by="anna").state is JobState.WAITING


def test_a_rejected_rewrite_does_not_push_a_good_draft_aside(desk: Desk) -> None:
    kept = drafted(desk)
    job = desk.run(desk.regenerate(kept.id, by="anna").id, FakeDrafter(text=WRONG))
    assert job.draft is not None
    assert desk.draft(job.draft).status is Status.REJECTED
    assert desk.draft(kept.id).status is Status.IN_REVIEW


def test_progress_can_be_followed(desk: Desk) -> None:
    kept = drafted(desk)
    asked = desk.regenerate(kept.id, by="anna")
    seen: list[str] = []
    desk.run(asked.id, FakeDrafter(meanwhile=[lambda: seen.append(desk.job(asked.id).progress)]))
    assert seen == ["asking the model, attempt 1"]
