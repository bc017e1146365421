"""A strong model's own words for our prompts, recorded: true ones pass, wrong ones do not."""

from __future__ import annotations

import pytest

from tests.recorded.answers import Judged, judged


@pytest.fixture(scope="module")
def answers() -> list[Judged]:
    found = list(judged())
    assert len(found) >= 32, "the catalog has moved under most recorded answers: record them anew"
    return found


def test_nearly_every_faithful_answer_is_accepted_at_the_first_try(answers: list[Judged]) -> None:
    faithful = [each for each in answers if each.faithful]
    rejected = [(each.id, [v.message for v in each.report.violations]) for each in faithful if not each.report.accepted]
    assert len(rejected) <= 0.1 * len(faithful), rejected


def test_no_answer_with_a_wrong_number_is_accepted(answers: list[Judged]) -> None:
    assert [each.id for each in answers if each.wrong == "number" and each.report.accepted] == []


def test_what_the_second_reader_found_is_labelled_by_its_kind(answers: list[Judged]) -> None:
    assert {each.wrong for each in answers if each.faithful is False} <= {"number", "words"}
    assert {each.wrong for each in answers if each.faithful is not False} == {""}
