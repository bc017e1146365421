"""How every decision begins: the version is found and held, a repeated request is known again, the lease is looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlmodel import Session

from review_queue.approval import check_expected
from review_queue.office import Office
from review_queue.people import checked_id, checked_name, checked_nonce
from review_queue.policies import Case
from review_queue.statuses import OPEN
from review_queue.store import audit, items, jobs, pairs, reviews
from review_queue.store.drafts import draft_of, standing_approvals
from review_queue.store.engine import reading
from review_queue.store.items import Item
from review_queue.store.leases import Term
from review_queue.store.work import Work, working
from writer.drafts.draft import Draft, Status
from writer.errors import Conflict, LeaseLost, UnknownDraft


@dataclass(frozen=True, slots=True)
class Ask:
    """A person's request. ``expect`` is the seal's hash that they saw, ``lease`` their token, ``nonce`` the request's own
    name: asked twice under one name, it is done once."""

    item: str
    by: str
    reason: str = ""
    expect: str | None = None
    lease: str | None = None
    nonce: str | None = None

    def checked(self) -> Ask:
        """The same with its names checked; NotAllowed where one cannot be."""
        return replace(self, item=checked_id(self.item), by=checked_name(self.by), nonce=checked_nonce(self.nonce))


@dataclass(frozen=True, slots=True)
class Desktop:
    """A version that is held for a decision, within its transaction. ``done`` is the version that this very request left
    when it was carried out before; None where it is new."""

    work: Work
    ask: Ask
    item: Item
    done: Item | None

    @property
    def draft(self) -> Draft:
        """The version as it stands; what the request left where it was carried out before."""
        return draft_of(self.work.session, self.done or self.item)

    @property
    def case(self) -> Case:
        """What the rules look at."""
        return case_of(self.work.session, self.item)


@contextmanager
def asked(office: Office, ask: Ask, action: str, *, heeds_lease: bool = True) -> Iterator[Desktop]:
    """Hold the version and its pair for a decision. UnknownDraft, LeaseLost (but where the lease is not heeded), or Conflict
    where what was expected is not what is stored."""
    ask = ask.checked()
    with working(office.engine, office.now()) as work:
        item = held(work.session, ask.item)
        if (done := _done_before(work.session, ask, action)) is not None:
            yield Desktop(work, ask, item, done)
            return
        if heeds_lease:
            check_lease(item, ask, office.term())
        if ask.expect is not None:
            check_expected(ask.expect, item.seal)
        yield Desktop(work, ask, item, None)


def held(session: Session, item_id: str) -> Item:
    """The version, with its pair held so that nothing happens to it but what this transaction does."""
    if pairs.lock_known(session, *items.pair_of(item_id)) is None:
        raise UnknownDraft(item_id)
    return find(session, item_id)


def find(session: Session, item_id: str) -> Item:
    """The version; UnknownDraft where there is none."""
    item = items.find(session, item_id)
    if item is None:
        raise UnknownDraft(item_id)
    return item


def case_of(session: Session, item: Item) -> Case:
    """What the rules look at."""
    versions = items.of_pair(session, item.a, item.b)
    others = (other for other in versions if other.id != item.id)
    job = jobs.active(session, item.a, item.b)
    return Case(
        item=item.id,
        status=Status(item.status),
        stale=item.stale,
        strays=item.strays,
        last_editor=item.last_editor,
        approved_by=tuple(review.reviewer for review in standing_approvals(item, reviews.of(session, item.id))),
        open_version=next((other.id for other in others if Status(other.status) in OPEN), None),
        job=None if job is None else job.id,
        newest=versions[0].id,
    )


def load(office: Office, item_id: str) -> Draft:
    """The draft of this id; UnknownDraft where there is none."""
    with reading(office.engine) as session:
        return draft_of(session, find(session, checked_id(item_id)))


def check_lease(item: Item, ask: Ask, term: Term) -> None:
    """LeaseLost where somebody else has it open, or where the token that is shown is not a living one of this person."""
    living = term.living(item.lease_until)
    if living and item.lease_holder != ask.by:
        raise LeaseLost(
            f"{item.id}: {item.lease_holder} has it open until {item.lease_until:%H:%M} UTC: wait, or take it over"
        )
    if ask.lease is None:
        return
    if not living:
        raise LeaseLost(f"{item.id}: your lease has run out: open the draft again, then decide")
    if item.lease_token != ask.lease:
        raise LeaseLost(f"{item.id}: you opened it again elsewhere: decide there, or open it again here")


def _done_before(session: Session, ask: Ask, action: str) -> Item | None:
    row = audit.by_nonce(session, ask.nonce) if ask.nonce else None
    if row is None:
        return None
    left = find(session, row.item)
    moved: dict[str, str] = json.loads(row.after)  # undoing an edit leaves the older version, asked for the newer
    known = {left.id, left.parent, *moved}
    if (row.action, row.by) != (action, ask.by) or ask.item not in known:
        raise Conflict("this request's name was used for another one: send the request anew")
    return left
