from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.check.pair import checker, names, sheet
from writer.check.check import check, check_prose
from writer.check.form import flaws, hidden
from writer.check.report import Report
from writer.prose import Paragraph, Prose, Sentence

INPUT = Sentence("Zephyr 4.1 charges $0.10 per 1M input tokens.", ("a.price.input",))
WINDOW = Sentence("Its context window holds 131,072 tokens.", ("a.context_window",))
plain = st.sampled_from([INPUT, WINDOW, Sentence("Quartz 9 mini is the newer model.", ("pair.released.newer",))])
proses = st.lists(st.lists(plain, max_size=4).map(lambda each: Paragraph(tuple(each))), max_size=4).map(
    lambda each: Prose(tuple(each))
)


def answer(*sentences: Sentence) -> Report:
    return check_prose(Prose((Paragraph(sentences),)), sheet(), names())


def test_markup_is_a_violation_of_an_answer_and_none_of_text_from_outside() -> None:
    bold = "**Zephyr 4.1** charges `$0.10` per 1M input tokens."

    assert check(bold, sheet(), names()).accepted
    assert [each.quote for each in answer(Sentence(bold)).violations if each.rule == "markup"] == ["**", "**", "`", "`"]


def test_text_from_outside_may_bear_headings_bullets_and_questions() -> None:
    text = "# Pricing\n\n- **Zephyr 4.1** charges $0.10 per 1M input tokens.\n\nWhich one is newer?\n\nQuartz 9 mini.\n"

    assert check(text, sheet(), names()).violations == ()


def test_an_unknown_key_is_a_violation_of_its_sentence() -> None:
    report = answer(INPUT, Sentence(WINDOW.text, ("a.context_window", "a.window")))
    (violation,) = report.violations

    assert violation.rule == "unknown-citation"
    assert violation.quote == WINDOW.text
    assert "a.window" in violation.message


def test_a_cited_key_that_is_not_stated_is_a_note() -> None:
    report = answer(Sentence(INPUT.text, ("a.price.input", "a.price.output")))

    assert report.accepted
    assert [note.facts for note in report.notes] == [("a.price.output",)]


def test_a_key_cited_by_another_sentence_than_the_one_that_states_it_is_a_note() -> None:
    report = answer(Sentence(INPUT.text, ("a.context_window",)), Sentence(WINDOW.text, ("a.price.input",)))

    assert report.accepted
    assert [note.facts for note in report.notes] == [("a.context_window",), ("a.price.input",)]


@pytest.mark.parametrize("facts", [(), ("b.price.input",), ("a.price.input",)])
def test_a_citation_never_rescues_a_claim_that_its_words_get_wrong(facts: tuple[str, ...]) -> None:
    wrong = answer(Sentence("Zephyr 4.1 charges $2 per 1M input tokens.", facts))

    assert [each.rule for each in wrong.violations] == ["wrong-subject"]


@pytest.mark.parametrize("metric", ["context_window", "max_output"])
def test_citations_choose_among_readings_that_all_hold(metric: str) -> None:
    open_claim = "The reach of both limits falls short of the rival's: 8,192 and 131,072."
    report = answer(Sentence(open_claim, (f"a.{metric}",)))

    assert any(f"a.{metric}" in statement.facts for statement in report.statements)


@given(proses, st.lists(st.sampled_from(["a.price.input", "b.max_output", "pair.released.newer"]), max_size=3))
def test_no_citation_changes_whether_an_answer_is_accepted(prose: Prose, keys: list[str]) -> None:
    cited = Prose(
        tuple(
            Paragraph(tuple(Sentence(each.text, tuple(keys)) for each in paragraph.sentences))
            for paragraph in prose.paragraphs
        )
    )

    assert checker().check_prose(cited).violations == checker().check(prose.text).violations


@given(proses)
def test_the_findings_of_a_sentence_stand_where_it_stands(prose: Prose) -> None:
    marked = Prose(
        tuple(
            Paragraph(tuple(Sentence(f"`{each.text}", ("no.such",)) for each in paragraph.sentences))
            for paragraph in prose.paragraphs
        )
    )
    report = checker().check_prose(marked)
    wanted = [each.text for paragraph in marked.paragraphs for each in paragraph.sentences]

    assert [each.quote for each in report.violations if each.rule == "unknown-citation"] == wanted
    assert [each.quote for each in report.violations if each.rule == "markup"] == ["`"] * len(wanted)


@given(st.text())
def test_every_flaw_lies_within_its_text(text: str) -> None:
    for flaw in flaws(text):
        assert 0 <= flaw.start < flaw.end <= len(text)
        assert flaw.rule in ("markup", "hidden-character")


@pytest.mark.parametrize(
    "code",
    [0x00, 0x09, 0x0A, 0x7F, 0xAD, 0x200B, 0x200D, 0x2028, 0x202E, 0x2066, 0xFEFF, 0xFE0F, 0x3164, 0xE0041, 0xD800],
)
def test_what_cannot_be_seen_is_told(code: int) -> None:
    assert hidden(chr(code))


@pytest.mark.parametrize("char", list("aZ9 $%×–—“”’…é≈½\u00a0\u202f"))
def test_what_can_be_seen_may_stand(char: str) -> None:
    assert not hidden(char)


@pytest.mark.parametrize(
    "text", ["R&D; AT&T; Q&A.", "It costs ~$5 (or so).", "5 < 6 and 7 > 6", "snake_case stays", "a 70/30 blend"]
)
def test_plain_text_has_no_flaws(text: str) -> None:
    assert list(flaws(text)) == []
