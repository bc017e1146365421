"""Values and models that stand side by side: pairs, lists, and the order in which the models are named."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from writer.check.items import Item, Sort
from writer.quantities.quantity import GroupKind, Kind
from writer.sayings.words import Sense

_VALUES = frozenset((Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.POINTS, Kind.PERCENT))


def is_value(item: Item) -> bool:
    """A number that can be one model's value."""
    quantity = item.quantity
    return quantity is not None and quantity.kind in _VALUES and not quantity.quantifier


def partner(items: Sequence[Item], at: int) -> tuple[int, int] | None:
    """(index of the value before, index of the joining word) where ``at`` is the second of a pair: "$5 against $2"."""
    if _dashed(items, at):
        return at - 2, at - 1
    joint = None
    for back in range(at - 1, max(at - 8, -1), -1):
        item = items[back]
        if joint is None:
            if item.low == "to" and items[back - 1].low in _CLIMBING:
                return None
            if item.sense is Sense.PAIR:
                joint = back
            elif item.low not in _BEFORE_SECOND and item.sort != Sort.PASSED and not item.metrics:
                return None
        elif is_value(item):
            far = items[joint].low == "to" and any(each.metrics or each.low == "," for each in items[back + 1 : joint])
            far = far and not _counted_alike(items, back, at)
            return (back, joint) if not far and _alike(items, back, at) else None
        elif item.sort is Sort.SIGN and item.low not in (",", ".", "/") or item.side in ("a", "b") and not item.taken:
            return None
    return None


def _dashed(items: Sequence[Item], at: int) -> bool:
    """Whether it is the second of "80.6–80.2" or "4–2": two numbers without a unit on both sides of a dash."""
    if at < 2 or items[at - 1].low not in ("–", "-", "—"):
        return False
    one, two = items[at - 2].quantity, items[at].quantity
    return (
        one is not None
        and two is not None
        and {one.kind, two.kind} <= {Kind.NUMBER, Kind.POINTS}
        and not any(each.noun or each.suffix or each.per for each in (one, two))
    )


def _counted_alike(items: Sequence[Item], one: int, other_: int) -> bool:
    """ "five providers to three": a noun that the first one counts stands between the two."""
    first, second = items[one].quantity, items[other_].quantity
    grouped = first is not None and second is not None and first.group == second.group > 0
    return grouped and first is not None and first.kind is Kind.NUMBER and bool(first.noun)


def _alike(items: Sequence[Item], one: int, other_: int) -> bool:
    """Whether two values can be a pair: of one kind, and not the ends of one model's range."""
    first, second = items[one].quantity, items[other_].quantity
    if first is None or second is None or first.kind is not second.kind:
        return False
    if first.group and first.group == second.group and first.group_kind is GroupKind.RANGE:
        return False
    return not any(item.low in _SPREADING for item in items[max(0, one - 5) : one])


_SPREADING = frozenset(
    (
        "spans",
        "span",
        "stretches",
        "runs",
        "ranges",
        "range",
        "ranging",
        "varies",
        "vary",
        "moves",
        "swings",
        "between",
        "anywhere",
    )
)


_CLIMBING = frozenset(
    ("up", "climbs", "rises", "goes", "climb", "rising", "climbing", "jumps", "drops", "falls", "down")
)
_BEFORE_SECOND = frozenset(("the", "a", "an", "just", "only", "mere", "about", ".", "at", "of", "is", "more"))


def counts_jobs(items: Sequence[Item], at: int) -> bool:
    """Whether the number counts a workload's requests."""
    return at + 1 < len(items) and items[at + 1].sort is Sort.JOB


def order_here(items: Sequence[Item], at: int) -> tuple[str, str] | None:
    """The two models in the order in which the sentence names them before ``at``."""
    sides: list[str] = []
    for item in items[:at]:
        if item.side in ("a", "b") and item.side not in sides:
            sides.append(item.side)
    return (sides[0], sides[1]) if len(sides) == 2 else None


def coordinated(items: Sequence[Item], at: int) -> tuple[str, str] | None:
    """ "Kimi and MiMo" ending at the mention ``at``, or beginning there: the two in order."""
    for first, second in ((at - 2, at), (at, at + 2), (at - 3, at), (at, at + 3)):
        if first < 0 or second >= len(items):
            continue
        one, two = items[first], items[second]
        between = items[first + 1 : second]
        if (
            {one.side, two.side} == {"a", "b"}
            and any(each.means(Sense.JOIN) or each.low in _VERSUS for each in between)
            and (all(each.low in ("and", "or", "the", "&", "on", "for", ".", *_VERSUS) for each in between))
        ):
            return one.side, two.side
    return None


_VERSUS = frozenset(("vs", "versus"))


def loosely_coordinated(items: Sequence[Item], at: int) -> tuple[str, str] | None:
    """ "Step from StepFun and M2.5 from MiniMax, were …": two models joined, with a word or two between."""
    places = [index for index, item in enumerate(items[:at]) if item.side in ("a", "b")]
    for one, two in itertools.pairwise(places):
        between = items[one + 1 : two]
        if (
            items[one].side != items[two].side
            and len(between) <= 6
            and any(each.means(Sense.JOIN) for each in between)
            and not any(each.sort in (Sort.NUMBER, Sort.SIGN) or each.means(Sense.TURN) for each in between)
        ):
            return items[one].side, items[two].side
    return None


def group_of(items: Sequence[Item], at: int) -> list[int]:
    """The indexes of values of one kind that stand side by side with ``at``: "$5 and $25", "$0.14 / $1"."""
    kind = items[at].kind
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
        if item.sense is Sense.JOIN or item.low in ("/", ","):
            joined = True
        elif not (item.low in _JOINED or item.sort is Sort.PASSED or item.low in _BEFORE_SECOND):
            return None
    return None


def pair_of(items: Sequence[Item], at: int) -> tuple[int, int] | None:
    """The pair that ``at`` is the first or the second of, as ``partner`` gives it; None where it stands alone."""
    return partner(items, at) or starts_pair(items, at)


def starts_pair(items: Sequence[Item], at: int) -> tuple[int, int] | None:
    """Whether ``at`` is the first of a pair of values."""
    for ahead in range(at + 1, min(at + 9, len(items))):
        if is_value(items[ahead]):
            found = partner(items, ahead)
            return found if found is not None and found[0] == at else None
    return None


def is_respective(items: Sequence[Item], at: int) -> bool:
    """Whether the values at ``at`` and beside it are told in the order of the models: "$5 and $2 respectively"."""
    return any(item.means(Sense.RESPECTIVELY) or item.low == "respective" for item in items[max(0, at - 4) : at + 10])


def lists_own(items: Sequence[Item], at: int) -> bool:
    """Whether the sentence lists something before ``at`` that the values can follow: a model, sellers, metrics."""
    before = items[:at]
    sellers = sum(item.sort is Sort.SELLER for item in before)
    metrics = any(
        item.means(Sense.JOIN) and before[index - 1].metrics and before[index + 1].metrics
        for index, item in enumerate(before[:-1])
        if index
    )
    return sellers > 1 or metrics or any(item.side in ("a", "b") for item in before)
