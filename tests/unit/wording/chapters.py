"""The same document under eight names, so that every wording has its turn."""

from __future__ import annotations

from tests.unit.wording.documents import document
from writer.wording.house import word

UNDOCUMENTED = {"a": [], "b": ["max_output", "knowledge_cutoff", "released", "price.cached_input", "providers"]}


def texts(facts: dict[str, object], *aims: tuple[str, str, str], **more: object) -> list[str]:
    """The same document under eight names of the first model."""
    plan = [{"topic": topic, "kind": kind, "why": "", "favours": favours, "facts": []} for topic, kind, favours in aims]
    found = []
    for number in range(2, 10):
        made = document(facts, plan=plan, **more)
        made["models"]["a"]["name"] = f"Harbor {number}"
        found.append(word(made).text)
    return found


def first(text: str) -> str:
    """The opening sentence."""
    return text.partition(". ")[0].partition(".\n")[0]
