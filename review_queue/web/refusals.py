"""What a person reads where something cannot be done: in words, with what they may do instead, and with what they wrote."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from review_queue.web.rendering import Renderer
from writer.errors import (
    Conflict,
    LeaseLost,
    NotAllowed,
    StoreBusy,
    StoreError,
    StoreFull,
    UnknownDraft,
    UserError,
    WriterError,
)

_TITLES = {
    404: "Not there",
    409: "Something changed in between",
    422: "That cannot be done",
    405: "That cannot be done here",
}
_CODES: tuple[tuple[type[WriterError], int], ...] = (
    (UnknownDraft, 404),
    (Conflict, 409),
    (LeaseLost, 409),
    (NotAllowed, 422),
    (UserError, 422),
    (StoreBusy, 503),
    (StoreFull, 507),
    (StoreError, 500),
    (WriterError, 500),
)
NOTHING: Mapping[str, tuple[str, str]] = MappingProxyType({})
_WRITTEN = ("reason", "note", "text")


def install(app: FastAPI, render: Renderer) -> None:
    """Answer every refusal with a page."""

    async def refused(request: Request, error: Exception) -> Response:
        code = next(code for kind, code in _CODES if isinstance(error, kind))
        difference = error.difference if isinstance(error, Conflict) else {}
        return _page(render, code, str(error), _back(request), difference, await _written(request))

    async def unreadable(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError), "it is installed for these"
        faults = "; ".join(f"{'.'.join(map(str, fault['loc'][1:]))}: {fault['msg']}" for fault in error.errors())
        return _page(render, 422, faults, _back(request))

    async def elsewhere(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException), "it is installed for these"
        reason = "There is no page at this address." if error.status_code == 404 else str(error.detail)
        return _page(render, error.status_code, reason, _back(request))

    app.add_exception_handler(WriterError, refused)
    app.add_exception_handler(RequestValidationError, unreadable)
    app.add_exception_handler(HTTPException, elsewhere)


def _page(
    render: Renderer,
    code: int,
    reason: str,
    back: str,
    difference: Mapping[str, tuple[str, str]] = NOTHING,
    written: str = "",
) -> Response:
    values = {"title": _title(code), "reason": reason, "difference": difference, "written": written, "back": back}
    page = render.page("refusal.html", values, code)
    if code == 503:
        page.headers["Retry-After"] = "2"
    return page


def _title(code: int) -> str:
    return _TITLES.get(code, "It did not work")


def _back(request: Request) -> str:
    """The draft's own page where the request was about one, else the list."""
    item = request.path_params.get("item")
    return f"/drafts/{item}" if item else "/drafts"


async def _written(request: Request) -> str:
    """What the person had written into the form, to be copied from the page."""
    if request.method != "POST":
        return ""
    form = await request.form()
    return "\n\n".join(str(form[name]) for name in _WRITTEN if form.get(name))
