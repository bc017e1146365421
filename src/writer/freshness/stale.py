"""Which drafts a change of the catalog touches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from writer.drafts.draft import Draft
from writer.errors import UnknownModel
from writer.facts.compute import Facts, canonical


class Reason(StrEnum):
    """Why a draft is stale."""

    FACTS = "the facts have changed"
    CHECKER = "the checker has changed"
    PAGE = "the page has changed"
    GONE = "a model is no longer in the catalog"


@dataclass(frozen=True, slots=True)
class Stale:
    """A draft that no longer stands on what it was made from."""

    draft: Draft
    reasons: tuple[Reason, ...]


def stale_drafts(
    drafts: Iterable[Draft], facts: Facts, *, checker_version: str, page_version: str
) -> tuple[Stale, ...]:
    """The stale ones, in the order given: the facts hash, the checker's or the page's version differs from its own."""
    found = ((draft, _reasons(draft, facts, checker_version, page_version)) for draft in drafts)
    return tuple(Stale(draft, reasons) for draft, reasons in found if reasons)


def _reasons(draft: Draft, facts: Facts, checker_version: str, page_version: str) -> tuple[Reason, ...]:
    result = draft.result
    try:
        current = facts.sheet(*canonical(result.a, result.b)).hash
    except UnknownModel:
        return (Reason.GONE,)
    report = result.report
    moved = {
        Reason.FACTS: current != result.facts_hash,
        Reason.CHECKER: report is not None and report.checker_version != checker_version,
        Reason.PAGE: draft.page_version != page_version,
    }
    return tuple(reason for reason, has_moved in moved.items() if has_moved)
