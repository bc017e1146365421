"""Blind reviews: where two have to approve, neither reads what the other said before giving their own word.

That somebody approved already is hidden too: while a version waits, it is all that could have been said. What was decided
in the open (sent back, declined, edited) is everybody's to see, and so is everything once one's own word is given. Only the
trail's proof (`audit --verify`) reads all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from review_queue.settings import DeskSettings
from review_queue.statuses import Action
from review_queue.store.audit import AuditRow
from review_queue.store.drafts import APPROVE
from review_queue.store.items import Item
from review_queue.store.reviews import Review
from writer.drafts.draft import Draft, Status


def blind_to(item: Item, given: Iterable[Review], by: str, settings: DeskSettings) -> bool:
    """Whether ``by`` may not see yet what others said of the version: it waits, and their own word on it is not given."""
    if not settings.blind or item.status != Status.IN_REVIEW.value:
        return False
    return all(review.reviewer != by or review.lapsed or review.seal != item.seal.hash for review in given)


def seen_reviews(given: Iterable[Review], by: str) -> tuple[Review, ...]:
    """The reviews that are the reader's own."""
    return tuple(review for review in given if review.reviewer == by)


def seen_rows(rows: Iterable[AuditRow], item: str, by: str) -> tuple[AuditRow, ...]:
    """The rows without others' approvals of the version, and without the undoing of one."""
    return tuple(row for row in rows if row.item != item or row.by == by or not _tells_of_approval(row))


def unsigned(draft: Draft, settings: DeskSettings) -> Draft:
    """The draft for whoever reads it: where reviews are blind, one that waits does not say who has approved it."""
    if not settings.blind or draft.status is not Status.IN_REVIEW:
        return draft
    return replace(draft, reviewed_by=(), reviewed_at=None, one_person=False)


def _tells_of_approval(row: AuditRow) -> bool:
    return row.action == APPROVE or (row.action == Action.UNDO and json.loads(row.detail).get("undone") == APPROVE)
