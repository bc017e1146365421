"""Who has what, in every construction of ``possession.txt``: each is filled with models and capabilities for which it is true, and is
accepted, and with others for which it is false, and is rejected.

Before the semicolon stands what the sentence says: ``A+x`` A has x, ``A-x`` it is known not to, ``A?x`` it is undocumented, ``A!x`` either.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from writer.catalog.catalog import Catalog
from writer.catalog.names import Names
from writer.catalog_files.load import load_catalog
from writer.check.check import Checker
from writer.facts.compute import fact_sheet

HERE = Path(__file__).parent
TEMPLATES = tuple(line.split(" ; ", 1) for line in (HERE / "possession.txt").read_text(encoding="utf-8").splitlines())
NAMES = {
    "gpt-oss-120b": "GPT OSS", "claude-opus-4-7": "Opus", "gemini-2.5-pro": "Gemini", "llama-3.3-70b-instruct": "Llama", "kimi-k2.5": "Kimi",
    "gpt-4.1": "GPT-4.1", "qwen3.5-397b-a17b": "Qwen", "step-3.5-flash": "Step", "grok-4.3": "Grok", "deepseek-v4-flash": "DeepSeek",
    "glm-4.7": "GLM", "mistral-large-2512": "Mistral",
}  # fmt: skip
PAIRS = (
    ("gpt-oss-120b", "claude-opus-4-7"), ("gemini-2.5-pro", "llama-3.3-70b-instruct"), ("kimi-k2.5", "gpt-4.1"),
    ("qwen3.5-397b-a17b", "step-3.5-flash"), ("grok-4.3", "deepseek-v4-flash"), ("glm-4.7", "mistral-large-2512"),
)  # fmt: skip
WORDS = {
    "vision": "vision", "audio_input": "audio input", "video_input": "video", "reasoning": "reasoning", "function_calling": "tool use",
    "structured_output": "structured output",
}  # fmt: skip
HOLDS = {"+": (True,), "-": (False,), "?": (None,), "!": (False, None)}
EACH = 2
TRIES = 200


@cache
def catalog() -> Catalog:
    return load_catalog(HERE.parent / "corpus" / "catalog")


@cache
def checker(a: str, b: str) -> Checker:
    return Checker(fact_sheet(catalog(), a, b), names())


@cache
def names() -> Names:
    return Names.of(catalog())


def is_true(said: str, slots: Mapping[str, str]) -> bool:
    return all(
        catalog().models[slots[claim[0]]].capabilities.get(slots[claim[2]]) in HOLDS[claim[1]] for claim in said.split()
    )


def filled(text: str, slots: Mapping[str, str]) -> str:
    def word(match: re.Match[str]) -> str:
        slot = match[1]
        if slot in "AB":
            return NAMES[slots[slot]]
        told = WORDS[slots[slot.lower()]]
        return told.capitalize() if slot.isupper() else told

    return re.sub(r"\{(\w)\}", word, text).replace("\\n", "\n")


def fillings(said: str) -> Iterator[tuple[bool, Mapping[str, str]]]:
    """A few ways to fill the slots, true ones and false ones."""
    chance = random.Random(said)
    left = {True: EACH, False: EACH}
    for _ in range(TRIES):
        a, b = chance.sample(chance.choice(PAIRS), 2)
        slots = {"A": a, "B": b, **dict(zip("xyz", chance.sample(sorted(WORDS), 3), strict=True))}
        truth = is_true(said, slots)
        if left[truth]:
            left[truth] -= 1
            yield truth, slots


@pytest.mark.parametrize(("said", "text"), TEMPLATES)
def test_a_construction_is_accepted_where_it_is_true_alone(said: str, text: str) -> None:
    for truth, slots in fillings(said):
        sentence = filled(text, slots)

        report = checker(slots["A"], slots["B"]).check(sentence)

        assert report.accepted is truth, (sentence, [(each.rule, each.quote) for each in report.violations])
