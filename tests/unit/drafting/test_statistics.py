from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

from writer.check.report import Report, Violation
from writer.drafting.statistics import Line, statistics
from writer.drafts.draft import Attempt, Draft, Origin, Result, Status, Usage

NOW = datetime(2026, 7, 2, tzinfo=UTC)


def attempt(number: int, *rules: str, outcome: str = "accepted") -> Attempt:
    found = tuple(Violation(0, 1, "x", rule, "") for rule in rules)
    return Attempt(number, "m", "rejected" if rules else outcome, "", Report((), found, 1, "v"))


def draft(*attempts: Attempt, model: str = "m", cost: str | None = "1", origin: Origin = Origin.DRAFTED) -> Draft:
    accepted = attempts[-1].outcome == "accepted"
    usage = Usage(1, 1, None if cost is None else Decimal(cost))
    result = Result(
        "a",
        "b",
        accepted,
        "",
        None,
        attempts[-1].report,
        "f",
        "p",
        "1",
        model,
        attempts,
        usage,
        NOW,
    )
    return Draft("a-vs-b@1", 1, Status.IN_REVIEW, result, "", "", "", origin, None, "ann", "", NOW)


def test_first_tries_attempts_costs_and_rules_are_counted() -> None:
    first = draft(attempt(1))
    second = draft(attempt(1, "unclear", "derived"), attempt(2))
    third = draft(attempt(1, "derived"), attempt(2, outcome="thin"), cost=None)
    (line,) = statistics([first, second, third])
    assert line == Line("m", "1", 3, 1, 2, 5, Decimal(2), 1, (("derived", 2), ("thin", 1), ("unclear", 1)))
    assert (line.first_try, line.attempts_each) == (Fraction(1, 3), Fraction(5, 3))


def test_each_model_has_a_line_of_its_own_in_order() -> None:
    assert [line.model for line in statistics([draft(attempt(1), model=name) for name in ("z", "a", "z")])] == [
        "a",
        "z",
    ]


def test_what_a_person_edited_is_nobodys_score() -> None:
    assert statistics([draft(attempt(1), origin=Origin.EDITED)]) == ()
