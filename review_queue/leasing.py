"""Who has what open: nobody decides on a version that another is reading, and nobody waits for who has left."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from review_queue.asking import find
from review_queue.office import Office
from review_queue.people import checked_id, checked_name, checked_reason
from review_queue.store import items, leases
from review_queue.store.engine import writing
from review_queue.store.leases import Term
from review_queue.store.work import Event, Work, working
from writer.errors import LeaseLost

_TRIES = 20
_TOKEN = re.compile(r"[A-Za-z0-9_-]{16}")


@dataclass(frozen=True, slots=True)
class Lease:
    """A version that is open for a decision; ``token`` goes with the decision."""

    item: str
    holder: str
    token: str
    until: datetime


def take(office: Office, item_id: str, by: str) -> Lease:
    """Open the version; one's own lease is taken anew. LeaseLost where another has it open."""
    who, term, token = checked_name(by), office.term(), secrets.token_urlsafe(12)
    with writing(office.engine) as session:
        item = find(session, checked_id(item_id))
        if not leases.take(session, item.id, who, token, term):
            session.refresh(item)
            raise LeaseLost(f"{item.id}: {_whose(item)}: wait, or take it over")
        return Lease(item.id, who, token, term.until)


def take_next(office: Office, by: str) -> Lease | None:
    """Open the most urgent version that nobody has open and that this person has not reviewed; those that wait for this
    very person first. None where there is nothing left."""
    who, term, token = checked_name(by), office.term(), secrets.token_urlsafe(12)
    for _ in range(_TRIES):
        with writing(office.engine) as session:
            taken = leases.take_next(session, who, token, term)
            if taken is not None:
                return Lease(taken, who, token, term.until)
            if not leases.any_free(session, who, term):
                return None
    return None


def take_over(office: Office, item_id: str, by: str, reason: str = "") -> Lease:
    """Open the version although another has it open; the audit trail says from whom."""
    who, term, token = checked_name(by), office.term(), secrets.token_urlsafe(12)
    why = checked_reason(reason, "take over", required=False)
    with working(office.engine, term.now) as work:
        item = find(work.session, checked_id(item_id))
        leases.lock(work.session, item.id)
        work.session.refresh(item)
        _take_over(work, item, Lease(item.id, who, token, term.until), why, term)
        return Lease(item.id, who, token, term.until)


def _take_over(work: Work, item: items.Item, lease: Lease, why: str, term: Term) -> None:
    former = item.lease_holder
    leases.take_over(work.session, item.id, lease.holder, lease.token, term)
    if former not in {"", lease.holder}:
        work.record(Event(lease.holder, "take_over", item, why, detail={"from": former}))


def renew(office: Office, lease: Lease) -> Lease:
    """Keep the lease for as long again; LeaseLost where it has run out or is another's."""
    term, item_id = office.term(), checked_id(lease.item)
    with writing(office.engine) as session:
        if _spelt(lease) and leases.renew(session, item_id, lease.holder, lease.token, term):
            return Lease(item_id, lease.holder, lease.token, term.until)
        raise LeaseLost(f"{item_id}: {_whose(find(session, item_id))}: open it again, then decide")


def release(office: Office, lease: Lease) -> bool:
    """Give it back; False where it was not theirs any more."""
    with writing(office.engine) as session:
        return _spelt(lease) and leases.release(session, checked_id(lease.item), lease.holder, lease.token)


def release_all(office: Office, by: str) -> int:
    """Give back all that this person has open; how many those were."""
    with writing(office.engine) as session:
        return leases.release_all(session, checked_name(by))


def _spelt(lease: Lease) -> bool:
    """Whether it is one of ours at all: a database may refuse to look for what is not."""
    return lease.holder == checked_name(lease.holder) and bool(_TOKEN.fullmatch(lease.token))


def _whose(item: items.Item) -> str:
    if item.lease_until is None:
        return "nobody has it open"
    return f"{item.lease_holder} has it open until {item.lease_until:%H:%M} UTC"
