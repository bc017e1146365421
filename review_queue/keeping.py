"""Keeping what drafting ends with: each result becomes the newest version of its pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import col, select

from review_queue.approval import text_hash
from review_queue.people import checked_name, checked_reason
from review_queue.ports import ChangeKind, Clock
from review_queue.standing import Standing, copied
from review_queue.statuses import ENTRY, OPEN, Action
from review_queue.store import items, pairs
from review_queue.store.codec import decode, encode
from review_queue.store.contents import Content
from review_queue.store.drafts import assembled, draft_of, text_of
from review_queue.store.engine import reading
from review_queue.store.items import Item, item_id
from review_queue.store.values import as_json, built
from review_queue.store.work import Event, Work, working
from review_queue.urgency import due
from writer.check.report import Report
from writer.drafts.draft import Draft, Origin, Result, Status
from writer.errors import Conflict


@dataclass(frozen=True, slots=True)
class Entry:
    """A new version to be: what it says, how it came, and what it takes the place of."""

    result: Result
    page_version: str
    origin: Origin
    by: str
    note: str = ""
    parent: str | None = None
    last_editor: str = ""
    change: ChangeKind | None = None
    wanted_by: str = ""
    standing: Standing = field(default_factory=Standing)  # what was waived before and need not be again


@dataclass(frozen=True, slots=True)
class DraftStore:
    """The drafting's Store port on this queue. ``page_version`` is of the page's templates as they are now."""

    engine: Engine
    clock: Clock
    page_version: str

    def save(
        self,
        results: Sequence[Result],
        *,
        origin: Origin,
        by: str,
        note: str = "",
        revisions: Sequence[int | None] | None = None,
    ) -> tuple[Draft, ...]:
        """Store each result as the newest version of its pair, all in one transaction; the same order comes back.

        ``revisions`` (``revision`` when each was asked for) refuses what comes late: Conflict where a pair has moved.
        """
        seen = revisions or [None] * len(results)
        who, why = checked_name(by), checked_reason(note, "the note", required=False)
        with working(self.engine, self.clock.now()) as work:
            kept: dict[int, Draft] = {}
            for place in sorted(range(len(results)), key=lambda place: (results[place].a, results[place].b)):
                entry = Entry(results[place], self.page_version, origin, who, why)
                kept[place] = keep(work, entry, revision=seen[place])
            return tuple(kept[place] for place in range(len(results)))

    def revision(self, a: str, b: str) -> int:
        """A number that grows with everything that happens to the pair; 0 where nothing has."""
        with reading(self.engine) as session:
            pair = pairs.find(session, a, b)
            return 0 if pair is None else pair.revision

    def generation(self, a: str, b: str) -> int:
        """The pair's newest generation; 0 where nothing was ever drafted."""
        with reading(self.engine) as session:
            pair = pairs.find(session, a, b)
            return 0 if pair is None else pair.generation

    def stored(
        self, a: str, b: str, *, facts_hash: str, prompt_hash: str, models: Sequence[str], generation: int
    ) -> Draft | None:
        """The newest version that one of ``models`` wrote of exactly this, accepted or rejected; None where there is none."""
        wanted = (
            select(Item)
            .where(col(Item.a) == a, col(Item.b) == b, col(Item.generation) == generation)
            .where(col(Item.facts_hash) == facts_hash, col(Item.prompt_hash) == prompt_hash)
            .where(col(Item.model).in_(list(models)), col(Item.origin).in_(_BY_MODELS))
            .order_by(col(Item.version).desc())
        )
        with reading(self.engine) as session:
            item = session.exec(wanted).first()
            return None if item is None else draft_of(session, item)


def keep(work: Work, entry: Entry, *, revision: int | None = None, nonce: str | None = None) -> Draft:
    """Store a new version within a transaction. An accepted one supersedes what was on its way and what was rejected; a
    rejected one supersedes only what was rejected, so that nothing good gives way to it."""
    stored = encode(entry.result)
    result = decode(stored)
    pair = pairs.lock(work.session, result.a, result.b)
    if revision is not None and pair.revision != revision:
        raise Conflict(
            f"{result.a} and {result.b}: something was decided while this was being written: it came too late",
            {"revision": (str(revision), str(pair.revision))},
        )
    for old in items.replaceable(work.session, result.a, result.b):
        if result.accepted or Status(old.status) not in OPEN:
            work.move(old, Action.SUPERSEDE)
    item = _item(entry, result, pair, work.now)
    work.enter(item)
    work.session.add(built(Content, {"item": item.id, "result": stored}))
    copied(work.session, entry.standing.kept, item.id)
    pairs.advance(
        work.session, result.a, result.b, newest=item.version, generation=max(pair.generation, item.generation)
    )
    work.record(
        Event(
            entry.by,
            _ACTION[entry.origin],
            item,
            entry.note,
            nonce,
            detail={"parent": item.parent, "model": item.model, **entry.standing.detail},
        )
    )
    return assembled(item, result)


def _item(entry: Entry, result: Result, pair: pairs.Pair, now: datetime) -> Item:
    report = result.report
    version = pair.newest + 1
    values: dict[str, object] = {
        "id": item_id(result.a, result.b, version),
        "a": result.a,
        "b": result.b,
        "version": version,
        "generation": result.generation,
        "status": ENTRY[result.accepted].value,
        "origin": entry.origin.value,
        "parent": entry.parent or (item_id(result.a, result.b, pair.newest) if pair.newest else None),
        "by": entry.by,
        "note": entry.note,
        "last_editor": entry.last_editor,
        "model": result.model,
        "attempts": len(result.attempts),
        "cost_usd": result.usage.cost_usd,
        "quantities": report.quantities if report else 0,
        "strays": _strays(entry, report),
        "rules": as_json(sorted({violation.rule for violation in report.violations}) if report else []),
        "text_hash": text_hash(text_of(result)),
        "facts_hash": result.facts_hash,
        "prompt_hash": result.prompt_hash,
        "checker_version": report.checker_version if report else "",
        "page_version": entry.page_version,
        "due": due(now, entry.origin, len(result.attempts), entry.change),
        "wanted_by": entry.wanted_by,
        "created_at": now,
    }
    return built(Item, values)


def _strays(entry: Entry, report: Report | None) -> int:
    """How many findings nobody let pass."""
    if entry.standing.kept:
        return len(entry.standing.left)
    return len(report.violations) if report else 0


_ACTION = {
    Origin.DRAFTED: "draft",
    Origin.EDITED: "edit",
    Origin.REGENERATED: "regenerate",
    Origin.REFRESHED: "put_again",
}
_BY_MODELS = (Origin.DRAFTED.value, Origin.REGENERATED.value)
