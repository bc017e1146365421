"""Which waivers still stand when the facts, the rules or the checker's words have moved.

A waiver lets one finding pass: what the checker said of these words, and of these facts. Where it says the same of the same
words today, nothing new is asked of anybody; where it says anything else, the finding is another and has to be asked again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from review_queue.store import waivers
from review_queue.store.items import Item
from review_queue.store.waivers import Waiver
from writer.check.report import Report, Violation

RULE = "the checker finds the same in the same words: the same rule and place, and what it says of the facts"
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """A version's waivers beside a report of today: those that stand, those that fell, and what nobody let pass."""

    kept: tuple[Waiver, ...] = ()
    fallen: tuple[Waiver, ...] = ()
    left: tuple[Violation, ...] = ()

    @property
    def detail(self) -> Mapping[str, object]:
        """What the audit row tells of it; nothing where nothing had been waived."""
        if not self.kept and not self.fallen:
            return {}
        carried, again = ([f"{one.rule}: {one.quote}" for one in some] for some in (self.kept, self.fallen))
        return {"waivers": {"rule": RULE, "carried": carried, "asked_again": again}}


def standing(session: Session, item: Item, before: Report | None, now: Report) -> Standing:
    """What became of the version's waivers, which were given on the report ``before``; its text is the same."""
    was, today = _told(before), _told(now)
    given = tuple(one for one in waivers.of(session, item.id) if one.text_hash == item.text_hash)
    kept = tuple(one for one in given if today.get(_place(one)) == was.get(_place(one)))
    passed = {_place(one) for one in kept}
    left = tuple(each for each in now.violations if (each.rule, each.start, each.end) not in passed)
    return Standing(kept, tuple(one for one in given if _place(one) not in passed), left)


def copied(session: Session, kept: tuple[Waiver, ...], item: str) -> None:
    """Let the same findings pass in another version of the same words."""
    session.add_all(Waiver(**{**one.model_dump(), "item": item}) for one in kept)
    session.flush()


def _told(report: Report | None) -> dict[Place, set[tuple[str, str | None]]]:
    """Where a rule is broken -> everything that is said of it there; phrasings that are offered instead are beside it."""
    told: dict[Place, set[tuple[str, str | None]]] = {}
    for each in report.violations if report else ():
        told.setdefault((each.rule, each.start, each.end), set()).add((each.message, each.expected))
    return told


def _place(waiver: Waiver) -> Place:
    return waiver.rule, waiver.start, waiver.end
