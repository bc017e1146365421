"""Leases: opened and kept by the page's script, or by its buttons."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from review_queue.leasing import Lease
from review_queue.web.counter import Counter, Hidden, ItemPath, Words, draft_address, see


def router(counter: Counter) -> APIRouter:
    """The routes of leases."""
    routes = APIRouter(prefix="/drafts/{item}/lease")
    desk, user = counter.desk, counter.user

    @routes.post("")
    def take(item: ItemPath) -> JSONResponse:
        lease = desk.take(item, by=user)
        return JSONResponse({"token": lease.token, "seconds": desk.office.settings.lease_length.total_seconds()})

    @routes.post("/renew")
    def renew(item: ItemPath, lease: Hidden) -> JSONResponse:
        desk.renew(Lease(item, user, lease, desk.office.now()))
        return JSONResponse({"token": lease, "seconds": desk.office.settings.lease_length.total_seconds()})

    @routes.post("/release")
    def release(item: ItemPath, lease: Hidden) -> JSONResponse:
        return JSONResponse({"released": desk.release(Lease(item, user, lease, desk.office.now()))})

    @routes.post("/take-over")
    def take_over(item: ItemPath, reason: Words = "") -> Response:
        desk.take_over(item, by=user, reason=reason)
        return see(draft_address(item, done="take_over"))

    return routes
