"""A bare number that takes its unit from another one of the sentence: a price told by its figure alone, so many (billion)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from writer.check.open_sides import is_open, open_sides
from writer.check.scene import Scene, number
from writer.quantities.quantity import Kind
from writer.sayings.tolerance import Stated, states

_CENTS = Fraction(1, 100)


def borrowed_value(scene: Scene, at: int) -> str:
    """ "ten cents in and thirty out", "94 billion parameters apart, 26 to 120": a value whose unit stands with another one."""
    quantity, scales = scene.quantity(at), _scales(scene, at)
    if not scales:
        return ""
    sides = open_sides(scene, at)
    for metric, known in scene.index.numbers.items():
        scale = next((scale for heads, scale in scales.items() if metric.startswith(heads)), None)
        if scale is None or metric.endswith(_NO_VALUE) or not is_open(scene, at, metric):
            continue
        said = Stated(number(quantity) * scale, quantity.step * scale, quantity.coarse_step * scale, quantity.modifier)
        key = next((known[side].key for side in sides if side in known and states(said, known[side].value)), "")
        if key:
            return key
    return ""


def _scales(scene: Scene, at: int) -> Mapping[tuple[str, ...], Fraction]:
    """What the number is to be taken times, by the metrics that it can then be of: as the nearest amount before it is told,
    and as the nearest count of tokens or parameters."""
    found: dict[tuple[str, ...], Fraction] = {}
    for back in range(at - 1, -1, -1):
        quantity = scene.items[back].quantity
        if quantity is not None and quantity.kind is Kind.MONEY and _MONEY not in found:
            found[_MONEY] = _CENTS if "cent" in quantity.text or "¢" in quantity.text else Fraction(1)
    for item in sorted(scene.items, key=lambda item: abs(item.start - scene.items[at].start)):
        if item.quantity is not None and item.quantity.suffix.lower() in _SUFFIXES:
            heads, scale = _SUFFIXES[item.quantity.suffix.lower()]
            found.setdefault(heads, Fraction(scale))
    return found


_MONEY = ("price.", "offers.", "workload.")
_NO_VALUE = (".ratio", ".context_window", ".max_output")
_TOKENS = ("context_window", "max_output")
_SUFFIXES: Mapping[str, tuple[tuple[str, ...], int]] = {
    "b": (("parameters_",), 10**9),
    "billion": (("parameters_",), 10**9),
    "k": (_TOKENS, 1000),
    "thousand": (_TOKENS, 1000),
    "m": (_TOKENS, 10**6),
    "million": (_TOKENS, 10**6),
}
