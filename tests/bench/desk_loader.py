"""Fills a queue with many drafts, as fast as the database takes them: state, counts, audit trail and outbox agree."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import psycopg
from sqlalchemy import Engine, insert, update
from sqlmodel import SQLModel, col

from review_queue.store.audit import FIRST, AuditRow, move_head, values_hash
from review_queue.store.codec import encode
from review_queue.store.contents import Content
from review_queue.store.counts import StatusCount
from review_queue.store.engine import writing
from review_queue.store.items import Item, item_id
from review_queue.store.outbox import Message
from review_queue.store.pairs import Pair
from review_queue.store.values import as_json
from review_queue.urgency import due
from tests.fakes.desk import NOON, result
from writer.check.report import Report, Statement
from writer.drafts.draft import Origin, Result, Status

CHUNK = 5_000
Values = dict[str, object]
TABLES: tuple[type[SQLModel], ...] = (Pair, Item, Content, AuditRow, Message)
SHARES = (Status.IN_REVIEW,) * 6 + (Status.REJECTED, Status.APPROVED, Status.PUBLISHED, Status.DECLINED)
FILLED: Values = {
    "version": 1,
    "generation": 1,
    "stale": False,
    "origin": "drafted",
    "parent": None,
    "by": "loader",
    "note": "",
    "last_editor": "",
    "model": "house/plain",
    "attempts": 1,
    "cost_usd": None,
    "quantities": 30,
    "facts_hash": "facts-1",
    "prompt_hash": "prompt-1",
    "checker_version": "checker-1",
    "page_version": "page-1",
    "wanted_by": "",
    "reviewed_at": None,
    "lease_holder": "",
    "lease_token": "",
    "lease_until": None,
}
TEXT = "\n\n".join(
    f"Alpha reads {n}K tokens, Beta {n + 1}K: {n}% more, at ${n} against ${n + 1} per 1M tokens." for n in range(1, 9)
)


def load(engine: Engine, drafts: int) -> None:
    """Put so many versions, each of another pair, into an empty queue."""
    content = encode(_result())
    seen: Counter[object] = Counter()
    previous = FIRST
    for chunk in _chunks(_pairs(drafts)):
        rows: dict[type[SQLModel], list[Values]] = {table: [] for table in TABLES}
        for number, a, b in chunk:
            item = _item(number, a, b)
            row = _audit(number, item, previous)
            previous = str(row["hash"])
            seen[item["status"]] += 1
            rows[Pair].append({"a": a, "b": b, "revision": 1, "newest": 1, "generation": 1})
            rows[Item].append(item)
            rows[Content].append({"item": item["id"], "result": content, "page": "", "since": ""})
            rows[AuditRow].append(row)
            rows[Message].append(_message(row))
        _put(engine, rows)
    with writing(engine) as session:
        move_head(session, drafts, previous)
        for status, versions in seen.items():
            session.execute(update(StatusCount).where(col(StatusCount.status) == status).values(versions=versions))
    _settle(engine)


def _pairs(drafts: int) -> Iterator[tuple[int, str, str]]:
    """Every pair of an endless row of models, numbered."""
    endless = ((f"model-{a:04}", f"model-{b:04}") for b in itertools.count(1) for a in range(b))
    return ((number, a, b) for number, (a, b) in enumerate(itertools.islice(endless, drafts)))


def _chunks(pairs: Iterator[tuple[int, str, str]]) -> Iterator[list[tuple[int, str, str]]]:
    while chunk := list(itertools.islice(pairs, CHUNK)):
        yield chunk


def _result() -> Result:
    said = tuple(Statement(n * 20, n * 20 + 9, "1,048,576", ("a.context_window",), "context window") for n in range(30))
    report = Report(said, (), 30, "checker-1")
    made = result(text=TEXT)
    attempt = replace(made.attempts[0], answer=TEXT * 2, report=report)
    return replace(made, report=report, attempts=(attempt,))


def _item(number: int, a: str, b: str) -> Values:
    came = NOON + timedelta(seconds=number * 7919 % 1_000_003)
    status = SHARES[number % len(SHARES)]
    rejected = status is Status.REJECTED
    return FILLED | {
        "id": item_id(a, b, 1),
        "a": a,
        "b": b,
        "status": status.value,
        "strays": int(rejected),
        "rules": '["wrong-number"]' if rejected else "[]",
        "text_hash": f"{number:064x}",
        "due": due(came, Origin.DRAFTED, 1),
        "created_at": came,
    }


def _audit(number: int, item: Values, previous: str) -> Values:
    name, at = str(item["id"]), item["created_at"]
    assert isinstance(at, datetime)
    row = {
        "seq": number,
        "at": at,
        "by": "loader",
        "action": "draft",
        "a": item["a"],
        "b": item["b"],
        "item": name,
        "before": as_json({name: None}),
        "after": as_json({name: item["status"]}),
        "reason": "",
        "detail": "{}",
        "nonce": None,
        "undoes": None,
        "previous": previous,
    }
    return row | {"hash": values_hash(row, at)}


def _message(row: Values) -> Values:
    at = row["at"]
    return {"seq": row["seq"], "topic": "draft", "item": row["item"], "payload": "{}", "at": at, "delivered_at": at}


def _put(engine: Engine, rows: dict[type[SQLModel], list[Values]]) -> None:
    with writing(engine) as session:
        raw = session.connection().connection.driver_connection
        for table in TABLES:
            if isinstance(raw, psycopg.Connection):
                _copy(raw, table, rows[table])
            else:
                session.execute(insert(table), rows[table])


def _copy(raw: psycopg.Connection, table: type[SQLModel], rows: list[Values]) -> None:
    names = list(rows[0])
    quoted = ", ".join(f'"{name}"' for name in names)
    with raw.cursor() as cursor, cursor.copy(f"COPY {table.__tablename__} ({quoted}) FROM STDIN".encode()) as copy:
        for row in rows:
            copy.write_row([row[name] for name in names])


def _settle(engine: Engine) -> None:
    """Let the database count what it holds, as it does by itself after a while."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
