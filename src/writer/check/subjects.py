"""Whose a value is: what hangs on it, whose it is by the clause, by its partner in a pair, or by parallel order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from writer.check.discourse import Discourse
from writer.check.hooks import hanging_far, owns_number
from writer.check.index import other
from writer.check.items import BOTH, FOREIGN, OPEN, Item, Sort
from writer.check.metrics import counts_jobs
from writer.check.nearest import nearest
from writer.check.pairing import coordinated, group_of, is_value, loosely_coordinated, order_here, partner, starts_pair
from writer.check.standing import hangs
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense

_HARD = frozenset((";", ":", "(", ")", "—", "–", "?", "!"))


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose a value is. ``firm`` where the words of the clause bind it; else it is carried and other readings stay open."""

    side: str
    firm: bool
    how: str


NOBODY = Subject(OPEN, firm=False, how="nobody named")


def subject_of(items: Sequence[Item], at: int, talk: Discourse, before: dict[int, Subject], hooks: dict[int, int]) -> Subject:
    """Whose the value at ``at`` is; ``before`` holds the values of the sentence that are bound already."""
    scored = _scored_for(items, at, hooks)
    if scored is not None:
        return scored
    hook = hooks.get(at)
    if hook is not None:
        return _hooked(items, at, hook)
    pair = partner(items, at)
    if pair is not None and not any(items[index].side in ("a", "b") for index in range(pair[1], at)):
        first = before.get(pair[0], NOBODY)
        if first.side in ("a", "b"):
            return Subject(other(first.side), first.firm, "the other of the pair")
        if first.side in (FOREIGN, OPEN):
            return first
    last = group_of(items, at)[-1]
    left = nearest(items, at)
    if last != at and last in hooks and (left is None or any(each.means(Sense.TURN) or each.means(Sense.PAIR) or each.low == ";"
                                                             for each in items[left:at])):
        return _hooked(items, at, hooks[last])
    follower = _follower(items, at, hooks)
    wide = hanging_far(items, at, left)
    if wide is not None:
        return _hooked(items, at, wide)
    late = _late(items, at, left)
    if late is not None:
        return Subject(items[late].side, firm=True, how="of the clause")
    if left is not None:
        if _measured_against(items, at) and items[left].side in ("a", "b") and not any(
                each.side and not each.taken for each in items[left + 1 : at]) and _is_beyond(items, left, at):
            return Subject(other(items[left].side), firm=True, how="what another is measured against")
        return _by_clause(items, at, left, follower, talk)
    if follower:
        return Subject(other(follower), firm=True, how="the other of the pair")
    alone = talk.asked_side or talk.heading_side
    if alone and not any(each.low in ("you", "we") for each in items[max(0, at - 4) : at]) and starts_pair(items, at) is None and partner(items, at) is None:
        return Subject(alone, firm=True, how="asked of" if talk.asked_side else "under its heading")
    order = order_here(items, at) or talk.pair()
    if order is not None:
        return _by_order(items, at, order, talk)
    return NOBODY


def _scored_for(items: Sequence[Item], at: int, hooks: dict[int, int]) -> Subject | None:
    """ "61.4 to 10.8 for Grok", "four to three for Grok": the first is Grok's."""
    quantity = items[at].quantity
    if quantity is None or quantity.kind is not Kind.NUMBER:
        return None
    second = at if partner(items, at) is not None else next(
        (ahead for ahead in range(at + 1, min(at + 4, len(items))) if is_value(items[ahead])), at)
    first = partner(items, second)
    if first is None or items[first[1]].low != "to" or second not in hooks or first[0] in hooks or at not in (first[0], second):
        return None
    hook = hooks[second]
    link = next((items[back] for back in range(hook - 1, second, -1) if items[back].means(Sense.LINK)), None)
    if link is None or link.low != "for" or any(items[back].side for back in range(first[0], second)):
        return None
    side = items[hook].side
    return Subject(side if at == first[0] else other(side), firm=True, how="first for the one named after")


def _late(items: Sequence[Item], at: int, left: int | None) -> int | None:
    """ "with six providers it has …": the subject that follows a fronted value, where its clause has none before it."""
    begin = 0
    for back in range(at - 1, -1, -1):
        if items[back].low in (";", ":") or items[back].means(Sense.TURN) or items[back].means(Sense.JOIN) and (
                items[back - 1].low == "," or left is not None and left < back and items[back + 1].sort is Sort.NUMBER):
            begin = back
            break
    if left is not None and left >= begin:
        return None
    fronted = items[begin + (begin > 0)].means(Sense.LINK)
    quantity = items[at].quantity
    counts = quantity is not None and quantity.kind is Kind.NUMBER and quantity.noun != "token"
    verb = False
    for ahead in range(at + 1, min(at + 9, len(items))):
        item = items[ahead]
        verb = verb or item.low in _CARRYING
        if item.side in ("a", "b"):
            hung = hangs(items, ahead)
            if item.low == "its" or (hung and not (counts and verb)) or not (fronted or counts and verb):
                return None
            return ahead
        if item.means(Sense.TURN) or item.low in (";", ":", "(", ",") or is_value(item):
            return None
    return None


_CARRYING = frozenset(("sell", "sells", "list", "lists", "carry", "carries", "offer", "offers", "host", "hosts", "stock", "stocks",
                       "documented", "listed", "supported", "known", "recorded", "serve", "serves", "back", "are", "is"))


def _hooked(items: Sequence[Item], at: int, hook: int) -> Subject:
    both = coordinated(items, hook)
    if both is not None:
        group = group_of(items, at)
        if len(group) == 2:
            return Subject(both[group.index(at)], firm=True, how="in the order named")
        return Subject(BOTH, firm=True, how="of both")
    return Subject(items[hook].side, firm=True, how="hangs on it")


def _follower(items: Sequence[Item], at: int, hooks: dict[int, int]) -> str:
    """The side of the second of a pair, where it is named on it: "$5 against the $2 of Opus"."""
    for ahead in range(at + 1, min(at + 8, len(items))):
        item = items[ahead]
        if item.means(Sense.PAIR):
            for second in range(ahead + 1, min(ahead + 8, len(items))):
                if items[second].side in ("a", "b"):
                    return items[second].side if item.low != "to" or (
                        second + 1 < len(items) and items[second + 1].sort is Sort.OWNER and owns_number(items, second)) else ""
                if is_value(items[second]):
                    hook = hooks.get(second)
                    return items[hook].side if hook is not None and items[hook].side in ("a", "b") else ""
                if items[second].low in _HARD:
                    return ""
        elif item.side in ("a", "b") or item.low in _HARD or is_value(item):
            return ""
    return ""


def _by_clause(items: Sequence[Item], at: int, left: int, follower: str, talk: Discourse) -> Subject:
    item = items[left]
    told = loosely_coordinated(items, at)
    if told is None and not (left + 1 < len(items) and items[left + 1].sort is Sort.OWNER):
        told = order_here(items, at)
    if told is not None and len(group_of(items, at)) == 2 and any(each.means(Sense.RESPECTIVELY) for each in items[at : at + 10]):
        return Subject(told[group_of(items, at).index(at)], firm=True, how="in the order named")
    both = coordinated(items, left)
    if both is not None:
        group = group_of(items, at)
        if len(group) == 2:
            return Subject(both[group.index(at)], firm=True, how="in the order named")
        pair = partner(items, at) or starts_pair(items, at)
        if pair is not None:
            return Subject(both[0] if starts_pair(items, at) else both[1], firm=True, how="in the order named")
        if items[left].side == both[1] and any(each.low in ("vs", "versus") for each in items[max(0, left - 3) : left]):
            return NOBODY
        return Subject(BOTH, firm=True, how="of both")
    if follower and item.side in ("a", "b", OPEN, BOTH):
        return Subject(other(follower), firm=True, how="the other of the pair")
    apart = sum(is_value(each) and not counts_jobs(items, index) for index, each in enumerate(items[left:at], left)) > 0
    if apart and len(group_of(items, at)) == 2 or apart and (starts_pair(items, at) or partner(items, at)):
        order = order_here(items, left + 1) or talk.pair()
        if order is None:
            return NOBODY
        if item.side != order[0] and (item.side in ("a", "b") and not item.means(Sense.IT)):
            return NOBODY
        return _by_order(items, at, order, talk)
    expletive = item.means(Sense.IT) and _is_expletive(items, left)
    if (item.side == BOTH or expletive) and (starts_pair(items, at) or partner(items, at) or len(group_of(items, at)) == 2):
        order = (None if item.side == BOTH else order_here(items[:left], left)) or talk.pair()
        if order is None:
            return NOBODY
        if order is not None:
            return _by_order(items, at, order, talk)
    return _of_clause(items, at, left, expletive=expletive)


def _of_clause(items: Sequence[Item], at: int, left: int, *, expletive: bool) -> Subject:
    """The mention before the value, firm where nothing stands between that could make it another's."""
    item, between = items[left], items[left + 1 : at]
    crossed = any(each.low in (";", ")", "?", "!") or each.means(Sense.TURN) and each.low not in ("which", "who")
                  or each.side and each.side != item.side for each in between)
    vague_pair = items[at].kind is Kind.DATE and (item.sort is not Sort.NUMBER and len(group_of(items, at)) == 2 or any(
        each.kind is Kind.DATE for index, each in enumerate(items) if 0 < abs(index - at) <= 3))
    if item.side == BOTH:
        crossed = crossed or any(each.low == ":" for each in between)
    vague = expletive or item.low == "it" and any(is_value(each) for each in between)
    return Subject(item.side, firm=not (crossed or vague or vague_pair), how="of the clause")


def _measured_against(items: Sequence[Item], at: int) -> bool:
    """ "4x the 16,384": a value that another number, or a comparative, is told against."""
    before = at - 1
    while before >= 0 and items[before].low in ("the", "that", "of"):
        before -= 1
    if before < 0 or before == at - 1:
        return False
    item = items[before]
    if item.quantity is not None:
        return item.quantity.kind in (Kind.MULTIPLE, Kind.FRACTION)
    return item.means(Sense.COMPARE) or item.means(Sense.THAN)


def _is_beyond(items: Sequence[Item], left: int, at: int) -> bool:
    """The mention does not hang on the measure itself."""
    return not any(each.means(Sense.PAIR) for each in items[left:at])


def _is_expletive(items: Sequence[Item], at: int) -> bool:
    """ "it's $0.19 against $1.63": an it that stands for no model."""
    after = items[at + 1] if at + 1 < len(items) else None
    return items[at].low == "it" and after is not None and (after.sort is Sort.OWNER or after.low in _COPULAS)


_COPULAS = frozenset(("is", "was", "'ll", "comes", "'d", "would", "works", "goes", "will", "becomes", "means", "costs", "takes"))


def _by_order(items: Sequence[Item], at: int, order: tuple[str, str], talk: Discourse) -> Subject:
    if starts_pair(items, at) is not None:
        return Subject(order[0], firm=False, how="in the order named before")
    group = group_of(items, at)
    if len(group) == 2:
        return Subject(order[group.index(at)], firm=False, how="in the order named before")
    if talk.subject:
        return Subject(talk.subject, firm=False, how="carried from before")
    return NOBODY
