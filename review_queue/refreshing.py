"""Looking again at what is stored when the catalog, the checker or the templates have moved.

An approval is carried forward by one rule alone: the checker accepts the text, and the page that readers would see is the
same, statement for statement. Everything else drops it, and says what has changed since. A waiver goes on where the checker
finds the very same (``standing.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from enum import StrEnum

from review_queue.asking import Ask, Desktop, asked, load
from review_queue.keeping import Entry, keep
from review_queue.office import Office, Today, today
from review_queue.ports import Change, ChangeKind
from review_queue.standing import Standing, standing
from review_queue.statuses import OPEN, Action
from review_queue.store import contents, listing, reviews, waivers
from review_queue.store.codec import encode
from review_queue.store.drafts import standing_approvals
from review_queue.store.engine import reading
from review_queue.store.values import as_json
from review_queue.store.work import Event
from review_queue.urgency import due
from writer.drafts.draft import Draft, Origin, Result, Status, Usage
from writer.errors import NotAllowed

RECHECK = "recheck"
RULE = "the checker accepts the same text, and the page renders the same: verdict, tables and statements"
_STRAYS = "the facts or the rules have moved, and something strays now"
LIVING = (Status.REJECTED, *OPEN, Status.PUBLISHED)


class Outcome(StrEnum):
    """What looking again came to."""

    SAME = "same"  # nothing had moved
    RESEALED = "resealed"  # something had; no approval hung on it
    CARRIED = "carried"  # something had, and the approval goes on
    DROPPED = "dropped"  # the approval fell: it waits for its approver again
    REJECTED = "rejected"  # something strays now
    PASSED_OVER = "passed_over"  # decided otherwise in between
    STALE = "stale"  # published or without its models: it stays, marked


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What looking again at one version came to."""

    item: str
    outcome: Outcome
    change: Change | None = None


def refresh_all(office: Office, by: str) -> Iterator[Refreshed]:
    """Look again at every version that is on its way, rejected or published, by pair, each in its own transaction."""
    with reading(office.engine) as session:
        ids = listing.ids(session, LIVING)
    for item_id in ids:
        try:
            yield refresh(office, Ask(item_id, by))
        except NotAllowed:
            yield Refreshed(item_id, Outcome.PASSED_OVER)


def refresh(office: Office, ask: Ask) -> Refreshed:
    """Look again at one version, whoever has it open: their decision will name what they saw, and be a conflict."""
    old = load(office, ask.item)
    if not old.text:
        return Refreshed(old.id, Outcome.SAME)
    try:
        fresh = today(office, old)
    except NotAllowed as gone:
        return _mark(office, ask, str(gone))
    page = office.bench.pages.data(fresh.draft)
    with asked(office, ask, RECHECK, heeds_lease=False) as desk:
        if desk.item.seal == fresh.seal and not desk.item.stale:
            return Refreshed(desk.item.id, Outcome.SAME)
        if Status(desk.item.status) not in LIVING:
            raise NotAllowed(f"{desk.item.id} is {desk.item.status}: there is nothing to look at again")
        if desk.item.text_hash != fresh.seal.text_hash:
            raise AssertionError("a stored version's text never changes")
        return _refresh(desk, office, fresh, page)


def _refresh(desk: Desktop, office: Office, fresh: Today, page: str) -> Refreshed:
    waived = standing(desk.work.session, desk.item, desk.draft.result.report, fresh.report)
    change = _change(desk, office, page)
    if change is None:
        return _reseal(desk, fresh, waived)
    if not waived.left and change.kind is ChangeKind.RENDERS_SAME and _same_statements(desk.draft, fresh):
        return _carry(desk, fresh, waived, page, change)
    if Status(desk.item.status) is Status.PUBLISHED:
        return _succeed(desk, fresh, waived, change)
    return _drop(desk, fresh, waived, change)


def _change(desk: Desktop, office: Office, page: str) -> Change | None:
    """How the page differs from the one that was approved; None where no approval hangs on the version."""
    approved = contents.of(desk.work.session, desk.item.id).page
    if not approved or Status(desk.item.status) not in {Status.APPROVED, Status.PUBLISHED}:
        return None
    return office.bench.freshness.compare(approved, page)


def _same_statements(stored: Draft, fresh: Today) -> bool:
    report = stored.result.report
    return report is not None and report.statements == fresh.report.statements


def _reseal(desk: Desktop, fresh: Today, waived: Standing) -> Refreshed:
    status, strays = Status(desk.item.status), len(waived.left)
    changes = _sealed(fresh, strays)
    if strays and status is not Status.REJECTED:
        desk.work.move(desk.item, Action.FAIL, **changes)
    elif not strays and status is Status.REJECTED and fresh.draft.text and not _another_open(desk):
        desk.work.move(desk.item, Action.CLEAR, **changes)
    else:
        desk.work.change(desk.item, **changes)
    reviews.lapse(desk.work.session, desk.item.id)
    _store(desk, fresh, waived)
    _record(desk, RECHECK, {"seal": desk.item.seal.hash, **waived.detail})
    return Refreshed(desk.item.id, Outcome.REJECTED if desk.item.status == Status.REJECTED else Outcome.RESEALED)


def _another_open(desk: Desktop) -> bool:
    return desk.case.open_version is not None


def _carry(desk: Desktop, fresh: Today, waived: Standing, page: str, change: Change) -> Refreshed:
    held = standing_approvals(desk.item, reviews.of(desk.work.session, desk.item.id))
    old = desk.item.seal.hash
    desk.work.change(desk.item, **_sealed(fresh, 0))
    reviews.reseal(desk.work.session, desk.item.id, [review.reviewer for review in held], desk.item.seal.hash)
    contents.change(desk.work.session, desk.item.id, page=page)
    _store(desk, fresh, waived)
    _record(desk, "carry_forward", {"rule": RULE, "from": old, "to": desk.item.seal.hash, **waived.detail})
    return Refreshed(desk.item.id, Outcome.CARRIED, change)


def _drop(desk: Desktop, fresh: Today, waived: Standing, change: Change) -> Refreshed:
    strays = len(waived.left)
    approver = desk.case.approved_by[-1] if desk.case.approved_by else ""
    place = due(desk.work.now, Origin(desk.item.origin), desk.item.attempts, change.kind)
    action = Action.FAIL if strays else Action.LAPSE
    reviews.lapse(desk.work.session, desk.item.id)
    desk.work.move(desk.item, action, wanted_by=approver, due=place, reviewed_at=None, **_sealed(fresh, strays))
    contents.change(desk.work.session, desk.item.id, since=as_json(asdict(change)))
    _store(desk, fresh, waived)
    _record(desk, action.value, {**_told(change), **waived.detail})
    return Refreshed(desk.item.id, Outcome.REJECTED if strays else Outcome.DROPPED, change)


def _succeed(desk: Desktop, fresh: Today, waived: Standing, change: Change) -> Refreshed:
    """The published version stays, marked stale; its words go before a person again as a new version, once."""
    if desk.item.stale and desk.case.newest != desk.item.id:
        return Refreshed(desk.item.id, Outcome.STALE, change)
    approver = desk.case.approved_by[-1] if desk.case.approved_by else ""
    desk.work.change(desk.item, stale=True)
    _record(desk, "stale", _told(change))
    if desk.case.open_version is None:
        successor = keep(desk.work, _successor(desk, fresh, waived, change, approver))
        contents.change(desk.work.session, successor.id, since=as_json(asdict(change)))
    return Refreshed(desk.item.id, Outcome.STALE, change)


def _successor(desk: Desktop, fresh: Today, waived: Standing, change: Change, approver: str) -> Entry:
    """The same words as a version of today's facts. It cost nothing: what its words cost stands with those they come from."""
    result = replace(_judged(fresh, waived), attempts=(), usage=Usage(cost_usd=Decimal(0)))
    return Entry(
        result,
        fresh.seal.page_version,
        Origin.REFRESHED,
        desk.ask.by,
        "the facts under the published version have moved",
        parent=desk.item.id,
        last_editor=desk.item.last_editor,
        change=change.kind,
        wanted_by=approver,
        standing=waived,
    )


def _mark(office: Office, ask: Ask, why: str) -> Refreshed:
    """What cannot be looked at any more is marked stale."""
    with asked(office, ask, RECHECK, heeds_lease=False) as desk:
        if not desk.item.stale:
            desk.work.change(desk.item, stale=True)
            desk.work.record(Event(desk.ask.by, "stale", desk.item, why))
        return Refreshed(desk.item.id, Outcome.STALE)


def _sealed(fresh: Today, strays: int) -> dict[str, object]:
    rules = sorted({violation.rule for violation in fresh.report.violations})
    return {
        "stale": False,
        "facts_hash": fresh.seal.facts_hash,
        "checker_version": fresh.seal.checker_version,
        "page_version": fresh.seal.page_version,
        "quantities": fresh.report.quantities,
        "rules": as_json(rules),
        "strays": strays,
    }


def _store(desk: Desktop, fresh: Today, waived: Standing) -> None:
    contents.change(desk.work.session, desk.item.id, result=encode(_judged(fresh, waived)))
    waivers.fall(desk.work.session, waived.fallen)


def _judged(fresh: Today, waived: Standing) -> Result:
    """The result by today's report; accepted where all that strays was let pass."""
    return replace(fresh.draft.result, accepted=not waived.left, reason=_STRAYS if waived.left else "")


def _told(change: Change) -> dict[str, object]:
    return {"change": change.kind.value, "deltas": [asdict(delta) for delta in change.deltas]}


def _record(desk: Desktop, action: str, detail: dict[str, object]) -> None:
    desk.work.record(Event(desk.ask.by, action, desk.item, nonce=desk.ask.nonce, detail=detail))
