"""The edit form: what strays is shown in the words just typed, and nothing typed is lost."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from review_queue.editing import Edit
from review_queue.looking import Look
from review_queue.web.counter import Counter, Hidden, ItemPath, Words, draft_address, given, see
from review_queue.web.passages import marked
from writer.errors import NotAllowed, UnknownDraft


def router(counter: Counter) -> APIRouter:
    """The routes of the edit form."""
    routes = APIRouter(prefix="/drafts/{item}/edit")
    desk, user = counter.desk, counter.user

    @routes.get("")
    def form(item: ItemPath) -> HTMLResponse:
        look = desk.look(item, by=user)
        return _form(counter, look, look.draft.text)

    @routes.post("")
    def edit(
        item: ItemPath,
        text: Words = "",
        expect: Hidden = "",
        nonce: Hidden = "",
        lease: Hidden = "",
        reason: Words = "",
    ) -> Response:
        try:
            made = desk.edit(
                item, text, by=user, expect=given(expect), lease=given(lease), nonce=given(nonce), reason=reason
            )
        except UnknownDraft:
            raise
        except NotAllowed as refusal:
            return _form(counter, desk.look(item, by=user), text, reason=reason, refusal=str(refusal))
        if made.stored is not None:
            return see(draft_address(made.stored.id, done="edit"))
        return _form(counter, desk.look(item, by=user), made.text, reason=reason, made=made)

    return routes


def _form(
    counter: Counter, look: Look, text: str, *, reason: str = "", refusal: str = "", made: Edit | None = None
) -> HTMLResponse:
    found = None if made is None else marked(made.text, made.report, made.report.violations)
    values = {"look": look, "draft": look.draft, "text": text, "reason": reason, "refusal": refusal, "found": found}
    values |= {"text_marks": marked(look.draft.text, look.draft.result.report, look.strays)}
    return counter.render.page("edit.html", values, 422 if refusal or found else 200)
