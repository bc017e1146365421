"""What the house writer is called where a model is named."""

from __future__ import annotations

HOUSE = "house/plain"  # as ``writer.llm.question.HOUSE``, without importing what asks models


def fault_of_name(name: str) -> str:
    """What is wrong with a model's name and what would be right; "" where it may be one."""
    if name.startswith("house/") and name != HOUSE:
        return (
            f"the house writer is called {HOUSE}: expected that, or a model as litellm names it, such as openai/gpt-4o"
        )
    if not name.strip() or name != name.strip() or not name.isprintable():
        return "expected a model as litellm names it, in one line, such as openai/gpt-4o"
    return ""
