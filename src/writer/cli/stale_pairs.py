"""`writer batch --stale`: the pairs whose newest draft is of facts that the catalog no longer gives."""

from __future__ import annotations

from writer.check.check import checker_version
from writer.cli.terminal import say
from writer.cli.wiring import Wiring
from writer.drafts.draft import Draft, Status
from writer.freshness.stale import Reason, stale_drafts
from writer.page.version import version

_OVER = frozenset({Status.DECLINED, Status.SUPERSEDED})


def stale_pairs(wired: Wiring) -> list[tuple[str, str]]:
    """In canonical order, by slug."""
    newest: dict[tuple[str, str], Draft] = {}
    for draft in wired.desk.drafts():
        pair = draft.result.a, draft.result.b
        if draft.status not in _OVER and (pair not in newest or draft.version > newest[pair].version):
            newest[pair] = draft
    found = stale_drafts(
        newest.values(),
        wired.facts,
        checker_version=checker_version(),
        page_version=version(),
    )
    for stale in found:
        if Reason.GONE in stale.reasons:
            say(f"{stale.draft.id}: passed over: {Reason.GONE.value}")
    return sorted((each.draft.result.a, each.draft.result.b) for each in found if Reason.FACTS in each.reasons)
