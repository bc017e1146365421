"""Marked texts are counted as a reader would count them."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.report import Violation
from writer.evaluation.marked import Mark, Marked, clause, lines, measure, plain

TEXT = "Alpha costs $5. Beta costs $7; its window holds 128K tokens."


def violation(start: int, end: int) -> Violation:
    return Violation(start, end, TEXT[start:end], "wrong-number", "is wrong")


def marked(*marks: tuple[int, int]) -> Marked:
    return Marked("t", "alpha", "beta", TEXT, tuple(Mark(start, end, TEXT[start:end], "value") for start, end in marks))


def found_by(*violations: Violation, marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    tally = measure([marked(*marks)], lambda *_: violations)
    return tally.found, tally.strays


def test_an_error_is_found_by_a_violation_on_it() -> None:
    assert found_by(violation(12, 14), marks=[(12, 14)]) == (1, 0)


def test_an_error_is_found_by_a_violation_in_its_clause() -> None:
    assert found_by(violation(16, 20), marks=[(27, 29)]) == (1, 0)


def test_an_error_is_missed_by_a_violation_in_another_clause_which_is_a_stray_one() -> None:
    assert found_by(violation(0, 5), marks=[(27, 29)]) == (0, 1)


def test_a_clause_ends_at_a_semicolon_but_not_within_a_price() -> None:
    assert TEXT[slice(*clause(TEXT, 27, 29))] == "Beta costs $7"


def test_a_faithful_text_is_accepted_only_without_a_violation() -> None:
    tally = measure([marked(), marked()], lambda *_: ())
    assert (tally.faithful, tally.accepted) == (2, 2)
    tally = measure([marked()], lambda *_: (violation(0, 5),))
    assert (tally.faithful, tally.accepted, len(tally.wrongly)) == (1, 0, 1)


def test_details_name_what_was_missed_and_what_was_wrongly_rejected() -> None:
    tally = measure([marked((27, 29))], lambda *_: ())
    assert any(line.startswith("missed   t: value: '$7'") for line in lines(tally, details=True))
    assert plain(tally)["by_type"] == {"value": {"errors": 1, "found": 0}}
