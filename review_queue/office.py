"""What every use case of the desk works with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Engine

from review_queue.approval import Seal
from review_queue.ports import Bench
from review_queue.settings import DeskSettings
from review_queue.store.leases import Term
from writer.check.report import Report
from writer.drafts.draft import Draft
from writer.errors import NotAllowed, UnknownModel


@dataclass(frozen=True, slots=True)
class Office:
    """The database, the other parts of the program and the owner's choices."""

    engine: Engine
    bench: Bench
    settings: DeskSettings

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return self.bench.clock.now()

    def term(self) -> Term:
        """A lease taken now."""
        now = self.now()
        return Term(now, now + self.settings.lease_length)


@dataclass(frozen=True, slots=True)
class Today:
    """What a stored text would be today: sealed with today's facts, checker and templates."""

    seal: Seal
    report: Report
    draft: Draft  # the stored one with today's facts and report


def seal_today(office: Office, draft: Draft) -> Seal:
    """The draft's text sealed with today's facts, checker and templates, without judging it: enough to tell whether
    anything has moved. NotAllowed where the catalog no longer holds its models."""
    with _of_the_catalog(draft):
        by = office.bench.checker.yardstick(draft.result.a, draft.result.b)
    return Seal(draft.text_hash, by.facts_hash, by.checker_version, office.bench.pages.version())


def today(office: Office, draft: Draft) -> Today:
    """Judge the draft's text again; NotAllowed where the catalog no longer holds its models."""
    result = draft.result
    with _of_the_catalog(draft):
        checked = office.bench.checker.check(result.a, result.b, draft.text)
    version = office.bench.pages.version()
    seal = Seal(draft.text_hash, checked.facts_hash, checked.report.checker_version, version)
    fresh = replace(result, report=checked.report, facts_hash=checked.facts_hash)
    return Today(seal, checked.report, replace(draft, result=fresh, page_version=version))


@contextmanager
def _of_the_catalog(draft: Draft) -> Iterator[None]:
    try:
        yield
    except UnknownModel as error:
        raise NotAllowed(f"{draft.id} is stale: {error}") from error
