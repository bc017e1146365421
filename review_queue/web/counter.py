"""What every route works with, and what a form brings."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import Form, Path
from fastapi.responses import RedirectResponse

from review_queue.desk import Desk
from review_queue.ports import Drafter, Explainer
from review_queue.web.rendering import Renderer

ItemPath = Annotated[str, Path(max_length=250)]
Words = Annotated[str, Form(max_length=100_000)]
Hidden = Annotated[str, Form(max_length=200)]
Number = Annotated[int, Form(ge=0, le=1_000_000)]


@dataclass(frozen=True, slots=True)
class Counter:
    """What every route works with. ``workers`` does the jobs that no request waits for."""

    desk: Desk
    explainer: Explainer
    drafter: Drafter | None
    user: str
    render: Renderer
    workers: ThreadPoolExecutor


def draft_address(item: str, **query: str) -> str:
    """Where a draft's page is."""
    asked = {name: value for name, value in query.items() if value}
    return f"/drafts/{quote(item, safe='@')}" + (f"?{urlencode(asked)}" if asked else "")


def see(address: str) -> RedirectResponse:
    """Look there next: what changes something answers with this, so that reloading changes nothing."""
    return RedirectResponse(address, status_code=303)


def given(text: str) -> str | None:
    """A hidden field, None where it is empty."""
    return text or None
