"""`writer queue`: all of the review desk from the command line."""

from __future__ import annotations

import click

from writer.cli.lazy import Entry, LazyGroup

ENTRIES = {
    "list": Entry("writer.cli.queue_looking:list_drafts", "Print the queue."),
    "show": Entry("writer.cli.queue_looking:show", "Print one draft with its findings and its history."),
    "approve": Entry("writer.cli.queue_deciding:approve", "Approve drafts as they are."),
    "request-changes": Entry("writer.cli.queue_deciding:request_changes", "Send drafts back with what has to change."),
    "decline": Entry("writer.cli.queue_deciding:decline", "Decide that drafts are not wanted."),
    "next": Entry("writer.cli.queue_next:take_next", "Take the most urgent draft that nobody has open."),
    "edit": Entry("writer.cli.queue_changing:edit", "Put other words in a draft's place; they are checked first."),
    "waive": Entry("writer.cli.queue_changing:waive", "Let a finding without a number pass, with a reason."),
    "undo": Entry("writer.cli.queue_changing:undo", "Take back the last decision on a pair."),
    "refresh": Entry(
        "writer.cli.queue_changing:refresh", "Look at drafts again with today's catalog, checker and page."
    ),
    "agreement": Entry("writer.cli.queue_agreement:agreement", "Print how often two reviewers were of one mind."),
    "audit": Entry("writer.cli.queue_audit:audit", "Print what has happened, or prove that nobody wrote beside it."),
}


@click.group("queue", cls=LazyGroup, entries=ENTRIES)
def queue() -> None:
    """Review drafts: list, show, approve, request changes, decline and the rest of the desk."""
