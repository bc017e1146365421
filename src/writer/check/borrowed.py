"""A bare number that takes its unit from another one of the sentence: a price told by its figure alone, so many (billion)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from writer.check.fact_words import FactWords
from writer.check.items import Item
from writer.check.open_sides import is_open, open_sides
from writer.check.pairing import group_of, pair_of
from writer.check.scene import Scene, number
from writer.quantities.quantity import Kind
from writer.sayings.tolerance import Stated, states

_CENTS = Fraction(1, 100)


def borrowed_value(scene: Scene, at: int) -> str:
    """ "ten cents in and thirty out", "94 billion parameters apart, 26 to 120": a value whose unit stands with another one."""
    quantity, scales = scene.quantity(at), _scales(scene, at)
    if not scales:
        return ""
    sides, here = open_sides(scene, at), FactWords(scene)
    for metric, known in scene.index.numbers.items():
        scale = next((scale for heads, scale in scales.items() if metric.startswith(heads)), None)
        if scale is None or metric.endswith(_NO_VALUE) or not is_open(scene, at, metric):
            continue
        if metric.startswith(("workload.", "offers.")) and not here.stand_for(metric):
            continue
        said = Stated(number(quantity) * scale, quantity.step * scale, quantity.coarse_step * scale, quantity.modifier)
        key = next((known[side].key for side in sides if side in known and states(said, known[side].value)), "")
        if key:
            return key
    return ""


def _scales(scene: Scene, at: int) -> Mapping[tuple[str, ...], Fraction]:
    """What the number is to be taken times, by the metrics that it can then be of: as the nearest amount before it is told;
    of a pair, in billions of parameters too, where another number of the sentence is."""
    found: dict[tuple[str, ...], Fraction] = {}
    for back in range(at - 1, -1, -1):
        quantity = scene.items[back].quantity
        if quantity is not None and quantity.kind is Kind.MONEY and _MONEY not in found:
            found[_MONEY] = _CENTS if "cent" in quantity.text or "¢" in quantity.text else Fraction(1)
    if _MONEY not in found and (side := _side_of_pair(scene, at)) and scene.talk.coin:
        found[side,] = scene.talk.coin
    paired = pair_of(scene.items, at) is not None
    if paired and any(item.quantity is not None and item.quantity.suffix in _BILLIONS for item in scene.items):
        found["parameters_",] = Fraction(_BILLION)
    return found


def _side_of_pair(scene: Scene, at: int) -> str:
    """ "Nemotron is eight and a half and forty", after a sentence of prices: the first is for input, the second for output."""
    group = group_of(scene.items, at)
    bare = all(scene.items[place].kind is Kind.NUMBER for place in group)
    return _IN_OUT[group.index(at)] if bare and len(group) == len(_IN_OUT) else ""


def coin_of(items: Sequence[Item]) -> Fraction:
    """In what the last amount of a sentence is told: a dollar's 1 or a cent's hundredth; 0 where it tells none."""
    told = [item.quantity.text for item in items if item.quantity is not None and item.kind is Kind.MONEY]
    return (_CENTS if "cent" in told[-1] or "¢" in told[-1] else Fraction(1)) if told else Fraction(0)


_IN_OUT = ("price.input", "price.output")
_MONEY = ("price.", "offers.", "workload.")
_NO_VALUE = (".ratio", ".context_window", ".max_output")
_BILLIONS = frozenset(("B", "b", "billion"))
_BILLION = 10**9
