"""Whose sellers they are: the models that a clause says sellers list, or do not list."""

from __future__ import annotations

from collections.abc import Sequence

from writer.check.index import SIDES
from writer.check.items import BOTH, FOREIGN, Item, Sort
from writer.check.nearest import nearest
from writer.check.scene import Scene
from writer.quantities.quantity import Kind
from writer.sayings.words import Sense

_BREAKS = frozenset((";", "?", "!", "while", "whilst", "whereas", "but"))
CARRIES = frozenset(
    (
        "carry",
        "carries",
        "sell",
        "sells",
        "list",
        "lists",
        "stock",
        "stocks",
        "offer",
        "offers",
        "host",
        "hosts",
        "has",
        "have",
        "serve",
        "serves",
        "provide",
        "provides",
        "supply",
        "handles",
        "covers",
        "cover",
        "is",
        "are",
    )
)
_OVERLAP = frozenset(("overlap", "overlaps", "in common", "common", "shared", "share"))


def whose(scene: Scene, group: Sequence[int]) -> tuple[tuple[str, ...], bool]:
    """The sides that the sellers are said to list, and whether they are said not to."""
    items = scene.items
    first, last = group[0], group[-1]
    start = next((back + 1 for back in range(first - 1, -1, -1) if items[back].low in _BREAKS), 0)
    stop = next(
        (ahead for ahead in range(last + 1, len(items)) if items[ahead].low in _BREAKS or items[ahead].low == ")"),
        len(items),
    )
    if (
        first > 1
        and items[first - 1].means(Sense.LINK)
        and items[first - 2].side in SIDES
        and first > 2
        and items[first - 3].means(Sense.LINK)
    ):
        return _as_sides(items[first - 2].side), False  # "$3 for Grok at FastRouter"
    linked = first > 0 and (
        items[first - 1].means(Sense.LINK) or items[first - 1].low == "the" and items[first - 2].means(Sense.LINK)
    )
    hooked = _hooked(items, last, stop)
    if hooked:
        return _as_sides(hooked), False
    priced = _priced(scene, first, start)
    if priced is not None:
        return priced, False
    ahead = next(
        (
            at
            for at in range(last + 1, stop)
            if items[at].sort is Sort.SELLER or items[at].means(Sense.TURN) or items[at].means(Sense.NEGATE)
        ),
        stop,
    )
    if any(items[at].low in _OVERLAP or items[at].low == "they" for at in range(last + 1, min(ahead, last + 7))):
        return SIDES, False
    if not linked:
        found = _objects(scene, _past_aside(items, last + 1), stop)
        if found is not None:
            return found
    shared = any(items[at].low in _OVERLAP for at in range(start, first))
    left = nearest(items, first)
    if left is not None and left >= start and items[left].low == "it":
        return (), False
    if left is not None and left >= start:
        if shared and items[left].side != BOTH and not linked:
            return SIDES, False
        return _as_sides(items[left].side), is_negated(items, start, first)
    return (SIDES, False) if shared else ((), False)


def _hooked(items: Sequence[Item], last: int, stop: int) -> str:
    """ "OpenRouter for M3", "only Deep Infra to MiMo-V2.5-Pro": the mention that hangs right on the sellers."""
    for at in range(last + 1, min(stop, last + 6)):
        if items[at].side and (items[at - 1].low in ("for", "to", "with") or items[at - 2].low in ("for", "to")):
            return items[at].side
        if items[at].low in (",", ".") or items[at].means(Sense.JOIN) or items[at].sort is Sort.NUMBER:
            break
    return ""


def _priced(scene: Scene, first: int, start: int) -> tuple[str, ...] | None:
    """A seller that hangs on a price sells the model whose price it is; None where it hangs on no price."""
    items = scene.items
    if not items[first - 1].means(Sense.LINK):
        return None
    for back in range(first - 1, start - 1, -1):
        if back in scene.subjects and scene.quantity(back).kind is Kind.MONEY:
            subject = scene.subjects[back]
            return _as_sides(subject.side) if subject.firm else ()
        if items[back].side or items[back].low in (",", "("):
            return None
    return None


def _past_aside(items: Sequence[Item], begin: int) -> int:
    """Where the clause goes on: "Azure, charging 10 cents, sells …"."""
    if begin + 1 >= len(items) or items[begin].low != "," or not items[begin + 1].low.endswith("ing"):
        return begin
    return next(
        (index + 1 for index in range(begin + 1, min(len(items), begin + 16)) if items[index].low == ","), begin
    )


def _objects(scene: Scene, begin: int, stop: int) -> tuple[tuple[str, ...], bool] | None:
    """ "… carry both", "… lists Llama only", "… being the ones it has to itself": whom the sellers are said to list."""
    items = scene.items
    verb = False
    for at in range(begin, min(stop, begin + 9)):
        item = items[at]
        verb = verb or item.low in CARRIES or item.low == "only" or item.low in ("being", "that", "which", "'s")
        if item.side and not item.means(Sense.THEY):
            if not verb:
                return None
            if item.means(Sense.IT):
                return (), False
            return _as_sides(item.side), is_negated(items, begin, at)
        if item.low in (",", ".") or item.sort is Sort.NUMBER and not item.side and at > begin + 4:
            return None
    return None


def _as_sides(side: str) -> tuple[str, ...]:
    if side == BOTH:
        return SIDES
    return (side,) if side in SIDES and side != FOREIGN else ()


def is_negated(items: Sequence[Item], start: int, stop: int) -> bool:
    """Whether a word from ``start`` up to ``stop`` says that it is not so: "not", "neither"."""
    return any(
        items[at].means(Sense.NEGATE)
        and items[at].low not in ("nothing", "beyond", "no")
        or (quantity := items[at].quantity) is not None
        and quantity.quantifier == "neither"
        for at in range(max(0, start), stop)
    )
