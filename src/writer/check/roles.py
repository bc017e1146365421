"""What every item of a sentence does in a clause about what a model has."""

from __future__ import annotations

from collections.abc import Container, Sequence

from writer.check.items import BOTH, OPEN, Item, Sort
from writer.sayings.clause_words import CLAUSE_PHRASES, Role
from writer.sayings.words import Sense

_HARD = frozenset((";", ":", "?", "!", ".", "—", "–", "(", ")", "[", "]", "|", "→"))
_LINKS = frozenset(
    (
        "to",
        "over",
        "against",
        "than",
        "versus",
        "vs",
        "beside",
        "besides",
        "alongside",
        "into",
        "among",
        "inside",
        "amongst",
    )
)
_STARTS = frozenset((Role.HARD, Role.TURN, Role.COMMA, Role.JOIN, Role.WHICH))
_BY_SENSE = {
    Sense.UNKNOWN: Role.UNKNOWN,
    Sense.NEGATE: Role.NOT,
    Sense.ONLY: Role.ONLY,
    Sense.JOIN: Role.JOIN,
    Sense.TURN: Role.TURN,
    Sense.LINK: Role.LINK,
    Sense.NEITHER: Role.NEITHER,
    Sense.ACT: Role.VERB,
}
_MOST_WORDS = 5
AUXILIARIES = frozenset(("does", "do", "can", "is", "are", "has", "have", "did", "will"))


def roles_of(items: Sequence[Item], things: Container[int], plain: Container[int] = ()) -> list[Role]:
    """One role an item; ``things`` are the indexes of what is said of the models, ``plain`` those of words that belong to them."""
    found: list[Role] = []
    rest = 0
    for at in range(len(items)):
        if rest:
            rest -= 1
            found.append(Role.REST)
            continue
        role, size = (Role.PLAIN, 1) if at in plain else _role(items, at, things, found)
        found.append(role)
        rest = size - 1
    return found


def _role(items: Sequence[Item], at: int, things: Container[int], before: Sequence[Role]) -> tuple[Role, int]:
    item = items[at]
    if at in things:
        return Role.THING, 1
    counted = item.quantity.quantifier if item.quantity is not None else ""
    if (
        counted in ("both", "neither", "either", "each", "none")
        or item.sense is Sense.NEITHER
        or item.sense is Sense.BOTH
    ):
        return _quantified(items, at, things, before, counted or item.low.split()[0])
    if item.side:
        return _of_side(item, before), 1
    if item.sort is Sort.OWNER:
        return Role.REST, 1
    if item.sort is Sort.SIGN:
        return (
            Role.COMMA
            if item.low == ","
            else Role.HARD
            if item.low in _HARD
            else Role.JOIN
            if item.low == "/"
            else Role.REST
            if item.low not in "✓✔✅✗✘❌"
            else Role.YES
            if item.low in "✓✔✅"
            else Role.NO
        ), 1
    said, size = _phrase(items, at, things)
    if size:
        return said, size
    return _by_sense(items, at), 1


def _of_side(item: Item, before: Sequence[Role]) -> Role:
    """ "it" behind a verb is a thing named before, not the model; so is "them"."""
    if item.low == "them" or item.low == "it" and before and before[-1] not in _STARTS:
        return Role.THOSE
    return Role.SIDE


def _quantified(
    items: Sequence[Item], at: int, things: Container[int], before: Sequence[Role], word: str
) -> tuple[Role, int]:
    """ "both", "neither", "each": of the two models, or of the things named."""
    size = max(_phrase(items, at, things)[1], 1)
    ahead = next(
        (index for index in range(at + 1, min(at + 4, len(items))) if items[index].low not in ("the", "of")), at
    )
    if items[ahead].sort is Sort.NUMBER and ahead + 1 in things:
        ahead += 1
    if ahead in things:
        if word in ("neither", "none"):
            begins = not before or before[-1] in _STARTS
            return (
                Role.NEITHER
                if begins and not any(item.low == "nor" for item in items[ahead + 1 : ahead + 4])
                else Role.NOT
            ), 1
        return (Role.PLAIN if _goes_on(items, ahead, things) or word == "each" else Role.SIDE), 1
    of_which = "which" in items[at].low or any(
        item.low in ("which", "these", "those") for item in items[at + 1 : at + 3]
    )
    owned = _has_subject(before)
    if word in ("neither", "none"):
        return (Role.NONE if of_which or owned or items[at].side != BOTH else Role.NEITHER), size
    if of_which or owned or items[at].side not in (BOTH, OPEN):
        return Role.THOSE, size
    return Role.SIDE, 1


def _goes_on(items: Sequence[Item], at: int, things: Container[int]) -> bool:
    """A second thing follows the one at ``at``."""
    return (
        at + 2 < len(items)
        and items[at + 1].means(Sense.JOIN)
        and any(index in things for index in range(at + 2, at + 4))
    )


def _has_subject(before: Sequence[Role]) -> bool:
    """A model stands in the clause already, with no preposition before the word."""
    for role in reversed(before):
        if role in _STARTS or role is Role.LINK:
            return False
        if role is Role.SIDE:
            return True
    return False


def _phrase(items: Sequence[Item], at: int, things: Container[int]) -> tuple[Role, int]:
    """The longest phrase that begins at ``at``, and of how many items."""
    rows = CLAUSE_PHRASES.get(items[at].low.split(" ", 1)[0])
    if not rows:
        return Role.OTHER, 0
    words: list[str] = []
    ends: dict[int, int] = {}
    for ahead in range(at, min(at + _MOST_WORDS, len(items))):
        if ahead in things or items[ahead].sort is Sort.SIGN or items[ahead].sort is Sort.MODEL:
            break
        words += items[ahead].low.split()
        ends[len(words)] = ahead - at + 1
    for phrase, role in rows:
        if len(phrase) in ends and tuple(words[: len(phrase)]) == phrase:
            return role, ends[len(phrase)]
    return Role.OTHER, 0


def _by_sense(items: Sequence[Item], at: int) -> Role:
    item = items[at]
    if item.low == "beyond":
        return Role.LACK if any(each.side for each in items[at + 1 : at + 3]) else Role.LINK
    if item.low == "that":
        return Role.WHICH if at + 1 < len(items) and items[at + 1].side and at else Role.THOSE
    if item.low in ("which", "who", "whose"):
        return Role.WHICH
    after = items[at + 1] if at + 1 < len(items) else None
    if item.low in ("whether", "unless"):
        return Role.TURN
    if item.low == "as":
        return Role.TURN if after is not None and after.side else Role.OTHER
    if item.low == "nor":
        return Role.NOT if after is not None and after.low in AUXILIARIES else Role.JOIN
    if item.low == "rather than":
        return Role.UNLIKE
    if item.low in _LINKS:
        return Role.LINK
    if item.low == "nothing" or item.sort is Sort.BREAK:
        return Role.OTHER
    return _BY_SENSE.get(item.meaning.sense, Role.OTHER) if item.meaning is not None else Role.OTHER
