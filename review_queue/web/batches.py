"""Batches: how each stands, and a hand on it while it runs; whoever runs it sees a change within a second or two."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Form, Path
from fastapi.responses import HTMLResponse, Response

from review_queue.store.batches_book import BatchBook
from review_queue.web.counter import Counter, see
from writer.drafts.batch import Batch, BatchStatus, Totals
from writer.errors import NotAllowed

_SHOWN = 20
BatchPath = Annotated[str, Path(pattern=r"^[0-9]{8}-[0-9a-f]{6}$")]
Calls = Annotated[int | None, Form(ge=1, le=2000)]
Dollars = Annotated[Decimal | None, Form(gt=0, max_digits=12, decimal_places=6)]


@dataclass(frozen=True, slots=True)
class Row:
    """A batch as the page shows it. ``parcels`` are out at a provider: only the command line can tell it to give them up;
    ``idle`` where no process has it."""

    batch: Batch
    totals: Totals
    parcels: int
    idle: bool

    @property
    def can_pause(self) -> bool:
        """Whether something may be sent for it."""
        return self.batch.status is BatchStatus.RUNNING

    @property
    def can_resume(self) -> bool:
        """Whether it waits for somebody to go on with it, the process that ran it being gone."""
        return self.idle and self.is_open

    @property
    def is_open(self) -> bool:
        """Whether it has not ended for good."""
        return self.batch.status not in {BatchStatus.CANCELLED, BatchStatus.DONE}


def router(counter: Counter) -> APIRouter:
    """The routes of batches."""
    routes, book = APIRouter(prefix="/batches"), BatchBook(counter.desk.office.engine)

    def _row(each: Batch) -> Row:
        now = counter.desk.office.now()
        return Row(each, book.totals(each.id), len(book.parcels(each.id)), book.is_idle(each.id, now))

    @routes.get("")
    def listed() -> HTMLResponse:
        rows = [_row(each) for each in book.batches(_SHOWN)]
        return counter.render.page("batches.html", {"rows": rows, "can_run": counter.resume is not None})

    @routes.post("/{batch}/pause")
    def pause(batch: BatchPath) -> Response:
        book.change(batch, status=BatchStatus.PAUSED, reason=f"paused by {counter.user}")
        return see("/batches")

    @routes.post("/{batch}/resume")
    def resume(batch: BatchPath) -> Response:
        if counter.resume is None:
            raise NotAllowed(f"nothing runs batches here: `writer batches resume {batch}` goes on with it")
        row = _row(book.batch(batch))
        if not row.is_open:
            raise NotAllowed(f"batch {batch} is {row.batch.status.value}: one that is paused or stopped goes on")
        if not row.can_resume:
            raise NotAllowed(f"batch {batch}: {row.batch.runner} still has it: wait until it has ended, then resume it")
        counter.resume(batch)
        return see("/batches")

    @routes.post("/{batch}/cancel")
    def cancel(batch: BatchPath) -> Response:
        if book.parcels(batch):
            raise NotAllowed(
                f"batch {batch} has parcels out: `writer batches cancel {batch}` cancels them at the provider, too"
            )
        book.change(batch, status=BatchStatus.CANCELLED, reason=f"cancelled by {counter.user}")
        return see("/batches")

    @routes.post("/{batch}/set")
    def change(batch: BatchPath, concurrency: Calls = None, budget: Dollars = None) -> Response:
        stands = book.batch(batch)
        if budget is not None and stands.budget_usd is None:
            raise NotAllowed(f"batch {batch} has no budget: `writer batches set {batch} --budget` gives it one")
        book.change(batch, concurrency=concurrency, budget_usd=budget)
        return see("/batches")

    return routes
