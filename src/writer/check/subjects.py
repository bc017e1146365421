"""Whose a value is: what hangs on it, whose it is by the clause, by its partner in a pair, or by parallel order."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.after import counts_jobs
from writer.check.bindings import NOBODY, Subject
from writer.check.discourse import Discourse
from writer.check.following import follower_of, hooked, is_beyond, late_subject, measured_against, scored_for
from writer.check.hooks import hanging_far
from writer.check.index import other
from writer.check.items import BOTH, FOREIGN, OPEN, Item, Sort
from writer.check.measures import within
from writer.check.nearest import nearest
from writer.check.pairing import (
    coordinated,
    group_of,
    is_respective,
    is_value,
    lists_own,
    loosely_coordinated,
    order_here,
    pair_of,
    partner,
    starts_pair,
)
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense


def subject_of(
    items: Sequence[Item], at: int, talk: Discourse, before: dict[int, Subject], hooks: dict[int, int]
) -> Subject:
    """Whose the value at ``at`` is; ``before`` holds the values of the sentence that are bound already."""
    scored = scored_for(items, at, hooks)
    if scored is not None:
        return scored
    hook = hooks.get(at)
    if hook is not None:
        return hooked(items, at, hook)
    paired = _by_partner(items, at, before)
    if paired is not None:
        return paired
    told = _respective(items, at, talk)
    if told is not None:
        return told
    last = group_of(items, at)[-1]
    left = nearest(items, at)
    if (
        last != at
        and last in hooks
        and (
            left is None
            or any(each.means(Sense.TURN) or each.means(Sense.PAIR) or each.low == ";" for each in items[left:at])
        )
    ):
        return hooked(items, at, hooks[last])
    follower = follower_of(items, at, hooks)
    wide = hanging_far(items, at, left)
    if wide is not None:
        return hooked(items, at, wide)
    late = late_subject(items, at, left)
    if late is not None:
        return Subject(items[late].side, firm=True, how="of the clause")
    if left is not None:
        if (
            measured_against(items, at)
            and items[left].side in ("a", "b")
            and not any(each.side and not each.taken for each in items[left + 1 : at])
            and is_beyond(items, left, at)
        ):
            return Subject(other(items[left].side), firm=True, how="what another is measured against")
        return _by_clause(items, at, left, follower, talk)
    if follower:
        return Subject(other(follower), firm=True, how="the other of the pair")
    return _by_talk(items, at, talk)


def _models(items: Sequence[Item], at: int) -> list[int]:
    """The values beside the one at ``at`` that can be of one model each: not where each names a metric of its own."""
    group = group_of(items, at)
    named = [within(items[place], bool) for place in group]
    return [at] if all(named) and len(set(named)) == len(group) else group


def _by_partner(items: Sequence[Item], at: int, before: dict[int, Subject]) -> Subject | None:
    """Whose the second of a pair is, by whose the first is."""
    pair = partner(items, at)
    if pair is not None and not any(items[index].side in ("a", "b") for index in range(pair[1], at)):
        first = before.get(pair[0], NOBODY)
        if first.side in ("a", "b"):
            return Subject(other(first.side), first.firm, "the other of the pair")
        if first.side in (FOREIGN, OPEN):
            return first
    return None


def _respective(items: Sequence[Item], at: int, talk: Discourse) -> Subject | None:
    """ "At the blend the rates are $0.80 and $1.35 respectively": in the order that the sentence before named them. So are two
    dates right after it, for dates have no order of size that a writer would tell them in."""
    order, group = talk.settled(), _models(items, at)
    if order is None or len(group) != 2 or lists_own(items, at):
        return None
    if not is_respective(items, at) and (items[at].kind is not Kind.DATE or talk.turn is not None):
        return None
    return Subject(order[group.index(at)], firm=True, how="in the order named")


def _by_talk(items: Sequence[Item], at: int, talk: Discourse) -> Subject:
    """Whose the value is where no word of its clause says so: the one asked of, or by the order of the pair."""
    alone = talk.asked_side or talk.heading_side
    if (
        alone
        and not any(each.low in ("you", "we") for each in items[max(0, at - 4) : at])
        and pair_of(items, at) is None
    ):
        return Subject(alone, firm=True, how="asked of" if talk.asked_side else "under its heading")
    order = order_here(items, at) or talk.pair()
    if order is not None:
        return _by_order(items, at, order, talk)
    return NOBODY


def _by_clause(items: Sequence[Item], at: int, left: int, follower: str, talk: Discourse) -> Subject:
    item = items[left]
    told = loosely_coordinated(items, at)
    if told is None and not (left + 1 < len(items) and items[left + 1].sort is Sort.OWNER):
        told = order_here(items, at)
    if told is not None and len(_models(items, at)) == 2 and is_respective(items, at):
        return Subject(told[_models(items, at).index(at)], firm=True, how="in the order named")
    both = coordinated(items, left)
    if both is not None:
        return _of_two(items, at, left, both)
    if follower and item.side in ("a", "b", OPEN, BOTH):
        return Subject(other(follower), firm=True, how="the other of the pair")
    apart = sum(is_value(each) and not counts_jobs(items, index) for index, each in enumerate(items[left:at], left)) > 0
    if apart and len(_models(items, at)) == 2 or apart and pair_of(items, at):
        order = order_here(items, left + 1) or talk.pair()
        if order is None:
            return NOBODY
        if item.side != order[0] and (item.side in ("a", "b") and not item.means(Sense.IT)):
            return NOBODY
        return _by_order(items, at, order, talk)
    expletive = item.means(Sense.IT) and _is_expletive(items, left)
    if (item.side == BOTH or expletive) and (pair_of(items, at) or len(_models(items, at)) == 2):
        order = (None if item.side == BOTH else order_here(items[:left], left)) or talk.pair()
        if order is None:
            return NOBODY
        if order is not None:
            return _by_order(items, at, order, talk)
    return _of_clause(items, at, left, expletive=expletive)


def _of_two(items: Sequence[Item], at: int, left: int, both: tuple[str, str]) -> Subject:
    """Whose the value is after the two models named side by side: in their order, of both, or of nobody yet."""
    group = _models(items, at)
    if len(group) == 2:
        return Subject(both[group.index(at)], firm=True, how="in the order named")
    pair = pair_of(items, at)
    if pair is not None:
        return Subject(both[0] if pair[0] == at else both[1], firm=True, how="in the order named")
    if items[left].side == both[1] and any(each.low in ("vs", "versus") for each in items[max(0, left - 3) : left]):
        return NOBODY
    if any(each.low == ":" for each in items[left:at]) and any(each.side for each in items[at + 1 :]):
        return NOBODY
    return Subject(BOTH, firm=True, how="of both")


def _of_clause(items: Sequence[Item], at: int, left: int, *, expletive: bool) -> Subject:
    """The mention before the value, firm where nothing stands between that could make it another's."""
    item, between = items[left], items[left + 1 : at]
    crossed = any(
        each.low in (";", ")", "?", "!")
        or each.means(Sense.TURN)
        and (each.low not in ("which", "who") or _sums_up(between, index))
        or each.side
        and each.side != item.side
        for index, each in enumerate(between)
    )
    vague_pair = items[at].kind is Kind.DATE and (
        item.sort is not Sort.NUMBER
        and len(_models(items, at)) == 2
        or any(each.kind is Kind.DATE for index, each in enumerate(items) if 0 < abs(index - at) <= 3)
    )
    if item.side == BOTH:
        crossed = crossed or any(each.low == ":" for each in between)
    vague = expletive or item.low == "it" and any(is_value(each) for each in between)
    return Subject(item.side, firm=not (crossed or vague or vague_pair), how="of the clause")


def _sums_up(between: Sequence[Item], at: int) -> bool:
    """ "…, which makes five sellers to four": a clause about what was said, not about whom."""
    return at + 1 < len(between) and between[at + 1].low in ("makes", "means", "leaves", "brings", "gives", "puts")


def _is_expletive(items: Sequence[Item], at: int) -> bool:
    """ "it's $0.19 against $1.63": an it that stands for no model."""
    after = items[at + 1] if at + 1 < len(items) else None
    if at + 2 < len(items) and "released" in items[at + 2].metrics:
        return False  # "it was released on …"
    return items[at].low == "it" and after is not None and (after.sort is Sort.OWNER or after.low in _COPULAS)


_COPULAS = frozenset(
    ("is", "was", "'ll", "comes", "'d", "would", "works", "goes", "will", "becomes", "means", "costs", "takes")
)


def _by_order(items: Sequence[Item], at: int, order: tuple[str, str], talk: Discourse) -> Subject:
    if starts_pair(items, at) is not None:
        return Subject(order[0], firm=False, how="in the order named before")
    group = _models(items, at)
    if len(group) == 2:
        return Subject(order[group.index(at)], firm=False, how="in the order named before")
    if talk.subject:
        return Subject(talk.subject, firm=False, how="carried from before")
    return NOBODY
