"""However statements and findings lie, the passages are the text, whole and in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from review_queue.web.passages import marked
from writer.check.report import Report, Statement, Violation

spans = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=6)


@given(st.text(alphabet="ab \n", max_size=50), spans, spans)
def test_passages_join_to_the_text(text: str, said: list[tuple[int, int]], strayed: list[tuple[int, int]]) -> None:
    statements = tuple(Statement(a, b, text[a:b], ("k",)) for a, b in said)
    findings = tuple(Violation(a, b, text[a:b], "rule", "no") for a, b in strayed)
    cut = marked(text, Report(statements, findings, 0, "v"), findings)
    assert "\n\n".join("".join(passage.text for passage in paragraph) for paragraph in cut.paragraphs) == text


@given(st.text(alphabet="ab", min_size=1, max_size=30), spans)
def test_each_statement_is_marked_somewhere_unless_a_shorter_one_hides_it(
    text: str, said: list[tuple[int, int]]
) -> None:
    inside = [(a, b) for a, b in said if 0 <= a < b <= len(text)]
    cut = marked(text, Report(tuple(Statement(a, b, "", ("k",)) for a, b in inside), (), 0, "v"), ())
    for paragraph in cut.paragraphs:
        at = 0
        for passage in paragraph:
            covered = [n for n, (a, b) in enumerate(inside, 1) if a <= at and at + len(passage.text) <= b]
            assert (passage.number in covered) if covered else passage.number is None
            at += len(passage.text)
