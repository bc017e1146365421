"""`writer queue approve`, `request-changes` and `decline`: each draft is a decision of its own, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from writer.cli.faults import CANNOT, DONE
from writer.cli.lazy import command
from writer.cli.terminal import say
from writer.cli.wiring import wiring
from writer.errors import BadSetting, UserError

if TYPE_CHECKING:
    from writer.drafts.draft import Draft

_IDS = click.argument("draft_ids", metavar="ID...", nargs=-1, required=True)
_EXPECT = click.option(
    "--expect", metavar="HASH", help="The seal that you saw (`queue show`); refused where it has moved."
)


@command("approve")
@_IDS
@_EXPECT
@click.option("--reason", default="", metavar="TEXT", help="A word on why; kept with the decision.")
def approve(draft_ids: tuple[str, ...], expect: str | None, reason: str) -> int:
    """Approve each draft ID: this text, these facts, this checker and this page, and nothing else."""
    wired = wiring()
    by, desk = wired.settings.user, wired.desk
    return _each(draft_ids, expect, lambda draft_id: desk.approve(draft_id, by=by, expect=expect, reason=reason))


@command("request-changes")
@_IDS
@_EXPECT
@click.option("--reason", required=True, metavar="TEXT", help="What has to change; the writer reads it.")
def request_changes(draft_ids: tuple[str, ...], expect: str | None, reason: str) -> int:
    """Send each draft ID back with what has to change."""
    wired = wiring()
    by, desk = wired.settings.user, wired.desk
    return _each(
        draft_ids, expect, lambda draft_id: desk.request_changes(draft_id, by=by, expect=expect, reason=reason)
    )


@command("decline")
@_IDS
@_EXPECT
@click.option("--reason", required=True, metavar="TEXT", help="Why it is not wanted.")
def decline(draft_ids: tuple[str, ...], expect: str | None, reason: str) -> int:
    """Decide that each draft ID is not wanted."""
    wired = wiring()
    by, desk = wired.settings.user, wired.desk
    return _each(draft_ids, expect, lambda draft_id: desk.decline(draft_id, by=by, expect=expect, reason=reason))


def _each(draft_ids: tuple[str, ...], expect: str | None, decide: Callable[[str], Draft]) -> int:
    """Decide each; one that cannot be decided stops none of the others."""
    if expect is not None and len(draft_ids) > 1:
        raise BadSetting("--expect: is the seal of one draft: name one ID")
    status = DONE
    for draft_id in draft_ids:
        try:
            draft = decide(draft_id)
        except UserError as error:
            say(f"writer: {error}")
            status = CANNOT
        else:
            say(f"{draft.id}: {draft.status.value}")
    return status
