"""Who may do what, to which version, when: ``check_can_x`` raises the reason, ``can_x`` answers yes or no.

Pages ask so that they can say why; the desk asks again inside the transaction, which is where it counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec

from review_queue.settings import DeskSettings
from review_queue.statuses import UNDOABLE, WORDS, Action, after
from writer.drafts.draft import Status
from writer.errors import NotAllowed

P = ParamSpec("P")
EDIT = "edit"
EDITABLE = (Status.REJECTED, Status.IN_REVIEW, Status.CHANGES_REQUESTED, Status.APPROVED, Status.PUBLISHED)
_INSTEAD = {
    Action.APPROVE: {
        Status.REJECTED: "edit it until the checker accepts it",
        Status.CHANGES_REQUESTED: "edit or regenerate it, or undo the request",
        Status.APPROVED: "it is approved already",
        Status.DECLINED: "undo that first",
    }
}


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at. ``approved_by`` are those whose approval stands; ``open_version`` is the pair's version on
    its way, where that is another one; ``strays`` counts findings that nobody waived."""

    item: str
    status: Status
    stale: bool = False
    strays: int = 0
    last_editor: str = ""
    approved_by: tuple[str, ...] = ()
    open_version: str | None = None
    job: str | None = None
    newest: str = ""


def check_can_approve(case: Case, by: str, settings: DeskSettings) -> None:
    """In review, fresh, nothing straying, not approved by the same person, and not by who wrote the words (but one)."""
    _check_edge(case, Action.APPROVE)
    if case.stale:
        raise NotAllowed(f"{case.item} is stale: the facts under it have moved: check it again first")
    if case.strays:
        raise NotAllowed(f"{case.item} has {case.strays} findings: edit the text until the checker accepts it")
    if by in case.approved_by:
        raise NotAllowed(f"{case.item}: you have approved it already: it needs {settings.approvals_needed} people")
    if by == case.last_editor and not settings.one_person:
        raise NotAllowed(f"{case.item}: its words are yours: somebody else has to approve them")


def check_can_request_changes(case: Case) -> None:
    """In review or approved."""
    _check_edge(case, Action.REQUEST_CHANGES)


def check_can_decline(case: Case) -> None:
    """Any version that is on its way, or was rejected."""
    _check_edge(case, Action.DECLINE)


def check_can_edit(case: Case) -> None:
    """The version on its way, a rejected one, or the published one while none is on its way."""
    if case.status not in EDITABLE:
        raise NotAllowed(f"{case.item} is {WORDS[case.status]}: edit the pair's newest version instead")
    if case.open_version is not None:
        raise NotAllowed(f"{case.item}: {case.open_version} is on its way already: edit that one")


def check_can_regenerate(case: Case) -> None:
    """Whatever is stored, as long as the pair is not being written anew already."""
    if case.job is not None:
        raise NotAllowed(f"{case.item}: the pair is being written anew already: wait for that to end")


def check_can_publish(case: Case, settings: DeskSettings) -> None:
    """Approved by enough people, and still what they approved."""
    _check_edge(case, Action.PUBLISH)
    if case.stale:
        raise NotAllowed(f"{case.item} is stale: the facts under it have moved: it cannot be published")
    if len(case.approved_by) < settings.approvals_needed:
        raise NotAllowed(f"{case.item}: {len(case.approved_by)} of {settings.approvals_needed} approvals stand")


def check_can_waive(case: Case, by: str, settings: DeskSettings, *, rule: str, waivable: bool) -> None:
    """A rejected version, a rule without numbers, and a person who may and did not write the words (but one)."""
    _check_edge(case, Action.WAIVE)
    if case.open_version is not None:
        raise NotAllowed(f"{case.item}: {case.open_version} is on its way already: decide on that one")
    if not waivable:
        raise NotAllowed(f"{rule}: this finding cannot be waived: mend the text or the catalog")
    if settings.one_person:
        return
    if by not in settings.waivers_by:
        raise NotAllowed(
            f"{by} may not waive findings: ask one of {', '.join(settings.waivers_by) or 'nobody: none is named'}"
        )
    if by == case.last_editor:
        raise NotAllowed(f"{case.item}: its words are yours: somebody else has to waive the finding")


def check_can_undo(case: Case, action: str) -> None:
    """The pair's last decision, until it is published."""
    if case.status is Status.PUBLISHED:
        raise NotAllowed(f"{case.item} is published: it cannot be taken back: edit it, and publish what is better")
    if action not in {EDIT, *(undoable.value for undoable in UNDOABLE)}:
        raise NotAllowed(
            f"{case.item}: the last thing that happened is {action.replace('_', ' ')}, which cannot be undone"
        )


def can_approve(case: Case, by: str, settings: DeskSettings) -> bool:
    """Whether ``check_can_approve`` lets it pass."""
    return _holds(check_can_approve, case, by, settings)


def can_request_changes(case: Case) -> bool:
    """Whether ``check_can_request_changes`` lets it pass."""
    return _holds(check_can_request_changes, case)


def can_decline(case: Case) -> bool:
    """Whether ``check_can_decline`` lets it pass."""
    return _holds(check_can_decline, case)


def can_edit(case: Case) -> bool:
    """Whether ``check_can_edit`` lets it pass."""
    return _holds(check_can_edit, case)


def can_regenerate(case: Case) -> bool:
    """Whether ``check_can_regenerate`` lets it pass."""
    return _holds(check_can_regenerate, case)


def can_publish(case: Case, settings: DeskSettings) -> bool:
    """Whether ``check_can_publish`` lets it pass."""
    return _holds(check_can_publish, case, settings)


def can_waive(case: Case, by: str, settings: DeskSettings, *, rule: str, waivable: bool) -> bool:
    """Whether ``check_can_waive`` lets it pass."""
    return _holds(check_can_waive, case, by, settings, rule=rule, waivable=waivable)


def can_undo(case: Case, action: str) -> bool:
    """Whether ``check_can_undo`` lets it pass."""
    return _holds(check_can_undo, case, action)


def reason(check: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> str:
    """Why a check says no, in words; "" where it lets it pass."""
    try:
        check(*args, **kwargs)
    except NotAllowed as refusal:
        return str(refusal)
    return ""


def _holds(check: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> bool:
    return not reason(check, *args, **kwargs)


def _check_edge(case: Case, action: Action) -> None:
    if after(case.status, action) is None:
        mend = _INSTEAD.get(action, {}).get(case.status, "look for the pair's newest version")
        raise NotAllowed(f"{case.item} is {WORDS[case.status]}: it cannot be {_DONE[action]}: {mend}")


_DONE = {
    Action.APPROVE: "approved",
    Action.REQUEST_CHANGES: "sent back",
    Action.DECLINE: "declined",
    Action.PUBLISH: "published",
    Action.WAIVE: "waived",
}
