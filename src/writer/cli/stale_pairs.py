"""`writer batch --stale`: the pairs whose newest draft is of facts that the catalog no longer gives."""

from __future__ import annotations

from writer.cli.terminal import say
from writer.cli.wiring import Wiring
from writer.drafts.draft import Draft, Status
from writer.errors import UnknownModel

_OVER = frozenset({Status.DECLINED, Status.SUPERSEDED})


def stale_pairs(wired: Wiring) -> list[tuple[str, str]]:
    """In canonical order, by slug."""
    newest: dict[tuple[str, str], Draft] = {}
    for draft in wired.desk.drafts():
        pair = draft.result.a, draft.result.b
        if draft.status not in _OVER and (pair not in newest or draft.version > newest[pair].version):
            newest[pair] = draft
    return sorted(pair for pair, draft in newest.items() if _is_stale(wired, draft))


def _is_stale(wired: Wiring, draft: Draft) -> bool:
    try:
        return draft.stale or wired.sheet(draft.result.a, draft.result.b).hash != draft.result.facts_hash
    except UnknownModel as error:
        say(f"{draft.id}: passed over: {error}")
        return False
