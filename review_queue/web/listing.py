"""The list: what waits, what is decided, and the next one to look at."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from review_queue.store.listing import Cursor, Filter
from review_queue.web.counter import Counter, Done, Of, draft_address, see
from writer.drafts.draft import Status
from writer.errors import NotAllowed

EVERY = "all"


def router(counter: Counter) -> APIRouter:
    """The routes of the list."""
    routes = APIRouter()

    @routes.get("/")
    def begin() -> RedirectResponse:
        return see("/drafts")

    @routes.get("/drafts")
    def listed(
        status: Annotated[str, Query(max_length=20)] = Status.IN_REVIEW.value,
        model: Annotated[str, Query(max_length=120)] = "",
        after: Annotated[str, Query(max_length=300)] = "",
        done: Done = "",
        of: Of = "",
    ) -> HTMLResponse:
        chosen = _chosen(status)
        wanted = Filter(chosen, model.strip().lower())
        found = counter.desk.list(wanted, after=Cursor.read(after) if after else None)
        values = {
            "listing": found,
            "status": chosen.value if chosen else EVERY,
            "model": model.strip(),
            "first": not after,
            "total": sum(found.counts.values()),
            "waiting": found.counts[Status.IN_REVIEW],
            "done": done,
            "of": of,
        }
        return counter.render.page("list.html", values)

    @routes.post("/next")
    def follow() -> Response:
        return next_one(counter)

    return routes


def _chosen(status: str) -> Status | None:
    if status in {EVERY, ""}:
        return None
    if status not in set(Status):
        known = ", ".join(one.value for one in Status)
        raise NotAllowed(f"{status!r} is no status of a draft: expected one of {known}, or {EVERY}")
    return Status(status)


def next_one(counter: Counter, done: str = "", of: str = "") -> Response:
    """The most urgent draft, opened; the list where nothing is left. ``done`` was just done ``of`` another draft."""
    lease = counter.desk.open_next(by=counter.user)
    if lease is None:
        return see(f"/drafts?{urlencode({'done': 'nothing-left', **({'of': of} if of else {})})}")
    return see(draft_address(lease.item, done=done, of=of))
