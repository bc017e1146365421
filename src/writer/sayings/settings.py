"""How the setting of a score is said: ``effort-high`` is "high effort", ``openhands`` "OpenHands"."""

from __future__ import annotations

import re

_WHOLE = {
    "reported": "as reported",
    "open-llm-leaderboard": "Open LLM Leaderboard",
    "simple-evals": "simple-evals",
    "hf-open-deep-research": "HF Open Deep Research",
    "swe-agent": "SWE-agent",
    "mini-swe-agent": "mini-SWE-agent",
}
_WORDS = {
    "openhands": "OpenHands",
    "helm": "HELM",
    "hal": "HAL",
    "zeroeval": "ZeroEval",
    "evalplus": "EvalPlus",
    "usaco": "USACO",
    "sab": "SAB",
    "tau": "TAU",
    "cot": "chain of thought",
    "swe": "SWE",
    "scicode": "SciCode",
    "seeact": "SeeAct",
    "xhigh": "extra-high",
    "alltools": "all tools",
    "epoch": "Epoch",
}
_EFFORT = re.compile(r"effort-(low|medium|high|xhigh|minimal|max)")
_SHOTS = re.compile(r"([0-9]+)-shot")
_THINKING = re.compile(r"thinking-([0-9]+)k")


def spoken(setting: str) -> str:
    """A setting's slug in words: ``swe-agent-effort-high`` is "SWE-agent, high effort"."""
    parts = []
    effort = _EFFORT.search(setting)
    if effort:
        parts.append(f"{_WORDS.get(effort[1], effort[1])} effort")
        setting = (setting[: effort.start()] + setting[effort.end() :]).strip("-")
    return ", ".join(([_plain(setting)] if setting else []) + parts)


def _plain(setting: str) -> str:
    if setting in _WHOLE:
        return _WHOLE[setting]
    kept = _THINKING.sub(r"\1K thinking", _SHOTS.sub(r"\1\0shot", setting))
    words = (_WORDS.get(word, word) for word in kept.split("-"))
    return " ".join(words).replace("\0", "-")
