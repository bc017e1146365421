"""Drafts: an item with its content and reviews, as the shared record that the rest of the program reads."""

from __future__ import annotations

import json
from dataclasses import replace

from sqlmodel import Session

from review_queue.store import contents, reviews
from review_queue.store.codec import decode
from review_queue.store.items import Item
from review_queue.store.reviews import Review
from writer.drafts.draft import Draft, Origin, Result, Status
from writer.prose import Prose

APPROVE = "approve"


def draft_of(session: Session, item: Item) -> Draft:
    """The whole record of a version."""
    result = decode(contents.of(session, item.id).result)
    return assembled(item, result, standing_approvals(item, reviews.of(session, item.id)))


def assembled(item: Item, result: Result, approvals: tuple[Review, ...] = ()) -> Draft:
    """The record of a version from what was read, or has just been stored."""
    return Draft(
        id=item.id,
        version=item.version,
        status=Status(item.status),
        result=replace(result, facts_hash=item.facts_hash),
        text=text_of(result),
        text_hash=item.text_hash,
        page_version=item.page_version,
        origin=Origin(item.origin),
        parent=item.parent,
        by=item.by,
        note=item.note,
        created_at=item.created_at,
        stale=item.stale,
        reviewed_at=item.reviewed_at,
        reviewed_by=tuple(review.reviewer for review in approvals),
        one_person=any(review.one_person for review in approvals),
        edited_by=item.last_editor,
    )


def standing_approvals(item: Item, given: tuple[Review, ...]) -> tuple[Review, ...]:
    """The approvals that still hold, and are of what the version is now; oldest first."""
    seal = item.seal.hash
    return tuple(review for review in given if review.verdict == APPROVE and not review.lapsed and review.seal == seal)


def text_of(result: Result) -> str:
    """The text as it is checked; "" where no answer could be read."""
    return (result.prose or Prose(())).text


def rules_of(item: Item) -> tuple[str, ...]:
    """The ids of the rules that the version breaks, sorted."""
    return tuple(json.loads(item.rules))
