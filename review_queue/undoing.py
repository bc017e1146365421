"""Taking back the last decision on a pair, until it is published."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from review_queue import policies
from review_queue.asking import Ask, Desktop, asked
from review_queue.blindness import blind_to, seen_rows
from review_queue.office import Office
from review_queue.people import checked_reason
from review_queue.settings import DeskSettings
from review_queue.statuses import Action
from review_queue.store import audit, items, reviews, waivers
from review_queue.store.audit import AuditRow
from review_queue.store.drafts import APPROVE, draft_of, standing_approvals
from review_queue.store.reviews import Review
from review_queue.store.values import built
from review_queue.store.work import Event
from review_queue.waiving import unwaived
from writer.drafts.draft import Draft, Status
from writer.errors import Conflict, NotAllowed

BESIDE = frozenset({"take_over", "ask_regenerate"})
"""What leaves a trace and decides nothing."""

CARRY = "carry_forward"
_TURNS = frozenset({Action.REQUEST_CHANGES.value, Action.DECLINE.value})
_FELLS = frozenset({"recheck", Action.LAPSE.value, Action.FAIL.value})
"""What made an earlier approval fall."""

_ALL = 10_000


def undo(office: Office, ask: Ask) -> Draft:
    """Put the pair back to where it was before its last decision; the version that stands again comes back."""
    with asked(office, ask, Action.UNDO) as desk:
        if desk.done is not None:
            return desk.draft
        row = undoable(desk.work.session, desk.item, desk.ask.by, office.settings)
        if row is None:
            raise NotAllowed(f"{desk.item.id}: nothing has happened to this pair that could be undone")
        policies.check_can_undo(desk.case, row.action)
        return _undo(desk, row, office.settings.approvals_needed)


def undoable(session: Session, item: items.Item, by: str, settings: DeskSettings) -> AuditRow | None:
    """The pair's last decision that was not taken back, None where there is none, or where ``by`` may not see it yet."""
    row = last(session, item.a, item.b)
    hidden = row is not None and blind_to(item, reviews.of(session, item.id), by, settings)
    return None if hidden and row is not None and not seen_rows((row,), item.id, by) else row


def last(session: Session, a: str, b: str) -> AuditRow | None:
    """The pair's last decision that was not taken back, None where there is none."""
    undone: set[int] = set()
    for row in audit.of_pair(session, a, b):
        if row.undoes is not None:
            undone.add(row.undoes)
        elif row.seq not in undone and row.action not in BESIDE:
            return row
    return None


def _undo(desk: Desktop, row: AuditRow, needed: int) -> Draft:
    session = desk.work.session
    before, after = json.loads(row.before), json.loads(row.after)
    _take_back(desk, row)
    fallen = ""
    for item_id in sorted(after, key=lambda item_id: before[item_id] is not None):  # a new version gives way first
        item = items.find(session, item_id)
        if item is None or item.status != after[item_id]:
            raise Conflict(f"{item_id} has moved since: look at it again")
        target = Status(before[item_id] or Status.SUPERSEDED)
        given = standing_approvals(item, reviews.of(session, item_id))
        if target is Status.APPROVED and len(given) < needed:
            target = Status.IN_REVIEW
            fallen = f"{item_id} waits for review again: {len(given)} of {needed} approvals are of what it is now"
        desk.work.put(item, target, **_when(given, target))
    stands = _standing(session, before) or desk.item
    reason = checked_reason(desk.ask.reason, "undo", required=False)
    told = "; ".join(part for part in (reason, fallen) if part)
    detail = {"undone": row.action, "of": row.by}
    desk.work.record(Event(desk.ask.by, Action.UNDO, stands, told, desk.ask.nonce, row.seq, detail))
    return draft_of(session, stands)


def _when(given: tuple[Review, ...], target: Status) -> dict[str, object]:
    """When it was reviewed, for what waits or is approved; nothing for the rest."""
    if target not in {Status.IN_REVIEW, Status.APPROVED}:
        return {}
    return {"reviewed_at": given[-1].at if given else None}


def _take_back(desk: Desktop, row: AuditRow) -> None:
    reviews.withdraw(desk.work.session, row.item, row.by)
    if row.action in _TURNS:
        _give_back(desk, row)
    if row.action != Action.WAIVE:
        return
    waivers.withdraw(desk.work.session, row.item, row.by, row.at)
    item = items.find(desk.work.session, row.item)
    assert item is not None, "an audited version is stored"
    report = draft_of(desk.work.session, item).result.report
    desk.work.change(item, strays=len(unwaived(desk.work.session, item, report)))


def _give_back(desk: Desktop, turn: AuditRow) -> None:
    """Put back the approval that the same reviewer had given before, where it still stood and is of what is stored."""
    session = desk.work.session
    rows = [row for row in audit.of_pair(session, turn.a, turn.b, _ALL) if row.seq < turn.seq and row.item == turn.item]
    given = held_approval(rows, turn.by, audit.undone(session, turn.a, turn.b))
    item = items.find(session, turn.item)
    if given is None or item is None or given.seal != item.seal.hash:
        return
    approval = given.row
    values = {
        "item": approval.item,
        "reviewer": approval.by,
        "verdict": APPROVE,
        "seal": given.seal,
        "reason": approval.reason,
        "one_person": bool(json.loads(approval.detail).get("one_person")),
        "at": approval.at,
    }
    reviews.put(session, built(Review, values))


@dataclass(frozen=True, slots=True)
class Held:
    """An approval as the trail tells of it, and the seal that it had come to be of."""

    row: AuditRow
    seal: str


def held_approval(rows: Sequence[AuditRow], by: str, undone: frozenset[int]) -> Held | None:
    """The approval that ``by`` held after one version's ``rows`` (newest first), carried forward as they tell; None where
    there was none, or it fell."""
    held: Held | None = None
    for row in reversed(rows):
        if row.seq in undone:
            continue
        detail = json.loads(row.detail)
        if row.action == APPROVE and row.by == by:
            held = Held(row, detail["seal"])
        elif row.action in _FELLS:
            held = None
        elif row.action == CARRY and held is not None and held.seal == detail["from"]:
            held = replace(held, seal=detail["to"])
    return held


def _standing(session: Session, before: dict[str, str | None]) -> items.Item | None:
    old = [item_id for item_id, status in before.items() if status is not None]
    found = [item for item_id in old if (item := items.find(session, item_id)) is not None]
    return max(found, key=lambda item: item.version, default=None)
