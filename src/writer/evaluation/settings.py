"""How a setting of a score is said, where it has one plain way: "high effort", "16K thinking", "5-shot", "openhands"."""

from __future__ import annotations

import re

_EFFORT = re.compile(r"effort-([a-z]+)")
_THINKING = re.compile(r"thinking-([0-9]+)k")
_PLAIN = re.compile(r"[0-9]+-shot|[a-z]+")


def told(setting: str) -> str | None:
    """The setting in words; None for one that is made of several."""
    if found := _EFFORT.fullmatch(setting):
        return f"{found[1]} effort"
    if found := _THINKING.fullmatch(setting):
        return f"{found[1]}K thinking"
    return setting if _PLAIN.fullmatch(setting) else None
