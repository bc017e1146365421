"""The README of the prompts tells the truth about them."""

from __future__ import annotations

import re

import pytest
from jinja2 import Environment, meta

from tests.unit.briefing.pairs import PROMPTS
from writer.briefing.templates import FILES
from writer.sayings.rules import RULES

README = (PROMPTS / "README.md").read_text(encoding="utf-8")


def documented(name: str) -> set[str]:
    row = next(line for line in README.splitlines() if line.startswith(f"| `{name}`"))
    return set(re.findall(r"`([a-z_]+)`", row.split("|")[3]))


@pytest.mark.parametrize("name", FILES)
def test_every_variable_of_a_template_is_documented_and_no_other(name: str) -> None:
    text = (PROMPTS / name).read_text(encoding="utf-8")
    assert meta.find_undeclared_variables(Environment().parse(text)) == documented(name)


def test_no_prompt_file_is_left_out() -> None:
    assert {path.name for path in PROMPTS.iterdir()} == {*FILES, "README.md"}


def test_no_rule_lives_in_two_places() -> None:
    text = "".join((PROMPTS / name).read_text(encoding="utf-8") for name in FILES)
    assert not [rule.id for rule in RULES.values() if rule.instruction in text]


def test_the_style_names_invented_models_only() -> None:
    text = (PROMPTS / "style.md").read_text(encoding="utf-8")
    assert not re.search(r"GPT|Claude|Gemini|Llama|Qwen|Kimi|Mistral|DeepSeek|Grok|OpenAI|Google", text)
