"""Having a pair written anew: a job that a person can leave and look at again.

What it writes takes the place of what stood when it was asked for, or of nothing: where anything was decided meanwhile,
the job is late and its words are put aside.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from review_queue import policies
from review_queue.asking import Ask, asked
from review_queue.keeping import Entry, keep
from review_queue.office import Office
from review_queue.people import checked_reason
from review_queue.ports import Drafter
from review_queue.store import jobs, pairs
from review_queue.store.engine import reading, writing
from review_queue.store.jobs import Job, JobState
from review_queue.store.values import built
from review_queue.store.work import Event, working
from writer.drafts.draft import Draft, Origin, Result
from writer.errors import Conflict, NotAllowed, UnknownDraft, WriterError

ASK = "ask_regenerate"
FORGOTTEN_AFTER = timedelta(minutes=3)
_LONGEST_PROGRESS = 500


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as a person sees it; ``draft`` is what came of it."""

    id: str
    a: str
    b: str
    note: str
    by: str
    state: JobState
    progress: str
    draft: str | None
    asked_at: datetime

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.state not in jobs.ACTIVE


def ask_regenerate(office: Office, ask: Ask) -> JobView:
    """Note that the pair is to be written anew, and from where; somebody has to ``run`` it."""
    with asked(office, ask, ASK) as desk:
        session = desk.work.session
        if desk.done is not None:
            job = jobs.asked_by(session, desk.item.a, desk.item.b, desk.ask.by)
            return _view(job)
        policies.check_can_regenerate(desk.case)
        note = checked_reason(desk.ask.reason, "the note", required=False)
        pair = pairs.find(session, desk.item.a, desk.item.b)
        values: dict[str, object] = {
            "id": secrets.token_hex(8),
            "a": desk.item.a,
            "b": desk.item.b,
            "revision": pair.revision if pair else 0,
            "note": note,
            "by": desk.ask.by,
            "state": JobState.WAITING.value,
            "progress": "waiting for its turn",
            "asked_at": desk.work.now,
            "seen_at": desk.work.now,
        }
        job = built(Job, values)
        session.add(job)
        session.flush()
        desk.work.record(Event(desk.ask.by, ASK, desk.item, note, desk.ask.nonce, detail={"job": job.id}))
        return _view(job)


def run(office: Office, job_id: str, drafter: Drafter) -> JobView:
    """Do a job that waits; one that somebody else does, or that has ended, comes back as it stands. Whoever takes longer than
    ``FORGOTTEN_AFTER`` between two lines of progress has to ``beat``."""
    job = view(office, job_id)
    if not _change(office, job_id, (JobState.WAITING,), state=JobState.RUNNING.value, progress="being written"):
        return job
    try:
        result = drafter.redraft(job.a, job.b, job.note, lambda line: _tell(office, job_id, line))
        _finish(office, job, result)
    except Conflict as late:
        _end(office, job_id, JobState.LATE, str(late))
    except WriterError as error:
        _end(office, job_id, JobState.FAILED, str(error))
    except BaseException:  # Ctrl-C and a stopped desk, too: no job stays "running" with nobody at it; it is raised on
        _end(office, job_id, JobState.FAILED, "it broke off: ask again")
        raise
    return view(office, job_id)


def view(office: Office, job_id: str) -> JobView:
    """The job as it stands; UnknownDraft where there is none. One that nobody works on any more is ended."""
    forget(office)
    with reading(office.engine) as session:
        job = jobs.find(session, job_id)
        if job is None:
            raise UnknownDraft(job_id)
        return _view(job)


def beat(office: Office, job_id: str) -> None:
    """Say that a job is not forgotten: somebody works on it, or has it waiting."""
    _change(office, job_id, jobs.ACTIVE)


def abandon(office: Office, job_id: str) -> None:
    """End a job that nobody will do any more; one that has ended stays as it is."""
    _end(office, job_id, JobState.FAILED, "the desk was stopped: ask again")


def forget(office: Office) -> None:
    """End the jobs that nobody has worked on for long: their process is gone."""
    before = office.now() - FORGOTTEN_AFTER
    with reading(office.engine) as session:
        orphans = [job.id for job in jobs.orphans(session, before)]
    for job_id in orphans:
        _end(office, job_id, JobState.FAILED, "it was interrupted: ask again")


def _finish(office: Office, job: JobView, result: Result) -> Draft:
    """Store what came, and end the job, in one transaction."""
    if (result.a, result.b) != (job.a, job.b):
        raise NotAllowed(f"the answer is of {result.a} and {result.b}, asked were {job.a} and {job.b}")
    now = office.now()
    with working(office.engine, now) as work:
        asked_for = jobs.find(work.session, job.id)
        assert asked_for is not None, "a running job is stored"
        entry = Entry(result, office.bench.pages.version(), Origin.REGENERATED, job.by, job.note)
        draft = keep(work, entry, revision=asked_for.revision)
        ended = {
            "state": JobState.DONE.value,
            "draft": draft.id,
            "progress": result.reason or "accepted by the checker",
        }
        if not jobs.change(work.session, job.id, now, of=(JobState.RUNNING,), **ended):
            raise Conflict("the job was ended meanwhile")
        return draft


def _tell(office: Office, job_id: str, line: str) -> None:
    _change(office, job_id, jobs.ACTIVE, progress=" ".join(line.split())[:_LONGEST_PROGRESS].replace("\x00", ""))


def _end(office: Office, job_id: str, state: JobState, line: str) -> None:
    _change(office, job_id, jobs.ACTIVE, state=state.value, progress=line[:_LONGEST_PROGRESS].replace("\x00", ""))


def _change(office: Office, job_id: str, of: tuple[JobState, ...], **changes: object) -> bool:
    with writing(office.engine) as session:
        return jobs.change(session, job_id, office.now(), of=of, **changes)


def _view(job: Job) -> JobView:
    return JobView(job.id, job.a, job.b, job.note, job.by, JobState(job.state), job.progress, job.draft, job.asked_at)


def active_job(session: Session, a: str, b: str) -> JobView | None:
    """The pair's job that has not ended, None where none runs."""
    job = jobs.active(session, a, b)
    return None if job is None else _view(job)
