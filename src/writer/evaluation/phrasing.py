"""Phrasings: sentences with slots, kept as data, and how a sentence is made of them with its marks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from random import Random

from writer.evaluation.draft import Mark, Role

CHAPTERS = ("prices", "sizes", "scores", "dates", "abilities", "providers", "passages")
_PART = re.compile(r"\{(\w+)\}|<([a-z-]+):([^|>]*)((?:\|[^|>]*)+)>|([^{<]+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch to be laid into a sentence; ``mark`` tells what it says (its place is set when it is laid), None for plain
    words."""

    text: str
    mark: Mark | None = None


Slot = Sequence[Sequence[Piece]]
"""Each way to fill a slot is a row of pieces."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Slots that together say something true of a pair; ``frame`` names the phrasings that can say it."""

    frame: str
    slots: Mapping[str, Slot]


@dataclass(frozen=True, slots=True)
class Laid:
    """A sentence with its marks."""

    text: str
    marks: tuple[Mark, ...]


@cache
def phrasings() -> Mapping[str, tuple[str, ...]]:
    """Every frame with its phrasings."""
    folder = files("writer.evaluation") / "phrasings"
    chapters = (tomllib.loads((folder / f"{chapter}.toml").read_text(encoding="utf-8")) for chapter in CHAPTERS)
    return {frame: tuple(lines) for chapter in chapters for frame, lines in chapter.items()}


def lay(claim: Claim, phrasing: str, chance: Random, clause: int) -> Laid:
    """One sentence of a claim: a way for each slot is drawn once, and stays the same where the slot stands again."""
    text, marks = "", []
    ways: dict[str, Sequence[Piece]] = {}
    for match in _PART.finditer(phrasing):
        slot, kind, right, wrong, plain = match.groups()
        if slot is not None:
            pieces = ways.setdefault(slot, chance.choice(list(_slot(claim, slot))))
        elif kind is not None:
            mark = Mark(0, 0, Role.WORD, right, kind=kind, wrong=tuple(wrong[1:].split("|")))
            pieces = [Piece(right, mark)]
        else:
            pieces = [Piece(plain)]
        for piece in pieces:
            if piece.mark is not None:
                marks.append(replace(piece.mark, start=len(text), end=len(text) + len(piece.text), clause=clause))
            text += piece.text
    return _capital(Laid(text, tuple(marks)))


def _slot(claim: Claim, slot: str) -> Slot:
    """A slot named ``x_cap`` or in capitals is its lower-case twin at the head of a sentence; ``x_plain`` is x in digits and
    without a bound, where there is such a way."""
    if slot in claim.slots:
        return claim.slots[slot]
    if slot.endswith("_plain"):
        ways = claim.slots[slot.removesuffix("_plain")]
        return [way for way in ways if len(way) == 1 and re.match(r"[$0-9]", way[0].text)] or ways
    return claim.slots[slot.removesuffix("_cap").lower()]


def _capital(laid: Laid) -> Laid:
    """A sentence starts with a capital, but for names that do not (o3-mini)."""
    first = laid.text[:1]
    named = any(mark.start == 0 and mark.role is Role.NAME for mark in laid.marks)
    return laid if named or not first.islower() else Laid(first.upper() + laid.text[1:], laid.marks)


def shifted(laid: Laid, by: int) -> tuple[Mark, ...]:
    """The marks of a sentence that starts at ``by``."""
    return tuple(replace(mark, start=mark.start + by, end=mark.end + by) for mark in laid.marks)
