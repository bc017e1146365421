"""A setting is said in words that a reader knows."""

from __future__ import annotations

import pytest

from writer.sayings.settings import spoken


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("effort-high", "high effort"),
        ("openhands", "OpenHands"),
        ("swe-agent-effort-high", "SWE-agent, high effort"),
        ("v1.0.1-effort-xhigh", "v1.0.1, extra-high effort"),
        ("reported", "as reported"),
        ("thinking-16k", "16K thinking"),
        ("epoch-5-shot", "Epoch 5-shot"),
        ("0-shot-cot", "0-shot chain of thought"),
        ("function-calling", "function calling"),
        ("harness-x", "harness x"),
    ],
)
def test_a_setting_is_told_in_words(setting: str, words: str) -> None:
    assert spoken(setting) == words
