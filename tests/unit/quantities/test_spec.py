from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.unit.quantities.told import told
from writer.quantities.read import scan

CHAPTERS = sorted((Path(__file__).parents[2] / "spec" / "quantities").glob("*.toml"))
CASES = [
    pytest.param(text, expected, id=f"{chapter.stem}: {text}")
    for chapter in CHAPTERS
    for text, expected in tomllib.loads(chapter.read_text(encoding="utf-8"))["reads"].items()
]


def test_the_manual_has_its_chapters() -> None:
    assert len(CHAPTERS) >= 12
    assert len(CASES) >= 300


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_manual_tells_how_it_is_read(text: str, expected: list[str]) -> None:
    assert told(scan(text)) == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_it_is_read_alike_amid_a_sentence(text: str, expected: list[str]) -> None:
    if (
        any(part.startswith("(marker)") for part in expected)
        or text[0] in "*`_("
        or text[:1].isupper()
        or text == "as much again"
    ):
        return
    assert told(scan(f"We note that the model, {text}, is here.")) == expected
