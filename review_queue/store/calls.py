"""Calls: every request to a model, written before it is sent and again with what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy import BigInteger, Index, Text, case, func
from sqlalchemy import select as select_figures
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col, select

from review_queue.store.columns import Code, UtcTime
from review_queue.store.engine import is_postgresql
from writer.drafts.batch import Averages, Call, CallState, Totals
from writer.drafts.batch import in_parcel as named
from writer.drafts.draft import Usage

_PICO = Decimal(10) ** 12  # money is kept as whole picodollars, so that a sum in SQL is exact
_MAY_COST = (CallState.SENT.value, CallState.LOST.value, CallState.ANSWERED.value)


class CallRow(SQLModel, table=True):
    """One request: the ``number``-th of its key."""

    __tablename__ = "calls"
    __table_args__ = (Index("calls_by_batch", "batch"), Index("calls_by_pair", "a", "b"))

    key: str = Field(primary_key=True, sa_type=Code)
    number: int = Field(primary_key=True, sa_type=BigInteger)
    batch: str = Field(sa_type=Code)
    a: str = Field(sa_type=Code)
    b: str = Field(sa_type=Code)
    generation: int = Field(sa_type=BigInteger)
    attempt: int
    model: str = Field(sa_type=Text)
    state: str = Field(sa_type=Code)
    reserved_pico: int | None = Field(default=None, sa_type=BigInteger)
    sent_at: datetime = Field(sa_type=UtcTime)
    answer: str = Field(default="", sa_type=Text)
    finish_reason: str = Field(default="", sa_type=Text)
    prompt_tokens: int | None = Field(default=None, sa_type=BigInteger)
    completion_tokens: int | None = Field(default=None, sa_type=BigInteger)
    cost_pico: int | None = Field(default=None, sa_type=BigInteger)
    latency_seconds: float = 0.0
    error: str = Field(default="", sa_type=Text)


def record(session: Session, calls: Sequence[Call]) -> None:
    """Insert each, or put its row anew."""
    newest = {(call.key, call.number): _row(call) for call in calls}
    build = (postgresql if is_postgresql(session) else sqlite).insert(CallRow)
    written = {
        name: build.excluded[name]
        for name in (
            "state",
            "answer",
            "finish_reason",
            "prompt_tokens",
            "completion_tokens",
            "cost_pico",
            "latency_seconds",
            "error",
        )
    }
    statement = build.on_conflict_do_update(index_elements=["key", "number"], set_=written)
    session.connection().execute(statement, list(newest.values()))


def of(session: Session, keys: Sequence[str]) -> tuple[Call, ...]:
    """Every call of these keys, oldest first."""
    rows = session.exec(
        select(CallRow).where(col(CallRow.key).in_(keys)).order_by(col(CallRow.sent_at), col(CallRow.number))
    )
    return tuple(map(as_call, rows))


def of_batch(session: Session, batch: str, limit: int) -> tuple[Call, ...]:
    """The latest calls of a batch, newest first."""
    rows = select(CallRow).where(col(CallRow.batch) == batch).order_by(col(CallRow.sent_at).desc()).limit(limit)
    return tuple(map(as_call, session.exec(rows)))


def in_parcel(session: Session, parcel_id: str) -> tuple[Call, ...]:
    """The calls that are out in a parcel."""
    out = (col(CallRow.state) == CallState.SENT.value, col(CallRow.error) == named(parcel_id))
    return tuple(map(as_call, session.exec(select(CallRow).where(*out).order_by(col(CallRow.key)))))


def averages(session: Session, model: str) -> Averages | None:
    """What a pair took on average, over every answered call of a model; None where there is none."""
    of_model = (col(CallRow.model) == model, col(CallRow.state) == CallState.ANSWERED.value)
    pairs = (
        select_figures(col(CallRow.a), col(CallRow.b), col(CallRow.generation)).where(*of_model).distinct().subquery()
    )
    count = session.execute(select_figures(func.count()).select_from(pairs)).scalar_one()
    figures = select_figures(
        func.count(), func.sum(col(CallRow.prompt_tokens)), func.sum(col(CallRow.completion_tokens))
    )
    if not count:
        return None
    calls, prompt, completion = (
        Decimal(int(each or 0)) / count for each in session.execute(figures.where(*of_model)).one()
    )
    return Averages(count, calls, prompt, completion)


def totals(session: Session, batch: str) -> Totals:
    """The figures of a batch that come from its calls; the pairs are not counted here."""
    may_cost = col(CallRow.cost_pico).is_(None) & col(CallRow.state).in_(_MAY_COST)
    figures = select_figures(
        func.count(),
        func.sum(case((col(CallRow.state) == CallState.LOST.value, 1), else_=0)),
        func.sum(case((may_cost, 1), else_=0)),
        func.sum(col(CallRow.prompt_tokens)),
        func.sum(col(CallRow.completion_tokens)),
        func.sum(col(CallRow.cost_pico)),
        func.sum(case((may_cost, col(CallRow.reserved_pico)), else_=0)),
    ).where(col(CallRow.batch) == batch)
    calls, lost, unknown, prompt, completion, spent, assumed = (
        int(figure or 0) for figure in session.execute(figures).one()
    )
    return Totals(
        calls=calls,
        lost_calls=lost,
        unknown_cost_calls=unknown,
        prompt_tokens=prompt,
        completion_tokens=completion,
        spent_usd=_usd(spent) or Decimal(0),
        assumed_usd=_usd(assumed) or Decimal(0),
    )


def as_call(row: CallRow) -> Call:
    """The frozen record."""
    usage = Usage(row.prompt_tokens, row.completion_tokens, _usd(row.cost_pico))
    return Call(
        row.key,
        row.number,
        row.batch,
        row.a,
        row.b,
        row.generation,
        row.attempt,
        row.model,
        CallState(row.state),
        _usd(row.reserved_pico),
        row.sent_at,
        row.answer,
        row.finish_reason,
        usage,
        row.latency_seconds,
        row.error,
    )


def _row(call: Call) -> dict[str, object]:
    return {
        "key": call.key,
        "number": call.number,
        "batch": call.batch,
        "a": call.a,
        "b": call.b,
        "generation": call.generation,
        "attempt": call.attempt,
        "model": call.model,
        "state": call.state.value,
        "reserved_pico": _pico(call.reserved_usd),
        "sent_at": call.sent_at,
        "answer": call.answer,
        "finish_reason": call.finish_reason,
        "prompt_tokens": call.usage.prompt_tokens,
        "completion_tokens": call.usage.completion_tokens,
        "cost_pico": _pico(call.usage.cost_usd),
        "latency_seconds": call.latency_seconds,
        "error": call.error,
    }


def _pico(usd: Decimal | None) -> int | None:
    return None if usd is None else int((usd * _PICO).to_integral_value())


def _usd(pico: int | None) -> Decimal | None:
    return None if pico is None else Decimal(pico) / _PICO
