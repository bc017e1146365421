"""Whose a value is: what hangs on it, whose it is by the clause, by its partner in a pair, or by parallel order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from writer.check.discourse import Discourse
from writer.check.index import other
from writer.check.items import BOTH, FOREIGN, OPEN, Item, Sort
from writer.check.mentions import hangs
from writer.check.steps import leftward
from writer.quantities.quantity import GroupKind, Kind
from writer.sayings.words import Sense

_GLUE = frozenset(("tokens", "token", "of", "a", "an", "the", "million", "each", "as", "its", "/", "providers", "provider",
                   "capabilities", "documented", "input", "output", "long", "in", "needed", "required", "to", "it", "takes", "is", "are", "was", "were", "be", "been", "being", "payable", "charged", "asked", "billed",
                   "recorded", "quoted", "scored", "given", "returned", "permitted", "accepted", "held", "stocked", "offered", "levied", "due",
                   "available", "case", "would", "may", "can", "will", "written", "read", "processed", "allowed", "on", "usd", "counted", "all", "per", "just", "only", "rate", "even",
                   "capability", "sellers", "supported", "mtok", "model", "listed", "here", "there", "both", "cheapest", "offer",
                   "listing", "price", "cost", "blended", "tab", "bill", "parameters", "context", "total", "out", "usd", "shared"))
_REACH = 9
_HARD = frozenset((";", ":", "(", ")", "—", "–", "?", "!"))
_VALUES = frozenset((Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.POINTS, Kind.PERCENT))


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose a value is. ``firm`` where the words of the clause bind it; else it is carried and other readings stay open."""

    side: str
    firm: bool
    how: str


NOBODY = Subject(OPEN, firm=False, how="nobody named")


def is_value(item: Item) -> bool:
    """A number that can be one model's value."""
    quantity = item.quantity
    return quantity is not None and quantity.kind in _VALUES and not quantity.quantifier


def hanging(items: Sequence[Item], at: int) -> int | None:
    """The index of the mention that hangs on the value at ``at`` ("$5/1M for input on Opus"), None where none does."""
    link = False
    for ahead in range(at + 1, min(at + _REACH, len(items))):
        item = items[ahead]
        if item.side and item.sort is not Sort.NUMBER or item.side == BOTH:
            if item.means(Sense.IT) and item.low != "it" or item.means(Sense.THEY):
                return None
            if item.sort is Sort.NUMBER and ahead == at + 1 and item.low == "each":
                return ahead
            owner = ahead + 1 < len(items) and items[ahead + 1].sort is Sort.OWNER
            if owner and not _owns_number(items, ahead) and items[ahead - 1].metrics:
                return ahead
            if link and not (owner and _owns_number(items, ahead)):
                return ahead
            return None
        if item.low in ("that of", "those of"):
            link = True
        elif item.means(Sense.LINK):
            link = item.low in ("in favour of", "in favor of", "on", "for", "with", "from", "of", "at", "in", "by") or link
        elif item.low == "," and ahead + 2 < len(items) and items[ahead + 1].low == "when" and items[ahead + 2].side in ("a", "b"):
            return ahead + 2
        elif item.low in ("that", "which", "it") or (link and item.low == "who"):
            return _of_relative(items, ahead)
        elif item.sort in (Sort.SELLER, Sort.BENCHMARK, Sort.JOB, Sort.PASSED, Sort.ABILITY):
            continue
        elif item.low == "(" and ahead + 2 < len(items) and items[ahead + 1].side in ("a", "b") and items[ahead + 2].low == ")":
            return ahead + 1
        elif not (item.low in _GLUE or item.means(Sense.METRIC) or (item.means(Sense.ACT) and item.low in ("in", "out"))):
            return None
    return None


def _owns_number(items: Sequence[Item], ahead: int) -> bool:
    """"Kimi's 262K": the mention belongs to the number after it."""
    for index in range(ahead + 2, min(ahead + 5, len(items))):
        if items[index].sort is Sort.NUMBER:
            return True
        if not (items[index].metrics or items[index].low in _GLUE):
            return False
    return False


def _of_relative(items: Sequence[Item], at: int) -> int | None:
    """"the 131,072 that its rival allows": the mention within the relative clause."""
    for ahead in range(at + 1, min(at + 5, len(items))):
        if items[ahead].side and items[ahead].sort is not Sort.NUMBER:
            return ahead
        if items[ahead].sort in (Sort.SIGN, Sort.NUMBER) or items[ahead].means(Sense.TURN):
            return None
    return None


def partner(items: Sequence[Item], at: int) -> tuple[int, int] | None:
    """(index of the value before, index of the joining word) where ``at`` is the second of a pair: "$5 against $2"."""
    joint = None
    for back in range(at - 1, max(at - 8, -1), -1):
        item = items[back]
        if joint is None:
            if item.means(Sense.PAIR):
                joint = back
            elif item.low not in _BEFORE_SECOND and item.sort not in (Sort.PASSED,) and not item.metrics:
                return None
        elif is_value(item):
            far = items[joint].low == "to" and any(each.metrics or each.low == "," for each in items[back + 1 : joint])
            return (back, joint) if not far and _alike(items, back, at) else None
        elif item.sort is Sort.SIGN and item.low not in (",", ".", "/"):
            return None
        elif item.side in ("a", "b") and not item.taken:
            return None
    return None


def _alike(items: Sequence[Item], one: int, other_: int) -> bool:
    """Whether two values can be a pair: of one kind, and not the ends of one model's range."""
    first, second = items[one].quantity, items[other_].quantity
    if first is None or second is None or first.kind is not second.kind:
        return False
    if first.group and first.group == second.group and first.group_kind is GroupKind.RANGE:
        return False
    return not any(item.low in _SPREADING for item in items[max(0, one - 5) : one])


_SPREADING = frozenset(("spans", "span", "stretches", "runs", "ranges", "range", "ranging", "varies", "vary", "moves", "swings", "between", "anywhere"))
_BEFORE_SECOND = frozenset(("the", "a", "an", "just", "only", "mere", "about", ".", "at", "of", "is", "more"))


def nearest(items: Sequence[Item], at: int) -> int | None:
    """The mention to the left that is the subject of the value: not one that hangs on an earlier value or comparison."""
    crossed = relative = False
    for back in leftward(items, at):
        item = items[back]
        if item.low == "which" and back and items[back - 1].low != "of":
            relative = True
        elif item.low in ("you", "we", "your") and not crossed:
            return None
        elif relative and item.side in ("a", "b") and not item.means(Sense.IT):
            return back
        if item.sort is Sort.NUMBER and not item.side and not _counts_jobs(items, back):
            crossed = True
        elif item.side and not item.taken and not item.means(Sense.THEY) and not _is_object(items, back):
            parted = any(each.low in (",", ":", "(") for each in items[back:at])
            aside = hangs(items, back) or back > 0 and _compares(items, back)
            if _is_standard(items, back):
                continue
            if not (aside or _measures(items, back)) or not crossed and (not parted or _is_fronted(items, back)):
                return back
    return None


def _is_object(items: Sequence[Item], at: int) -> bool:
    """ "before Kimi joined it": a pronoun behind its verb."""
    if items[at].low != "it":
        return False
    if at and items[at - 1].sort is Sort.WORD and items[at - 1].meaning is None and _takes_object(items[at - 1].low):
        return True
    for back in range(at - 1, max(at - 4, -1), -1):
        if items[back].sort is Sort.SIGN or items[back].means(Sense.TURN) or items[back].means(Sense.JOIN):
            return False
        if items[back].side in ("a", "b"):
            return True
    return False


def _takes_object(low: str) -> bool:
    return low in _VERBS or low.endswith(("ed", "ing", "ts", "es", "ls", "ns", "ys", "ks")) and low not in _NO_VERBS


_VERBS = frozenset(("bear", "make", "fill", "buy", "sell", "put", "give", "have", "has", "find", "join", "run", "get", "send", "use", "call",
                    "makes", "sells", "gives", "puts", "lists", "pit", "set", "keep", "keeps", "let", "help"))
_NO_VERBS = frozenset(("does", "is", "this", "thus", "always", "perhaps", "besides", "models", "terms", "times", "sometimes", "costs"))


def _is_standard(items: Sequence[Item], at: int) -> bool:
    """ "costs less than Opus", "as much as Opus": what another is measured by, never the subject."""
    before = at - 1
    while before >= 0 and items[before].low in ("the", "a"):
        before -= 1
    if before < 0:
        return False
    return items[before].means(Sense.THAN) or items[before].low == "as" and before > 0 and items[before - 1].means(Sense.AGAIN)


def _compares(items: Sequence[Item], at: int) -> bool:
    """ "double the other's count": a mention right behind a comparing number."""
    quantity = items[at - 1].quantity
    return quantity is not None and quantity.kind in (Kind.MULTIPLE, Kind.FRACTION) and not quantity.quantifier


def _is_fronted(items: Sequence[Item], at: int) -> bool:
    """ "On Grok, the price is $3": a mention that hangs, but opens the clause."""
    before = at - 1
    while before >= 0 and (items[before].means(Sense.LINK) or items[before].low in ("the", "a")):
        before -= 1
    return before < 0 or items[before].low in (";", ":", "(", ",") or items[before].means(Sense.TURN) or items[before].means(Sense.JOIN)


def _counts_jobs(items: Sequence[Item], at: int) -> bool:
    return at + 1 < len(items) and items[at + 1].sort is Sort.JOB


def _measures(items: Sequence[Item], at: int) -> bool:
    """ "twice Opus's 64K", "Nano's tokens beat Grok's 1M": an owner's number that is what another is measured against."""
    if at + 1 >= len(items) or items[at + 1].sort is not Sort.OWNER or not _owns_number(items, at):
        return False
    before = at - 1
    while before >= 0 and items[before].low in ("the", "a", "that"):
        before -= 1
    return before >= 0 and items[before].low not in (";", ":", "(", ")", ".") and not items[before].means(Sense.TURN) and (
        not items[before].means(Sense.JOIN)) and items[before].low != ","


def order_here(items: Sequence[Item], at: int) -> tuple[str, str] | None:
    """The two models in the order in which the sentence names them before ``at``."""
    sides: list[str] = []
    for item in items[:at]:
        if item.side in ("a", "b") and item.side not in sides:
            sides.append(item.side)
    return (sides[0], sides[1]) if len(sides) == 2 else None


def coordinated(items: Sequence[Item], at: int) -> tuple[str, str] | None:
    """"Kimi and MiMo" ending at the mention ``at``, or beginning there: the two in order."""
    for first, second in ((at - 2, at), (at, at + 2), (at - 3, at), (at, at + 3)):
        if first < 0 or second >= len(items):
            continue
        one, two = items[first], items[second]
        if {one.side, two.side} == {"a", "b"} and any(each.means(Sense.JOIN) for each in items[first + 1 : second]):
            if all(each.low in ("and", "or", "the", "&", "on", "for") for each in items[first + 1 : second]):
                return one.side, two.side
    return None


def _loosely_coordinated(items: Sequence[Item], at: int) -> tuple[str, str] | None:
    """ "Step from StepFun and M2.5 from MiniMax, were …": two models joined, with a word or two between."""
    places = [index for index, item in enumerate(items[:at]) if item.side in ("a", "b")]
    for one, two in zip(places, places[1:], strict=False):
        between = items[one + 1 : two]
        if items[one].side != items[two].side and len(between) <= 6 and any(each.means(Sense.JOIN) for each in between) and not any(
                each.sort in (Sort.NUMBER, Sort.SIGN) or each.means(Sense.TURN) for each in between):
            return items[one].side, items[two].side
    return None


def group_of(items: Sequence[Item], at: int) -> list[int]:
    """The indexes of values of one kind that stand side by side with ``at``: "$5 and $25", "$0.14 / $1"."""
    kind = items[at].quantity.kind if items[at].quantity else None
    found = [at]
    for step in (-1, 1):
        here = at
        while True:
            near = _next_value(items, here, step)
            if near is None or items[near].quantity is None or items[near].quantity.kind is not kind:  # type: ignore[union-attr]
                break
            found.append(near)
            here = near
    return sorted(found)


_JOINED = frozenset(("tokens", "token", "per", "mtok", "usd", "for", "dollars"))


def _next_value(items: Sequence[Item], at: int, step: int) -> int | None:
    joined = False
    for ahead in range(at + step, at + 6 * step, step):
        if not 0 <= ahead < len(items):
            return None
        item = items[ahead]
        if is_value(item):
            return ahead if joined else None
        if item.means(Sense.JOIN) or item.low in ("/", ","):
            joined = True
        elif not (item.low in _JOINED or item.sort is Sort.PASSED or item.low in _BEFORE_SECOND):
            return None
    return None


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
    wide = _hanging_far(items, at, left)
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
    if alone and not any(each.low in ("you", "we") for each in items[max(0, at - 4) : at]) and _starts_pair(items, at) is None and partner(items, at) is None:
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


def _hanging_far(items: Sequence[Item], at: int, left: int | None) -> int | None:
    """ "28.5 cents is charged for Qwen's input": a mention that hangs further off, where the clause has no subject before."""
    begin = next((back for back in range(at - 1, -1, -1) if items[back].low in (";", ":", ",", "(") or items[back].means(Sense.TURN)), -1)
    if left is not None and left > begin:
        return None
    link = False
    for ahead in range(at + 1, min(at + 12, len(items))):
        item = items[ahead]
        if item.low == "," and ahead == at + 1 and ahead + 1 < len(items) and items[ahead + 1].low in ("is", "are", "was", "has", "have"):
            continue
        if item.sort is Sort.SIGN or item.means(Sense.TURN) or item.means(Sense.PAIR) or item.means(Sense.THAN) or (
                item.sort is Sort.NUMBER and not item.side) or item.means(Sense.JOIN) and not link:
            return None
        link = link or item.means(Sense.LINK)
        if item.side in ("a", "b", BOTH) and not item.means(Sense.IT) and not item.means(Sense.THEY):
            return ahead if link and hangs(items, ahead) else None
    return None


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
    counts = items[at].quantity is not None and items[at].quantity.kind is Kind.NUMBER and items[at].quantity.noun not in ("token",)
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
                        second + 1 < len(items) and items[second + 1].sort is Sort.OWNER and _owns_number(items, second)) else ""
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
    told = _loosely_coordinated(items, at)
    if told is None and not (left + 1 < len(items) and items[left + 1].sort is Sort.OWNER):
        told = order_here(items, at)
    if told is not None and len(group_of(items, at)) == 2 and any(each.means(Sense.RESPECTIVELY) for each in items[at : at + 10]):
        return Subject(told[group_of(items, at).index(at)], firm=True, how="in the order named")
    both = coordinated(items, left)
    if both is not None:
        group = group_of(items, at)
        if len(group) == 2:
            return Subject(both[group.index(at)], firm=True, how="in the order named")
        pair = partner(items, at) or _starts_pair(items, at)
        if pair is not None:
            return Subject(both[0] if _starts_pair(items, at) else both[1], firm=True, how="in the order named")
        return Subject(BOTH, firm=True, how="of both")
    if follower and item.side in ("a", "b", OPEN, BOTH):
        return Subject(other(follower), firm=True, how="the other of the pair")
    apart = sum(is_value(each) and not _counts_jobs(items, index) for index, each in enumerate(items[left:at], left)) > 0
    if apart and len(group_of(items, at)) == 2 or apart and (_starts_pair(items, at) or partner(items, at)):
        order = order_here(items, left + 1) or talk.pair()
        if order is None:
            return NOBODY
        if item.side != order[0] and (item.side in ("a", "b") and not item.means(Sense.IT)):
            return NOBODY
        return _by_order(items, at, order, talk)
    expletive = item.means(Sense.IT) and _is_expletive(items, left)
    if (item.side == BOTH or expletive) and (_starts_pair(items, at) or partner(items, at) or len(group_of(items, at)) == 2):
        order = (None if item.side == BOTH else order_here(items[:left], left)) or talk.pair()
        if order is None:
            return NOBODY
        if order is not None:
            return _by_order(items, at, order, talk)
    between = items[left + 1 : at]
    crossed = any(each.low in (";", ")", "?", "!") or each.means(Sense.TURN) and each.low not in ("which", "who")
                  or each.side and each.side != item.side for each in between)
    if item.sort is not Sort.NUMBER and len(group_of(items, at)) == 2 and items[at].quantity and items[at].quantity.kind is Kind.DATE:
        vague_pair = True
    else:
        vague_pair = items[at].quantity is not None and items[at].quantity.kind is Kind.DATE and any(
            each.quantity is not None and each.quantity.kind is Kind.DATE for index, each in enumerate(items) if 0 < abs(index - at) <= 3)
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


def _starts_pair(items: Sequence[Item], at: int) -> tuple[int, int] | None:
    """Whether ``at`` is the first of a pair of values."""
    for ahead in range(at + 1, min(at + 9, len(items))):
        if is_value(items[ahead]):
            found = partner(items, ahead)
            return found if found is not None and found[0] == at else None
    return None


def _by_order(items: Sequence[Item], at: int, order: tuple[str, str], talk: Discourse) -> Subject:
    if _starts_pair(items, at) is not None:
        return Subject(order[0], firm=False, how="in the order named before")
    group = group_of(items, at)
    if len(group) == 2:
        return Subject(order[group.index(at)], firm=False, how="in the order named before")
    if talk.subject:
        return Subject(talk.subject, firm=False, how="carried from before")
    return NOBODY
