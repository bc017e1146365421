"""Taking back the last decision on a pair, until it is published."""

from __future__ import annotations

import json

from sqlmodel import Session

from review_queue import policies
from review_queue.asking import Ask, Desktop, asked
from review_queue.office import Office
from review_queue.people import checked_reason
from review_queue.statuses import Action
from review_queue.store import audit, items, reviews, waivers
from review_queue.store.audit import AuditRow
from review_queue.store.drafts import draft_of
from review_queue.store.work import Event
from review_queue.waiving import unwaived
from writer.drafts.draft import Draft, Status
from writer.errors import Conflict, NotAllowed

BESIDE = frozenset({"take_over", "ask_regenerate"})
"""What leaves a trace and decides nothing."""


def undo(office: Office, ask: Ask) -> Draft:
    """Put the pair back to where it was before its last decision; the version that stands again comes back."""
    with asked(office, ask, Action.UNDO) as desk:
        if desk.done is not None:
            return desk.draft
        row = last(desk.work.session, desk.item.a, desk.item.b)
        if row is None:
            raise NotAllowed(f"{desk.item.id}: nothing has happened to this pair that could be undone")
        policies.check_can_undo(desk.case, row.action)
        return _undo(desk, row)


def last(session: Session, a: str, b: str) -> AuditRow | None:
    """The pair's last decision that was not taken back, None where there is none."""
    undone: set[int] = set()
    for row in audit.of_pair(session, a, b):
        if row.undoes is not None:
            undone.add(row.undoes)
        elif row.seq not in undone and row.action not in BESIDE:
            return row
    return None


def _undo(desk: Desktop, row: AuditRow) -> Draft:
    session = desk.work.session
    before, after = json.loads(row.before), json.loads(row.after)
    for item_id in sorted(after, key=lambda item_id: before[item_id] is not None):  # a new version gives way first
        item = items.find(session, item_id)
        if item is None or item.status != after[item_id]:
            raise Conflict(f"{item_id} has moved since: look at it again")
        desk.work.put(item, Status(before[item_id] or Status.SUPERSEDED))
    _take_back(desk, row)
    stands = _standing(session, before) or desk.item
    reason = checked_reason(desk.ask.reason, "undo", required=False)
    detail = {"undone": row.action, "of": row.by}
    desk.work.record(Event(desk.ask.by, Action.UNDO, stands, reason, desk.ask.nonce, row.seq, detail))
    return draft_of(session, stands)


def _take_back(desk: Desktop, row: AuditRow) -> None:
    reviews.withdraw(desk.work.session, row.item, row.by)
    if row.action != Action.WAIVE:
        return
    waivers.withdraw(desk.work.session, row.item, row.by, row.at)
    item = items.find(desk.work.session, row.item)
    assert item is not None, "an audited version is stored"
    report = draft_of(desk.work.session, item).result.report
    desk.work.change(item, strays=len(unwaived(desk.work.session, item, report)))


def _standing(session: Session, before: dict[str, str | None]) -> items.Item | None:
    old = [item_id for item_id, status in before.items() if status is not None]
    found = [item for item_id in old if (item := items.find(session, item_id)) is not None]
    return max(found, key=lambda item: item.version, default=None)
