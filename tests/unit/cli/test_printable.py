from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer.cli.printable import offsets, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\u202eb\u200bc", "a\\u202eb\\u200bc"),
        ("\U000e0041", "\\U000e0041"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("dos\r\nline, and a lone \r", "dos\nline, and a lone \\x0d"),
        ("$5 · 3× – naïve\u00a0日本", "$5 · 3× – naïve\u00a0日本"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_an_escape(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(), st.data())
def test_offsets_point_to_the_same_characters(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    if text[at - 1 : at + 1] != "\r\n":
        assert printable(text)[: offsets(text)[at]] == printable(text[:at])
    assert offsets(text)[-1] == len(printable(text))
