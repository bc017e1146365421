"""Regenerating: asked for by a form, done behind it, looked at on a page that looks again by itself."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import HTMLResponse, Response

from review_queue.web.counter import Counter, Hidden, ItemPath, Words, given, see
from writer.errors import NotAllowed


def router(counter: Counter) -> APIRouter:
    """The routes of jobs."""
    routes = APIRouter()

    @routes.post("/drafts/{item}/regenerate")
    def regenerate(item: ItemPath, note: Words = "", nonce: Hidden = "") -> Response:
        if counter.workshop is None:
            raise NotAllowed("no model is set up here: drafts cannot be regenerated from this desk")
        job = counter.desk.regenerate(item, by=counter.user, note=note, nonce=given(nonce))
        counter.workshop.do(job.id)
        return see(f"/jobs/{job.id}")

    @routes.get("/jobs/{job}")
    def shown(job: Annotated[str, Path(pattern=r"^[0-9a-f]{16}$")]) -> HTMLResponse:
        return counter.render.page("job.html", {"job": counter.desk.job(job)})

    return routes
