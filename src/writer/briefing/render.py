"""The messages of a brief as text, to be read or put to a model by hand."""

from __future__ import annotations

from collections.abc import Sequence

from writer.briefing.brief import Message


def render_messages(messages: Sequence[Message]) -> str:
    """Every message under a line with its role."""
    return "\n\n".join(f"=== {message['role']} ===\n{message['content']}" for message in messages) + "\n"
