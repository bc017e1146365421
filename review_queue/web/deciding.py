"""Decisions: each form names what was seen, the lease it was seen under, and itself, so that twice is once."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from review_queue.waiving import Finding
from review_queue.web.counter import Counter, Hidden, ItemPath, Number, Words, draft_address, given, see
from review_queue.web.listing import next_one
from writer.drafts.draft import Draft


def router(counter: Counter) -> APIRouter:
    """The routes that decide."""
    routes = APIRouter(prefix="/drafts/{item}")
    desk, user = counter.desk, counter.user

    @routes.post("/approve")
    def approve(
        item: ItemPath, expect: Hidden, nonce: Hidden = "", lease: Hidden = "", reason: Words = "", then: Hidden = ""
    ) -> Response:
        draft = desk.approve(item, by=user, expect=expect, lease=given(lease), nonce=given(nonce), reason=reason)
        return _onwards(counter, draft, "approve", then)

    @routes.post("/request-changes")
    def request_changes(
        item: ItemPath, expect: Hidden, nonce: Hidden = "", lease: Hidden = "", reason: Words = "", then: Hidden = ""
    ) -> Response:
        draft = desk.request_changes(
            item, by=user, expect=expect, lease=given(lease), nonce=given(nonce), reason=reason
        )
        return _onwards(counter, draft, "request_changes", then)

    @routes.post("/decline")
    def decline(
        item: ItemPath, expect: Hidden, nonce: Hidden = "", lease: Hidden = "", reason: Words = "", then: Hidden = ""
    ) -> Response:
        draft = desk.decline(item, by=user, expect=expect, lease=given(lease), nonce=given(nonce), reason=reason)
        return _onwards(counter, draft, "decline", then)

    @routes.post("/waive")
    def waive(
        item: ItemPath,
        expect: Hidden,
        rule: Hidden,
        start: Number,
        nonce: Hidden = "",
        lease: Hidden = "",
        reason: Words = "",
    ) -> Response:
        draft = desk.waive(
            item, Finding(rule, start), by=user, expect=expect, lease=given(lease), nonce=given(nonce), reason=reason
        )
        return _onwards(counter, draft, "waive", "")

    @routes.post("/undo")
    def undo(item: ItemPath, nonce: Hidden = "") -> Response:
        return _onwards(counter, desk.undo(item, by=user, nonce=given(nonce)), "undo", "")

    @routes.post("/recheck")
    def recheck(item: ItemPath) -> Response:
        refreshed = desk.refresh(item, by=user)
        return see(draft_address(refreshed.item, done=f"recheck-{refreshed.outcome.value}"))

    return routes


def _onwards(counter: Counter, draft: Draft, done: str, then: str) -> Response:
    return next_one(counter, done) if then == "next" else see(draft_address(draft.id, done=done))
