"""A sentence cut into the short clauses in which a capability or a seller is said of a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from writer.check.items import Item, Sort
from writer.check.standing import hangs
from writer.sayings.words import Sense

_HARD = frozenset((";", ":", "→", "?", "!", "—", "–", "(", ")"))
_VERBS = frozenset(("is", "are", "'s", "belongs", "belong", "remains", "remain", "was", "were", "stays", "come", "comes", "go", "goes",
                    "works", "work", "being", "appears", "appear", "has", "have", "does", "do", "can"))


_QUANTIFIERS = ("all", "none", "neither", "both")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Items ``start`` to ``end`` (exclusive) of a sentence; ``aside`` where it stands in brackets, ``relative`` where it begins
    with which, none of which and the like."""

    start: int
    end: int
    aside: bool = False
    relative: bool = False


def chunks(items: Sequence[Item], kind: Sort) -> list[Chunk]:
    """The clauses of a sentence, cut for groups of items of ``kind``."""
    cuts = [0]
    relatives: set[int] = set()
    asides: set[int] = set()
    for at, item in enumerate(items):
        if item.low in ("beside", "besides", "alongside", "on top of") or item.low == "beyond" and not (
                at + 1 < len(items) and items[at + 1].side):
            cuts.append(at)
        if item.low == "that" and at + 1 < len(items) and items[at + 1].side and any(
                near.means(Sense.NEGATE) for near in items[at + 2 : at + 5]):
            cuts.append(at)
            relatives.add(at)
        elif item.low in ("so", "as") and at + 1 < len(items) and items[at + 1].low in ("does", "do", "can", "is", "are"):
            cuts.append(at)
        elif item.low == ":" and at - cuts[-1] <= 3 and any(near.side for near in items[cuts[-1] : at]):
            continue
        elif item.low in _HARD or item.means(Sense.TURN) and item.low not in ("which", "who", "where", "if", "when"):
            cuts.append(at + 1)
            if item.low == "(":
                asides.add(at + 1)
        elif item.low == "which" and (not at or items[at - 1].low != "of") or _quantifies_them(items, at):
            cuts.append(at)
            relatives.add(at)
        elif (item.low == "," or item.means(Sense.JOIN)) and _begins(items, at + 1, kind):
            cuts.append(at + 1)
    cuts = sorted(set(cuts)) + [len(items)]
    return [Chunk(start, end, start in asides, start in relatives)
            for start, end in zip(cuts, cuts[1:], strict=False) if start < end]


def _quantifies_them(items: Sequence[Item], at: int) -> bool:
    """ "none of which", "all of them"."""
    if not items[at].low.startswith(_QUANTIFIERS):
        return False
    words = items[at].low.split() + [word for item in items[at + 1 : at + 3] for word in item.low.split()]
    if words[0] not in _QUANTIFIERS or words[1:2] != ["of"]:
        return False
    return words[2:3] == ["which"] or words[2:3] in (["them"], ["those"]) and at > 0 and items[at - 1].low == ","


def _begins(items: Sequence[Item], at: int, kind: Sort) -> bool:
    """Whether a clause begins at ``at``: a subject of its own, or a group of its own with a verb or a model behind it."""
    while at < len(items) and (items[at].means(Sense.JOIN) or items[at].low in ("the", "only", "its", "with", "for", "simply", "merely",
                                                                                              "still", "just", "expressly", "explicitly", "specifically", "also", "likewise")) and (
            not items[at].side):
        at += 1
    if at >= len(items):
        return False
    before = items[at - 1] if at else None
    if items[at].side:
        earlier = items[at - 2] if at > 1 else None
        if earlier is not None and earlier.side and before is not None and before.means(Sense.JOIN):
            return False
        if at + 1 < len(items) and items[at + 1].sort is Sort.SIGN:
            return False
        return not hangs(items, at) or before is not None and before.low == "for"
    if items[at].low in ("is", "are") and at + 1 < len(items):
        at += 1
    if (items[at].means(Sense.UNKNOWN) or items[at].low in ("absent", "missing", "unsupported", "not", "excluded", "ruled out", "withheld", "unavailable", "not supported",
                                                                    "not available")) and any(
            item.side for item in items[at + 1 : at + 5]):
        return True
    if items[at].low in ("those of", "that of"):
        return True
    if items[at].low in ("all", "none", "both", "neither", "those") and any(near.means(Sense.NEGATE) for near in items[at + 1 : at + 4]):
        return True
    if items[at].sort is not kind or (before is not None and at > 1 and items[at - 2].sort is kind):
        return False
    after = at
    while after < len(items) and (items[after].sort is kind or items[after].low in (",", "input", "inputs", "the")
                                  or items[after].means(Sense.JOIN)):
        after += 1
    if after >= len(items):
        return False
    if items[after].low == "(" or items[after].low == "which":
        return True
    if items[after].low in _VERBS or items[after].means(Sense.UNKNOWN) or items[after].means(Sense.NEGATE):
        return True
    linked = items[after].means(Sense.LINK) and any(item.side for item in items[after : after + 4])
    return linked and any(item.side and hangs(items, index) for index, item in enumerate(items[:at]) if index > at - 6)
