"""Opening the next draft: what a person is given is of today, looked at again first where anything under it has moved."""

from __future__ import annotations

from contextlib import ExitStack, suppress

from review_queue.approval import seal_of
from review_queue.asking import Ask, load
from review_queue.leasing import Lease, release, take_next
from review_queue.office import Office, seal_today
from review_queue.refreshing import refresh
from writer.drafts.draft import Draft, Status
from writer.errors import NotAllowed

_TRIES = 50


def open_next(office: Office, by: str) -> Lease | None:
    """Open the most urgent version that nobody has open and that still waits once it is of today; None where none is left.

    One that strays on today's facts goes to the rejected ones, and the next is taken.
    """
    for _ in range(_TRIES):
        lease = take_next(office, by)
        if lease is None:
            return None
        with ExitStack() as held:
            held.callback(release, office, lease)  # also where looking again breaks
            if _waits(office, lease, by):
                held.pop_all()
                return lease
    return None


def _waits(office: Office, lease: Lease, by: str) -> bool:
    """Whether the version waits for a decision, after it was looked at again where that was due."""
    draft = load(office, lease.item)
    if _has_moved(office, draft):
        with suppress(NotAllowed):  # decided on in this very moment: whoever opens it sees how it stands
            refresh(office, Ask(lease.item, by))
        draft = load(office, lease.item)
    return draft.status is Status.IN_REVIEW


def _has_moved(office: Office, draft: Draft) -> bool:
    try:
        return draft.stale or seal_today(office, draft) != seal_of(draft)
    except NotAllowed:  # the catalog no longer holds its models: it is marked, once
        return not draft.stale
