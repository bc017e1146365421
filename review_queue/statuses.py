"""Where a draft can stand and what moves it: one table, from which the desk, the pages and the diagram in docs/ are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from writer.drafts.draft import Status


class Action(StrEnum):
    """What can happen to a stored draft. The first six are people's; the rest follows from something else."""

    APPROVE = "approve"
    REQUEST_CHANGES = "request_changes"
    DECLINE = "decline"
    WAIVE = "waive"
    PUBLISH = "publish"
    UNDO = "undo"
    SUPERSEDE = "supersede"  # a newer version of the pair took its place
    LAPSE = "lapse"  # what was approved is no longer what would be published
    CLEAR = "clear"  # checked again, and nothing strays any more
    FAIL = "fail"  # checked again, and something strays now


ENTRY: Mapping[bool, Status] = MappingProxyType({True: Status.IN_REVIEW, False: Status.REJECTED})
"""Where a new version begins, by whether the checker accepted it."""

OPEN = (Status.IN_REVIEW, Status.CHANGES_REQUESTED, Status.APPROVED)
"""A pair has at most one version in these together: the one that is on its way."""

REPLACEABLE = (Status.REJECTED, *OPEN)
"""What a newer version of the pair supersedes."""

TRANSITIONS: Mapping[tuple[Status, Action], Status] = MappingProxyType(
    {
        (Status.REJECTED, Action.DECLINE): Status.DECLINED,
        (Status.REJECTED, Action.WAIVE): Status.IN_REVIEW,
        (Status.REJECTED, Action.CLEAR): Status.IN_REVIEW,
        (Status.REJECTED, Action.SUPERSEDE): Status.SUPERSEDED,
        (Status.IN_REVIEW, Action.APPROVE): Status.APPROVED,
        (Status.IN_REVIEW, Action.REQUEST_CHANGES): Status.CHANGES_REQUESTED,
        (Status.IN_REVIEW, Action.DECLINE): Status.DECLINED,
        (Status.IN_REVIEW, Action.FAIL): Status.REJECTED,
        (Status.IN_REVIEW, Action.SUPERSEDE): Status.SUPERSEDED,
        (Status.CHANGES_REQUESTED, Action.DECLINE): Status.DECLINED,
        (Status.CHANGES_REQUESTED, Action.FAIL): Status.REJECTED,
        (Status.CHANGES_REQUESTED, Action.SUPERSEDE): Status.SUPERSEDED,
        (Status.APPROVED, Action.REQUEST_CHANGES): Status.CHANGES_REQUESTED,
        (Status.APPROVED, Action.DECLINE): Status.DECLINED,
        (Status.APPROVED, Action.LAPSE): Status.IN_REVIEW,
        (Status.APPROVED, Action.FAIL): Status.REJECTED,
        (Status.APPROVED, Action.SUPERSEDE): Status.SUPERSEDED,
        (Status.APPROVED, Action.PUBLISH): Status.PUBLISHED,
        (Status.PUBLISHED, Action.SUPERSEDE): Status.SUPERSEDED,
    }
)
"""(where it stands, what happens) -> where it stands then. What is not here cannot happen; UNDO goes back along an edge."""

UNDOABLE = (Action.APPROVE, Action.REQUEST_CHANGES, Action.DECLINE, Action.WAIVE)
"""The decisions that UNDO takes back, besides an edit; publishing is not among them."""

WORDS: Mapping[Status, str] = MappingProxyType(
    {
        Status.REJECTED: "rejected by the checker",
        Status.IN_REVIEW: "in review",
        Status.CHANGES_REQUESTED: "changes requested",
        Status.APPROVED: "approved",
        Status.DECLINED: "declined",
        Status.SUPERSEDED: "superseded",
        Status.PUBLISHED: "published",
    }
)
"""How a person reads each status."""


@dataclass(frozen=True, slots=True)
class Move:
    """One version going from one status to another; equal ones where only something else about it changed."""

    item: str
    before: Status | None  # None: it did not exist
    after: Status


def after(status: Status, action: Action) -> Status | None:
    """Where ``action`` leads from ``status``; None where it cannot happen."""
    return TRANSITIONS.get((status, action))


def diagram() -> str:
    """The state diagram as a Mermaid document: the same bytes for the same table."""
    lines = [
        "stateDiagram-v2",
        f"    [*] --> {ENTRY[True]}: accepted by the checker",
        f"    [*] --> {ENTRY[False]}: strays",
    ]
    for (source, action), target in TRANSITIONS.items():
        undo = " (undo goes back)" if action in UNDOABLE else ""
        lines.append(f"    {source} --> {target}: {action.value.replace('_', ' ')}{undo}")
    return "\n".join(lines) + "\n"
