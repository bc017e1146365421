"""Looking: one version with everything a person needs to decide on it, in one reading of the database."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from review_queue import policies
from review_queue.approval import Seal
from review_queue.asking import case_of, find
from review_queue.blindness import blind_to, seen_reviews, seen_rows, unsigned
from review_queue.office import Office
from review_queue.people import checked_id
from review_queue.policies import Case
from review_queue.ports import Change, ChangeKind, Delta
from review_queue.regenerating import JobView, active_job
from review_queue.settings import DeskSettings
from review_queue.store import audit, contents, items, reviews, waivers
from review_queue.store.audit import AuditRow
from review_queue.store.drafts import draft_of
from review_queue.store.engine import reading
from review_queue.store.items import Item
from review_queue.store.leases import Term
from review_queue.undoing import undoable
from review_queue.waiving import unwaived
from writer.check.report import Violation
from writer.drafts.draft import Draft, Status

HISTORY = 50


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reviewer said; ``stands`` where it is still of what the version is."""

    reviewer: str
    verdict: str
    reason: str
    at: datetime
    stands: bool
    one_person: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """A finding that was let pass."""

    rule: str
    start: int
    quote: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Event:
    """A row of the audit trail as it is read: ``moves`` is version -> (before, after)."""

    at: datetime
    by: str
    action: str
    item: str
    reason: str
    moves: tuple[tuple[str, str | None, str], ...]


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another version of the same pair."""

    id: str
    version: int
    status: Status


@dataclass(frozen=True, slots=True)
class Look:
    """A version on the desk. ``refusals`` is action -> why it cannot be done now, "" where it can."""

    draft: Draft
    seal: Seal
    case: Case
    refusals: dict[str, str]
    strays: tuple[Violation, ...]
    opinions: tuple[Opinion, ...]
    passed: tuple[Passed, ...]
    history: tuple[Event, ...]
    siblings: tuple[Sibling, ...]
    since: Change | None
    holder: str
    held_until: datetime | None
    token: str  # the lease's, for whoever holds it
    wanted_by: str
    job: JobView | None
    generation: int
    blind: bool = False  # what others said of it is hidden until this person has given their word


def look(office: Office, item_id: str, by: str) -> Look:
    """Everything about the version, for this person; UnknownDraft where there is none."""
    with reading(office.engine) as session:
        item = find(session, checked_id(item_id))
        return _look(session, item, by, office.settings, office.term())


def _look(session: Session, item: Item, by: str, settings: DeskSettings, term: Term) -> Look:
    draft, case, given = draft_of(session, item), case_of(session, item), reviews.of(session, item.id)
    rows = audit.of_pair(session, item.a, item.b, HISTORY)
    blind = blind_to(item, given, by, settings)
    living = term.living(item.lease_until)
    return Look(
        draft=unsigned(draft, settings) if blind else draft,
        seal=item.seal,
        case=replace(case, approved_by=()) if blind else case,
        refusals=_refusals(session, item, case, by, settings),
        strays=unwaived(session, item, draft.result.report),
        opinions=tuple(_opinion(review, item) for review in (seen_reviews(given, by) if blind else given)),
        passed=tuple(
            Passed(row.rule, row.start, row.quote, row.reason, row.by) for row in waivers.of(session, item.id)
        ),
        history=tuple(_event(row) for row in (seen_rows(rows, item.id, by) if blind else rows)),
        siblings=tuple(
            Sibling(one.id, one.version, Status(one.status)) for one in items.of_pair(session, item.a, item.b)
        ),
        since=_since(contents.of(session, item.id).since),
        holder=item.lease_holder if living else "",
        held_until=item.lease_until if living else None,
        token=item.lease_token if living and item.lease_holder == by else "",
        wanted_by=item.wanted_by,
        job=active_job(session, item.a, item.b),
        generation=item.generation,
        blind=blind,
    )


def _refusals(session: Session, item: Item, case: Case, by: str, settings: DeskSettings) -> dict[str, str]:
    row = undoable(session, item, by, settings)
    return {
        "approve": policies.reason(policies.check_can_approve, case, by, settings),
        "request_changes": policies.reason(policies.check_can_request_changes, case),
        "decline": policies.reason(policies.check_can_decline, case),
        "edit": policies.reason(policies.check_can_edit, case),
        "regenerate": policies.reason(policies.check_can_regenerate, case),
        "undo": "nothing to undo" if row is None else policies.reason(policies.check_can_undo, case, row.action),
    }


def _opinion(review: reviews.Review, item: Item) -> Opinion:
    stands = not review.lapsed and review.seal == item.seal.hash
    return Opinion(review.reviewer, review.verdict, review.reason, review.at, stands, review.one_person)


def _event(row: AuditRow) -> Event:
    before, now = json.loads(row.before), json.loads(row.after)
    moves = tuple((item, before.get(item), now[item]) for item in sorted(now))
    return Event(row.at, row.by, row.action, row.item, row.reason, moves)


def _since(text: str) -> Change | None:
    if not text:
        return None
    stored = json.loads(text)
    return Change(ChangeKind(stored["kind"]), tuple(Delta(**delta) for delta in stored["deltas"]))


def history(office: Office, a: str, b: str, by: str) -> tuple[Event, ...]:
    """What has happened to the pair, newest first, as far as ``by`` may see it; the slugs may stand in either order."""
    first, second = sorted((a, b))
    with reading(office.engine) as session:
        rows = audit.of_pair(session, first, second)
        for item in items.of_pair(session, first, second):
            if blind_to(item, reviews.of(session, item.id), by, office.settings):
                rows = seen_rows(rows, item.id, by)
        return tuple(_event(row) for row in rows)


def of_pair(office: Office, a: str, b: str, *, approved: bool) -> Draft | None:
    """The pair's newest version that was not superseded; with ``approved`` the newest that a person approved."""
    first, second = sorted((a, b))
    with reading(office.engine) as session:
        there = (item for item in items.of_pair(session, first, second) if item.status != Status.SUPERSEDED.value)
        chosen = next((item for item in there if not approved or Status(item.status) in _APPROVED), None)
        return None if chosen is None else unsigned(draft_of(session, chosen), office.settings)


_APPROVED = (Status.APPROVED, Status.PUBLISHED)
