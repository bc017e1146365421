"""Approving, sending back, declining: each one transaction, each of exactly what was seen."""

from __future__ import annotations

from review_queue import policies
from review_queue.approval import check_same
from review_queue.asking import Ask, Desktop, asked, load
from review_queue.office import Office, today
from review_queue.people import checked_reason
from review_queue.statuses import Action
from review_queue.store import contents, reviews
from review_queue.store.drafts import APPROVE
from review_queue.store.leases import RELEASED
from review_queue.store.reviews import Review
from review_queue.store.values import built
from review_queue.store.work import Event
from review_queue.waiving import check_strays
from writer.drafts.draft import Draft


def approve(office: Office, ask: Ask) -> Draft:
    """Approve the version as it is sealed; with enough approvals it is approved, else it goes on waiting.

    Conflict where text, facts, checker or templates are not what was seen, or no longer what they are today.
    """
    fresh = today(office, load(office, ask.item))
    page = office.bench.pages.data(fresh.draft)
    with asked(office, ask, APPROVE) as desk:
        if desk.done is None:
            case = desk.case
            policies.check_can_approve(case, desk.ask.by, office.settings)
            check_same(desk.item.seal, fresh.seal, f"{desk.item.id} is not what it would be today")
            check_strays(desk, fresh)
            _approve(desk, page, enough=len(case.approved_by) + 1 >= office.settings.approvals_needed)
        return desk.draft


def _approve(desk: Desktop, page: str, *, enough: bool) -> None:
    reason = checked_reason(desk.ask.reason, "approve", required=False)
    one_person = desk.ask.by == desk.item.last_editor
    _review(desk, APPROVE, reason, one_person=one_person)
    contents.change(desk.work.session, desk.item.id, page=page, since="")
    changes = {"reviewed_at": desk.work.now, "wanted_by": "", **RELEASED}
    if enough:
        desk.work.move(desk.item, Action.APPROVE, **changes)
    else:
        desk.work.change(desk.item, **changes)
    _record(desk, APPROVE, reason, {"seal": desk.item.seal.hash, "one_person": one_person})


def request_changes(office: Office, ask: Ask) -> Draft:
    """Send the version back with what has to change."""
    with asked(office, ask, Action.REQUEST_CHANGES) as desk:
        if desk.done is None:
            policies.check_can_request_changes(desk.case)
            _turn(desk, Action.REQUEST_CHANGES)
        return desk.draft


def decline(office: Office, ask: Ask) -> Draft:
    """Decide that the version is not wanted, and why."""
    with asked(office, ask, Action.DECLINE) as desk:
        if desk.done is None:
            policies.check_can_decline(desk.case)
            _turn(desk, Action.DECLINE)
        return desk.draft


def _turn(desk: Desktop, action: Action) -> None:
    reason = checked_reason(desk.ask.reason, action.value.replace("_", " "))
    _review(desk, action.value, reason)
    desk.work.move(desk.item, action, reviewed_at=desk.work.now, wanted_by="", **RELEASED)
    _record(desk, action.value, reason, {"seal": desk.item.seal.hash})


def _review(desk: Desktop, verdict: str, reason: str, *, one_person: bool = False) -> None:
    values = {
        "item": desk.item.id,
        "reviewer": desk.ask.by,
        "verdict": verdict,
        "seal": desk.item.seal.hash,
        "reason": reason,
        "one_person": one_person,
        "at": desk.work.now,
    }
    reviews.put(desk.work.session, built(Review, values))


def _record(desk: Desktop, action: str, reason: str, detail: dict[str, object]) -> None:
    desk.work.record(Event(desk.ask.by, action, desk.item, reason, desk.ask.nonce, detail=detail))
