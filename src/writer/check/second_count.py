"""A bare number that was read as a wrong count is read once more: as another count, or as a price that is told by its figure."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from writer.check.counting import kind_of, says_shared
from writer.check.open_sides import is_open, open_sides
from writer.check.scene import Scene, number
from writer.quantities.quantity import GroupKind, Kind, Modifier
from writer.sayings.count_words import COUNTED
from writer.sayings.tolerance import Stated, states

_CENTS = Fraction(1, 100)
_REST = frozenset(("other", "others", "remaining", "further", "rest", "elsewhere"))


def licensed_count(scene: Scene, at: int) -> str:
    """The key of the fact that the bare number states, "" where it states none."""
    quantity = scene.quantity(at)
    if quantity.kind is not Kind.NUMBER or quantity.suffix or quantity.sign < 0 or number(quantity) <= 0:
        return ""
    alone = (
        quantity.modifier is Modifier.NONE and quantity.group_kind is not GroupKind.OF and not says_shared(scene, at)
    )
    if alone and number(quantity).denominator == 1:
        key = next((key for key, count in _counts(scene, at) if count == number(quantity)), "")
        if key:
            return key
    return "" if quantity.noun else _price(scene, at)


def _counts(scene: Scene, at: int) -> Iterator[tuple[str, int]]:
    """Every count that the number's noun can be of: key and number."""
    noun = COUNTED.get(scene.quantity(at).noun, "")
    spoken = {noun} if noun else {kind_of(item) for item in scene.items}
    rest = any(item.low in _REST for item in scene.items[max(0, at - 2) : at + 3])
    for kind in ("providers", "capabilities"):
        if kind not in spoken:
            continue
        for side in open_sides(scene, at):
            count = scene.index.value(f"{side}.{kind}.count")
            if isinstance(count, int):
                yield f"{side}.{kind}.count", count
                if rest:
                    yield f"{side}.{kind}.count", count - 1
    if "benchmarks" in spoken:
        for side in open_sides(scene, at):
            scores = [metric for metric in scene.index.scores if side in scene.index.numbers[metric]]
            if scores:
                yield f"{side}.{scores[0]}", len(scores)


def _price(scene: Scene, at: int) -> str:
    """ "ten cents in and thirty out", "it is eleven and fifty-five": an amount whose unit stands with one before it."""
    scale = _scale(scene, at)
    if scale is None:
        return ""
    value = number(scene.quantity(at)) * scale
    said = Stated(
        value, scene.quantity(at).step * scale, scene.quantity(at).coarse_step * scale, scene.quantity(at).modifier
    )
    for metric, sides in scene.index.numbers.items():
        if metric.startswith(("price.", "offers.", "workload.")) and not metric.endswith(
            (".ratio", "context_window", "max_output")
        ):
            for side in open_sides(scene, at):
                if side in sides and is_open(scene, at, metric) and states(said, sides[side].value):
                    return sides[side].key
    return ""


def _scale(scene: Scene, at: int) -> Fraction | None:
    """Dollars or cents, as the amount before says; None where none is told before."""
    for back in range(at - 1, -1, -1):
        quantity = scene.items[back].quantity
        if quantity is not None and quantity.kind is Kind.MONEY:
            return _CENTS if "cent" in quantity.text or "¢" in quantity.text else Fraction(1)
    return None
