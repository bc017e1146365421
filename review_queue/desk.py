"""The desk: every use case by its name, for the pages and for the command line.

A decision takes the version's id and who decides, and may name what was seen (``expect``, the seal's hash), the lease's
token and the request's own name (``nonce``). It raises UnknownDraft, NotAllowed, Conflict or LeaseLost with the reason in
words, StoreBusy or StoreFull where the database could not; then nothing has changed.

The methods only forward, on purpose: pages, command line and whatever door comes next are given one object and need to know
neither which module a use case lives in nor what an Office or an Ask is. So a use case can move or be split without any of
them noticing, and this page is the list of all that the desk can do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict, Unpack

from sqlalchemy import Engine

from review_queue import (
    auditing,
    deciding,
    editing,
    leasing,
    looking,
    opening,
    publishing,
    refreshing,
    regenerating,
    undoing,
    waiving,
)
from review_queue.asking import Ask, load
from review_queue.auditing import Head, Verification
from review_queue.blindness import unsigned
from review_queue.editing import Edit
from review_queue.keeping import DraftStore
from review_queue.leasing import Lease
from review_queue.looking import Look
from review_queue.office import Office
from review_queue.ports import Bench, Drafter
from review_queue.publishing import Ready
from review_queue.refreshing import Refreshed
from review_queue.regenerating import JobView
from review_queue.settings import DeskSettings
from review_queue.store import counts, listing, outbox, reviews
from review_queue.store.engine import open_engine, reading, writing
from review_queue.store.listing import Cursor, Filter, Listed
from review_queue.store.outbox import Message
from review_queue.store.reviews import Agreement
from review_queue.store.schema import migrate
from review_queue.waiving import Finding
from writer.drafts.draft import Draft, Status

PAGE_SIZE = 50


class Seen(TypedDict, total=False):
    """What a decision may name: the seal's hash that was seen, the lease's token, and the request's own name."""

    expect: str | None
    lease: str | None
    nonce: str | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the queue, where the next one begins (None at the end), and how many stand where."""

    rows: tuple[Listed, ...]
    after: Cursor | None
    counts: dict[Status, int]


@dataclass(frozen=True, slots=True)
class Desk:
    """The review desk on one database. ``open`` makes one."""

    office: Office

    @classmethod
    def open(cls, url: str, bench: Bench, settings: DeskSettings | None = None) -> Desk:
        """The desk on the database of this address, brought up to date."""
        engine = open_engine(url)
        migrate(engine)
        return cls.on(engine, bench, settings)

    @classmethod
    def on(cls, engine: Engine, bench: Bench, settings: DeskSettings | None = None) -> Desk:
        """The desk on an engine that is up to date."""
        return cls(Office(engine, bench, settings or DeskSettings()))

    @property
    def store(self) -> DraftStore:
        """The drafting's Store port on the same database."""
        return DraftStore(self.office.engine, self.office.bench.clock, self.office.bench.pages.version())

    # ---- reading

    def list(self, wanted: Filter | None = None, *, after: Cursor | None = None, limit: int = PAGE_SIZE) -> Listing:
        """A page of the queue: the most urgent first; of what is closed, the newest first."""
        with reading(self.office.engine) as session:
            rows = listing.page(session, wanted or Filter(), self.office.term(), after=after, limit=limit + 1)
            more = Cursor(rows[limit - 1].due, rows[limit - 1].id) if len(rows) > limit else None
            return Listing(rows[:limit], more, counts.all_of(session))

    def counts(self) -> dict[Status, int]:
        """How many versions stand where."""
        with reading(self.office.engine) as session:
            return counts.all_of(session)

    def drafts(self, status: Status | None = None) -> Iterator[Draft]:
        """Every version, or every one of a status, whole, in the list's order; read a page at a time."""
        after: Cursor | None = None
        while True:
            page = self.list(Filter(status), after=after)
            yield from (self.draft(row.id) for row in page.rows)
            if (after := page.after) is None:
                return

    def draft(self, item: str) -> Draft:
        """The version of this id."""
        return unsigned(load(self.office, item), self.office.settings)

    def of_pair(self, a: str, b: str, *, approved: bool = False) -> Draft | None:
        """The pair's newest version that was not superseded; with ``approved``, the newest that a person approved.
        None where there is none. The slugs may stand in either order."""
        return looking.of_pair(self.office, a, b, approved=approved)

    def look(self, item: str, *, by: str) -> Look:
        """The version with everything a person needs to decide on it."""
        return looking.look(self.office, item, by)

    # ---- deciding

    def approve(self, item: str, *, by: str, reason: str = "", **seen: Unpack[Seen]) -> Draft:
        """Approve exactly what was seen."""
        return deciding.approve(self.office, Ask(item, by, reason, **seen))

    def request_changes(self, item: str, *, by: str, reason: str, **seen: Unpack[Seen]) -> Draft:
        """Send it back with what has to change."""
        return deciding.request_changes(self.office, Ask(item, by, reason, **seen))

    def decline(self, item: str, *, by: str, reason: str, **seen: Unpack[Seen]) -> Draft:
        """Decide that it is not wanted."""
        return deciding.decline(self.office, Ask(item, by, reason, **seen))

    def edit(self, item: str, text: str, *, by: str, reason: str = "", **seen: Unpack[Seen]) -> Edit:
        """Put other words in its place; where something strays nothing is stored and the findings come back."""
        return editing.edit(self.office, Ask(item, by, reason, **seen), text)

    def waive(self, item: str, finding: Finding, *, by: str, reason: str, **seen: Unpack[Seen]) -> Draft:
        """Let a finding without a number pass."""
        return waiving.waive(self.office, Ask(item, by, reason, **seen), finding)

    def undo(self, item: str, *, by: str, reason: str = "", nonce: str | None = None) -> Draft:
        """Take back the last decision on its pair; the version that stands again comes back."""
        return undoing.undo(self.office, Ask(item, by, reason, nonce=nonce))

    # ---- publishing and looking again

    def publish(self, item: str, *, by: str, expect: str | None = None, nonce: str | None = None) -> Draft:
        """Mark it as what readers see; the version before it is superseded."""
        return publishing.publish(self.office, Ask(item, by, expect=expect, nonce=nonce))

    def ready(self) -> Iterator[Ready]:
        """Every approved or published version, each judged again, with why it may not be shown where it may not."""
        return publishing.ready(self.office)

    def refresh(self, item: str, *, by: str) -> Refreshed:
        """Look again at one version: carry its approval forward, or drop it and say what has changed."""
        return refreshing.refresh(self.office, Ask(item, by))

    def refresh_all(self, *, by: str) -> Iterator[Refreshed]:
        """Look again at every version that is on its way, rejected or published."""
        return refreshing.refresh_all(self.office, by)

    # ---- regenerating

    def regenerate(self, item: str, *, by: str, note: str = "", nonce: str | None = None) -> JobView:
        """Ask for the pair to be written anew; ``run`` does it."""
        return regenerating.ask_regenerate(self.office, Ask(item, by, note, nonce=nonce))

    def run(self, job: str, drafter: Drafter) -> JobView:
        """Do a job that waits; takes as long as the drafter does."""
        return regenerating.run(self.office, job, drafter)

    def beat(self, job: str) -> None:
        """Say that a job is not forgotten; one that nobody says this of is ended after a while."""
        regenerating.beat(self.office, job)

    def abandon(self, job: str) -> None:
        """End a job that nobody will do any more."""
        regenerating.abandon(self.office, job)

    def job(self, job: str) -> JobView:
        """The job as it stands."""
        return regenerating.view(self.office, job)

    # ---- leases

    def take(self, item: str, *, by: str) -> Lease:
        """Open it for a decision; LeaseLost where another has it open."""
        return leasing.take(self.office, item, by)

    def take_next(self, *, by: str) -> Lease | None:
        """Open the most urgent version that nobody has open; None where nothing is left."""
        return leasing.take_next(self.office, by)

    def open_next(self, *, by: str) -> Lease | None:
        """The same for a person: looked at again first where anything under it has moved, so that it can be decided on."""
        return opening.open_next(self.office, by)

    def take_over(self, item: str, *, by: str, reason: str = "") -> Lease:
        """Open it although another has it open, with a trace."""
        return leasing.take_over(self.office, item, by, reason)

    def renew(self, lease: Lease) -> Lease:
        """Keep it open for as long again."""
        return leasing.renew(self.office, lease)

    def release(self, lease: Lease) -> bool:
        """Give it back."""
        return leasing.release(self.office, lease)

    def release_all(self, *, by: str) -> int:
        """Give back everything that this person has open."""
        return leasing.release_all(self.office, by)

    # ---- the outbox

    def messages(self, limit: int = PAGE_SIZE) -> tuple[Message, ...]:
        """The oldest things that happened and that nobody was told yet."""
        with reading(self.office.engine) as session:
            return outbox.waiting(session, limit)

    def delivered(self, seq: int) -> None:
        """Note that whoever had to be told was told; a message that is not noted comes again."""
        with writing(self.office.engine) as session:
            outbox.delivered(session, seq, self.office.now())

    # ---- the audit trail

    def audit(self, a: str, b: str, *, by: str = "") -> tuple[looking.Event, ...]:
        """What has happened to the pair, newest first; where reviews are blind, without what ``by`` may not see yet."""
        return looking.history(self.office, a, b, by)

    def agreement(self) -> Agreement:
        """How often those who reviewed the same version were of one mind."""
        with reading(self.office.engine) as session:
            return reviews.agreement(session)

    def verify(self, anchor: Head | None = None) -> Verification:
        """Prove that nobody has written in the trail or beside it."""
        with reading(self.office.engine) as session:
            return auditing.verify(session, anchor=anchor)
