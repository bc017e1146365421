"""The application: the desk's routes, its pages and its files."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from review_queue.desk import Desk
from review_queue.ports import Drafter, Explainer
from review_queue.web import batches, deciding, jobs, leases, listing, reading, refusals, writing
from review_queue.web.counter import Counter
from review_queue.web.rendering import Renderer
from review_queue.web.workshop import Workshop

STATIC = Path(__file__).parent / "static"


def create_app(
    desk: Desk,
    *,
    explainer: Explainer,
    drafter: Drafter | None,
    user: str,
    name_of: Callable[[str], str] = str,
    resume: Callable[[str], None] | None = None,
) -> FastAPI:
    """The desk as an ASGI application for one person, ``user``.

    ``name_of`` gives a slug's model name; ``resume`` goes on with a batch, None where nothing here can. Without a ``drafter`` no pair can be regenerated, and the page says so. It
    answers whoever asks: serve it behind the guard that checks Host, Origin and Sec-Fetch-Site.
    """
    workshop = None if drafter is None else Workshop(desk, drafter)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        if workshop is not None:
            workshop.open()
        yield
        if workshop is not None:
            workshop.close()

    app = FastAPI(title="Writer: the review desk", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    counter = Counter(desk, explainer, workshop, user, Renderer(user, name_of), resume)
    for routes in (batches, listing, reading, deciding, writing, jobs, leases):
        app.include_router(routes.router(counter))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    refusals.install(app, counter.render)
    return app
