"""`writer batches`: what was ordered, how it stands, and a hand on it while it runs."""

from __future__ import annotations

import click

from writer.cli.lazy import Entry, LazyGroup

ENTRIES = {
    "list": Entry("writer.cli.batches_looking:list_batches", "Print the latest batches."),
    "show": Entry("writer.cli.batches_looking:show", "Print how one batch stands."),
    "resume": Entry("writer.cli.batches_steering:resume", "Go on with a batch."),
    "pause": Entry("writer.cli.batches_steering:pause", "Let nothing more be sent; resume goes on."),
    "cancel": Entry("writer.cli.batches_steering:cancel", "End a batch for good; what is drafted stays."),
    "set": Entry("writer.cli.batches_steering:change", "Change concurrency or budget, also while it runs."),
}


@click.group("batches", cls=LazyGroup, entries=ENTRIES)
def batches() -> None:
    """Look at batches, and steer them."""
