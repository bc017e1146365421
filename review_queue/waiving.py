"""Letting a finding pass: only of rules without numbers, with a reason, by who may."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from review_queue import policies
from review_queue.asking import Ask, Desktop, asked
from review_queue.office import Office, Today
from review_queue.people import checked_reason
from review_queue.standing import standing
from review_queue.statuses import Action
from review_queue.store import waivers
from review_queue.store.items import Item
from review_queue.store.leases import RELEASED
from review_queue.store.values import built
from review_queue.store.waivers import Waiver
from review_queue.store.work import Event
from writer.check.report import Report, Violation
from writer.drafts.draft import Draft
from writer.errors import Conflict, NotAllowed


@dataclass(frozen=True, slots=True)
class Finding:
    """Which finding is meant: a rule, and where it begins in the text (every one of that rule where None)."""

    rule: str
    start: int | None = None

    def names(self, violation: Violation) -> bool:
        """Whether this is it."""
        return violation.rule == self.rule and self.start in {None, violation.start}


def waive(office: Office, ask: Ask, finding: Finding) -> Draft:
    """Let a finding of a rejected version pass; with none left the version goes to review."""
    with asked(office, ask, Action.WAIVE) as desk:
        if desk.done is None:
            policies.check_can_waive(
                desk.case,
                desk.ask.by,
                office.settings,
                rule=finding.rule,
                waivable=office.bench.checker.waivable(finding.rule),
            )
            _waive(desk, finding)
        return desk.draft


def _waive(desk: Desktop, finding: Finding) -> None:
    reason = checked_reason(desk.ask.reason, "waive")
    report = desk.draft.result.report
    left = unwaived(desk.work.session, desk.item, report)
    meant = [violation for violation in left if finding.names(violation)]
    if not meant:
        raise NotAllowed(f"{desk.item.id} has no open finding of {finding.rule} there: look at it again")
    one_person = desk.ask.by == desk.item.last_editor
    desk.work.session.add_all(_waiver(desk, violation, reason, one_person=one_person) for violation in meant)
    desk.work.session.flush()
    strays = len(left) - len(meant)
    if strays:
        desk.work.change(desk.item, strays=strays)
    else:
        desk.work.move(desk.item, Action.WAIVE, strays=0, **RELEASED)
    detail = {"rule": finding.rule, "quotes": [violation.quote for violation in meant], "one_person": one_person}
    desk.work.record(Event(desk.ask.by, Action.WAIVE, desk.item, reason, desk.ask.nonce, detail=detail))


def _waiver(desk: Desktop, violation: Violation, reason: str, *, one_person: bool) -> Waiver:
    values = {
        "item": desk.item.id,
        "rule": violation.rule,
        "start": violation.start,
        "end": violation.end,
        "text_hash": desk.item.text_hash,
        "quote": violation.quote,
        "reason": reason,
        "by": desk.ask.by,
        "one_person": one_person,
        "at": desk.work.now,
    }
    return built(Waiver, values)


def unwaived(session: Session, item: Item, report: Report | None) -> tuple[Violation, ...]:
    """The findings of a report that nobody let pass for this very text."""
    if report is None or report.accepted:
        return ()
    passed = {
        (waiver.rule, waiver.start, waiver.end)
        for waiver in waivers.of(session, item.id)
        if waiver.text_hash == item.text_hash
    }
    return tuple(
        violation for violation in report.violations if (violation.rule, violation.start, violation.end) not in passed
    )


def check_strays(desk: Desktop, fresh: Today) -> None:
    """Conflict where today's checker finds what nobody waived, or says something else of what was."""
    left = standing(desk.work.session, desk.item, desk.draft.result.report, fresh.report).left
    if left:
        raise Conflict(f"{desk.item.id}: the checker finds {left[0].message!r} today: check it again first")
