"""What every route works with, and what a form brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import Form, Path, Query
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from review_queue.desk import Desk, Seen
from review_queue.people import ID_PATTERN
from review_queue.ports import Explainer
from review_queue.web.rendering import Renderer
from review_queue.web.workshop import Workshop

ItemPath = Annotated[str, Path(max_length=250)]
Words = Annotated[str, Form(max_length=100_000)]
Done = Annotated[str, Query(max_length=20)]
Of = Annotated[str, Query(max_length=250, pattern=ID_PATTERN)]
"""What was just done, and to which draft; "" where nothing was, or to the one that is shown."""
Hidden = Annotated[str, Form(max_length=200)]


@dataclass(frozen=True, slots=True)
class Counter:
    """What every route works with. ``workshop`` does the jobs that no request waits for, None where no model is set up;
    ``resume`` goes on with a batch, None where nothing here can."""

    desk: Desk
    explainer: Explainer
    workshop: Workshop | None
    user: str
    render: Renderer
    resume: Callable[[str], None] | None = None


class Decision(BaseModel):
    """What every form of a decision brings: what was seen, under which lease, and the form's own name."""

    expect: str = Field(max_length=200)
    nonce: str = Field("", max_length=200)
    lease: str = Field("", max_length=200)
    reason: str = Field("", max_length=100_000)
    then: str = Field("", max_length=20)

    @property
    def seen(self) -> Seen:
        """As the desk takes it."""
        return {"expect": self.expect, "nonce": given(self.nonce), "lease": given(self.lease)}


class Waiver(Decision):
    """A decision on one finding."""

    rule: str = Field(max_length=200)
    start: int = Field(ge=0, le=1_000_000)


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
