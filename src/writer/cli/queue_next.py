"""`writer queue next`."""

from __future__ import annotations

import click

from writer.cli.faults import DONE, FINDINGS
from writer.cli.lazy import command
from writer.cli.terminal import say
from writer.cli.wiring import wiring


@command("next")
def take_next() -> int:
    """Take the most urgent draft that nobody has open, for ten minutes, and print its id.

    Exit status: 0 there is one, 1 nothing is left.
    """
    wired = wiring()
    lease = wired.desk.open_next(by=wired.settings.user)
    if lease is None:
        say("nothing is left to review")
        return FINDINGS
    click.echo(lease.item)
    say(f"{lease.item}: yours until {lease.until:%H:%M} UTC")
    return DONE
