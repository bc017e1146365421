"""One draft for a terminal, with everything a person needs to decide on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from writer.check.check import explain as read
from writer.cli.check_view import check_view
from writer.cli.printable import printable
from writer.cli.words import count, worded_by
from writer.drafting.progress import usd

if TYPE_CHECKING:
    from review_queue.looking import Look
    from writer.cli.wiring import Wiring


def draft_view(look: Look, wired: Wiring, *, explain: bool) -> Iterator[RenderableType]:
    """Heading, words with findings, lineage, opinions, history and the seal."""
    draft = look.draft
    yield Text(f"{draft.id}: {draft.status.value}{', stale' if draft.stale else ''}", style="bold")
    yield Text(printable(_origin(look)), style="dim")
    yield Text("")
    if draft.result.report is not None:
        sheet = wired.sheet(draft.result.a, draft.result.b)
        numbers = read(draft.text, sheet, wired.names) if explain else None
        yield from check_view(draft.text, draft.result.report, sheet, numbers)
    else:
        yield Text(printable(draft.result.reason) or "no answer could be read", style="red")
    yield Text("")
    for title, lines in (("opinions", _opinions(look)), ("history", _history(look)), ("cannot", _refusals(look))):
        if lines:
            yield Text(title, style="dim")
            yield from (Padding(Text(printable(line)), (0, 0, 0, 2), expand=False) for line in lines)
    yield Text(f"seal {look.seal.hash}", style="dim")
    if not look.refusals.get("approve"):
        approve = f"writer queue approve {draft.id} --expect {look.seal.hash[:12]}"
        yield Text(approve, style="dim", no_wrap=True, overflow="ignore")


def _origin(look: Look) -> str:
    draft, result = look.draft, look.draft.result
    paid = "cost unknown" if result.usage.cost_usd is None else usd(result.usage.cost_usd)
    parts = [
        f"{draft.origin.value} by {draft.by}",
        f"{draft.created_at:%Y-%m-%d %H:%M} UTC",
        worded_by(result.model, draft.edited_by),
        count(len(result.attempts), "attempt"),
        paid,
    ]
    if draft.parent:
        parts.append(f"after {draft.parent}")
    if draft.note:
        parts.append(f"note: {draft.note}")
    return ", ".join(parts)


def _opinions(look: Look) -> list[str]:
    return [
        f"{each.reviewer}: {each.verdict}{'' if each.stands else ' (of what it was before)'}{f': {each.reason}' if each.reason else ''}"
        for each in look.opinions
    ]


def _history(look: Look) -> list[str]:
    return [
        f"{event.at:%Y-%m-%d %H:%M} {event.by}: {event.action} {event.item}{f': {event.reason}' if event.reason else ''}"
        for event in look.history
    ]


def _refusals(look: Look) -> list[str]:
    return [f"{action.replace('_', ' ')}: {why}" for action, why in look.refusals.items() if why]
