"""Decisions: each form names what was seen, the lease it was seen under, and itself, so that twice is once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from review_queue.waiving import Finding
from review_queue.web.counter import Counter, Decision, Hidden, ItemPath, Waiver, draft_address, given, see
from review_queue.web.listing import next_one
from writer.drafts.draft import Draft


def router(counter: Counter) -> APIRouter:
    """The routes that decide."""
    routes = APIRouter(prefix="/drafts/{item}")
    desk, user = counter.desk, counter.user

    @routes.post("/approve")
    def approve(item: ItemPath, form: Annotated[Decision, Form()]) -> Response:
        draft = desk.approve(item, by=user, reason=form.reason, **form.seen)
        return _onwards(counter, draft, "approve", form.then)

    @routes.post("/request-changes")
    def request_changes(item: ItemPath, form: Annotated[Decision, Form()]) -> Response:
        draft = desk.request_changes(item, by=user, reason=form.reason, **form.seen)
        return _onwards(counter, draft, "request_changes", form.then)

    @routes.post("/decline")
    def decline(item: ItemPath, form: Annotated[Decision, Form()]) -> Response:
        draft = desk.decline(item, by=user, reason=form.reason, **form.seen)
        return _onwards(counter, draft, "decline", form.then)

    @routes.post("/waive")
    def waive(item: ItemPath, form: Annotated[Waiver, Form()]) -> Response:
        draft = desk.waive(item, Finding(form.rule, form.start), by=user, reason=form.reason, **form.seen)
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
    return next_one(counter, done, draft.id) if then == "next" else see(draft_address(draft.id, done=done))
