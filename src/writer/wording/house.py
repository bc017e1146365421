"""The house writer: words a brief's document, deterministically, from nothing else.

It reads the same document that a language model is sent, which proves that the document suffices.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from writer.prose import Paragraph, Prose
from writer.wording.composition import compose
from writer.wording.pair import Pair
from writer.wording.voice import Voice


def answer(document: Mapping[str, object], avoid: Collection[str] = ()) -> str:
    """The answer of the contract's section 5, as JSON text. ``avoid`` are sentences that were rejected: they are worded
    otherwise, or left out."""
    prose = word(document, avoid)
    return json.dumps({"paragraphs": [_paragraph(paragraph) for paragraph in prose.paragraphs]}, ensure_ascii=False)


def word(document: Mapping[str, object], avoid: Collection[str] = ()) -> Prose:
    """The same as prose."""
    pair = Pair.of(document)
    return compose(pair, Voice.of((pair.a.name, pair.b.name), avoid))


def _paragraph(paragraph: Paragraph) -> dict[str, list[dict[str, object]]]:
    return {"sentences": [{"text": each.text, "facts": list(each.facts)} for each in paragraph.sentences]}
