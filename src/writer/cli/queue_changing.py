"""`writer queue edit`, `waive`, `undo` and `refresh`."""

from __future__ import annotations

from pathlib import Path

import click

from writer.cli.faults import DONE, FINDINGS
from writer.cli.lazy import command
from writer.cli.reading import read_text
from writer.cli.terminal import console, say
from writer.cli.wiring import wiring


@command("edit")
@click.argument("draft_id", metavar="ID")
@click.argument("file", default="-", type=click.Path(path_type=Path))
@click.option("--expect", metavar="HASH", help="The seal that you saw; refused where it has moved.")
@click.option("--reason", default="", metavar="TEXT", help="Why; kept with the new version.")
def edit(draft_id: str, file: Path, expect: str | None, reason: str) -> int:
    """Put the text of FILE (or standard input) in the place of draft ID's, as a new version.

    It is checked first: where something strays, the findings are printed and nothing is stored (exit status 1).
    """
    wired = wiring()
    text = read_text(file)
    edited = wired.desk.edit(draft_id, text, by=wired.settings.user, expect=expect, reason=reason)
    if edited.stored is not None:
        say(f"{edited.stored.id}: {edited.stored.status.value}")
        return DONE
    from writer.cli.check_view import check_view

    before = wired.desk.draft(draft_id).result
    paper = console()
    for part in check_view(edited.text, edited.report, wired.sheet(before.a, before.b)):
        paper.print(part)
    return FINDINGS


@command("waive")
@click.argument("draft_id", metavar="ID")
@click.argument("rule")
@click.option(
    "--at",
    type=click.IntRange(min=0),
    help="Where the finding starts, in characters from 0; all of the rule where left out.",
)
@click.option("--reason", required=True, metavar="TEXT", help="Why it may pass; kept with the draft.")
def waive(draft_id: str, rule: str, at: int | None, reason: str) -> None:
    """Let a finding of draft ID under RULE pass. A number that strays never passes: mend the text or the catalog."""
    from review_queue.waiving import Finding

    wired = wiring()
    draft = wired.desk.waive(draft_id, Finding(rule, at), by=wired.settings.user, reason=reason)
    say(f"{draft.id}: {rule} may pass")


@command("undo")
@click.argument("draft_id", metavar="ID")
@click.option("--reason", default="", metavar="TEXT", help="Why; kept in the trail.")
def undo(draft_id: str, reason: str) -> None:
    """Take back the last decision on the pair of draft ID, while it is not published."""
    wired = wiring()
    draft = wired.desk.undo(draft_id, by=wired.settings.user, reason=reason)
    told = wired.desk.audit(draft.result.a, draft.result.b)[0].reason
    say(f"{draft.id}: {draft.status.value}{f' ({told})' if told else ''}")


@command("refresh")
@click.argument("draft_ids", metavar="[ID]...", nargs=-1)
def refresh(draft_ids: tuple[str, ...]) -> None:
    """Look again at each draft ID, or at every one, with today's catalog, checker and page.

    An approval is carried forward where the reader sees the same; else it falls and the draft comes back with what changed.
    """
    wired = wiring()
    by, desk = wired.settings.user, wired.desk
    found = (desk.refresh(draft_id, by=by) for draft_id in draft_ids) if draft_ids else desk.refresh_all(by=by)
    for each in found:
        click.echo(f"{each.item}: {each.outcome.value.replace('_', ' ')}")
