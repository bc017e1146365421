"""`writer queue audit`."""

from __future__ import annotations

import click

from writer.cli.faults import DONE, FINDINGS
from writer.cli.lazy import command
from writer.cli.terminal import say
from writer.cli.wiring import wiring


@command("audit")
@click.argument("a", required=False)
@click.argument("b", required=False)
@click.option("--verify", is_flag=True, help="Prove that no row was tampered with, taken out or slipped in.")
@click.option(
    "--head", metavar="ROWS:HASH", help="With --verify: a head that was printed before; the trail must still hold it."
)
def audit(a: str | None, b: str | None, verify: bool, head: str | None) -> int:
    """Print what has happened to the pair A and B, newest first; or verify the whole trail.

    Exit status: 0 done, 1 the trail does not hold.
    """
    wired = wiring()
    desk = wired.desk
    if verify:
        from review_queue.auditing import Head

        found = desk.verify(Head.read(head) if head else None)
        for fault in found.faults:
            click.echo(fault)
        say(f"head {found.head}: {'the trail does not hold' if found.faults else 'the trail holds'}")
        return FINDINGS if found.faults else DONE
    if a is None or b is None:
        raise click.UsageError("expected two models, or --verify")
    for event in desk.audit(a, b, by=wired.settings.user):
        moves = "; ".join(f"{item}: {before or 'new'} -> {after}" for item, before, after in event.moves)
        click.echo(
            f"{event.at:%Y-%m-%d %H:%M:%S} {event.by} {event.action} {event.item}{f' ({moves})' if moves else ''}"
            f"{f': {event.reason}' if event.reason else ''}"
        )
    return DONE
