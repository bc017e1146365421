"""Publishing: only what is approved, and still is what was approved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from review_queue import policies
from review_queue.approval import Seal, check_same, seal_of
from review_queue.asking import Ask, asked, load
from review_queue.office import Office, seal_today, today
from review_queue.statuses import Action
from review_queue.store import items, listing
from review_queue.store.engine import reading
from review_queue.store.work import Event
from review_queue.waiving import check_strays
from writer.drafts.draft import Draft, Status
from writer.errors import NotAllowed


def publish(office: Office, ask: Ask) -> Draft:
    """Mark the version as the pair's published one; the one before it is superseded. The seal is read again, and made
    again from today's facts, within the same transaction."""
    with asked(office, ask, Action.PUBLISH) as desk:
        if desk.done is not None:
            return desk.draft
        policies.check_can_publish(desk.case, office.settings)
        fresh = today(office, desk.draft)
        check_same(desk.item.seal, fresh.seal, f"{desk.item.id} is not what was approved")
        check_strays(desk, fresh)
        old = items.published(desk.work.session, desk.item.a, desk.item.b)
        if old is not None:
            desk.work.move(old, Action.SUPERSEDE)
        desk.work.move(desk.item, Action.PUBLISH)
        detail = {"seal": desk.item.seal.hash, "one_person": desk.draft.one_person}
        desk.work.record(Event(desk.ask.by, Action.PUBLISH, desk.item, nonce=desk.ask.nonce, detail=detail))
        return desk.draft


@dataclass(frozen=True, slots=True)
class Ready:
    """A version that may be shown to readers, or why it may not (``refusal`` is "" where it may)."""

    draft: Draft
    refusal: str

    @property
    def seal(self) -> Seal:
        """What was approved: ``publish`` expects its hash."""
        return seal_of(self.draft)


def ready(office: Office) -> Iterator[Ready]:
    """Every approved or published version, by pair, each judged again; those that have moved say why they stay out."""
    with reading(office.engine) as session:
        ids = listing.ids(session, (Status.APPROVED, Status.PUBLISHED))
    for item_id in ids:
        draft = load(office, item_id)
        yield Ready(draft, _refusal(office, draft))


def _refusal(office: Office, draft: Draft) -> str:
    if draft.stale:
        return f"{draft.id} is stale: the facts under it have moved"
    try:
        check_same(seal_of(draft), seal_today(office, draft), f"{draft.id} is not what was approved")
    except NotAllowed as refusal:
        return str(refusal)
    return ""
