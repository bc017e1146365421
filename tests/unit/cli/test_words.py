"""Whose words a draft holds, as a person reads it."""

from __future__ import annotations

import pytest

from writer.cli.words import worded_by


@pytest.mark.parametrize(
    ("model", "edited_by", "said"),
    [
        ("house/plain", "", "house/plain"),
        ("house/plain", "anna", "house writer, edited by anna"),
        ("openai/gpt-4o", "anna", "openai/gpt-4o, edited by anna"),
    ],
)
def test_who_edited_a_draft_is_named_beside_who_wrote_it(model: str, edited_by: str, said: str) -> None:
    assert worded_by(model, edited_by) == said
