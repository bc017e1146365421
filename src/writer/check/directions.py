"""Whose more or less a number tells, and against whom."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.hooks import hanging
from writer.check.index import other
from writer.check.items import BOTH, OPEN, Item, Sort
from writer.check.nearest import nearest
from writer.check.pairing import coordinated, is_value
from writer.sayings.words import Sense

STOP = frozenset((";", ":", "(", ")", "—", "–", "?", "!", "."))


def object_of(items: Sequence[Item], at: int) -> str:
    """The side that the number is measured against: "than Opus", "of Opus's", "twice the 128K of Opus"; "" where none."""
    than = False
    for ahead in range(at + 1, min(at + 12, len(items))):
        item = items[ahead]
        if item.side in ("a", "b", OPEN) and item.sort is not Sort.NUMBER:
            measure = item.means(Sense.COMPARE) and ahead == at + 2 and items[at + 1].low == "the"  # "5 % the cheaper"
            return "" if measure else _object_at(items, at, ahead, than=than)
        if item.means(Sense.THAN) or item.low in ("what", "that", "as") and ahead > at + 1 and item.low == "as":
            than = True
        elif item.means(Sense.COMPARE) and item.low in ("over", "above", "below", "under", "more", "less", "than"):
            than = than or item.low in ("over", "above", "below", "under")
        elif item.sort is Sort.NUMBER:
            if item.quantity is not None and not is_value(item):
                return ""
            hook = hanging(items, ahead)
            if hook is not None:
                return items[hook].side if items[hook].side in ("a", "b") else ""
            return ""
        elif item.low in STOP or item.low == "," or item.means(Sense.JOIN) or item.means(Sense.TURN):
            if item.low in ("which", "where", "what"):
                continue
            return ""
    return ""


def _object_at(items: Sequence[Item], at: int, place: int, *, than: bool) -> str:
    """The side at ``place``, where it is the object of the number at ``at``."""
    item, previous = items[place], items[place - 1]
    than = than and not any(each.metrics for each in items[at + 1 : place])  # "as much as input on Flash-Lite"
    if item.low in ("its", "it") and not than or item.side == OPEN:
        return ""
    if previous.low in ("the", "a"):
        previous = items[place - 2]
    if (
        previous.low.startswith("in favo")
        or previous.means(Sense.PAIR)
        or previous.low in _CHOOSING
        or not than
        and any(
            each.low in ("for", "on", "with", "in favour of", "in favor of") or each.low.startswith("for every")
            for each in items[at + 1 : place]
        )
    ):
        return ""
    linked = previous.means(Sense.LINK) and previous.low != "of" and not than
    return "" if linked else item.side


def hooked_or_left(items: Sequence[Item], at: int, word: int) -> tuple[str, bool]:
    """ "28% more for the former", "92% cheaper on nano": the mention after; else the subject of the clause."""
    hook = hanging(items, max(word, at))
    after = items[word + 1 : word + 4]
    if (
        hook is None
        and len(after) > 2
        and after[0].low in ("by", "with")
        and after[1].low in _CHOOSING
        and after[2].side in ("a", "b")
    ):
        return after[2].side, True
    for_what = _for_every(items, word) if hook is None else ""
    if for_what:
        return for_what, True
    if hook is None and len(after) > 1 and after[0].low == "to" and after[1].side in ("a", "b"):
        return after[1].side, True
    if hook is not None:
        link = next((items[back] for back in range(hook - 1, word, -1) if items[back].means(Sense.LINK)), None)
        if link is not None and items[word].low in _OVER and link.low in ("on", "over", "of"):
            return other(items[hook].side), True
        if link is not None and link.low == "of" and _is_of_metric(items, word, hook):
            return items[hook].side, True
        if link is not None and link.low in ("in favour of", "in favor of", "for", "on", "with", "from", "at", "in"):
            return (BOTH if coordinated(items, hook) else items[hook].side), True
    first = min(word, at)
    side = subject_before(items, at, first)
    left = nearest(items, first)
    return side, left is not None and _is_firm(items, left, first)


def _is_of_metric(items: Sequence[Item], word: int, hook: int) -> bool:
    """ "wider by 312,000 tokens is the window of M3": the subject, with its metric, stands behind its verb."""
    between = items[word + 1 : hook]
    return (
        any(item.metrics for item in between)
        and any(item.low in ("is", "are", "was") for item in between)
        and not any(item.means(Sense.THAN) or item.means(Sense.AGAIN) for item in between)
    )


def _for_every(items: Sequence[Item], word: int) -> str:
    """ "six times as much for every token the former writes": whose tokens they are; "" where it does not say so."""
    if word + 1 >= len(items) or not items[word + 1].low.startswith("for"):
        return ""
    for item in items[word + 2 : word + 8]:
        if item.side in ("a", "b"):
            return item.side
        if item.low not in _EVERY and item.sort is not Sort.NUMBER and item.sort is not Sort.PASSED:
            return ""
    return ""


_EVERY = frozenset(
    ["every", "each", "all", "any", "a", "token", "tokens", "word", "words", "what", "whatever", "the", "that", "thing"]
)
_CHOOSING = frozenset(
    ("choosing", "picking", "adopting", "selecting", "using", "taking", "preferring", "buying", "running")
)


_OVER = frozenset(("head start", "lead", "edge", "advantage", "ahead", "ahead of"))


def _is_firm(items: Sequence[Item], left: int, first: int) -> bool:
    """No other model, clause or value between the subject and the number."""
    if items[left].low == "it":
        return False
    return not any(
        each.side and each.side != items[left].side or each.means(Sense.TURN) or each.low in (";", "(", ")", ":")
        for each in items[left + 1 : first]
    )


def subject_before(items: Sequence[Item], at: int, first: int) -> str:
    """The subject of the clause, where the number is predicated of it; open where it is an aside."""
    if not predicated(items, first):
        return OPEN
    left = nearest(items, first)
    if left is None or any(items[index].low in (";", "(", ")") for index in range(left, first)):
        return OPEN
    if (
        items[left].low == "it"
        and items[left].sort is not Sort.MODEL
        and left > 0
        and items[left - 1].means(Sense.TURN)
    ):
        return OPEN
    return items[left].side if items[left].side in ("a", "b", BOTH) else OPEN


def predicated(items: Sequence[Item], first: int) -> bool:
    """Whether a verb or an owner, not a comma or bracket, stands before the number."""
    for back in range(first - 1, max(first - 7, -1), -1):
        item = items[back]
        if (
            item.means(Sense.JOIN)
            and back == first - 1
            or item.quantity is not None
            and not is_value(item)
            and not item.side
        ):
            return False
        if item.low in (",", "(", ")", ";", ":") or item.means(Sense.TURN) and item.low in ("so", "which"):
            return False
        if is_value(item) and back == first - 1:
            return False
        if (
            item.side in ("a", "b", BOTH)
            or item.metrics
            or (
                item.sort is Sort.WORD
                and item.meaning is None
                and item.low not in ("the", "a", "an", "still", "just", "only")
            )
        ):
            return True
    return False


_INVERTING = frozenset(("can", "may", "will", "could", "does", "do", "did", "must"))


def inverted(items: Sequence[Item], at: int) -> str:
    """ "Twice as much can Mistral read": the subject behind a verb that stands right after the measure; "" where none does."""
    for ahead in range(at + 1, min(at + 4, len(items) - 1)):
        if items[ahead].low in _INVERTING and items[ahead - 1].means(Sense.AGAIN):
            return items[ahead + 1].side if items[ahead + 1].side in ("a", "b") else ""
    return ""
