"""What a language model is sent about one pair."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypedDict

from jinja2 import BaseLoader

from writer.briefing.document import document
from writer.briefing.envelope import OPEN, Document, Json, seal, unseal
from writer.briefing.templates import environment, prompt_version, system_message
from writer.errors import InvalidAnswer
from writer.facts.sheet import FactSheet


class Message(TypedDict):
    """One message of a chat: ``role`` is system, user or assistant."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The first messages about a pair (system, user), the document in them, and what they were made of."""

    messages: tuple[Message, ...]
    document: Mapping[str, Json]
    prompt_hash: str  # SHA-256, hex, of the whole messages
    prompt_version: str


def brief(sheet: FactSheet, loader: BaseLoader, note: str = "") -> Brief:
    """The brief of a pair from the prompts that ``loader`` finds. ``note`` is a reviewer's wish; it is sent as data."""
    templates = environment(loader)
    said = document(sheet, note)
    user = templates.get_template("user.j2").render(data=seal(said), noted="note" in said)
    messages = (Message(role="system", content=system_message(templates)), Message(role="user", content=user.strip()))
    return Brief(messages, said, messages_hash(messages), prompt_version(templates))


def messages_hash(messages: Sequence[Message]) -> str:
    """SHA-256, hex, of messages: their roles and whole contents."""
    return sha256(json.dumps([[each["role"], each["content"]] for each in messages]).encode()).hexdigest()


def document_of(messages: Sequence[Mapping[str, object]]) -> Document:
    """The document of the first message that holds one: what the house writer reads. InvalidAnswer where none does."""
    for message in messages:
        content = str(message.get("content", ""))
        if message.get("role") == "user" and OPEN in content:
            return unseal(content)
    raise InvalidAnswer("the messages: no document: a user message with the brief's data was expected")


def avoid_of(messages: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    """The sentences that repair messages found fault with: what the house writer words otherwise."""
    later = [str(message.get("content", "")) for message in messages if message.get("role") == "user"][1:]
    findings = [found for content in later if OPEN in content for found in _listed(unseal(content).get("findings"))]
    return tuple(str(found["sentence"]) for found in findings if isinstance(found, dict) and "sentence" in found)


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
